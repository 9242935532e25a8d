/** What each agency and the family say on the question the chair decides: read by all, given by each for themselves. */
import { useState } from "../../vendor/preact-hooks.js";
import { amAsked, answersFor, isAsked, questionFor, rule, viewsOn } from "../reading/deciding.js";
import { mayPutAside } from "../asides/asides.js";
import { going } from "../reading/agenda.js";
import { _ } from "../kit/gettext.js";
import { h, html } from "../kit/html.js";
import { icon } from "../kit/icon.js";
import { focusSoon } from "../kit/keep_focus.js";
import { forget, useChoice, useOpen, useWords } from "../store/kept_text.js";
import { theirWords } from "../store/language.js";
import { offered, waitsForYes, wasSent } from "../reading/speaking_for.js";
import * as store from "../store/store.js";
import { whoTyped } from "../reading/who_typed.js";
import { fill, labelOf, listed } from "../store/words.js";
import { Problem, useCommand } from "../forms/command_form.js";
import { Called } from "../kit/called.js";
import { ClearView, hasWords } from "../forms/clear_view.js";
import { Field } from "../forms/fields.js";
import { nameAndPart, sideOf } from "../store/people_words.js";
import { AsideMarks, PutAside } from "../asides/put_aside.js";
import { Shape } from "../kit/shape.js";

/** @typedef {import('../reading/deciding.js').AgencyView} AgencyView */

/** @param {{child: string}} props */
export function Views({ child }) {
  const [giving, setGiving] = useOpen("view:" + child);
  const [clearing, setClearing] = useState(false);
  const all = viewsOn(child);
  const me = store.you.value;
  const own = amAsked();
  const types = offered("view").some((one) => isAsked(one.id));
  const mine = me && store.get("agency_views", child + ":" + me.person);
  const key = "give-view:" + child;
  const turn = (/** @type {boolean} */ now) => {
    setGiving(now);
    focusSoon((now ? "view-form:" : "give-view:") + child, "decided:" + child);
  };
  const words = !own ? _("Type somebody\u2019s view") : mine ? _("Change my view") : _("Give my view");
  const forChild = _("for %(name)s", { name: fill("{child}", child) });
  const anyWords = mayPutAside() && all.some((one) => hasWords(one) && !(me && one.person === me.person));
  return html`${all.length > 0 && h(ViewList, { child, views: all, clear: clearing })}
    ${
      anyWords &&
      html`<button type="button" class="button quiet small opens" data-fk=${"clear-views:" + child} aria-expanded=${String(clearing)}
        onClick=${() => setClearing(!clearing)}>${icon("chevron-right")} ${_("Put words of these views aside")}<span class="away"> ${forChild}</span></button>`
    }
    ${
      giving
        ? h(ViewForm, { child, close: () => turn(false) })
        : going() &&
          store.may("contribute") &&
          (own || types) &&
          html`<button type="button" class="button" data-fk=${key} onClick=${() => turn(true)}>
            ${words}<span class="away"> ${forChild}</span>
          </button>`
    }`;
}

/**
 * @param {{child: string, views: AgencyView[], plain?: boolean, clear?: boolean}} props `plain`: to read, nothing to
 *   press; `clear`: the words of others can be put aside
 */
export function ViewList({ child, views, plain, clear }) {
  const asks = rule();
  return html`<p class="question">${asks && fill(asks.question, child)}</p>
    <ul class="agency-views">${views.map((one) => h(OneView, { key: one.id, one, plain, clear }))}</ul>`;
}

/** @param {{one: AgencyView, plain?: boolean, clear?: boolean}} props */
function OneView({ one, plain, clear }) {
  const asks = rule();
  const agency = store.agencyOf(one.person);
  const said = one.earlier.map((was) => labelOf(asks ? asks.answers : [], was.answer));
  const told = [
    said.length ? _("said before: %(answers)s", { answers: listed(said) }) : "",
    ...whoTyped(one.person, one.recorded_by, one.source),
  ].filter(Boolean);
  return html`<li>
    <span class=${"person-mark tint-" + (agency ? agency.tint : "family")}>${h(Shape, { side: sideOf(one.person) })}</span>
    <div>
      <p>
      <b>${nameAndPart(one.person)}:</b> ${" "}<b>${asks && labelOf(asks.answers, one.answer)}.</b> ${theirWords(one.why)}
      ${told.length > 0 && html` <span class="part">${told.join("; ")}</span>`}
      </p>
      ${!plain && h(ClearView, { one })}
      ${!plain && (clear ? h(PutAside, { kind: "agency_views", thing: one.id, about: viewWords(one), mine: isOwn(one) }) : h(AsideMarks, { kind: "agency_views", thing: one.id }))}
    </div>
  </li>`;
}

