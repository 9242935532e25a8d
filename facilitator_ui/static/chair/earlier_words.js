/** Earlier meetings of the family as the desk has them: read only, until the chair brings something forward. */
import { meetingWords } from "../board/came.js";
import * as store from "../board/store.js";

/** @typedef {import('../board/wire.js').EarlierMeeting} EarlierMeeting */
/** @typedef {import('../board/wire.js').EarlierPerson} EarlierPerson */
/** @typedef {import('../board/wire.js').EarlierPoint} EarlierPoint */

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

/** The whole name somebody had there. @param {string} id */
export function nameThen(id) {
  const person = personThen(id);
  return person ? person.name : "";
}

/** Everybody of the earlier meetings whom the chair has not yet said to be anybody, or nobody, here. @returns {EarlierPerson[]} */
export function unmatched() {
  return store
    .each("earlier_people")
    .map((one) => one.thing)
    .filter((one) => !one.matched);
}

/** The names of those who are in this meeting and were not at that one. @param {EarlierMeeting} one @returns {string[]} */
export function notThere(one) {
  const there = one.there.map((id) => (personThen(id) || { now: null }).now);
  return store
    .each("attendees")
    .map(({ thing }) => thing)
    .filter((who) => who.attendance !== "removed" && who.person && there.indexOf(who.person) < 0)
    .map((who) => (store.get("people", who.person) || { name: "" }).name)
    .filter(Boolean)
    .sort((a, b) => a.localeCompare(b, "en-GB"));
}
