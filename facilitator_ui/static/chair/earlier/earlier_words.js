/** Earlier meetings of the family as the desk has them: read only, until the chair brings something forward. */
import { meetingWords } from "../../board/reading/earlier.js";
import { _ } from "../../board/kit/gettext.js";
import { wholeNames } from "../../board/kit/names.js";
import * as store from "../../board/store/store.js";

/** @typedef {import('../../board/wire.js').EarlierMeeting} EarlierMeeting */
/** @typedef {import('../../board/wire.js').EarlierPerson} EarlierPerson */
/** @typedef {import('../../board/wire.js').EarlierPoint} EarlierPoint */

/** The earlier meetings, the latest first. @returns {EarlierMeeting[]} */
export function earlierMeetings() {
  return store
    .each("earlier_meetings")
    .map((one) => one.thing)
    .sort((a, b) => b.date.localeCompare(a.date));
}

/** Whether there is anything of earlier meetings on this desk. */
export function hasEarlier() {
  return store.each("earlier_meetings").length > 0;
}

/** @param {EarlierMeeting} one */
export function title(one) {
  return meetingWords(one) + " (" + one.kind + ")";
}

/** @param {string} id @returns {EarlierPerson | undefined} */
export function personThen(id) {
  return store.get("earlier_people", id);
}

/** The whole names of those of one meeting, told apart. @param {string} meeting */
function namesThen(meeting) {
  const all = store.each("earlier_people").map((one) => one.thing).filter((one) => one.meeting === meeting);
  return wholeNames(all.map((one) => ({ ...one, part: one.relationship || one.agency })), _("age not known"));
}

/** The whole name somebody had there, told apart from everybody else there. @param {string} id */
export function nameThen(id) {
  const person = personThen(id);
  return (person && namesThen(person.meeting).get(id)) || "";
}

/** Everybody of the earlier meetings whom the chair has not yet said to be anybody, or nobody, here. @returns {EarlierPerson[]} */
export function unmatched() {
  return store
    .each("earlier_people")
    .map((one) => one.thing)
    .filter((one) => !one.matched);
}

/** Those who are in this meeting, invited or here, as family, a child who sits in it included. */
function family() {
  return store.each("attendees").filter(({ thing }) => {
    const role = thing.person ? store.roleOf(thing.person) : undefined;
    return thing.attendance !== "removed" && Boolean(role && role.side !== "professional");
  });
}

/** The names of the family who read what everyone here is told. @returns {string[]} */
export function familyNames() {
  return family().map(({ thing }) => store.personName(thing.person)).sort((a, b) => a.localeCompare(b, "en-GB"));
}

/** Whether somebody of the family reads what everyone here is told. */
export function familyReads() {
  const facts = store.meeting();
  return Boolean(facts && facts.family_present) || family().length > 0;
}

/** Whether a point, or (without one) a number or rating, was said without the family and brought to them in no meeting. @param {EarlierMeeting} meeting @param {EarlierPoint} [point] */
export function saidWithout(meeting, point) {
  const came = point && point.came;
  return meeting.without_family && (!came || (came.without_family && !came.told));
}

/** The names of those who are in this meeting and were not at that one. @param {EarlierMeeting} one @returns {string[]} */
export function notThere(one) {
  const there = one.there.map((id) => (personThen(id) || { now: null }).now);
  return store
    .each("attendees")
    .map(({ thing }) => thing)
    .filter((who) => who.attendance !== "removed" && who.person && there.indexOf(who.person) < 0)
    .map((who) => store.wholeName(who.person))
    .sort((a, b) => a.localeCompare(b, "en-GB"));
}
