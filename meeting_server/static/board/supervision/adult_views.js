/** How everybody sees an adult: a strip of the answers with everybody's dot, and below it a lapse, why, and the adult's exact words. */
import { useState } from "../../vendor/preact-hooks.js";
import { answerWithTerm, viewForm, viewsOf } from "../reading/adults.js";
import { going } from "../reading/agenda.js";
import { _ } from "../kit/gettext.js";
import { h, html } from "../kit/html.js";
import { icon } from "../kit/icon.js";
import { focusSoon } from "../kit/keep_focus.js";
import { useOpen } from "../store/kept_text.js";
import { theirWords } from "../store/language.js";
import * as store from "../store/store.js";
import { canTidy } from "../reading/view.js";
import { whoTyped } from "../reading/who_typed.js";
import { clock, labelOf, quoted } from "../store/words.js";
import { AdultForm } from "./adult_form.js";
import { Problem, useCommand } from "../forms/command_form.js";
import { Called } from "../kit/called.js";
import { nameAndPart, sideOf } from "../store/people_words.js";
import { PutAside } from "../asides/put_aside.js";
import { Shape } from "../kit/shape.js";
import { StageStrip } from "./stage_strip.js";

/** @typedef {import('../reading/adults.js').AdultQuestion} AdultQuestion */
/** @typedef {import('../reading/adults.js').AdultView} AdultView */
/** @typedef {import('../reading/adults.js').EarlierAdultView} EarlierAdultView */

/**
 * @param {{question: AdultQuestion, adult: string, behaviour: string | null, about: string, head: any, acts?: any, closed?: boolean}} props
 *   `about`: what it is about, for those who hear the button; `head`: its heading; `acts`: what else can be done, beside it; `closed`: no new view on it
 */
export function AdultViews({ question, adult, behaviour, about, head, acts, closed }) {
  const id = viewForm(question.key, adult, behaviour);
  const [giving, setGiving] = useOpen(id);
  const all = viewsOf(question.key, adult, behaviour);
  const told = all.filter((one) => saysMore(one));
  const me = store.you.value;
  const mine = me && all.some((one) => one.person === me.person);
  const turn = (/** @type {boolean} */ now) => {
    setGiving(now);
    focusSoon((now ? "form:" : "give:") + id);
  };
  const form = giving && !closed;
  return html`<div class="strip-head">
      <h4>${head}</h4>
      ${
        !form && !closed && going() && store.may("detail") &&
        html`<button type="button" class="button" data-fk=${"give:" + id} onClick=${() => turn(true)}>
          ${mine ? _("Change how I see it") : _("Say how I see it")}${h(Called, { of: about })}
        </button>`
      }
      ${acts} ${h(Meanings, { question, about })}
    </div>
    ${h(StageStrip, { question, adult, behaviour, label: about })}
    ${told.length > 0 && html`<ul class="agency-views adult-views">${told.map((one) => h(One, { key: one.id, question, view: one, about }))}</ul>`}
    ${form && h(AdultForm, { question, adult, behaviour, about, close: () => turn(false) })}`;
}

/** What each answer means, in a sentence: a press away, so that the strip stays short. @param {{question: AdultQuestion, about: string}} props */
function Meanings({ question, about }) {
  const [open, setOpen] = useState(false);
  const told = question.answers.filter((one) => one.means);
  if (!told.length) return null;
  return html`<button type="button" class="button quiet small" data-fk=${"means:" + about} aria-expanded=${String(open)} onClick=${() => setOpen(!open)}>
      ${open ? _("Hide what they mean") : _("What they mean")}${h(Called, { of: about })}</button>
    ${open && html`<ul class="meanings">${told.map((one) => html`<li key=${one.key}><b>${one.label}:</b> ${one.means}</li>`)}</ul>`}`;
}

/** Whether there is more to read than on which answer it stands. @param {AdultView} view */
function saysMore(view) {
  return Boolean(view.lapse || view.why || view.quote || view.earlier.length);
}

