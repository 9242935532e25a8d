/**
 * Preparing in the waiting room, before the meeting: points for oneself, by column. No child and nobody else is named here.
 * The words are those of the board's box, so that what is half written is in it when the board comes.
 */
import { begun, mine } from "../writing/private_writing.js";
import { emptyBox, text } from "../writing/draft.js";
import { AsSeveral } from "../writing/as_several.js";
import { Problem, useCommand } from "../forms/command_form.js";
import { Field } from "../forms/fields.js";
import { Preparing } from "../writing/my_points.js";
import { PrivateList } from "../writing/private_points.js";
import { _ } from "../kit/gettext.js";
import { h, html } from "../kit/html.js";
import { focusSoon } from "../kit/keep_focus.js";
import { useChoice } from "../store/kept_text.js";
import { isEmpty } from "../kit/plain_text.js";
import { NOTHING_SAID } from "../store/said_fields.js";
import * as store from "../store/store.js";
import { uuid } from "../kit/uuid.js";
import { fill } from "../store/words.js";
import { PrepareSummary } from "./prepare_summary.js";

export function Prepare() {
  const template = store.template.value;
  if (!template) return null;
  return html`${h(PrepareSummary, {})}<section class="sheet" aria-labelledby="prepare-heading">
    <h2 id="prepare-heading">${_("Would you like to write something now?")}</h2>
    <p>${_("Only you can see this. Your points wait here until you show them in the meeting, or you drop them. You can close this page: open your link again on this device, and they are here.")}</p>
    ${h(Writing, {})}
    ${template.columns.map((column) => h(Written, { key: column.key, label: fill(column.label), column: column.key }))}
    ${mine().length > 0 && h(Preparing, {})}
  </section>`;
}

function Writing() {
  const template = store.template.value;
  const all = template ? template.columns : [];
  const form = "prepare";
  const [column, setColumn] = useChoice(form, "column", all.length ? all[0].key : "");
  const { ask, problem, busy } = useCommand();
  const write = (/** @type {string} */ words) => {
    text.value = words;
    begun.value = Boolean(words.trim());
  };
  const add = async (/** @type {string[]} */ all) => {
    for (let at = 0; at < all.length; at += 1) {
      const said = { ...NOTHING_SAID, item: uuid(), column, text: all[at], apart: null };
      if (!(await ask("write_privately", said, _("Kept. Only you can see it.")))) return;
      if (at + 1 < all.length) text.value = all.slice(at + 1).join("\n");
      else emptyBox();
    }
    focusSoon("prepare-text");
  };
  const submit = (/** @type {Event} */ event) => {
    event.preventDefault();
    if (!isEmpty(text.value)) add([text.value.trim()]);
  };
  return html`<form class="prepare" aria-label=${_("Prepare a point")} onSubmit=${submit}>
    <div class="field">
      <label for="prepare-column">${_("Where does it belong?")}</label>
      <select id="prepare-column" data-fk="prepare-column" onChange=${(/** @type {any} */ event) => setColumn(event.target.value)}>
        ${all.map((one) => html`<option key=${one.key} value=${one.key} selected=${one.key === column}>${fill(one.label)}</option>`)}
      </select>
    </div>
    ${h(Field, { id: "prepare-text", fk: "prepare-text", label: _("Say it your way"), value: text.value, write, rows: 3 })}
    ${h(Problem, { text: problem })} ${h(AsSeveral, { add })}
    <button type="submit" class="button primary" aria-disabled=${busy ? "true" : null}>${_("Keep it for me")}</button>
  </form>`;
}

/** @param {{column: string, label: string}} props */
function Written({ column, label }) {
  const here = mine().filter((one) => one.column === column);
  return h(PrivateList, { list: "prepared:" + column, items: here, label: _("Only you can see this: %(label)s", { label }), heading: label });
}
