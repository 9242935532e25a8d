/** A number that is asked for and not shown yet: the form, my own sealed one, and whose I sent. */
import { _, ngettext } from "../kit/gettext.js";
import { h, html } from "../kit/html.js";
import { icon } from "../kit/icon.js";
import { focusSoon } from "../kit/keep_focus.js";
import { useOpen } from "../store/kept_text.js";
import { written } from "../store/language.js";
import { offered } from "../reading/speaking_for.js";
import * as store from "../store/store.js";
import { fill, names } from "../store/words.js";
import { owed } from "../reading/agenda.js";
import { here } from "../reading/view.js";
import { NumberForm, formKey, goToNumber } from "./number_form.js";
import { canGive, danger, mine } from "./number_words.js";

/** @typedef {import('./number_words.js').Scale} Scale */
/** @typedef {import('./number_words.js').Round} Round */
/** @typedef {{round: Round, scale: Scale, child: string}} Asking */

/** @param {Asking & {open: boolean}} props */
export function Asked({ round, scale, child, open }) {
  const [changing, setChanging] = useOpen("change-number:" + round.id + child);
  const [wanted, setWanted] = useOpen("give-number:" + round.id + child);
  const given = mine(round, child);
  const own = store.may("place");
  const showForm = canGive() && (changing || wanted || (open && own && !given));
  const close = (/** @type {string | null | undefined} */ saved) => {
    setChanging(false);
    setWanted(false);
    // A number of my own is saved: on to the next child I am asked about.
    const next = saved === null ? owed().find((one) => one.child !== child) : undefined;
    if (next && here.value === "@numbers" && store.childInView.value === null) goToNumber(next.round, next.child);
    else focusSoon("sealed:" + round.id + child);
  };
  const start =
    given && changing
      ? { chosen: given.value === null ? given.answer : String(given.value), reason: given.reason }
      : { chosen: "", reason: "" };
  const typeOnly = !own || (given && !changing);
  const name = fill("{child}", child);
  const opened = (/** @type {(now: boolean) => void} */ set) => () => {
    set(true);
    focusSoon(formKey(round, child));
  };
  return html`${given && !changing && h(Sealed, { round, child, change: canGive() ? opened(setChanging) : null })}
    ${h(SentFor, { round, child })}
    ${
      showForm &&
      h(NumberForm, {
        key: changing ? "change" : "give",
        round,
        scale,
        child,
        ...start,
        seal: true,
        done: close,
        cancel: changing || wanted ? () => close(undefined) : undefined,
      })
    }
    ${
      !showForm && canGive() && (!given || offered("number").length > 0)
        ? html`<button type="button" class="button" data-fk=${"give:" + round.id + child} onClick=${opened(setWanted)}>
          ${icon("plus")} ${typeOnly ? _("Type a number for somebody") : _("Give my number")}<span class="away"> ${_("for %(name)s", { name }) + danger(round)}</span>
        </button>`
        : null
    }
    ${h(Answered, { round, child })}`;
}

/** How many have answered for this child; never what, and not at all where few are here. @param {{round: Round, child: string}} props */
function Answered({ round, child }) {
  const count = round.answered.filter((one) => one.child === child).length;
  const name = fill("{child}", child);
  const said = count ? ngettext("%(n)s person has answered for %(name)s.", "%(n)s people have answered for %(name)s.", count, { name }) : "";
  return html`<p class="answered">${said} ${_("All the numbers are shown together.")}</p>`;
}

/** My own number while it is sealed. @param {{round: Round, child: string, change: (() => void) | null}} props */
function Sealed({ round, child, change }) {
  const given = mine(round, child);
  if (!given) return null;
  const none = given.answer === "dont_know" ? _("You said: I don\u2019t know") : _("You said: I\u2019d rather not say");
  const words = given.value === null ? none : _("Your number: %(number)s", { number: given.value });
  return html`<div class="sealed" tabindex="-1" data-fk=${"sealed:" + round.id + child}>
    <p class="sealed-number">${icon("lock")} <b>${words}</b>${given.reason && html` <span ...${written()}>${given.reason}</span>`}</p>
    <p>${_("Only you can see this until all the numbers are shown.")}</p>
    ${
      change &&
      html`<button type="button" class="button" data-fk=${"change:" + round.id + child} onClick=${change}>
        ${_("Change")}<span class="away"> ${_("my number for %(name)s", { name: fill("{child}", child) }) + danger(round)}</span>
      </button>`
    }
  </div>`;
}

/** Whose numbers I sent: not what they were, that is theirs. @param {{round: Round, child: string}} props */
function SentFor({ round, child }) {
  const others = store
    .each("sealed")
    .map((one) => one.thing)
    .filter((one) => one.round === round.id && one.child === child && one.for_another);
  if (!others.length) return null;
  const whom = names(others.map((one) => one.person));
  return html`<p class="sent-for">${icon("check")} <span>${_("Sent for %(names)s.", { names: whom })}</span></p>`;
}
