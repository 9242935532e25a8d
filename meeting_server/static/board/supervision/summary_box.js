/** The box for my own summary: it keeps itself as a draft that nobody else can read, until I finish it for everyone. */
import { useEffect } from "../../vendor/preact-hooks.js";
import { _, ngettext } from "../kit/gettext.js";
import { h, html } from "../kit/html.js";
import { icon } from "../kit/icon.js";
import { focusSoon } from "../kit/keep_focus.js";
import { written } from "../store/language.js";
import * as store from "../store/store.js";
import { asked, ownSummary } from "../reading/summaries.js";
import * as draft from "./summary_draft.js";
import { say, typing } from "../kit/say.js";
import { Problem } from "../forms/command_form.js";
import { Called } from "../kit/called.js";
import { Surely } from "../forms/confirm_button.js";
import { WordHelp } from "../writing/word_help_panel.js";

/** @param {{done: () => void}} props called once there is no box any more */
export function SummaryBox({ done }) {
  useEffect(() => {
    draft.begin();
    // Whoever turns to another page of the board, or is let in, has what they wrote so far kept.
    return draft.turnedAway;
  }, []);
  const all = asked();
  const text = draft.words.value || "";
  const long = draft.tooLong();
  const other = draft.elsewhere();
  const own = ownSummary();
  if (!all) return null;
  const finish = async (/** @type {Event} */ event) => {
    event.preventDefault();
    if (await draft.finish()) {
      say(_("Finished. Everyone at the meeting can read it."));
      done();
    } else focusSoon("summary-text");
  };
  const drop = async () => {
    const gone = await draft.drop();
    if (gone) say(_("Dropped. It is gone for good."));
    return gone;
  };
  const inRoom = store.phase.value === "in";
  const leave = () => {
    draft.leave();
    done();
  };
  const saved = Boolean(text) && draft.keeping.value === "kept";
  return html`<form class="summary-box" aria-label=${_("My summary")} onSubmit=${finish}>
    ${all.prompts.length > 0 && html`<ul class="help-prompts">${all.prompts.map((one) => html`<li key=${one}>${one}</li>`)}</ul>`}
    ${other && h(Elsewhere, { text: other.text })}
    <div class="field">
      <label for="summary-text">${_("My summary")}</label>
      <p class="hint" id="summary-sees">${icon("eye-off")} ${_("Nobody else can read it until you finish it.")}</p>
      <textarea id="summary-text" data-fk="summary-text" rows="8" value=${text} ...${written()} aria-describedby="summary-sees summary-kept"
        data-kept=${saved ? "" : null} onKeyDown=${typing} onInput=${(/** @type {any} */ event) => draft.wrote(event.target.value)} onBlur=${draft.keep}></textarea>
      <p class="hint summary-kept" id="summary-kept">${keptWords()}</p>
    </div>
    ${h(WordHelp, { box: { id: "summary", text, speaker: "", exact: false, lang: null, back: "summary-text" } })}
    ${h(Problem, { text: long ? ngettext("This is %(n)s character too long.", "This is %(n)s characters too long.", long) : draft.problem.value })}
    <div class="buttons">
      <button type="submit" class="button primary" data-fk="summary-finish" aria-disabled=${draft.busy.value || other || long || !text.trim() ? "true" : null}>${icon("check")} ${_("Finish my summary")}</button>
      ${(inRoom || (own && own.finished)) && html`<button type="button" class="button" onClick=${leave}>${_("Not now")}${h(Called, { of: _("My summary") })}</button>`}
      ${text.trim() && !(own && own.finished) && h(Surely, {
        fk: "summary-drop", icon: "x", small: false, does: _("Drop it"), about: "", says: _("Nobody else has seen it. It is deleted for good."),
        problem: "", busy: draft.busy.value, yes: drop, then: done,
      })}
    </div>
    <p class="hint">${_("Finished, everyone at the meeting can read it, and it stands in for you if you can't be there.")}</p>
  </form>`;
}

/** Whether what is in the box is kept. Its place is held, so that nothing below moves. */
function keptWords() {
  if (draft.keeping.value === "kept") return _("Kept for you. It is not finished.");
  return draft.keeping.value === "soon" ? _("Not kept yet: this happens when you stop for a moment.") : "\u00a0";
}

/** @param {{text: string}} props */
function Elsewhere({ text }) {
  const go = (/** @type {() => void} */ what) => () => {
    what();
    focusSoon("summary-text");
  };
  return html`<div class="conflict" role="group" aria-label=${_("Two texts")}>
    <p><b>${_("This was changed on another device.")}</b> ${_("It says there:")}</p>
    <p class="text" ...${written()}>${text}</p>
    <div class="buttons">
      <button type="button" class="button" onClick=${go(draft.keepMine)}>${_("Keep what is in the box here")}</button>
      <button type="button" class="button" onClick=${go(draft.useOther)}>${_("Use the other")}</button>
    </div>
  </div>`;
}
