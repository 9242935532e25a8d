/** Which danger, worry or goal a point answers: named by their words, one chosen, or none. */
import { useState } from "../../vendor/preact-hooks.js";
import { act } from "../forms/act.js";
import { answerable, isDanger, isGoodThing } from "./answer_link.js";
import { _ } from "../kit/gettext.js";
import { html } from "../kit/html.js";
import { forget, useChoice } from "../store/kept_text.js";
import { theirWords, written } from "../store/language.js";
import { columnOf } from "../reading/layout.js";
import { fill } from "../store/words.js";

/** @typedef {import('../store/store.js').Item} Item */

/** What a point is, in a word, before its text. @param {Item} item */
function part(item) {
  const column = columnOf(item.column);
  const category = column && column.categories.find((one) => one.key === item.category);
  return category ? fill(category.label) : "";
}

/** @param {import('./point_editor.js').EditProps} props */
export function EditAnswer({ item, done }) {
  const form = "answer@items:" + item.id;
  const [chosen, setChosen] = useChoice(form, "chosen", item.answers || "");
  const [busy, setBusy] = useState(false);
  const all = answerable(item);
  const save = async (/** @type {Event} */ event) => {
    event.preventDefault();
    setBusy(true);
    const said = chosen ? _("Linked.") : _("It answers nothing now.");
    if (await act("answer_item", { item: item.id, answers: chosen || null }, said)) {
      forget(form);
      done();
    }
    setBusy(false);
  };
  const question = isGoodThing(item) ? _("Which worry does this help with?") : all.some(isDanger) ? _("Which danger does this answer?") : _("What does this answer?");
  return html`<form onSubmit=${save}>
    <p class="text quote" ...${written(item.lang)}>${item.text}</p>
    ${
      all.length
        ? html`<fieldset class="answer-choice"><legend>${question}</legend>
            ${all.map((one) => html`<label class="choice" key=${one.id}>
              <input type="radio" name="answers" checked=${chosen === one.id} onChange=${() => setChosen(one.id)} />
              <span>${part(one) && html`<b>${part(one)}: </b>`}${theirWords(one.text, one.lang)}</span>
            </label>`)}
            <label class="choice">
              <input type="radio" name="answers" checked=${chosen === ""} onChange=${() => setChosen("")} /> ${_("Nothing")}
            </label>
          </fieldset>`
        : html`<p>${_("There is nothing on the board yet that this could answer.")}</p>`
    }
    <div class="buttons">
      <button type="submit" class="button primary" disabled=${busy || chosen === (item.answers || "")}>${_("Save")}</button>
    </div>
  </form>`;
}
