/**
 * How many points of mine nobody else has seen, the way to show them, and before the meeting "I have finished": by the box
 * where there is room for it, on a phone above the board.
 */
import { showable, unseenWords, unshown } from "./private_writing.js";
import { _, ngettext } from "../kit/gettext.js";
import { h, html } from "../kit/html.js";
import { icon } from "../kit/icon.js";
import { showing, showToEveryone } from "./show_private.js";
import * as store from "../store/store.js";
import { clock } from "../store/words.js";
import { Problem, useCommand } from "../forms/command_form.js";

export function MyPoints() {
  const facts = store.meeting();
  if (!facts || !store.may("contribute")) return null;
  // Whoever holds the desk would tell it to themselves.
  if (facts.state === "prepared") return store.may("minute") ? null : h(Preparing, {});
  return unshown().length ? h(Unshown, {}) : null;
}

/** The reminder, wherever somebody is about to go; nothing when there is nothing to remind of. */
export function UnshownReminder() {
  const left = unshown();
  return left.length ? html`<p class="unshown">${icon("eye-off")} <span>${unseenWords(left)}</span></p>` : null;
}

function Unshown() {
  const facts = store.meeting();
  const can = showable();
  const left = unshown();
  const over = facts && facts.state === "ended";
  const lost = ngettext(
    "It is not in the record, and deleted when the record is locked.",
    "They are not in the record, and deleted when the record is locked.",
    left.length
  );
  return html`<div class="my-points">
    <p>${icon("eye-off")} <span>${unseenWords(left)}${over ? " " + lost : ""}</span></p>
    ${
      can.length > 0 &&
      html`<button type="button" class="button small" data-fk="show-all-mine" aria-disabled=${showing.value.length ? "true" : null} onClick=${() => showToEveryone(can)}>
        ${can.length > 1 ? _("Show all my points") : _("Show my point")}
      </button>`
    }
  </div>`;
}

/** The word that one is ready, before the meeting. */
export function Preparing() {
  const me = store.you.value;
  const said = me && store.get("preparations", me.attendee);
  const finished = Boolean(said && said.finished);
  const { ask, problem, busy } = useCommand();
  const turn = () =>
    ask("finish_preparing", { finished: !finished }, finished ? _("You have not finished yet.") : _("The chair can see that you have finished."));
  return html`<div class="my-points">
    <p>
      ${
        finished && said
          ? html`${icon("check")} <span>${_("You said at %(time)s that you have finished. The chair sees that, and not what you wrote.", { time: clock(said.at) })}</span>`
          : html`<span>${_("Ready? Tell the chair. What you wrote stays yours.")}</span>`
      }
    </p>
    <button type="button" class="button small" data-fk="finish-preparing" aria-disabled=${busy ? "true" : null} onClick=${turn}>
      ${finished ? _("I have not finished yet") : _("I have finished preparing")}
    </button>
    ${h(Problem, { text: problem })}
  </div>`;
}
