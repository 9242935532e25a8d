/** What is decided for each child, as this browser knows it: the question, the views, the decision, who disagrees. */
import * as store from "../store/store.js";
import { labelOf } from "../store/words.js";

/** @typedef {import('../wire.js').Decision} Decision */
/** @typedef {import('../wire.js').EarlierDecision} EarlierDecision */
/** @typedef {import('../wire.js').AgencyView} AgencyView */
/** @typedef {import('../wire.js').Dissent} Dissent */
/** @typedef {import('../wire.js').DecisionRule} DecisionRule */

/** What the template says about deciding, or null where nothing is decided for each child. @returns {DecisionRule | null} */
export function rule() {
  const template = store.template.value;
  return template && template.decision;
}

/** @param {string} child @returns {Decision | undefined} */
export function decisionFor(child) {
  return store.get("decisions", child);
}

/** "Child protection plan: emotional harm". @param {Decision | EarlierDecision} one */
export function outcomeWords(one) {
  const asks = rule();
  if (!asks) return "";
  const kind = labelOf(asks.kinds, one.kind);
  return labelOf(asks.outcomes, one.outcome) + (kind ? ": " + kind.toLowerCase() : "");
}

/** @param {string} person */
function ofFamily(person) {
  const role = store.roleOf(person);
  if (role) return role.side === "family";
  const agency = store.agencyOf(person);
  return !agency || agency.tint === "family" || agency.tint === "child";
}

/** The question as it is put to somebody. @param {string} person */
export function questionFor(person) {
  const asks = rule();
  if (!asks) return "";
  return (ofFamily(person) && asks.family_question) || asks.question;
}

/** The answers somebody may choose from. @param {string} person */
export function answersFor(person) {
  const asks = rule();
  if (!asks) return [];
  const role = store.roleOf(person);
  const few = role && role.side === "family" ? asks.family_answers : [];
  return asks.answers.filter((one) => !few.length || few.indexOf(one.key) >= 0);
}

/** Whether somebody is asked: those who give numbers or come with their work, and adults who sent their view. @param {string} id */
export function isAsked(id) {
  const person = store.get("people", id);
  const role = store.roleOf(id);
  if (!person || person.child) return false;
  if (!role) return true;
  const may = (/** @type {import('../store/store.js').Role["powers"][number]} */ power) => role.powers.indexOf(power) >= 0;
  return role.side !== "child" && (may("place") || (may("detail") && !may("minute")));
}

/** Whether I am asked for my own view. */
export function amAsked() {
  const me = store.you.value;
  return Boolean(me && store.may("contribute") && isAsked(me.person));
}

/** The views on a child: agencies by name of the agency, then the family. @param {string} child @returns {AgencyView[]} */
export function viewsOn(child) {
  const from = (/** @type {AgencyView} */ one) => {
    const agency = store.agencyOf(one.person);
    return (ofFamily(one.person) ? "2 " : "1 ") + (agency ? agency.label : "") + " " + store.personName(one.person);
  };
  return store
    .each("agency_views")
    .map((one) => one.thing)
    .filter((one) => one.child === child)
    .sort((a, b) => from(a).localeCompare(from(b), "en-GB"));
}

/** Who disagrees with the decision for a child, or did; those who do so formally first. @param {string} child @returns {Dissent[]} */
export function dissentsOn(child) {
  return store
    .each("dissents")
    .map((one) => one.thing)
    .filter((one) => one.child === child)
    .sort((a, b) => Number(b.formal) - Number(a.formal) || a.at - b.at);
}

/** Whether anything about the decisions has begun: somebody gave a view, or a decision was made. */
export function begun() {
  return Boolean(rule()) && (store.each("decisions").length > 0 || store.each("agency_views").length > 0);
}

/** Whether the part about decisions stands on this screen: once begun for everyone, and before for who may start it. */
export function inSight() {
  const facts = store.meeting();
  const talking = Boolean(facts && (facts.state === "open" || facts.state === "paused"));
  const me = store.you.value;
  const works = Boolean(me && me.side === "professional" && (amAsked() || store.may("minute")));
  return begun() || (Boolean(rule()) && talking && works);
}
