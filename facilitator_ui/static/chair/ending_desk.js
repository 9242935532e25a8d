/** Starting the meeting, ending it with what is still missing, locking the record, and adding to it afterwards. */
import { useState } from "../vendor/preact-hooks.js";
import { signal } from "../vendor/signals.js";
import { Problem, useAsk } from "../board/components/asking.js";
import { Field, Whose } from "../board/components/fields.js";
import { h, html } from "../board/html.js";
import { icon } from "../board/icon.js";
import * as store from "../board/store.js";
import { uuid } from "../board/uuid.js";
import { clock } from "../board/words.js";
import { nameAndPart } from "../board/components/number_words.js";
import { Checks } from "./checks.js";
import { Do } from "./parts.js";

const CONFIRMATION = "FINISH";

/** The reasons being written, by check; they outlast closing the section. */
const written = signal(/** @type {Record<string, string>} */ ({}));

export function Start() {
  if (!store.may("steer")) return null;
  return html`<section class="desk-section needs start">
    <p>The meeting has not started. You can let people in first.</p>
    ${h(Do, { words: "Start the meeting", name: "open_meeting", data: {}, primary: true, fk: "start" })}
  </section>`;
}

export function Ending() {
  const facts = store.meeting();
  if (!facts) return null;
  if (facts.state === "finished") return h(Finished, {});
  if (facts.state === "ended") return h(Draft, {});
  return store.may("steer") ? h(End, {}) : null;
}

/** Everything still missing, and the button. */
function End() {
  const reasons = written.value;
  const { ask, problem, busy, setProblem } = useAsk();
  const template = store.template.value;
  if (!template) return null;
  const missing = store.gaps.value
    .map((gap) => template.checks.find((check) => check.key === gap.check))
    .filter(Boolean);
  const blocked = missing.some((check) => check && check.blocks);
  const silent = missing.some((check) => check && !check.blocks && !(reasons[check.key] || "").trim());
  const end = () => {
    if (blocked) return setProblem("Some things must be put right first.");
    if (silent) return setProblem("Say why the meeting ends with these still open.");
    const said = missing.map((check) => ({
      check: check ? check.key : "",
      reason: check ? reasons[check.key].trim() : "",
    }));
    ask("end_meeting", { reasons: said });
    return undefined;
  };
  return html`${h(Checks, { reasons, write: (key, text) => (written.value = { ...reasons, [key]: text }) })}
    <p class="hint">After the end nobody can add new points. The draft can still be put right.</p>
    ${h(Problem, { text: problem })}
    <div class="buttons">
      <button type="button" class="button primary" data-fk="end-meeting" aria-disabled=${busy || blocked ? "true" : null}
        onClick=${end}>End the meeting</button>
      ${h(Word, {})}
    </div>`;
}

function Word() {
  const app = document.getElementById("app");
  const seat = app ? app.getAttribute("data-seat") : "";
  const href = "/board/" + seat + "/record.docx";
  return html`<a class="button" href=${href} download="record.docx">${icon("file-text")} The record, as a Word file</a>`;
}

/** After the end: put right what is missing, then lock. */
function Draft() {
  const [typed, setTyped] = useState("");
  const { ask, problem, busy, setProblem } = useAsk();
  const finish = (/** @type {Event} */ event) => {
    event.preventDefault();
    if (typed.trim().toUpperCase() !== CONFIRMATION)
      return setProblem("Type the word " + CONFIRMATION + " to lock the record.");
    ask("finish_meeting", { typed: typed.trim() });
    return undefined;
  };
  const label = "Type " + CONFIRMATION + " to lock the record";
  return html`<p>Read back what was decided and what each person does.</p>
    <p class="hint">Speakers can still say whether their words are right.</p>
    ${h(Checks, { reasons: {} })} ${h(Answers, {})} ${h(Word, {})}
    ${
      store.may("finish") &&
      html`<form class="desk-form" onSubmit=${finish}>
      <p>Locking is for good: afterwards the record can only be added to.</p>
      <p>Private writing and numbers that were not shown are deleted.</p>
      ${h(Field, { id: "finish-typed", label, value: typed, write: setTyped })}
      ${h(Problem, { text: problem })}
      <div class="buttons"><button type="submit" class="button primary" aria-disabled=${busy ? "true" : null}>Finish and lock</button></div>
    </form>`
    }`;
}

/** Why the meeting was ended with something open. */
function Answers() {
  const template = store.template.value;
  const answers = store.each("check_answers").map((one) => one.thing);
  if (!answers.length || !template) return null;
  const says = (/** @type {string} */ key) =>
    (template.checks.find((check) => check.key === key) || { says: key }).says;
  return html`<p class="hint">Reasons given at the end:</p>
    <ul class="desk-list plain">
      ${answers.map((one) => html`<li key=${one.id}>${says(one.id)} <b>${one.reason}</b></li>`)}
    </ul>`;
}

/** @param {{one: import('../board/wire.js').Addendum}} props */
function Added({ one }) {
  return html`<li>
    <p>${one.text}</p>
    <p class="hint">${nameAndPart(one.person)}, ${clock(one.at)}. Why: ${one.reason}</p>
  </li>`;
}

/** After the lock: additions with author and reason. */
function Finished() {
  const [text, setText] = useState("");
  const [reason, setReason] = useState("");
  const [person, setPerson] = useState("");
  const { ask, problem, busy, setProblem } = useAsk();
  const added = store
    .each("addenda")
    .map((one) => one.thing)
    .sort((a, b) => a.at - b.at);
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
  return html`${h(Word, {})} ${h(Answers, {})}
    ${added.length > 0 && html`<ul class="desk-list">${added.map((one) => h(Added, { key: one.id, one }))}</ul>`}
    ${
      store.may("minute") &&
      html`<form class="desk-form" onSubmit=${add}>
      <h4>Add to the record</h4>
      ${h(Field, { id: "add-text", label: "What is added", value: text, write: setText, rows: 3 })}
      ${h(Field, { id: "add-reason", label: "Why", value: reason, write: setReason })}
      ${h(Whose, { id: "add-whose", label: "Whose addition?", mine: "Mine", person, choose: setPerson })}
      ${h(Problem, { text: problem })}
      <button type="submit" class="button primary" aria-disabled=${busy ? "true" : null}>Add to the record</button>
    </form>`
    }`;
}
