/** After the lock: the record, and additions with author and reason. */
import { useState } from "../vendor/preact-hooks.js";
import { Problem, useAsk } from "../board/components/asking.js";
import { Field, Whose } from "../board/components/fields.js";
import { nameAndPart } from "../board/components/number_words.js";
import { h, html } from "../board/html.js";
import * as store from "../board/store.js";
import { uuid } from "../board/uuid.js";
import { clock } from "../board/words.js";
import { Answers } from "./draft_desk.js";
import { RecordLinks } from "./parts.js";

/** @param {{one: import('../board/wire.js').Addendum}} props */
function Added({ one }) {
  return html`<li>
    <p>${one.text}</p>
    <p class="hint">${nameAndPart(one.person)}, ${clock(one.at)}. Why: ${one.reason}</p>
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
      html`<h4>Added since</h4>
        <ul class="desk-list">${added.map((one) => h(Added, { key: one.id, one }))}</ul>`
    }
    ${store.may("minute") && h(AddForm, {})}`;
}

function AddForm() {
  const [text, setText] = useState("");
  const [reason, setReason] = useState("");
  const [person, setPerson] = useState("");
  const { ask, problem, busy, setProblem } = useAsk();
  const add = async (/** @type {Event} */ event) => {
    event.preventDefault();
    if (!text.trim() || !reason.trim()) return setProblem("Write what is added, and why.");
    const data = { addendum: uuid(), text: text.trim(), reason: reason.trim(), ...(person ? { person } : {}) };
    if (await ask("add_addendum", data, "Added to the record.")) {
      setText("");
      setReason("");
    }
    return undefined;
  };
  return html`<form class="desk-form" onSubmit=${add}>
    <h4>Add to the record</h4>
    <p class="hint">The record itself never changes. What you add stands below it, with whose it is and why.</p>
    ${h(Field, { id: "add-text", label: "What is added", value: text, write: setText, rows: 3 })}
    ${h(Field, { id: "add-reason", label: "Why", value: reason, write: setReason })}
    ${h(Whose, { id: "add-whose", label: "Whose addition?", mine: "Mine", person, choose: setPerson })}
    ${h(Problem, { text: problem })}
    <button type="submit" class="button primary" aria-disabled=${busy ? "true" : null}>Add to the record</button>
  </form>`;
}
