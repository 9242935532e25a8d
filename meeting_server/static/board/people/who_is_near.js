/** "Can anybody see or hear this?": asked once at arrival, above the box; to be changed under this screen's settings. */
import { _ } from "../kit/gettext.js";
import { html } from "../kit/html.js";
import { focusSoon } from "../kit/keep_focus.js";
import { askedWhoIsNear, nearby } from "../store/someone_nearby.js";

/** @typedef {import('../store/someone_nearby.js').Nearby} Nearby */

/** Whether the question waits: nothing else is asked before. */
export function nearWaits() {
  return askedWhoIsNear.value && nearby.value === "";
}

export function AskWhoIsNear() {
  const answer = (/** @type {Nearby} */ now) => () => {
    nearby.value = now;
    focusSoon("#page-heading", "#meeting-heading");
  };
  return html`<div class="asked near-asked" role="group" aria-labelledby="near-question">
    <p id="near-question">${_("Can anybody see or hear this?")}</p>
    <div class="buttons two">
      <button type="button" class="button" data-fk="near-no" onClick=${answer("alone")}>${_("No, only me")}</button>
      <button type="button" class="button" data-fk="near-yes" onClick=${answer("nearby")}>${_("Yes")}</button>
    </div>
  </div>`;
}

/** The same among what I set for this screen. */
export function WhoIsNear() {
  if (!askedWhoIsNear.value) return null;
  const choice = (/** @type {Nearby} */ key, /** @type {string} */ words) => html`<label class="choice">
    <input type="radio" name="near" data-fk=${"near:" + key} checked=${nearby.value === key} onChange=${() => (nearby.value = key)} /> ${words}
  </label>`;
  return html`<fieldset>
    <legend>${_("Can anybody see or hear this?")}</legend>
    ${choice("alone", _("No, only me"))} ${choice("nearby", _("Yes"))}
  </fieldset>`;
}
