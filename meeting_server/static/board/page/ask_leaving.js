/** I have to go: last points, last number, when; and then, one press further, leaving. */
import { useState } from "../../vendor/preact-hooks.js";
import { act } from "../forms/act.js";
import { text } from "../writing/draft.js";
import * as flow from "../reading/agenda.js";
import { _, ngettext } from "../kit/gettext.js";
import { h, html } from "../kit/html.js";
import { icon } from "../kit/icon.js";
import { focusSoon } from "../kit/keep_focus.js";
import { allWords, begun, forget, useChoice } from "../store/kept_text.js";
import * as store from "../store/store.js";
import { canAdd } from "../reading/view.js";
import { clock, fill, listed } from "../store/words.js";
import { Problem, useCommand } from "../forms/command_form.js";
import { UnshownReminder } from "../writing/my_points.js";
import { goToNumber } from "../numbers/number_form.js";

const SOON_MS = 10 * 60 * 1000;

/** @param {{close: () => void}} props */
export function Leaving({ close }) {
  const request = flow.myRequest("leaving");
  const [changing, setChanging] = useState(false);
  const said = request && !changing;
  return html`<p><b>${_("Before you go")}</b></p>
    ${said
      ? html`<p>${theyKnow(request.said)}</p>`
      : h(When, { done: () => setChanging(false) })}
    ${h(Last, {})}
    <div class="buttons">
      ${said && html`<button type="button" class="button" onClick=${() => setChanging(true)}>${_("Change the time")}</button>`}
      ${said && h(LeaveNow, { words: _("Leave the meeting"), fk: "leave-meeting" })}
      <button type="button" class="button" onClick=${close}>${_("Go back")}</button>
    </div>`;
}

/** "Ines and Tolly know that you have to go at 11:00." @param {string} said */
function theyKnow(said) {
  const desk = flow.deskNames();
  const values = { names: listed(desk), when: flow.whenWords(said) };
  return ngettext("%(names)s knows that you have to go %(when)s.", "%(names)s know that you have to go %(when)s.", desk.length, values);
}

/** What there is still time for. */
function Last() {
  const [owed] = flow.owed();
  return html`${canAdd() && html`<p>${_("Add your last points in the box. They stay when you go.")}</p>`}
    ${owed && html`<p><button type="button" class="button" onClick=${() => goToNumber(owed.round, owed.child)}>
      ${_("Give my last number")}<span class="away"> ${_("for %(name)s", { name: fill("{child}", owed.child) })}</span> ${icon("chevron-right")}
    </button></p>`}`;
}

/** @param {{done: () => void}} props */
function When({ done }) {
  const [exact, setExact] = useState(begun("leaving"));
  const [at, setAt] = useChoice("leaving", "at", "");
  const { ask, problem, busy, setProblem } = useCommand();
  const tell = async (/** @type {string} */ when) => {
    if (!(await ask("say_leaving", { at: when }, flow.theyKnow()))) return;
    forget("leaving");
    done();
    focusSoon("leaving-panel");
  };
  const atTime = (/** @type {Event} */ event) => {
    event.preventDefault();
    if (!at) return setProblem(_("Choose a time first."));
    tell(at.replace(/^0/, ""));
    return undefined;
  };
  const off = busy ? "true" : null;
  return html`<p>${_("When do you have to go?")}</p>
    <div class="buttons">
      <button type="button" class="button" aria-disabled=${off} onClick=${() => tell("now")}>${_("Now")}</button>
      <button type="button" class="button" aria-disabled=${off} onClick=${() => tell(clock(store.now() + SOON_MS))}>${_("In 10 minutes")}</button>
      <button type="button" class="button" aria-expanded=${String(exact)} onClick=${() => setExact(!exact)}>${_("At a time…")}</button>
    </div>
    ${exact && html`<form class="field inline" onSubmit=${atTime}>
      <label for="leaving-at">${_("What time?")}</label>
      <input id="leaving-at" class="time" type="time" value=${at} onInput=${(/** @type {any} */ event) => setAt(event.target.value)} />
      <button type="submit" class="button" aria-disabled=${off}>${_("Say so")}</button>
    </form>`}
    ${h(Problem, { text: problem })}`;
}

/** Leaving on this device, after a look at what it means. @param {{words: string, fk: string}} props */
export function LeaveNow({ words, fk }) {
  const [sure, setSure] = useState(false);
  const turn = (/** @type {boolean} */ now) => () => {
    setSure(now);
    focusSoon(now ? fk + "-sure" : fk);
  };
  if (!sure) {
    return html`<button type="button" class="button" data-fk=${fk} onClick=${turn(true)}>${icon("log-out")} ${words}</button>`;
  }
  return html`<div class="ask-sure" role="group" aria-label=${words} tabindex="-1" data-fk=${fk + "-sure"}>
    <p>${_("What you said stays. This screen goes blank. To come back, open your link again.")}</p>
    ${text.value.trim() && html`<p><b>${_("There are words in the box that you have not added.")}</b></p>`}
    ${allWords().length > 0 && html`<p><b>${_("There are words in a form that you have not sent.")}</b></p>`}
    ${h(UnshownReminder, {})}
    <div class="buttons">
      <button type="button" class="button primary" onClick=${() => act("leave", {})}>${_("Leave now")}</button>
      <button type="button" class="button" onClick=${turn(false)}>${_("Stay")}</button>
    </div>
  </div>`;
}
