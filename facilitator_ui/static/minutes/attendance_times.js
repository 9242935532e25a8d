/** When somebody came and went, put right to the minute. */
import { Problem, useCommand } from "../board/forms/command_form.js";
import { Called } from "../board/kit/called.js";
import { _ } from "../board/kit/gettext.js";
import { h, html } from "../board/kit/html.js";
import { forget, useChoice } from "../board/store/kept_text.js";
import { inLondon, stampInLondon } from "../board/kit/london.js";
import * as store from "../board/store/store.js";

/** @typedef {import('../board/wire.js').Attendee} Attendee */

/** "09:05", as a time field wants it. @param {number | null} stamp */
export function asField(stamp) {
  if (stamp === null) return "";
  const { hours, minutes } = inLondon(stamp);
  return ("0" + hours).slice(-2) + ":" + ("0" + minutes).slice(-2);
}

/**
 * The moment a time field means, on the day of `near`; `near` itself where the minute is the same, so that seconds stay.
 * @param {string} field @param {number} near
 */
export function asStamp(field, near) {
  if (field === asField(near)) return near;
  const [hours, minutes] = field.split(":").map(Number);
  return stampInLondon(hours, minutes, near);
}

/** @param {{attendee: Attendee, name: string, close: () => void}} props */
export function Times({ attendee, name, close }) {
  const form = "times:" + attendee.id;
  const [came, setCame] = useChoice(form, "came", asField(attendee.joined_at));
  const [left, setLeft] = useChoice(form, "left", asField(attendee.left_at));
  const { ask, problem, busy, setProblem } = useCommand();
  const gone = attendee.attendance === "left";
  const save = async (/** @type {Event} */ event) => {
    event.preventDefault();
    if (!came || (gone && !left)) return setProblem(_("Write the time as hours and minutes, for example 10:42."));
    const joined = asStamp(came, attendee.joined_at || attendee.left_at || store.now());
    const at = gone ? asStamp(left, attendee.left_at || joined) : joined;
    if (at > store.now() || joined > store.now()) return setProblem(_("That time is still to come."));
    const data = {
      attendee: attendee.id,
      attendance: /** @type {"left" | "here"} */ (gone ? "left" : "here"),
      device: attendee.device,
      at,
      joined_at: gone ? joined : null,
    };
    if (await ask("state_attendance", data, _("The times of %(name)s are put right.", { name }))) {
      forget(form);
      close();
    }
    return undefined;
  };
  const field = (/** @type {string} */ what, /** @type {string} */ label, /** @type {string} */ value, /** @type {(time: string) => void} */ write) => {
    const id = what + "-" + attendee.id;
    return html`<div class="field">
      <label for=${id}>${label}</label>
      <input type="time" id=${id} value=${value} onInput=${(/** @type {any} */ event) => write(event.target.value)} />
    </div>`;
  };
  const called = h(Called, { of: _("Times of %(name)s", { name }) });
  return html`<form class="desk-form" aria-label=${_("Times of %(name)s", { name })} onSubmit=${save}>
    <div class="two-fields">
      ${field("came", _("Came"), came, setCame)} ${gone && field("went", _("Left"), left, setLeft)}
    </div>
    ${h(Problem, { text: problem })}
    <div class="buttons">
      <button type="submit" class="button primary" aria-disabled=${busy ? "true" : null}>${_("Save the times")}${called}</button>
      <button type="button" class="button" onClick=${close}>${_("Not now")}${called}</button>
    </div>
  </form>`;
}
