/** Give a point an owner, a day, a way to know and a what-if-not: then it is an action. No owner makes it a point again. */
import { useState } from "../../vendor/preact-hooks.js";
import { act } from "../forms/act.js";
import { servable } from "./answer_link.js";
import { _ } from "../kit/gettext.js";
import { h, html } from "../kit/html.js";
import { forget, useChoice, useWords } from "../store/kept_text.js";
import { written } from "../store/language.js";
import { isBaby, isRemoved } from "../reading/speaking_for.js";
import * as store from "../store/store.js";
import { short } from "../store/words.js";
import { described } from "../writing/composer_more.js";
import { DayNote } from "../forms/day_note.js";
import { Field } from "../forms/fields.js";

/** @param {import('./point_editor.js').EditProps} props */
export function EditAction({ item, done }) {
  const old = item.action;
  const form = "action@items:" + item.id;
  const [owners, setOwners] = useChoice(form, "owners", old ? old.owners : /** @type {string[]} */ ([]));
  const [by, setBy] = useChoice(form, "by", (old && old.by) || "");
  const [measure, setMeasure] = useWords(form, "measure", old ? old.measure : "");
  const [ifNot, setIfNot] = useWords(form, "ifNot", old ? old.if_not : "");
  const [answers, setAnswers] = useChoice(form, "answers", item.answers || "");
  const [busy, setBusy] = useState(false);
  const save = async (/** @type {Event} */ event) => {
    event.preventDefault();
    setBusy(true);
    const data = { item: item.id, owners, by: by || null, measure: measure.trim(), if_not: ifNot.trim(), answers: answers || null };
    if (await act("set_action", data, owners.length ? _("Saved as an action.") : _("Saved."))) {
      forget(form);
      done();
    }
    setBusy(false);
  };
  const toggle = (/** @type {string} */ id) => () =>
    setOwners(owners.indexOf(id) >= 0 ? owners.filter((one) => one !== id) : owners.concat([id]));
  const possible = servable(item);
  return html`<form onSubmit=${save}>
    <p class="text quote" ...${written(item.lang)}>${item.text}</p>
    <fieldset class="people-choice"><legend>${_("Who does it?")}</legend>
      ${store.people().filter((one) => owners.indexOf(one.id) >= 0 || !(isBaby(one) || isRemoved(one))).map((one) => html`<label class="choice" key=${one.id}>
        <input type="checkbox" checked=${owners.indexOf(one.id) >= 0} onChange=${toggle(one.id)} /> ${described(one)}
      </label>`)}
    </fieldset>
    <div class="fields">
      <div class="field">
        <label for="action-by">${_("By when?")}</label>
        <input id="action-by" type="date" aria-describedby="action-by-note" value=${by} onInput=${(/** @type {any} */ event) => setBy(event.target.value)} />
        ${h(DayNote, { id: "action-by-note", date: by })}
      </div>
      ${h(Field, { id: "action-measure", label: _("How will we know?"), value: measure, write: setMeasure })}
      ${h(Field, { id: "action-if-not", label: _("What if not?"), value: ifNot, write: setIfNot })}
      ${possible.length > 0 && html`<div class="field">
        <label for="action-answers">${_("Which danger or goal does it answer?")}</label>
        <select id="action-answers" value=${answers} onChange=${(/** @type {any} */ event) => setAnswers(event.target.value)}>
          <option value="">${_("None said")}</option>
          ${possible.map((one) => html`<option key=${one.id} value=${one.id} selected=${answers === one.id} ...${written(one.lang)}>${short(one.text)}</option>`)}
        </select>
      </div>`}
    </div>
    <div class="buttons"><button type="submit" class="button primary" disabled=${busy}>${_("Save")}</button></div>
  </form>`;
}
