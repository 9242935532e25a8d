/** Who takes the minutes: passed on in two taps, by whoever has them or the chair. The chair's desk comes with them. */
import { useState } from "../../vendor/preact-hooks.js";
import { Problem, useCommand } from "../../board/forms/command_form.js";
import { Called } from "../../board/kit/called.js";
import { nameAndPart } from "../../board/store/people_words.js";
import { mayStandIn } from "../../board/reading/controls.js";
import { takesMinutes } from "../../board/reading/core_group.js";
import { _ } from "../../board/kit/gettext.js";
import { h, html } from "../../board/kit/html.js";
import { focusSoon } from "../../board/kit/keep_focus.js";
import { forget, useChoice } from "../../board/store/kept_text.js";
import * as store from "../../board/store/store.js";

/** @typedef {import('../../board/wire.js').Attendee} Attendee */

/** Whoever was invited to take the minutes, and is here. @returns {Attendee | undefined} */
function invited() {
  const template = store.template.value;
  const scribe = template && template.roles.find((one) => one.powers.indexOf("minute") >= 0 && one.powers.indexOf("steer") < 0);
  return store.each("attendees").map((one) => one.thing).find((one) => scribe && one.role === scribe.key && one.attendance === "here");
}

/** Who takes them now, for the heading. */
export function minutesNote() {
  const now = takesMinutes() || (invited() || { id: "" }).id;
  return { needs: false, note: now ? store.attendeeName(now) : _("Nobody yet") };
}

/** Who they can be handed to: null for whoever was invited to take them. */
function choices() {
  const holder = takesMinutes();
  const scribe = invited();
  const others = mayStandIn()
    .filter((one) => one.id !== holder && (!scribe || one.id !== scribe.id))
    .map((one) => ({ id: /** @type {string | null} */ (one.id), words: nameAndPart(one.person) }));
  if (holder && scribe) others.unshift({ id: null, words: nameAndPart(scribe.person) });
  return others;
}

export function HandMinutes() {
  const form = "hand-minutes";
  const [chosen, setChosen] = useChoice(form, "chosen", "");
  const [sure, setSure] = useState(false);
  const { ask, problem, busy, setProblem } = useCommand();
  const all = choices();
  if (!store.may("minute")) return html`<p>${_("Somebody else takes the minutes now.")}</p>`;
  if (!all.length) return html`<p class="hint">${_("Nobody who could take the minutes is here yet.")}</p>`;
  const found = all.find((one) => String(one.id) === chosen);
  const turn = (/** @type {boolean} */ now) => {
    setSure(now);
    focusSoon(now ? "minutes-sure" : "minutes-hand");
  };
  const first = (/** @type {Event} */ event) => {
    event.preventDefault();
    if (!found) return setProblem(_("Choose who takes the minutes."));
    setProblem("");
    turn(true);
    return undefined;
  };
  const hand = async () => {
    if (found && (await ask("hand_minutes", { attendee: found.id }, _("The minutes are handed over.")))) {
      setSure(false);
      forget(form);
    }
  };
  if (sure && found) {
    return html`<div class="sure" role="group" aria-label=${_("Hand over")} tabindex="-1" data-fk="minutes-sure">
      <p>${_("%(name)s takes the minutes, and sees this desk.", { name: found.words })}</p>
      ${h(Problem, { text: problem })}
      <div class="buttons">
        <button type="button" class="button primary" aria-disabled=${busy ? "true" : null} onClick=${hand}>${_("Yes, hand over")}</button>
        <button type="button" class="button" onClick=${() => turn(false)}>${_("Not now")}${h(Called, { of: _("Hand over") })}</button>
      </div>
    </div>`;
  }
  return html`<form class="desk-form" onSubmit=${first}>
    <div class="field">
      <label for="minutes-who">${_("Who takes the minutes?")}</label>
      <select id="minutes-who" value=${chosen} onChange=${(/** @type {any} */ event) => setChosen(event.target.value)}>
        <option value="">${_("Choose")}</option>
        ${all.map((one) => html`<option key=${String(one.id)} value=${String(one.id)}>${one.words}</option>`)}
      </select>
    </div>
    ${h(Problem, { text: problem })}
    <div class="buttons"><button type="submit" class="button" data-fk="minutes-hand">${_("Hand over")}</button></div>
  </form>`;
}
