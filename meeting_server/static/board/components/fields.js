/** Fields that forms share: a line or a few to write in, and whose words or number it is. */
import { h, html } from "../html.js";
import { written } from "../language.js";
import { MOST } from "../limits.js";
import * as store from "../store.js";
import { nameAndPart } from "./number_words.js";
import { RoomLeft, roomTold } from "./room_left.js";

/** @param {any} event */
const typed = (event) => event.target.value;

/**
 * A line to write in, or with `rows` a few. Nothing that is pasted into it is cut.
 * @param {{id: string, label: any, hint?: string, value: string, write: (text: string) => void, rows?: number, most?: number,
 *   lang?: string | null, fk?: string, describedby?: string | null, hidden?: boolean, onKeyDown?: (event: KeyboardEvent) => void}} props
 *   `most`: how many characters fit, where it is not what fits in a line or in a point; `hidden`: the label is only heard
 */
export function Field({ id, label, hint, value, write, rows, most, lang, fk, describedby, hidden, onKeyDown }) {
  const fits = most || (rows ? MOST.Text : MOST.Line);
  const told = [describedby, roomTold(value, fits, id)].filter(Boolean).join(" ") || null;
  const box = { id, value, "data-fk": fk || null, "aria-describedby": told, onKeyDown, onInput: (/** @type {Event} */ event) => write(typed(event)), ...written(lang) };
  return html`<div class="field">
    <label for=${id} class=${hidden ? "away" : null}>${label}${hint && html` <span class="hint">${hint}</span>`}</label>
    ${rows ? html`<textarea rows=${rows} ...${box}></textarea>` : html`<input type="text" autocomplete="off" ...${box} />`}
    ${h(RoomLeft, { text: value, most: fits, id })}
  </div>`;
}

/**
 * For whom, for those who may type for somebody else; nothing for all others.
 * @param {{id: string, label: string, mine: string, person: string, choose: (person: string) => void}} props `person` is
 *   empty for oneself, which `mine` is the word for
 */
export function Whose({ id, label, mine, person, choose }) {
  const me = store.you.value;
  if (!me || !store.may("type_for")) return null;
  const others = store.people().filter((one) => one.id !== me.person);
  return html`<div class="field">
    <label for=${id}>${label}</label>
    <select id=${id} value=${person} onChange=${(/** @type {Event} */ event) => choose(typed(event))}>
      <option value="">${mine}</option>
      ${others.map((one) => html`<option key=${one.id} value=${one.id}>${nameAndPart(one.id)}</option>`)}
    </select>
  </div>`;
}
