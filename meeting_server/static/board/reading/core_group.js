/** What a core group adds, as this browser knows it: visits, what agencies tell, the trigger check, who takes the minutes. */
import { _ } from "../kit/gettext.js";
import * as store from "../store/store.js";

/** @typedef {import('../wire.js').Visit} Visit */
/** @typedef {import('../wire.js').Update} Update */
/** @typedef {import('../wire.js').TriggerAnswer} TriggerAnswer */

/** Whether any of it is asked for in this meeting. */
export function asksMore() {
  const template = store.template.value;
  return Boolean(template && (template.visits || template.updates || template.triggers.length));
}

/** What stands above visits, updates and the trigger check. */
export function coreHeading() {
  return _("Each child, and the agencies");
}

/** When a child was seen, the latest first. @param {string} child @returns {Visit[]} */
export function visitsOf(child) {
  return store
    .each("visits")
    .map((one) => one.thing)
    .filter((one) => one.child === child)
    .sort((a, b) => b.day.localeCompare(a.day) || b.at - a.at);
}

/** What was told of a child, or of all of them, by one agency: of this child first. @param {string} agency @param {string} child @returns {Update[]} */
export function toldOf(agency, child) {
  return store
    .each("updates")
    .map((one) => one.thing)
    .filter((one) => one.agency === agency && (one.child === child || one.child === null))
    .sort((a, b) => Number(a.child === null) - Number(b.child === null));
}

/** The agencies that were invited or told something, in the template's order, with their words. @param {string} child */
export function agenciesFor(child) {
  const template = store.template.value;
  if (!template) return [];
  const invited = store.each("attendees").filter(({ thing }) => {
    const role = template.roles.find((one) => one.key === thing.role);
    return role && role.side === "professional" && (role.powers.indexOf("place") >= 0 || role.powers.indexOf("steer") >= 0);
  });
  return template.agencies
    .filter((agency) => invited.some(({ thing }) => thing.agency === agency.key) || toldOf(agency.key, child).length > 0)
    .map((agency) => ({ agency, told: toldOf(agency.key, child) }));
}

/** The answers to a question of the trigger check that a child's part has: for the child first. @param {string} trigger @param {string | null} child null: all there are @returns {TriggerAnswer[]} */
export function answersTo(trigger, child) {
  return store
    .each("trigger_answers")
    .map((one) => one.thing)
    .filter((one) => one.trigger === trigger && (child === null || one.child === child || one.child === null))
    .sort((a, b) => Number(a.child === null) - Number(b.child === null));
}

/** The attendee who takes the minutes in place of whoever was invited to, or null. @returns {string | null} */
export function takesMinutes() {
  const taking = store.get("minute_taking", "minute_taking");
  return taking ? taking.holder : null;
}
