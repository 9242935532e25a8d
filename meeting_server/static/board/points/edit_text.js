/** Change the words of a point; when somebody else was faster, both texts stand side by side and one is chosen. */
import { useState } from "../../vendor/preact-hooks.js";
import { whenShown } from "../forms/act.js";
import { _ } from "../kit/gettext.js";
import { h, html } from "../kit/html.js";
import { forget, useChoice, useWords } from "../store/kept_text.js";
import { written } from "../store/language.js";
import { send } from "../line/connection.js";
import { refusalWords } from "../kit/refusal_words.js";
import { notice } from "../reading/view.js";
import { say, typing } from "../kit/say.js";
import { useHelp } from "../writing/word_help.js";
import { Field } from "../forms/fields.js";

/** @param {import('./point_editor.js').EditProps} props */
export function EditText({ item, done }) {
  const form = "change@items:" + item.id;
  const [text, setText] = useWords(form, "text", item.text);
  const [version, setVersion] = useChoice(form, "version", item.version);
  const [busy, setBusy] = useState(false);
  const theirs = item.version > version;
  // The version it began from goes with the words: what others change meanwhile must not be written over unseen.
  const write = (/** @type {string} */ now) => {
    setVersion(version);
    setText(now);
  };
  useHelp({ id: "change:" + item.id, text, speaker: item.speaker, exact: item.exact, lang: item.lang, back: "edit-text" });
  const save = async (/** @type {number} */ from) => {
    setBusy(true);
    const answer = await send("change_item", { item: item.id, version: from, text: text.trim() });
    setBusy(false);
    if (answer.ok) {
      await whenShown(answer);
      say(_("Changed."));
      forget(form);
      done();
      return;
    }
    const words = refusalWords(answer.error);
    if (answer.error.code !== "changed") notice.value = words;
    say(words);
  };
  return html`<form onSubmit=${(/** @type {Event} */ event) => {
    event.preventDefault();
    save(version);
  }}>
    ${theirs && html`<div class="conflict" role="group" aria-label=${_("Two texts")}>
      <p><b>${_("Somebody else changed this while you were writing.")}</b> ${_("It says now:")}</p>
      <p class="text" ...${written(item.lang)}>${item.text}</p>
      <p>${_("Yours is in the box below. Nothing is mixed: choose one.")}</p>
      <div class="buttons">
        <button type="button" class="button primary" disabled=${busy} onClick=${() => {
          setVersion(item.version);
          save(item.version);
        }}>${_("Keep mine")}</button>
        <button type="button" class="button" onClick=${() => {
          forget(form);
          done();
        }}>${_("Use theirs")}</button>
      </div>
    </div>`}
    ${h(Field, { id: "edit-text", fk: "edit-text", label: _("The point"), value: text, write, rows: 3, lang: item.lang, onKeyDown: typing })}
    ${!theirs && html`<div class="buttons">
      <button type="submit" class="button primary" disabled=${busy || !text.trim() || text.trim() === item.text}>${_("Save")}</button>
    </div>`}
  </form>`;
}
