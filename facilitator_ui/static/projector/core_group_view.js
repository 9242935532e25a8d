/**
 * What some kinds of meeting ask for besides points, as everyone has been told it: who has seen each child, what agencies
 * tell and the trigger check; what each discipline has done, and how everybody sees each adult.
 */
import { adultQuestions, adultsAsked, answerWithTerm, behavioursOf, questionOf, viewsOf } from "../board/reading/adults.js";
import { nameAndPart } from "../board/store/people_words.js";
import { neededWords } from "../board/core_group/triggers.js";
import { howSeen } from "../board/core_group/visits.js";
import { agenciesFor, answersTo, visitsOf } from "../board/reading/core_group.js";
import { _ } from "../board/kit/gettext.js";
import { h, html } from "../board/kit/html.js";
import * as store from "../board/store/store.js";
import { howFar, panels, standsIn, summaryOf } from "../board/reading/summaries.js";
import { day, fill, labelOf, quoted } from "../board/store/words.js";
import { standing } from "../board/reading/big_screen.js";
import { PLAIN, whose } from "./entries.js";
import { StageStrip } from "../board/supervision/stage_strip.js";
import { Fitted } from "./fitted_list.js";
import { ofChild } from "./part_shown.js";

/** @typedef {import('./entries.js').Entry} Entry */
/** @typedef {import('../board/reading/adults.js').AdultQuestion} AdultQuestion */
/** @typedef {{of: (child: string) => Entry[]} | {whole: () => Entry[]}} Part `whole`: of the family, not of each child */

/** Whether this is one of the views below. @param {string} view */
export function isCore(view) {
  return part(view) !== null;
}

/** @param {string} view @returns {Part | null} */
function part(view) {
  const template = store.template.value;
  if (!template) return null;
  if (view === "visits" && template.visits) return { of: seen };
  if (view === "updates" && template.updates) return { of: told };
  if (view === "triggers" && template.triggers.length) return { of: needed };
  if (view === "summaries" && template.summaries) return { whole: done };
  if (view === "adults" && template.adult_questions.length) return { whole: adults };
  return null;
}

/** The visits to a child; that there were none is said, and never left out. @param {string} child @returns {Entry[]} */
function seen(child) {
  const about = { ...PLAIN, group: store.personName(child) };
  const visits = visitsOf(child).filter((one) => !one.taken_back);
  if (!visits.length) return [{ ...about, key: "none:" + child, point: "none:" + child, lead: _("Nobody has said so yet.") }];
  return visits.map((one) => ({
    ...about,
    ...whose(one.person),
    key: one.id,
    point: one.id,
    lead: day(one.day) + ".",
    text: one.says,
    chip: nameAndPart(one.person),
    name: "",
    known: [howSeen(one)].filter(Boolean),
  }));
}

/** What each invited agency told of a child. A silent one says so in the template's words. @param {string} child @returns {Entry[]} */
function told(child) {
  const asked = store.template.value && store.template.value.updates;
  const missing = asked ? asked.missing : "";
  return agenciesFor(child).reduce((found, { agency, told: all }) => {
    const about = { ...PLAIN, group: store.personName(child), chip: agency.label, tint: agency.tint };
    if (!all.length) return found.concat([{ ...about, key: child + agency.key, point: child + agency.key, lead: missing + "." }]);
    return found.concat(all.map((one) => ({ ...about, key: child + one.id, point: child + one.id, text: one.text, name: store.personName(one.person) })));
  }, /** @type {Entry[]} */ ([]));
}

/** The trigger check for a child: each question with its answer, or that it has none yet. @param {string} child @returns {Entry[]} */
function needed(child) {
  const triggers = store.template.value ? store.template.value.triggers : [];
  return triggers.reduce((found, one) => {
    const about = { ...PLAIN, group: store.personName(child), point: child + one.key };
    const lead = (/** @type {string} */ answer) => fill(one.question, child) + " " + answer + ".";
    const said = answersTo(one.key, child).map((one) => ({ ...about, key: child + one.id, lead: lead(neededWords(one.answer)), text: one.why }));
    return found.concat(said.length ? said : [{ ...about, key: child + one.key, lead: lead(_("Not answered yet")) }]);
  }, /** @type {Entry[]} */ ([]));
}

