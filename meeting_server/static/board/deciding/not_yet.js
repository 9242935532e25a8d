/** Not yet: takes what was shown too early off every screen; and what everyone reads of that afterwards. */
import { _ } from "../kit/gettext.js";
import { h, html } from "../kit/html.js";
import { icon } from "../kit/icon.js";
import { Problem, useCommand } from "../forms/command_form.js";
import * as store from "../store/store.js";
import { canTidy } from "../reading/view.js";
import { clock } from "../store/words.js";

/** @typedef {import('../wire.js').TakenOff} TakenOff */
/** @typedef {TakenOff["what"]} What */

/** @param {What} what @param {string | null} child null: the family */
function whatWords(what, child) {
  const name = child ? store.personName(child) : "";
  if (what === "decision") return _("the decision for %(name)s", { name });
  return child ? _("the rating for %(name)s", { name }) : _("the rating for the family");
}

/** What was taken off for this child, unless something newer is shown. @param {What} what @param {string | null} child @param {number} shownAt when what stands there was shown first, 0 for nothing */
export function takenOff(what, child, shownAt) {
  const found = store.get("taken_off", what + ":" + (child || "family"));
  return found && found.at > shownAt ? found : undefined;
}

/** "Ines took the decision for Pip off the screens, 10:42. Not yet." @param {TakenOff} one */
export function takenOffWords(one) {
  return _("%(name)s took %(what)s off the screens, %(time)s. Not yet.", { name: store.attendeeName(one.by), what: whatWords(one.what, one.child), time: clock(one.at) });
}

/** The line in its place. @param {{what: What, child: string | null, shownAt: number}} props */
export function TakenOffLine({ what, child, shownAt }) {
  const found = takenOff(what, child, shownAt);
  return found ? html`<p class="hint">${takenOffWords(found)}</p>` : null;
}

/** One press, for whoever may show. @param {{what: What, child: string | null, fk: string, desk?: boolean}} props `desk`: it stands there, and perhaps on the board as well */
export function NotYet({ what, child, fk, desk }) {
  const { ask, problem, busy } = useCommand();
  if (!store.may("finish") || !canTidy()) return null;
  const done = _("It is off every screen. The words are on your desk.");
  const values = { what: whatWords(what, child) };
  const heard = desk ? _("%(what)s comes off every screen", values) : _("take %(what)s off every screen", values);
  const press = () => (what === "decision" ? ask("take_off_decision", { child: child || "" }, done) : ask("take_off_rating", { child }, done));
  return html`<span class="do">
    <button type="button" class="button" data-fk=${fk} aria-disabled=${busy ? "true" : null} onClick=${press}>
      ${icon("eye-off")} ${_("Not yet")}<span class="away">: ${heard}</span>
    </button>
    ${h(Problem, { text: problem })}
  </span>`;
}
