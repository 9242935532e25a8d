/** Fields that forms share: a line or a few to write in, and whose words or number it is. */
import { _ } from "../kit/gettext.js";
import { h, html } from "../kit/html.js";
import { written } from "../store/language.js";
import { MOST } from "../kit/limits.js";
import * as store from "../store/store.js";
import { offered, waitsForYes, wasSent } from "../reading/speaking_for.js";
import { nameAndPart } from "../store/people_words.js";
import { RoomLeft, roomTold } from "../kit/room_left.js";

/** @param {any} event */
const typed = (event) => event.target.value;

/**
 * A line to write in, or with `rows` a few. Nothing that is pasted into it is cut.
 * @param {{id: string, label: any, hint?: string, value: string, write: (text: string) => void, rows?: number, most?: number,
 *   lang?: string | null, fk?: string, describedby?: string | null, hidden?: boolean, placeholder?: string, onKeyDown?: (event: KeyboardEvent) => void}} props
 *   `most`: how many characters fit, where it is not what fits in a line or in a point; `hidden`: the label is only heard
 */
export function Field({ id, label, hint, value, write, rows, most, lang, fk, describedby, hidden, placeholder, onKeyDown }) {
  const fits = most || (rows ? MOST.Text : MOST.Line);
  const told = [describedby, roomTold(value, fits, id)].filter(Boolean).join(" ") || null;
  const box = { id, value, "data-fk": fk || null, placeholder: placeholder || null, "aria-describedby": told, onKeyDown, onInput: (/** @type {Event} */ event) => write(typed(event)), ...written(lang) };
  return html`<div class="field">
    <label for=${id} class=${hidden ? "away" : null}>${label}${hint && html` <span class="hint">${hint}</span>`}</label>
    ${rows ? html`<textarea rows=${rows} ...${box}></textarea>` : html`<input type="text" autocomplete="off" ...${box} />`}
    ${h(RoomLeft, { text: value, most: fits, id })}
  </div>`;
}

/**
 * For whom, where there is somebody I may do this for; nothing otherwise. What was sent says where it came from.
 * @param {{id: string, label: string, mine: string, person: string, choose: (person: string) => void, act: string,
 *   among?: (person: import('../store/store.js').Person) => boolean, source?: string, setSource?: (text: string) => void}} props
 *   `person` is empty for oneself, which `mine` is the word for; `act`: a row of the table of who may speak for whom
 */
export function Whose({ id, label, mine, person, choose, act, among, source, setSource }) {
  const others = offered(act).filter((one) => !among || among(one));
  const chosen = person && !others.some((one) => one.id === person) ? store.get("people", person) : undefined;
  if (!others.length && !chosen) return null;
  return html`<div class="field">
    <label for=${id}>${label}</label>
    <select id=${id} value=${person} onChange=${(/** @type {Event} */ event) => choose(typed(event))}>
      <option value="">${mine}</option>
      ${others.concat(chosen ? [chosen] : []).map((one) => html`<option key=${one.id} value=${one.id}>${nameAndPart(one.id)}</option>`)}
    </select>
    ${waitsForYes(person) && html`<p class="hint">${_("It counts once %(name)s has said yes on their own device.", { name: store.personName(person) })}</p>`}
  </div>
  ${setSource && wasSent(person, act) && h(Field, { id: id + "-source", label: _("How did this reach you, and when?"), value: source || "", write: setSource })}`;
}