/** What each discipline has done, of those who finished; that somebody has not is said, and never left out. @returns {Entry[]} */
function done() {
  const asked = store.template.value && store.template.value.summaries;
  const missing = asked ? asked.missing : "";
  return panels().reduce((found, { discipline, people }) => {
    return found.concat(
      people.map((person) => {
        const about = { ...PLAIN, ...whose(person), group: discipline.label, key: person, point: person, chip: nameAndPart(person), name: "" };
        const finished = howFar(person) === "finished";
        const none = howFar(person) === "draft" ? _("Not finished. Nobody else can read it yet.") : missing + ".";
        const summary = summaryOf(person);
        const known = standsIn(person) ? [_("%(name)s is not here. This finished summary stands in for them.", { name: store.personName(person) })] : [];
        return finished && summary ? { ...about, text: summary.text, known } : { ...about, lead: none };
      }),
    );
  }, /** @type {Entry[]} */ ([]));
}

/** How everybody sees each adult: every view by itself, the adult's exact words as a quotation. @returns {Entry[]} */
function adults() {
  const each = (/** @type {string} */ adult, /** @type {AdultQuestion} */ question, /** @type {string | null} */ behaviour, /** @type {string} */ about) =>
    viewsOf(question.key, adult, behaviour).map((view) => ({
      ...PLAIN,
      ...whose(view.person),
      group: store.personName(adult) + ": " + about,
      key: view.id,
      point: view.id,
      lead: answerWithTerm(question, view.answer) + (view.lapse ? ". " + question.lapse : "") + ".",
      text: [view.why, view.quote ? quoted(view.quote) : ""].filter(Boolean).join(" "),
      chip: nameAndPart(view.person),
      name: "",
      known: view.quote ? [labelOf(question.talk, view.talk)].filter(Boolean) : [],
    }));
  return adultsAsked().reduce((found, adult) => {
    adultQuestions().forEach((question) => {
      const behaviours = question.each_behaviour ? behavioursOf(adult.id) : [];
      if (!question.each_behaviour) found.push(...each(adult.id, question, null, questionOf(question, adult.id)));
      behaviours.forEach((one) => found.push(...each(adult.id, question, one.id, question.label + " " + one.label)));
    });
    return found;
  }, /** @type {Entry[]} */ ([]));
}

/** Each adult and behaviour that somebody has said something of, as a strip of stages; lapses and exact words below it. */
function Strips() {
  const strip = (/** @type {string} */ adult, /** @type {AdultQuestion} */ question, /** @type {string | null} */ behaviour, /** @type {string} */ about) => {
    const views = viewsOf(question.key, adult, behaviour);
    const said = views.filter((one) => one.lapse || one.quote || one.why);
    return views.length > 0 && html`<section class="strip-of" key=${question.key + adult + behaviour}>
      <h2>${store.personName(adult) + ": " + about}${behaviour && html` <span class="hint">${question.label}</span>`}</h2>
      ${h(StageStrip, { question, adult, behaviour, label: about })}
      ${said.map((one) => html`<p key=${one.id}>${one.lapse && html`<b>${question.lapse}.</b> `}${one.quote && html`${quoted(one.quote)} `}${one.why} <span class="hint">${[labelOf(question.talk, one.talk), nameAndPart(one.person)].filter(Boolean).join(". ")}</span></p>`)}
    </section>`;
  };
  return html`<div class="strips">${adultsAsked().map(({ id }) =>
    adultQuestions().map((question) =>
      question.each_behaviour ? behavioursOf(id).map((one) => strip(id, question, one.id, one.label)) : strip(id, question, null, questionOf(question, id)),
    ),
  )}</div>`;
}

/** @param {{asked: string, across: number}} props */
export function CoreView({ asked, across }) {
  const { view, child, page } = standing();
  const found = part(view);
  if (!found) return null;
  const about = store.children().filter((one) => child === null || one.id === child);
  const entries = "whole" in found ? found.whole() : about.reduce((all, one) => all.concat(found.of(one.id)), /** @type {Entry[]} */ ([]));
  return html`<div class="body"><section class="sheet">
    ${h(Fitted, { entries, asked, page, empty: _("Nothing is shown here yet."), across, words: ofChild(child), whole: view === "adults" && entries.length ? h(Strips, {}) : undefined })}
  </section></div>`;
}
