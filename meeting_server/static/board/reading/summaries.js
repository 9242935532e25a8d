/** What each of us has done, as this browser knows it: the disciplines, who was invited for them, how far each one is. */
import * as store from "../store/store.js";

/** @typedef {import('../wire.js').Summary} Summary */
/** @typedef {import('../wire.js').OwnSummary} OwnSummary */
/** @typedef {import('../wire.js').Discipline} Discipline */
/** @typedef {"not_begun" | "draft" | "finished"} HowFar */
/** @typedef {{discipline: Discipline, people: string[]}} Panel `people` by name */

/** What the template asks, or null. */
export function asked() {
  const template = store.template.value;
  return template ? template.summaries : null;
}

/** The disciplines somebody was invited for, in the template's order. @returns {Panel[]} */
export function panels() {
  const all = asked();
  if (!all) return [];
  const byName = store.people();
  return all.disciplines
    .map((discipline) => ({
      discipline,
      people: byName.map((one) => one.id).filter((id) => {
        const attendee = store.attendeeOf(id);
        return Boolean(attendee && discipline.roles.indexOf(attendee.role) >= 0);
      }),
    }))
    .filter((one) => one.people.length > 0);
}

/** What everyone knows of somebody's summary. @param {string} person @returns {Summary | undefined} */
export function summaryOf(person) {
  return store.get("summaries", person);
}

/** How far somebody is; words that were taken back stand in for nobody. @param {string} person @returns {HowFar} */
export function howFar(person) {
  const found = summaryOf(person);
  return !found || found.state === "taken_back" ? "not_begun" : found.state;
}

/** How far a discipline is: of several, the least ready counts. @param {Panel} panel @returns {HowFar} */
export function panelIs(panel) {
  /** @type {HowFar[]} */
  const order = ["not_begun", "draft", "finished"];
  return order.find((one) => panel.people.some((person) => howFar(person) === one)) || "not_begun";
}

/** The discipline I come for, or undefined. In the waiting room too, where nobody is named. */
export function myDiscipline() {
  const me = store.you.value;
  const all = asked();
  return me && all ? all.disciplines.find((one) => one.roles.indexOf(me.role) >= 0) : undefined;
}

/** What stands in my own box, or undefined. @returns {OwnSummary | undefined} */
export function ownSummary() {
  const me = store.you.value;
  return me ? store.get("own_summaries", me.person) : undefined;
}

/** Whether summaries may be written now: from before the meeting until its record is locked. */
export function canSummarise() {
  const facts = store.meeting();
  const open = store.phase.value === "preparing" || Boolean(facts && facts.state !== "finished");
  return open && store.may("detail");
}

/** Whether somebody's finished words stand in for them now. @param {string} person */
export function standsIn(person) {
  const attendee = store.attendeeOf(person);
  const facts = store.meeting();
  if (!attendee || !facts || howFar(person) !== "finished" || attendee.attendance === "here") return false;
  return attendee.attendance === "apologies" || facts.state !== "prepared";
}
