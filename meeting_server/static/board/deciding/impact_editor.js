/** Writes what life is like for a child, in the editor's place below the board. Two texts at once: both shown, one chosen. */
import { useEffect, useState } from "../../vendor/preact-hooks.js";
import { whenShown } from "../forms/act.js";
import { childsVoice, quotes } from "../kit/childs_voice.js";
import { _ } from "../kit/gettext.js";
import { h, html } from "../kit/html.js";
import { icon } from "../kit/icon.js";
import { focusSoon } from "../kit/keep_focus.js";
import { begun, forget, useChoice, useWords } from "../store/kept_text.js";
import { written } from "../store/language.js";
import { send } from "../line/connection.js";
import { refusalWords } from "../kit/refusal_words.js";
import * as store from "../store/store.js";
import { editing, notice } from "../reading/view.js";
import { say, typing } from "../kit/say.js";
import { useHelp } from "../writing/word_help.js";
import { Field } from "../forms/fields.js";
import { fill } from "../store/words.js";

/** @param {string} child */
function standing(child) {
  const said = store.get("impacts", child);
  return { text: said ? said.text : "", version: said ? said.version : 0 };
}

/** @param {{child: string}} props */
export function ImpactEditor({ child }) {
  const template = store.template.value;
  const now = standing(child);
  const form = "impact:" + child;
  const [text, setText] = useWords(form, "text", now.text);
  const [version, setVersion] = useChoice(form, "version", now.version);
  const [again, setAgain] = useState(begun(form));
  const [busy, setBusy] = useState(false);
  const [sent, setSent] = useState("");
  useEffect(() => focusSoon("#editor-title"), []);
  useHelp({ id: "impact:" + child, text, speaker: "", exact: false, lang: null, back: "edit-impact" });
  const name = store.personName(child);
  const names = store.people().map((one) => one.name + " " + one.called);
  const asChild = childsVoice(text, names);
  useEffect(() => {
    if (asChild) say(voiceWords(name));
  }, [asChild]);
  const asked = template && template.impact;
  if (!asked) return null;
  // What I sent myself comes back as news before the answer does.
  const theirs = now.version > version && now.text !== sent;
  const done = () => {
    editing.value = null;
    notice.value = "";
    focusSoon("impact:" + child, "#impact-" + child);
  };
  const restart = () => {
    forget(form);
    setAgain(false);
  };
  const save = async (/** @type {number} */ from) => {
    if (asChild) {
      say(voiceWords(name));
      focusSoon("edit-impact");
      return;
    }
    notice.value = "";
    setBusy(true);
    setSent(text.trim());
    const answer = await send("write_impact", { child, version: from, text: text.trim() });
    setBusy(false);
    if (answer.ok) {
      forget(form);
      await whenShown(answer);
      say(_("Saved."));
      done();
      return;
    }
    const words = refusalWords(answer.error);
    if (answer.error.code !== "changed") notice.value = words;
    say(words);
  };
  return html`<section class="editor" aria-labelledby="editor-title" onKeyDown=${(/** @type {KeyboardEvent} */ event) => event.key === "Escape" && done()}>
    <div class="editor-head">
      <h2 id="editor-title" tabindex="-1">${_("Write together: %(label)s", { label: fill(asked.label, child) })}</h2>
      <button type="button" class="button quiet" onClick=${done}>${icon("x")} ${_("Close")}</button>
    </div>
    <form onSubmit=${(/** @type {Event} */ event) => {
      event.preventDefault();
      save(version);
    }}>
      ${!theirs && asked.prompts.length > 0 && html`<ul class="help-prompts">${asked.prompts.map((one) => html`<li key=${one}>${fill(one, child)}</li>`)}</ul>`}
      ${again && !theirs && html`<p class="hint">${_("You wrote this before and did not save it.")}
        <button type="button" class="button quiet small" onClick=${restart}>${_("Start from what stands there")}</button></p>`}
      ${theirs && html`<div class="conflict" role="group" aria-label=${_("Two texts")}>
        <p><b>${_("Somebody else changed this while you were writing.")}</b> ${_("It says now:")}</p>
        <p class="text" ...${now.text ? written() : {}}>${now.text || _("Nothing: the words were taken back.")}</p>
        <p>${_("Yours is in the box below. Nothing is mixed: choose one, or bring into your text what should stay of theirs.")}</p>
        <div class="buttons">
          <button type="button" class="button primary" disabled=${busy || !text.trim()} onClick=${() => {
            setVersion(now.version);
            save(now.version);
          }}>${_("Keep mine")}</button>
          <button type="button" class="button" onClick=${() => {
            forget(form);
            done();
          }}>${_("Use theirs")}</button>
        </div>
      </div>`}
      ${h(Field, {
        id: "edit-impact", fk: "edit-impact", label: _("What it's like, in plain words about %(name)s", { name }), value: text, rows: 4, onKeyDown: typing,
        describedby: asChild || quotes(text) ? "edit-impact-voice" : null,
        write: (now) => {
          setVersion(version);
          setText(now);
        },
      })}
      ${beforeSending(asChild, text, name)}
      ${!theirs && html`<div class="buttons">
        <button type="submit" class="button primary" disabled=${busy || !text.trim() || text.trim() === now.text}>${_("Save")}</button>
      </div>`}
    </form>
  </section>`;
}

/** @param {string} name */
function voiceWords(name) {
  return _("This reads as if %(name)s were speaking. Write about %(name)s, or put the words that %(name)s really said in quotation marks.", { name });
}

/** What to think of before it is sent. @param {boolean} asChild @param {string} text @param {string} name */
function beforeSending(asChild, text, name) {
  if (asChild) return html`<p class="think" id="edit-impact-voice">${icon("pencil")} <span>${voiceWords(name)}</span></p>`;
  if (!quotes(text)) return null;
  return html`<p class="think" id="edit-impact-voice">${icon("eye")} <span>${_("Everyone here reads this. Are %(name)s's own words safe to show here?", { name })}</span></p>`;
}
