/** What has to be known before somebody is let in: whose words they would read, and from whom they are kept apart. */
import { ROOM } from "../../board/store/in_view.js";
import * as store from "../../board/store/store.js";

/** @typedef {import('../../board/wire.js').Attendee} Attendee */

/** Whether somebody comes with their work and takes part. @param {Attendee} attendee */
export function comesWithWork(attendee) {
  const role = store.template.value && store.template.value.roles.find((one) => one.key === attendee.role);
  return Boolean(role && role.side === "professional" && role.powers.length);
}

/**
 * A child's words as they are put aside: `n` is the answer of an action, else null.
 * @typedef {{kind: 'items' | 'progress' | 'views' | 'numbers', thing: string, n: number | null, child: string}} ChildsWords
 */

/**
 * A child's words that somebody of family or network would read for the first time: they were found safe for those who
 * were here. None before the start, and none for the child themselves. The server holds to the same rule.
 * @param {Attendee} attendee @returns {ChildsWords[]}
 */
export function childrensWordsFor(attendee) {
  const facts = store.meeting();
  const role = store.template.value && store.template.value.roles.find((one) => one.key === attendee.role);
  if (!facts || facts.state === "prepared" || !role || role.side === "professional" || attendee.attendance === "here") return [];
  const since = attendee.attendance === "left" ? attendee.left_at || 0 : 0;
  /** @type {ChildsWords[]} */
  const found = [];
  const add = (/** @type {ChildsWords} */ one, /** @type {number} */ at, /** @type {boolean} */ words) => {
    const speaker = store.get("people", one.child);
    if (speaker && speaker.child && speaker.id !== attendee.person && at > since && words) found.push(one);
  };
  store.each("items").forEach(({ audience, thing }) => {
    if (audience !== ROOM || thing.taken_back) return;
    add({ kind: "items", thing: thing.id, n: null, child: thing.speaker }, thing.at, true);
    thing.progress.forEach((one) => {
      const words = !one.cleared && Boolean(one.evidence || one.differences.length);
      if (one.person !== thing.speaker) add({ kind: "progress", thing: thing.id, n: one.n, child: one.person }, one.at, words);
    });
  });
  store.each("views").forEach(({ audience, thing }) => {
    if (audience === ROOM) add({ kind: "views", thing: thing.id, n: null, child: thing.person }, thing.at, !thing.taken_back);
  });
  const numbers = /** @type {import('../../board/wire.js').Number[]} */ (/** @type {unknown} */ (store.each("numbers").map((one) => one.thing)));
  numbers.forEach((one) => {
    // Without a source its reasons are gone.
    const words = one.sources.length > 0 && [one.reason].concat(one.earlier.map((before) => before.reason)).some(Boolean);
    add({ kind: "numbers", thing: one.id, n: null, child: one.person }, one.at, words);
  });
  return found;
}

/** How many of these each child said. @param {ChildsWords[]} words @returns {Array<{child: string, count: number}>} */
export function byChild(words) {
  /** @type {Map<string, number>} */
  const found = new Map();
  words.forEach((one) => found.set(one.child, (found.get(one.child) || 0) + 1));
  return Array.from(found, ([child, count]) => ({ child, count }));
}

/** The people from whom somebody is kept apart, who have a seat here. @param {Attendee} attendee @returns {Attendee[]} */
export function apartFrom(attendee) {
  const found = store.get("apart", attendee.person);
  const others = found ? found.others : [];
  return /** @type {Attendee[]} */ (others.map((person) => store.attendeeOf(person)).filter(Boolean));
}

/** Those of them who are in. @param {Attendee} attendee */
export function apartAndIn(attendee) {
  return attendee.attendance === "here" ? [] : apartFrom(attendee).filter((one) => one.attendance === "here");
}
