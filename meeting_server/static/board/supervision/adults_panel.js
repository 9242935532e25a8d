/** Each adult of the family: what is asked of them, for each behaviour where it is asked so, and how everybody sees it. */
import { useState } from "../../vendor/preact-hooks.js";
import { adultQuestions, adultsHeading, adultsAsked, adultsElse, asksOfAdults, behavioursShown, questionOf } from "../reading/adults.js";
import { going } from "../reading/agenda.js";
import { _ } from "../kit/gettext.js";
import { h, html } from "../kit/html.js";
import { icon } from "../kit/icon.js";
import { focusSoon } from "../kit/keep_focus.js";
import { forget, useOpen, useWords } from "../store/kept_text.js";
import { theirWords } from "../store/language.js";
import { MOST } from "../kit/limits.js";
import * as store from "../store/store.js";
import { uuid } from "../kit/uuid.js";
import { canTidy } from "../reading/view.js";
import { AdultViews } from "./adult_views.js";
import { Problem, useCommand } from "../forms/command_form.js";
import { Called } from "../kit/called.js";
import { Field } from "../forms/fields.js";
import { nameAndPart } from "../store/people_words.js";
import { Gone, PutAside } from "../asides/put_aside.js";

/** @typedef {import('../reading/adults.js').AdultQuestion} AdultQuestion */
/** @typedef {import('../reading/adults.js').Behaviour} Behaviour */

/** @param {{bare?: boolean}} props `bare`: the heading stands above already */
export function Adults({ bare }) {
  const [more, setMore] = useState(/** @type {string[]} */ ([]));
  if (!asksOfAdults()) return null;
  const others = adultsElse();
  const all = adultsAsked().concat(others.filter((one) => more.indexOf(one.id) >= 0));
  const rest = others.filter((one) => more.indexOf(one.id) < 0);
  const ask = (/** @type {any} */ event) => {
    const id = event.target.value;
    if (!id) return;
    setMore(more.concat([id]));
    focusSoon("#adult-" + id);
  };
  return html`${!bare && html`<h2 class="away">${adultsHeading()}</h2>`}
    ${!all.length && html`<p class="hint">${_("No adult of the family is named yet.")}</p>`}
    <div class="core-group adults" data-place="@adults">${all.map((one) => h(OneAdult, { key: one.id, adult: one.id }))}</div>
    ${
      going() && store.may("detail") && rest.length > 0 &&
      html`<div class="field"><label for="adult-else">${_("Say something of another adult")}</label>
        <select id="adult-else" value="" onChange=${ask}>
          <option value="">${_("Choose")}</option>
          ${rest.map((one) => html`<option key=${one.id} value=${one.id}>${nameAndPart(one.id)}</option>`)}
        </select></div>`
    }`;
}

/** @param {{adult: string}} props */
function OneAdult({ adult }) {
  const id = "adult-" + adult;
  return html`<section class="core-child adult" aria-labelledby=${id} data-home=${id}>
    <h3 id=${id} tabindex="-1">${nameAndPart(adult)}</h3>
    ${adultQuestions().map((one) => h(one.each_behaviour ? EachBehaviour : Once, { key: one.key, question: one, adult }))}
  </section>`;
}

/** @param {{question: AdultQuestion, adult: string}} props */
function Once({ question, adult }) {
  const asked = questionOf(question, adult);
  return html`<div class="adult-question">${h(AdultViews, { question, adult, behaviour: null, about: asked, head: asked })}</div>`;
}

/** @param {{question: AdultQuestion, adult: string}} props */
function EachBehaviour({ question, adult }) {
  const all = behavioursShown(question, adult);
  return html`<div class="adult-question each">
    ${all.map((one) => h(OneBehaviour, { key: one.id, question, behaviour: one }))}
    <div class="strip-head">${!all.length && html`<h4>${question.label} <span class="hint">${_("Nothing is named yet.")}</span></h4>`} ${h(Name, { question, adult })}</div>
  </div>`;
}

/** @param {{question: AdultQuestion, behaviour: Behaviour}} props */
function OneBehaviour({ question, behaviour }) {
  const { ask, problem } = useCommand();
  const gone = behaviour.taken_back;
  const me = store.you.value;
  const mine = Boolean(me && behaviour.by === me.attendee);
  const may = !gone && canTidy() && store.may("detail") && mine;
  const about = behaviour.label + ", " + store.personName(behaviour.adult);
  const acts = html`${
      may &&
      html`<button type="button" class="button quiet small" data-fk=${"behaviour-back:" + behaviour.id}
        onClick=${() => ask("take_back_behaviour", { behaviour: behaviour.id, why: "" }, _("The words are gone."))}>
        ${icon("undo-2")} ${_("Take this name back")}${h(Called, { of: about })}
      </button>`
    }
    ${!gone && h(PutAside, { kind: "behaviours", thing: behaviour.id, about: _("the name %(text)s", { text: about }), mine })}`;
  const head = html`${theirWords(behaviour.label)} <span class="hint">${question.label}</span>`;
  return html`<div class="behaviour">
    ${gone && h(Gone, { kind: "behaviours", thing: behaviour.id, gone })}
    ${h(AdultViews, { question, adult: behaviour.adult, behaviour: behaviour.id, about, head, acts, closed: Boolean(gone) })}
    ${h(Problem, { text: problem })}
  </div>`;
}

/** Names a behaviour in the team's words. @param {{question: AdultQuestion, adult: string}} props */
function Name({ question, adult }) {
  const id = "behaviour-" + question.key + "-" + adult;
  const [open, setOpen] = useOpen(id);
  const [label, setLabel] = useWords(id, "label", "");
  const { ask, problem, busy, setProblem } = useCommand();
  const name = store.personName(adult);
  const turn = (/** @type {boolean} */ now) => {
    setOpen(now);
    focusSoon((now ? "form:" : "add:") + id);
  };
  const save = async (/** @type {Event} */ event) => {
    event.preventDefault();
    if (!label.trim()) return setProblem(_("Say what it is, in a word or two."));
    if (!(await ask("add_behaviour", { behaviour: uuid(), adult, label: label.trim() }, _("Everyone can say how they see it.")))) return undefined;
    forget(id);
    turn(false);
    return undefined;
  };
  if (!open) {
    if (!going() || !store.may("detail")) return null;
    return html`<button type="button" class="button" data-fk=${"add:" + id} onClick=${() => turn(true)}>
      ${icon("plus")} ${_("Name a behaviour")}<span class="away"> ${_("of %(name)s", { name })}</span>
    </button>`;
  }
  const called = h(Called, { of: _("A behaviour of %(name)s", { name }) });
  return html`<form class="desk-form" tabindex="-1" data-fk=${"form:" + id} aria-label=${_("A behaviour of %(name)s", { name })} onSubmit=${save}>
    ${h(Field, { id: id + "-text", label: _("What is it about?"), hint: _("A word or two, such as alcohol, or taking help"), value: label, write: setLabel, most: MOST.Name })}
    ${h(Problem, { text: problem })}
    <div class="buttons">
      <button type="submit" class="button primary" aria-disabled=${busy ? "true" : null}>${_("Add it")}${called}</button>
      <button type="button" class="button" onClick=${() => turn(false)}>${_("Not now")}${called}</button>
    </div>
  </form>`;
}