/** @param {{question: AdultQuestion, one: AdultView | EarlierAdultView}} props */
function Words({ question, one }) {
  const talk = labelOf(question.talk, one.talk);
  return html`${one.lapse && html`<span class="chip lapse"><span aria-hidden="true">↩</span> ${question.lapse}</span> `}
    ${one.quote && html`<q class="exact">${theirWords(quoted(one.quote))}</q> ${talk && html`<span class="part">${talk}.</span> `}`}
    ${one.why && html`${theirWords(one.why)} `}`;
}

/** @param {{question: AdultQuestion, view: AdultView, about: string}} props */
function One({ question, view, about }) {
  const [open, setOpen] = useState(false);
  const agency = store.agencyOf(view.person);
  const by = whoTyped(view.person, view.recorded_by).map((said) => " · " + said).join("");
  return html`<li>
    <span class=${"person-mark tint-" + (agency ? agency.tint : "family")}>${h(Shape, { side: sideOf(view.person) })}</span>
    <div>
      <p>${h(Words, { question, one: view })}<span class="meta"><b>${nameAndPart(view.person)}</b> · ${clock(view.at)}${by}</span></p>
      ${
        view.earlier.length > 0 &&
        html`<button type="button" class="button quiet small opens" aria-expanded=${String(open)} data-fk=${"adult-before:" + view.id} onClick=${() => setOpen(!open)}>
            ${icon("chevron-right")} ${_("Seen before")}${h(Called, { of: nameAndPart(view.person) + ", " + about })}</button>
          ${open && html`<ul>${view.earlier.map((one) => html`<li class="before" key=${one.at}><p>${clock(one.at)} <b>${answerWithTerm(question, one.answer)}.</b> ${h(Words, { question, one })}</p></li>`)}</ul>`}`
      }
      ${h(Clear, { view, about })}
      ${h(PutAside, { kind: "adult_views", thing: view.id, about: hasWords(view) ? nameAndPart(view.person) + ", " + about : "", mine: isMine(view) })}
    </div>
  </li>`;
}

/** @param {AdultView} view */
function hasWords(view) {
  const words = view.why || view.quote || view.earlier.some((one) => one.why || one.quote);
  return Boolean(words && view.sources.length);
}

/** @param {AdultView} view */
function isMine(view) {
  const me = store.you.value;
  return Boolean(me && (view.person === me.person || view.recorded_by === me.attendee));
}

/** Taking the words back for good, after one look. @param {{view: AdultView, about: string}} props */
function Clear({ view, about }) {
  const [sure, setSure] = useState(false);
  const { ask, problem, busy } = useCommand();
  if (!canTidy() || !store.may("detail") || !isMine(view) || !hasWords(view)) return null;
  const key = "clear-adult:" + view.id;
  const turn = (/** @type {boolean} */ now) => {
    setSure(now);
    focusSoon(now ? key + "-sure" : key);
  };
  const whose = nameAndPart(view.person) + ", " + about;
  if (!sure) {
    return html`<button type="button" class="button quiet small" data-fk=${key} onClick=${() => turn(true)}>
      ${_("Take these words back")}${h(Called, { of: whose })}
    </button>`;
  }
  const data = { question: view.question, adult: view.adult, behaviour: view.behaviour, person: view.person };
  return html`<div class="sure" role="group" aria-label=${_("Take these words back")} tabindex="-1" data-fk=${key + "-sure"}>
    <p>${_("The words are deleted for good. The answer stays.")}</p>
    ${h(Problem, { text: problem })}
    <div class="buttons">
      <button type="button" class="button primary" aria-disabled=${busy ? "true" : null}
        onClick=${async () => (await ask("clear_adult_view", data, _("Taken back."))) && turn(false)}>${_("Take them back")}${h(Called, { of: whose })}</button>
      <button type="button" class="button" onClick=${() => turn(false)}>${_("Not now")}${h(Called, { of: _("Take these words back") + ", " + whose })}</button>
    </div>
  </div>`;
}
