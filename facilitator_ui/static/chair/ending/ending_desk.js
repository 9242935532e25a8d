/** Starting the meeting, and ending it: read back what was decided, look at what is missing, then the end. */
import { Problem, useCommand } from "../../board/forms/command_form.js";
import { inSitting } from "../../board/supervision/slot_banner.js";
import { _ } from "../../board/kit/gettext.js";
import { h, html } from "../../board/kit/html.js";
import { forget, keepWords, wordsIn } from "../../board/store/kept_text.js";
import * as store from "../../board/store/store.js";
import { Checks } from "./checks.js";
import { Draft } from "./draft_desk.js";
import { Finished } from "./finished_desk.js";
import { standsInPlace } from "../parts/in_place.js";
import { RecordLinks } from "../../board/page/record_links.js";
import { CommandButton } from "../parts/desk_parts.js";
import { ReadIt } from "./read_back_page.js";

export function Start() {
  if (!store.may("steer")) return null;
  return html`<section class="desk-section needs start">
    <p>${_("The meeting has not started. You can let people in first.")}</p>
    ${
      inSitting()
        ? // There the names and ages are looked at first: the wrong family's board opens as easily as the right one's.
          html`<p>${_("You open this family from the list of the day, once you have seen that it is the right one.")}</p>
            <a class="button primary" href="/sittings" data-fk="start">${_("To the list of the day")}</a>`
        : h(CommandButton, { words: _("Start the meeting"), name: "open_meeting", data: {}, primary: true, fk: "start" })
    }
  </section>`;
}

export function Ending() {
  const facts = store.meeting();
  if (!facts) return null;
  if (facts.state === "finished") return h(Finished, {});
  if (facts.state === "ended") return h(Draft, {});
  return store.may("steer") ? h(End, {}) : html`<p>${_("Whoever has the chair’s controls ends the meeting.")}</p>`;
}

/** Everything still missing, and the button. */
function End() {
  const reasons = wordsIn("end-meeting");
  const { ask, problem, busy, setProblem } = useCommand();
  const template = store.template.value;
  if (!template) return null;
  const missing = store.gaps.value
    .map((gap) => template.checks.find((check) => check.key === gap.check))
    .filter(Boolean);
  const blocked = missing.some((check) => check && check.blocks);
  const silent = missing.some((check) => check && !check.blocks && !(reasons[check.key] || "").trim());
  const end = async () => {
    if (blocked) return setProblem(_("Some things must be put right first."));
    if (silent) return setProblem(_("Say why the meeting ends with these still open."));
    const said = missing.map((check) => ({
      check: check ? check.key : "",
      reason: check ? reasons[check.key].trim() : "",
    }));
    if (await ask("end_meeting", { reasons: said })) forget("end-meeting");
    return undefined;
  };
  return html`${!standsInPlace("read_back") && h(ReadIt, {})}
    <h4>${_("What is missing")}</h4>
    ${h(Checks, { reasons, write: (key, text) => keepWords("end-meeting", key, text) })}
    <p class="hint">${_("After the end nobody can add new points. The draft can still be put right.")}</p>
    ${h(Problem, { text: problem })}
    <div class="buttons">
      <button type="button" class="button primary" data-fk="end-meeting" aria-disabled=${busy || blocked ? "true" : null}
        onClick=${end}>${_("End the meeting")}<span class="away"> ${_("now")}</span></button>
    </div>
    ${h(RecordLinks, {})}`;
}
