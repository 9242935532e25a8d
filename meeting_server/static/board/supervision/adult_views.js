/** How everybody sees an adult, side by side: the answer, a lapse apart from it, why, and the adult's exact words. */
import { useState } from "../../vendor/preact-hooks.js";
import { answerWithTerm, viewsOf } from "../reading/adults.js";
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

/** @typedef {import('../reading/adults.js').AdultQuestion} AdultQuestion */
/** @typedef {import('../reading/adults.js').AdultView} AdultView */
/** @typedef {import('../reading/adults.js').EarlierAdultView} EarlierAdultView */

/**
 * @param {{question: AdultQuestion, adult: string, behaviour: string | null, about: string, closed?: boolean}} props
 *   `about`: what it is about, for those who hear the button; `closed`: no new view on it
 */
export function AdultViews({ question, adult, behaviour, about, closed }) {
  const id = "adult-view-" + [question.key, adult, behaviour || "all"].join("-");
  const [giving, setGiving] = useOpen(id);
  const all = viewsOf(question.key, adult, behaviour);
  const me = store.you.value;
  const mine = me && all.some((one) => one.person === me.person);
  const turn = (/** @type {boolean} */ now) => {
    setGiving(now);
    focusSoon((now ? "form:" : "give:") + id);
  };
  return html`${
      all.length > 0
        ? html`<ul class="agency-views adult-views">${all.map((one) => h(One, { key: one.id, question, view: one, about }))}</ul>`
        : html`<p class="hint">${_("Nobody has said yet.")}</p>`
    }
    ${
      giving && !closed
        ? h(AdultForm, { question, adult, behaviour, about, close: () => turn(false) })
        : going() && !closed && store.may("detail") &&
          html`<button type="button" class="button" data-fk=${"give:" + id} onClick=${() => turn(true)}>
            ${mine ? _("Change my view") : _("Give my view")}${h(Called, { of: about })}
          </button>`
    }`;
}

/** @param {{question: AdultQuestion, one: AdultView | EarlierAdultView}} props */
function Said({ question, one }) {
  const talk = labelOf(question.talk, one.talk);
  return html`<b>${answerWithTerm(question, one.answer)}.</b>
    ${one.lapse && html` <span class="chip lapse"><span aria-hidden="true">↩</span> ${question.lapse}</span>`}
    ${one.why && html` ${theirWords(one.why)}`}
    ${one.quote && html` <q class="exact">${theirWords(quoted(one.quote))}</q>${talk && html` <span class="part">${talk}</span>`}`}`;
}

/** @param {{question: AdultQuestion, view: AdultView, about: string}} props */
function One({ question, view, about }) {
  const [open, setOpen] = useState(false);
  const agency = store.agencyOf(view.person);
  const by = whoTyped(view.person, view.recorded_by).map((said) => " · " + said).join("");
  return html`<li>
    <span class=${"person-mark tint-" + (agency ? agency.tint : "family")}>${h(Shape, { side: sideOf(view.person) })}</span>
    <div>
      <p><b>${nameAndPart(view.person)}:</b> ${h(Said, { question, one: view })}</p>
      <p class="meta">${clock(view.at)}${by}</p>
      ${
        view.earlier.length > 0 &&
        html`<button type="button" class="button quiet small opens" aria-expanded=${String(open)} data-fk=${"adult-before:" + view.id} onClick=${() => setOpen(!open)}>
            ${icon("chevron-right")} ${_("Seen before")}${h(Called, { of: nameAndPart(view.person) + ", " + about })}</button>
          ${open && html`<ul>${view.earlier.map((one) => html`<li class="before" key=${one.at}><p>${clock(one.at)} ${h(Said, { question, one })}</p></li>`)}</ul>`}`
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
