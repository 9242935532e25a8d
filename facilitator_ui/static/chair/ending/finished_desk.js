/** After the lock: the record, and additions with author and reason. */
import { Problem, useCommand } from "../../board/forms/command_form.js";
import { Field, Whose } from "../../board/forms/fields.js";
import { nameAndPart } from "../../board/store/people_words.js";
import { _ } from "../../board/kit/gettext.js";
import { h, html } from "../../board/kit/html.js";
import { forget, useChoice, useWords } from "../../board/store/kept_text.js";
import { theirWords } from "../../board/store/language.js";
import * as store from "../../board/store/store.js";
import { uuid } from "../../board/kit/uuid.js";
import { clock } from "../../board/store/words.js";
import { Answers } from "./draft_desk.js";
import { RecordLinks } from "../../board/page/record_links.js";

/** @param {{one: import('../../board/wire.js').Addendum}} props */
function Added({ one }) {
  return html`<li>
    <p>${theirWords(one.text)}</p>
    <p class="hint">${nameAndPart(one.person)}, ${clock(one.at)}. ${_("Why:")} ${theirWords(one.reason)}</p>
  </li>`;
}

export function Finished() {
  const added = store
    .each("addenda")
    .map((one) => one.thing)
    .sort((a, b) => a.at - b.at);
  return html`${h(RecordLinks, {})} ${h(Answers, {})}
    ${
      added.length > 0 &&
      html`<h4>${_("Added since")}</h4>
        <ul class="desk-list">${added.map((one) => h(Added, { key: one.id, one }))}</ul>`
    }
    ${store.may("minute") && h(AddForm, {})}`;
}

function AddForm() {
  const form = "addendum";
  const [text, setText] = useWords(form, "text", "");
  const [reason, setReason] = useWords(form, "reason", "");
  const [person, setPerson] = useChoice(form, "person", "");
  const { ask, problem, busy, setProblem } = useCommand();
  const add = async (/** @type {Event} */ event) => {
    event.preventDefault();
    if (!text.trim() || !reason.trim()) return setProblem(_("Write what is added, and why."));
    const data = { addendum: uuid(), text: text.trim(), reason: reason.trim(), ...(person ? { person } : {}) };
    if (await ask("add_addendum", data, _("Added to the record."))) forget(form);
    return undefined;
  };
  return html`<form class="desk-form" onSubmit=${add}>
    <h4>${_("Add to the record")}</h4>
    <p class="hint">${_("The record itself never changes. What you add stands below it, with whose it is and why.")}</p>
    ${h(Field, { id: "add-text", label: _("What is added"), value: text, write: setText, rows: 3 })}
    ${h(Field, { id: "add-reason", label: _("Why"), value: reason, write: setReason })}
    ${h(Whose, { id: "add-whose", label: _("Whose addition?"), mine: _("Mine"), person, choose: setPerson, act: "addendum" })}
    ${h(Problem, { text: problem })}
    <button type="submit" class="button primary" aria-disabled=${busy ? "true" : null}>${_("Add to the record")}</button>
  </form>`;
}
