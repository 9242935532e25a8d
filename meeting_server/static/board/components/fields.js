/** Fields that forms share: a line or a few to write in, and whose words or number it is. */
import { html } from "../html.js";
import { written } from "../language.js";
import * as store from "../store.js";
import { nameAndPart } from "./number_words.js";

/** @param {any} event */
const typed = (event) => event.target.value;

/**
 * A line to write in, or with `rows` a few.
 * @param {{id: string, label: string, hint?: string, value: string, write: (text: string) => void, rows?: number}} props
 */
export function Field({ id, label, hint, value, write, rows }) {
  const input = (/** @type {Event} */ event) => write(typed(event));
  return html`<div class="field">
    <label for=${id}>${label}${hint && html` <span class="hint">${hint}</span>`}</label>
    ${
      rows
        ? html`<textarea id=${id} rows=${rows} maxlength="2000" value=${value} ...${written()} onInput=${input}></textarea>`
        : html`<input id=${id} type="text" maxlength="300" autocomplete="off" value=${value} ...${written()} onInput=${input} />`
    }
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
