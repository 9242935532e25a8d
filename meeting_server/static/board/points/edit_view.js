/** I see it differently: one's own words, which will stand beside the point in equal size. */
import { useState } from "../../vendor/preact-hooks.js";
import { act } from "../forms/act.js";
import { _ } from "../kit/gettext.js";
import { h, html } from "../kit/html.js";
import { forget, useChoice, useWords } from "../store/kept_text.js";
import { written } from "../store/language.js";
import { uuid } from "../kit/uuid.js";
import { typing } from "../kit/say.js";
import { useHelp } from "../writing/word_help.js";
import { Field, Whose } from "../forms/fields.js";

/** @param {import('./point_editor.js').EditProps} props */
export function EditView({ item, done }) {
  const form = "differ@items:" + item.id;
  const [text, setText] = useWords(form, "text", "");
  const [person, setPerson] = useChoice(form, "person", "");
  const [source, setSource] = useWords(form, "source", "");
  const [view] = useState(uuid);
  const [busy, setBusy] = useState(false);
  useHelp({ id: "differ:" + item.id, text, speaker: person, exact: false, lang: null, back: "edit-view" });
  const save = async (/** @type {Event} */ event) => {
    event.preventDefault();
    setBusy(true);
    if (await act("see_differently", { view, item: item.id, text: text.trim(), person: person || null, source: source.trim() }, _("It stands next to theirs."))) {
      forget(form);
      done();
    }
    setBusy(false);
  };
  return html`<form onSubmit=${save}>
    <p class="text quote" ...${written(item.lang)}>${item.text}</p>
    ${h(Whose, { id: "edit-view-person", label: _("Whose view?"), mine: _("Mine"), person, choose: setPerson, act: "view", among: (one) => !one.child, source, setSource })}
    ${h(Field, { id: "edit-view", fk: "edit-view", label: _("How do you see it?"), value: text, write: setText, rows: 3, onKeyDown: typing })}
    <div class="buttons"><button type="submit" class="button primary" disabled=${busy || !text.trim()}>${_("Write it next to theirs")}</button></div>
  </form>`;
}
