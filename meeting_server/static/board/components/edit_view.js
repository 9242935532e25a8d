/** I see it differently: one's own words, which will stand beside the point in equal size. */
import { useState } from "../../vendor/preact-hooks.js";
import { act } from "../act.js";
import { _ } from "../gettext.js";
import { h, html } from "../html.js";
import { forget, useChoice, useWords } from "../kept.js";
import { written } from "../language.js";
import * as store from "../store.js";
import { uuid } from "../uuid.js";
import { typing } from "../voice.js";
import { useHelp } from "../word_help.js";
import { described } from "./composer_more.js";
import { Field } from "./fields.js";

/** @param {import('./point_editor.js').EditProps} props */
export function EditView({ item, done }) {
  const me = store.you.value;
  const mayType = store.may("type_for");
  const form = "differ@items:" + item.id;
  const [text, setText] = useWords(form, "text", "");
  const [person, setPerson] = useChoice(form, "person", "");
  const [view] = useState(uuid);
  const [busy, setBusy] = useState(false);
  useHelp({ id: "differ:" + item.id, text, speaker: person, exact: false, lang: null, back: "edit-view" });
  const save = async (/** @type {Event} */ event) => {
    event.preventDefault();
    setBusy(true);
    if (await act("see_differently", { view, item: item.id, text: text.trim(), person: person || null }, _("Written beside the point."))) {
      forget(form);
      done();
    }
    setBusy(false);
  };
  return html`<form onSubmit=${save}>
    <p class="text quote" ...${written(item.lang)}>${item.text}</p>
    ${mayType && html`<div class="field">
      <label for="edit-view-person">${_("Whose view?")}</label>
      <select id="edit-view-person" value=${person} onChange=${(/** @type {any} */ event) => setPerson(event.target.value)}>
        <option value="">${_("Mine")}</option>
        ${store.people().filter((one) => !me || one.id !== me.person).map((one) => html`<option key=${one.id} value=${one.id}>${described(one)}</option>`)}
      </select>
    </div>`}
    ${h(Field, { id: "edit-view", fk: "edit-view", label: _("How do you see it?"), value: text, write: setText, rows: 3, onKeyDown: typing })}
    <div class="buttons"><button type="submit" class="button primary" disabled=${busy || !text.trim()}>${_("Put it beside the point")}</button></div>
  </form>`;
}
