/** How people see the adults of the family, as this browser knows it: who is asked about, each behaviour, every view. */
import { _ } from "../kit/gettext.js";
import * as store from "../store/store.js";

/** @typedef {import('../wire.js').AdultQuestion} AdultQuestion */
/** @typedef {import('../wire.js').AdultView} AdultView */
/** @typedef {import('../wire.js').EarlierAdultView} EarlierAdultView */
/** @typedef {import('../wire.js').Behaviour} Behaviour */
/** @typedef {import('../store/store.js').Person} Person */

/** What the template asks of each adult. @returns {AdultQuestion[]} */
export function adultQuestions() {
  const template = store.template.value;
  return template ? template.adult_questions : [];
}

/** Whether anything is asked of adults in this meeting. */
export function asksOfAdults() {
  return adultQuestions().length > 0;
}

/** What stands above the adults of the family. */
export function adultsHeading() {
  return _("The adults of the family");
}

/** @param {Person} person */
function ofFamily(person) {
  const agency = store.agencyOf(person.id);
  return !person.child && Boolean(agency && agency.tint === "family");
}

/** The adults of the family, by name, and whoever else something was said of. @returns {Person[]} */
export function adultsAsked() {
  const said = store.each("adult_views").map(({ thing }) => thing.adult).concat(store.each("behaviours").map(({ thing }) => thing.adult));
  return store.people().filter((one) => ofFamily(one) || said.indexOf(one.id) >= 0);
}

/** Adults named without an agency, of whom nothing was said yet: a relative named in the middle of the talk. @returns {Person[]} */
export function adultsElse() {
  const asked = adultsAsked().map((one) => one.id);
  return store.people().filter((one) => !one.child && !one.agency && !one.attendee && asked.indexOf(one.id) < 0);
}

/** What the team looks at of an adult, in the order it was named; one taken back for as long as there are views on it. @param {string} adult @returns {Behaviour[]} */
export function behavioursOf(adult) {
  return store
    .each("behaviours")
    .map((one) => one.thing)
    .filter((one) => one.adult === adult)
    .sort((a, b) => a.at - b.at || a.id.localeCompare(b.id));
}

/** What stands on the board of an adult: what is looked at, and what was taken back and has views on it. @param {AdultQuestion} question @param {string} adult */
export function behavioursShown(question, adult) {
  return behavioursOf(adult).filter((one) => !one.taken_back || viewsOf(question.key, adult, one.id).length > 0);
}

/** What the form of a view goes by. @param {string} question @param {string} adult @param {string | null} behaviour */
export function viewForm(question, adult, behaviour) {
  return "adult-view-" + [question, adult, behaviour || "all"].join("-");
}

/** Everybody's view, by name: side by side, never merged. @param {string} question @param {string} adult @param {string | null} behaviour @returns {AdultView[]} */
export function viewsOf(question, adult, behaviour) {
  return store
    .each("adult_views")
    .map((one) => one.thing)
    .filter((one) => one.question === question && one.adult === adult && one.behaviour === behaviour)
    .sort((a, b) => store.personName(a.person).localeCompare(store.personName(b.person), "en-GB"));
}

/** Somebody's own view, or undefined. @param {string} question @param {string} adult @param {string | null} behaviour @param {string} person @returns {AdultView | undefined} */
export function viewBy(question, adult, behaviour, person) {
  return viewsOf(question, adult, behaviour).find((one) => one.person === person);
}

/** "Doing it (action)". @param {AdultQuestion} question @param {string} key */
export function answerWithTerm(question, key) {
  const found = question.answers.find((one) => one.key === key);
  if (!found) return key;
  return found.term ? found.label + " (" + found.term + ")" : found.label;
}

/** The question about this adult. @param {AdultQuestion} question @param {string} adult */
export function questionOf(question, adult) {
  return question.question.split("{adult}").join(store.personName(adult));
}
