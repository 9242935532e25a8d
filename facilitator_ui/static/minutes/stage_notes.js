/** A note for each step of the agenda: a summary, not a transcript. When somebody else was faster, both texts stand there. */
import { useRef, useState } from "../vendor/preact-hooks.js";
import { Problem } from "../board/forms/command_form.js";
import { Called } from "../board/kit/called.js";
import { Field } from "../board/forms/fields.js";
import { PutAside, whoseWords } from "../board/asides/put_aside.js";
import { whenShown } from "../board/forms/act.js";
import { _, ngettext } from "../board/kit/gettext.js";
import { h, html } from "../board/kit/html.js";
import { icon } from "../board/kit/icon.js";
import { begun, forget, useChoice, useWords } from "../board/store/kept_text.js";
import { send } from "../board/line/connection.js";
import { refusalWords } from "../board/kit/refusal_words.js";
import * as store from "../board/store/store.js";
import { say, typing } from "../board/kit/say.js";
import { clock, fill } from "../board/store/words.js";

/** @typedef {import('../board/wire.js').Stage} Stage */

/** What is written and not yet saved for a step goes by this name. @param {string} stage */
const formOf = (stage) => "note:" + stage;

/** The step the meeting is at, or nothing. */
function current() {
  const agenda = store.get("agenda", "agenda");
  return agenda ? agenda.stage : "";
}

/** How many steps have a note, for the heading. */
export function notesNote() {
  const count = store.each("stage_notes").filter(({ thing }) => thing.text).length;
  return { needs: false, note: count ? ngettext("%(n)s step has a note", "%(n)s steps have a note", count) : _("none yet") };
}

export function Notes() {
  const template = store.template.value;
  const [opened, setOpened] = useState(/** @type {Record<string, boolean>} */ ({}));
  if (!template || !template.stages.length) return html`<p class="hint">${_("This kind of meeting has no steps.")}</p>`;
  const now = current();
  // The chair goes on while a sentence is being written: the note under the hands stays open, and no other opens above it.
  const shown = useRef(now);
  const active = document.activeElement;
  if (!active || !active.closest(".notes")) shown.current = now;
  return html`<ul class="desk-list notes">
    ${template.stages.map((stage, at) => {
      const note = store.get("stage_notes", stage.key);
      const open = opened[stage.key] === undefined ? stage.key === shown.current || begun(formOf(stage.key)) : opened[stage.key];
      return html`<li key=${stage.key}>
        <button type="button" class="button quiet opens step-head" aria-expanded=${String(open)} data-fk=${"step:" + stage.key}
          onClick=${() => setOpened({ ...opened, [stage.key]: !open })}>
          ${icon("chevron-right")} <span>${at + 1}. ${fill(stage.label)}</span>
          ${stage.key === now && html`<b class="state">${_("now")}</b>`} ${note && note.text && html`<span class="hint">${_("noted")}</span>`}
        </button>
        ${open && h(Note, { stage, step: at + 1 })} ${open && h(AsideNote, { stage, step: at + 1 })}
      </li>`;
    })}
  </ul>`;
}

/** Putting aside what somebody else noted. @param {{stage: Stage, step: number}} props */
function AsideNote({ stage, step }) {
  const me = store.you.value;
  const note = store.get("stage_notes", stage.key);
  const words = note && note.text && note.sources.length;
  const about = words ? _("note for step %(step)s, %(text)s", { step, text: whoseWords(store.attendeeName(note.by), note.at, note.text) }) : "";
  return h(PutAside, { kind: "stage_notes", thing: stage.key, about, mine: Boolean(me && note && note.by === me.attendee) });
}

/** @param {{stage: Stage, step: number}} props */
function Note({ stage, step }) {
  const note = store.get("stage_notes", stage.key);
  const said = note ? note.text : "";
  const version = note ? note.version : 0;
  const form = formOf(stage.key);
  const [text, setText] = useWords(form, "text", said);
  const [from, setFrom] = useChoice(form, "version", version);
  const [problem, setProblem] = useState("");
  const [busy, setBusy] = useState(false);
  const theirs = from < version && text !== said;
  const write = (/** @type {string} */ now) => {
    setFrom(from);
    setText(now);
  };
  // What is in the box when the answer comes, perhaps more than was sent.
  const latest = useRef(text);
  latest.current = text;
  const save = async (/** @type {number} */ over) => {
    if (busy) return;
    setBusy(true);
    setProblem("");
    const sent = text.trim();
    const answer = await send("note_stage", { stage: stage.key, version: over, text: sent });
    if (answer.ok) await whenShown(answer);
    setBusy(false);
    if (answer.ok) {
      if (latest.current === text) forget(form);
      else setFrom(over + 1);
      say(_("The note is saved."));
    } else {
      const why = refusalWords(answer.error);
      say(why);
      if (answer.error.code !== "changed") setProblem(why);
    }
  };
  const id = "note-" + stage.key;
  const called = h(Called, { of: _("Note for step %(step)s", { step }) });
  return html`<form class="note" aria-label=${_("Note for step %(step)s", { step })} onSubmit=${(/** @type {Event} */ event) => {
    event.preventDefault();
    save(from);
  }}>
    ${
      theirs &&
      html`<div class="conflict" role="group" aria-label=${_("Two texts")}>
      <p><b>${_("%(name)s changed this note while you were writing.", { name: note ? store.attendeeName(note.by) : _("Somebody else") })}</b> ${_("It says now:")}</p>
      <p class="text">${said || _("Nothing.")}</p>
      <p>${_("Yours is in the box below. Nothing is mixed: choose one.")}</p>
      <div class="buttons">
        <button type="button" class="button primary" onClick=${() => save(version)}>${_("Keep mine")}${called}</button>
        <button type="button" class="button" onClick=${() => forget(form)}>${_("Use theirs")}${called}</button>
      </div>
    </div>`
    }
    ${h(Field, {
      id, fk: id, label: _("What was said at this step, in short"), value: text, rows: 4, onKeyDown: typing,
      write,
    })}
    ${note && !theirs && html`<p class="hint">${_("Written by %(name)s, %(time)s", { name: store.attendeeName(note.by), time: clock(note.at) })}</p>`}
    ${h(Problem, { text: problem })}
    ${
      !theirs &&
      html`<div class="buttons">
      <button type="submit" class="button primary" aria-disabled=${busy || text.trim() === said ? "true" : null}>${_("Save the note")}${called}</button>
      ${text !== said && html`<span class="hint">${_("Not saved yet")}</span>`}
    </div>`
    }
  </form>`;
}
