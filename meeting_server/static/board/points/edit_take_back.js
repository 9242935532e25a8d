/** Take a point back: its words go from every screen and the record; that it happened, by whom and why, stays. */
import { useState } from "../../vendor/preact-hooks.js";
import { act } from "../forms/act.js";
import { _ } from "../kit/gettext.js";
import { h, html } from "../kit/html.js";
import { forget, useWords } from "../store/kept_text.js";
import { written } from "../store/language.js";
import { Field } from "../forms/fields.js";

/** @param {import('./point_editor.js').EditProps} props */
export function EditTakeBack({ item, done }) {
  const form = "take_back@items:" + item.id;
  const [why, setWhy] = useWords(form, "why", "");
  const [busy, setBusy] = useState(false);
  const take = async (/** @type {Event} */ event) => {
    event.preventDefault();
    setBusy(true);
    if (await act("take_back_item", { item: item.id, why: why.trim() }, _("Taken back."))) {
      forget(form);
      done();
    }
    setBusy(false);
  };
  return html`<form onSubmit=${take}>
    <p class="text quote" ...${written(item.lang)}>${item.text}</p>
    <p>${_("These words go from every screen and from the record, for good. A mark stays that you took something back.")}</p>
    ${h(Field, { id: "edit-why", label: _("Why?"), hint: _("If you want to say. Everyone can read this."), value: why, write: setWhy })}
    <div class="buttons">
      <button type="submit" class="button primary" disabled=${busy}>${_("Take it back")}</button>
      <button type="button" class="button" onClick=${done}>${_("Leave it as it is")}</button>
    </div>
  </form>`;
}
