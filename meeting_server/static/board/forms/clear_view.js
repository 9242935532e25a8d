/** Taking the words of a view back for good, after one look; the answer stays. */
import { useState } from "../../vendor/preact-hooks.js";
import { _ } from "../kit/gettext.js";
import { h, html } from "../kit/html.js";
import { focusSoon } from "../kit/keep_focus.js";
import * as store from "../store/store.js";
import { canTidy } from "../reading/view.js";
import { fill } from "../store/words.js";
import { Problem, useCommand } from "./command_form.js";
import { Called } from "../kit/called.js";

/** @typedef {import('../reading/deciding.js').AgencyView} AgencyView */

/** Whether there is a word to take back. @param {AgencyView} one */
export function hasWords(one) {
  return one.sources.length > 0 && (one.why !== "" || one.earlier.some((was) => was.why !== ""));
}

/** @param {{one: AgencyView}} props */
export function ClearView({ one }) {
  const [sure, setSure] = useState(false);
  const { ask, problem, busy } = useCommand();
  const me = store.you.value;
  const mine = Boolean(me && one.person === me.person);
  const may = mine || Boolean(me && one.recorded_by === me.attendee);
  if (!canTidy() || !may || !hasWords(one)) return null;
  const key = "clear-view:" + one.id;
  const turn = (/** @type {boolean} */ now) => {
    setSure(now);
    focusSoon(now ? key + "-sure" : key, "decided:" + one.child);
  };
  const named = { name: store.personName(one.person), child: fill("{child}", one.child) };
  const about = html`<span class="away"> ${_("of %(name)s for %(child)s", named)}</span>`;
  if (!sure) {
    return html`<button type="button" class="button quiet small" data-fk=${key} onClick=${() => turn(true)}>${_("Take these words back")}${about}</button>`;
  }
  const clear = async () => {
    if (await ask("clear_agency_view", { child: one.child, person: mine ? null : one.person }, _("Taken back."))) turn(false);
  };
  return html`<div class="sure" role="group" aria-label=${_("Take these words back")} tabindex="-1" data-fk=${key + "-sure"}>
    <p>${_("The words are deleted for good. The answer stays.")}</p>
    ${h(Problem, { text: problem })}
    <div class="buttons">
      <button type="button" class="button primary" aria-disabled=${busy ? "true" : null} onClick=${clear}>${_("Take them back")}${about}</button>
      <button type="button" class="button" onClick=${() => turn(false)}>${_("Not now")}${h(Called, { of: _("Take these words back") })}${about}</button>
    </div>
  </div>`;
}
