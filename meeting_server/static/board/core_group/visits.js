/** Who has seen a child since the last meeting: one visit, one child; announced or not, alone or not. */
import { visitsOf } from "../reading/core_group.js";
import { going } from "../reading/agenda.js";
import { _ } from "../kit/gettext.js";
import { h, html } from "../kit/html.js";
import { icon } from "../kit/icon.js";
import { focusSoon } from "../kit/keep_focus.js";
import { forget, useChoice, useOpen, useWords } from "../store/kept_text.js";
import * as store from "../store/store.js";
import { uuid } from "../kit/uuid.js";
import { canTidy } from "../reading/view.js";
import { whoTyped } from "../reading/who_typed.js";
import { clock, day, fill } from "../store/words.js";
import { Problem, useCommand } from "../forms/command_form.js";
import { Called } from "../kit/called.js";
import { Field, Whose } from "../forms/fields.js";
import { nameAndPart } from "../store/people_words.js";
import { Gone, PutAside } from "../asides/put_aside.js";
import { TakeBack } from "../forms/take_back.js";

/** @typedef {import('../reading/core_group.js').Visit} Visit */
/** @typedef {Visit["alone"]} Known */

/** @param {{child: string}} props */
export function Visits({ child }) {
  const template = store.template.value;
  const [adding, setAdding] = useOpen("visit:" + child);
  const asked = template && template.visits;
  if (!asked) return null;
  const all = visitsOf(child);
  const name = store.personName(child);
  const turn = (/** @type {boolean} */ now) => {
    setAdding(now);
    focusSoon((now ? "visit-form:" : "visit-add:") + child);
  };
  return html`<div class="visits">
    <h4>${fill(asked.label, child)}</h4>
    ${!all.length && html`<p class="hint">${_("Nobody has said so yet.")}</p>`}
    <ul>${all.map((one) => h(One, { key: one.id, visit: one }))}</ul>
    ${
      adding
        ? h(Form, { child, close: () => turn(false) })
        : going() &&
          store.may("detail") &&
          html`<button type="button" class="button" data-fk=${"visit-add:" + child} onClick=${() => turn(true)}>
            ${icon("plus")} ${_("Add a visit")}<span class="away"> ${name}</span>
          </button>`
    }
  </div>`;
}

/** How the child was seen, in words. @param {Visit} visit */
export function howSeen(visit) {
  const announced = { yes: _("announced"), no: _("not announced"), not_known: "" }[visit.announced];
  const alone = { yes: _("seen alone"), no: _("not seen alone"), not_known: "" }[visit.alone];
  return [announced, alone, visit.place].filter(Boolean).join(" · ");
}

/** @param {{visit: Visit}} props */
function One({ visit }) {
  const me = store.you.value;
  const mine = Boolean(me && (visit.person === me.person || visit.recorded_by === me.attendee));
  const name = store.personName(visit.person);
  if (visit.taken_back) {
    return html`<li class="visit">${h(Gone, { kind: "visits", thing: visit.id, gone: visit.taken_back })}</li>`;
  }
  return html`<li class="visit">
    <p><b>${day(visit.day)}</b> ${nameAndPart(visit.person)}</p>
    ${[howSeen(visit)].concat(whoTyped(visit.person, visit.recorded_by, visit.source)).filter(Boolean).map((said) => html`<p class="meta" key=${said}>${said}</p>`)}
    ${visit.says && html`<p>${visit.says}</p>`}
    ${
      mine && canTidy() &&
      h(TakeBack, {
        fk: "visit-back:" + visit.id, name: "take_back_visit", data: { visit: visit.id, why: "" },
        about: _("visit of %(name)s to %(child)s, %(text)s", { name, child: store.personName(visit.child), text: day(visit.day) + ", " + clock(visit.at) }),
        says: _("The visit of %(name)s, and what was written about it, goes from every screen for good.", { name }),
      })
    }
    ${h(PutAside, { kind: "visits", thing: visit.id, about: visit.says || visit.place ? _("visit of %(name)s to %(child)s, %(text)s", { name, child: store.personName(visit.child), text: day(visit.day) + ", " + clock(visit.at) }) : "", mine })}
  </li>`;
}

/** @param {{child: string, close: () => void}} props */
function Form({ child, close }) {
  const template = store.template.value;
  const form = "visit:" + child;
  const [person, setPerson] = useChoice(form, "person", "");
  const [source, setSource] = useWords(form, "source", "");
  const [on, setOn] = useChoice(form, "on", "");
  const [announced, setAnnounced] = useChoice(form, "announced", /** @type {Known} */ ("not_known"));
  const [alone, setAlone] = useChoice(form, "alone", /** @type {Known} */ ("not_known"));
  const [place, setPlace] = useWords(form, "place", "");
  const [says, setSays] = useWords(form, "says", "");
  const { ask, problem, busy, setProblem } = useCommand();
  const id = "visit-" + child;
  const facts = store.meeting();
  const save = async (/** @type {Event} */ event) => {
    event.preventDefault();
    if (!on) return setProblem(_("Say on which day it was."));
    const data = { visit: uuid(), child, day: on, announced, alone, place: place.trim(), says: says.trim(), person: person || null, source: source.trim() };
    if (await ask("note_visit", data, _("The visit is written down."))) {
      forget(form);
      close();
    }
    return undefined;
  };
  const choice = (/** @type {string} */ name, /** @type {Known} */ now, /** @type {(to: Known) => void} */ pick) => (/** @type {[Known, string]} */ [key, label]) =>
    html`<label class="choice" key=${key}><input type="radio" name=${id + name} checked=${now === key} onChange=${() => pick(key)} /> ${label}</label>`;
  /** @type {Array<[Known, string]>} */
  const known = [["yes", _("Yes")], ["no", _("No")], ["not_known", _("Not said")]];
  const prompts = template && template.visits ? template.visits.prompts : [];
  const called = h(Called, { of: _("A visit to %(name)s", { name: store.personName(child) }) });
  return html`<form class="desk-form" tabindex="-1" data-fk=${"visit-form:" + child} aria-label=${_("A visit to %(name)s", { name: store.personName(child) })} onSubmit=${save}>
    ${prompts.length > 0 && html`<ul class="hint">${prompts.map((one) => html`<li key=${one}>${fill(one, child)}</li>`)}</ul>`}
    ${h(Whose, { id: id + "-who", label: _("Who saw the child?"), mine: _("I did"), person, choose: setPerson, act: "update", among: (one) => !one.child, source, setSource })}
    <div class="field"><label for=${id + "-day"}>${_("On which day?")}</label>
      <input id=${id + "-day"} type="date" max=${facts ? facts.date : ""} value=${on} onInput=${(/** @type {any} */ event) => setOn(event.target.value)} /></div>
    <fieldset class="in-a-row"><legend>${_("Was it announced?")}</legend>${known.map(choice("-announced", announced, setAnnounced))}</fieldset>
    <fieldset class="in-a-row"><legend>${_("Was the child seen alone?")}</legend>${known.map(choice("-alone", alone, setAlone))}</fieldset>
    ${h(Field, { id: id + "-place", label: _("Where? (you can leave this empty)"), value: place, write: setPlace })}
    ${h(Field, { id: id + "-says", label: _("What was good, what was worrying?"), value: says, write: setSays, rows: 3 })}
    ${h(Problem, { text: problem })}
    <div class="buttons">
      <button type="submit" class="button primary" aria-disabled=${busy ? "true" : null}>${_("Save the visit")}${called}</button>
      <button type="button" class="button" onClick=${close}>${_("Not now")}${called}</button>
    </div>
  </form>`;
}
