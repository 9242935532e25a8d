/**
 * For whom I may speak, as the server will say: who is here on a device of their own speaks for themselves. The table is
 * the server's (speaking_table.js); where people are is read from the boards I hold.
 */
import { SPEAKING } from "./speaking_table.js";
import * as store from "../store/store.js";

/** @typedef {import('../store/store.js').Person} Person */
/** @typedef {"own" | "asked" | "none" | "away" | "spoken"} Where */

/** Where somebody is now: here on a device, asked to have their words typed, without a device, not here, or only spoken of. @param {string} person @returns {Where} */
export function whereIs(person) {
  const attendee = store.attendeeOf(person);
  if (!attendee) return "spoken";
  if (attendee.attendance !== "here") return "away";
  if (!attendee.device) return "none";
  const asked = Boolean(store.get("requests", attendee.id + ":type"));
  return asked && (store.may("minute") || amNamed(person)) ? "asked" : "own";
}

/** Whether I was named to type for somebody. @param {string} person */
export function amNamed(person) {
  const me = store.you.value;
  const named = store.get("typists", person);
  return Boolean(me && named && named.typist === me.person);
}

/**
 * Whether I may do this for somebody now; for myself always.
 * @param {string} person @param {string} act a row of the table @param {boolean} [typed] whether I typed what it is about
 * @param {boolean} [agreed] whether they wrote it, or said that it is theirs
 */
export function maySpeakFor(person, act, typed = false, agreed = false) {
  const me = store.you.value;
  if (!me) return false;
  if (person === me.person) return true;
  const minutes = store.may("minute");
  const named = amNamed(person);
  /** @type {Record<string, boolean>} */
  const who = {
    pro: store.may("type_for"), named, minutes, typist: typed,
    "typist-until-yes": typed && !agreed, "minutes-until-yes": minutes && !agreed, "minutes-typist": minutes && typed, "named-not-typist": named && !typed,
  };
  return (SPEAKING[act][whereIs(person)] || []).some((one) => who[one]);
}

/**
 * Whether I may change a point's words, or take them back: my own, or words typed for somebody that are not theirs yet.
 * @param {import('../store/store.js').Item} item @param {"change" | "take_back"} act
 */
export function mayReword(item, act) {
  const me = store.you.value;
  const typist = store.personOf(item.recorded_by);
  const agreed = item.confirmed === "yes" || Boolean(typist && typist.id === item.speaker);
  const typed = Boolean(me && item.recorded_by === me.attendee);
  return maySpeakFor(item.speaker, act, typed, agreed);
}

const LIKELY = ["none", "asked", "away", "spoken", "own"];
const BABY = /unborn|week|month|day/i;

/** Whether somebody is too young to have said it. @param {Person} person */
export const isBaby = (person) => person.child && BABY.test(person.age);

/** Whether the chair ended somebody's part in the meeting. @param {Person} person */
export function isRemoved(person) {
  const attendee = store.attendeeOf(person.id);
  return Boolean(attendee && attendee.attendance === "removed");
}

/**
 * For whom I may do this now, the likeliest first: without a device, asked for it, not here, spoken of, on a device of their
 * own. Never a baby, nor somebody the chair removed.
 * @param {string} act @returns {Person[]}
 */
export function offered(act) {
  const me = store.you.value;
  return store
    .people()
    .filter((one) => me && one.id !== me.person && !isBaby(one) && !isRemoved(one) && maySpeakFor(one.id, actFor(one, act)))
    .sort((a, b) => LIKELY.indexOf(whereIs(a.id)) - LIKELY.indexOf(whereIs(b.id)));
}

/** What a position of this person's is in the table: a child gives no view here, and its number has a row of its own. @param {Person} person @param {string} act */
function actFor(person, act) {
  return act === "number" ? (person.child ? "childs_number" : "position") : act;
}

/** Whether what is typed for somebody was sent, and says where it came from. @param {string} person @param {string} act */
export function wasSent(person, act) {
  const me = store.you.value;
  const sent = act === "view" || act === "dissent" || act === "update";
  return Boolean(person && me && person !== me.person && sent && ["away", "spoken"].includes(whereIs(person)));
}

/** Whether what is typed for somebody counts only once they have said yes. @param {string} person */
export const waitsForYes = (person) => Boolean(person) && whereIs(person) === "asked";