/** Whose view of which child; empty where it has no words. @param {AgencyView} one */
function viewWords(one) {
  if (!hasWords(one)) return "";
  return _("view of %(name)s for %(child)s", { name: store.personName(one.person), child: fill("{child}", one.child) });
}

/** @param {AgencyView} one */
function isOwn(one) {
  const me = store.you.value;
  return Boolean(me && one.person === me.person);
}

/** @param {{child: string, close: () => void}} props */
function ViewForm({ child, close }) {
  const me = store.you.value;
  const own = amAsked();
  const id = "view-" + child;
  const form = "view:" + child;
  const [person, setPerson] = useChoice(form, "person", own && me ? me.person : "");
  const before = person ? store.get("agency_views", child + ":" + person) : undefined;
  const [source, setSource] = useWords(form, "source", "");
  const [answer, setAnswer] = useChoice(form, "answer", before ? before.answer : "");
  const [why, setWhy] = useWords(form, "why", before && before.sources.length ? before.why : "");
  const { ask, problem, busy, setProblem } = useCommand();
  const done = () => {
    forget(form);
    close();
  };
  const choose = (/** @type {string} */ whose) => {
    setPerson(whose);
    setAnswer("");
  };
  const save = async (/** @type {Event} */ event) => {
    event.preventDefault();
    if (!person) return setProblem(_("Choose whose view this is."));
    if (!answer) return setProblem(_("Choose an answer."));
    const data = { child, answer, why: why.trim(), person: me && person === me.person ? null : person, source: source.trim() };
    if (await ask("give_agency_view", data, _("The view stands on the board."))) done();
    return undefined;
  };
  const family = person && questionFor(person) !== (rule() || { question: "" }).question;
  const called = h(Called, { of: _("The view for %(name)s", { name: fill("{child}", child) }) });
  return html`<form class="differ" tabindex="-1" data-fk=${"view-form:" + child} onSubmit=${save}>
    ${h(WhoseView, { id: id + "-whose", label: _("Whose view?"), person, choose, own, act: "view", source, setSource })}
    ${
      person &&
      html`<fieldset>
        <legend>${fill(questionFor(person), child)}</legend>
        ${answersFor(person).map(
          (one) => html`<label class="choice" key=${one.key}>
            <input type="radio" name=${id} checked=${answer === one.key} onChange=${() => setAnswer(one.key)} />
            <span>${one.label}</span>
          </label>`,
        )}
      </fieldset>`
    }
    ${h(Field, { id: id + "-why", label: family ? _("Why? Say it your way") : _("Why"), hint: _("You can leave this out"), value: why, write: setWhy })}
    <p class="hint">${_("Everyone here sees this.")}</p>
    ${h(Problem, { text: problem })}
    <div class="buttons">
      <button type="submit" class="button primary" aria-disabled=${busy ? "true" : null}>${_("Show this view")}${called}</button>
      <button type="button" class="button" onClick=${close}>${_("Not now")}${called}</button>
    </div>
  </form>`;
}

/**
 * @param {{id: string, label: string, person: string, choose: (person: string) => void, own: boolean, act: string, source: string,
 *   setSource: (text: string) => void}} props `own`: one of them is me
 */
export function WhoseView({ id, label, person, choose, own, act, source, setSource }) {
  const me = store.you.value;
  const mine = own && me ? me.person : "";
  const others = offered(act).filter((one) => isAsked(one.id));
  if (!others.length && own) return null;
  return html`<div class="field">
    <label for=${id}>${label}</label>
    <select id=${id} value=${person} onChange=${(/** @type {any} */ event) => choose(event.target.value)}>
      <option value=${mine}>${mine ? _("Me") : _("Choose")}</option>
      ${others.map((one) => html`<option key=${one.id} value=${one.id}>${nameAndPart(one.id)}</option>`)}
    </select>
    ${waitsForYes(person) && html`<p class="hint">${_("It counts once %(name)s has said yes on their own device.", { name: store.personName(person) })}</p>`}
  </div>
  ${wasSent(person, act) && h(Field, { id: id + "-source", label: _("How did this reach you, and when?"), value: source, write: setSource })}`;
}
