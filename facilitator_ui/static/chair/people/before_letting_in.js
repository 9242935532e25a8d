/** What has to be known before somebody is let in: whose words they would read, and from whom they are kept apart. */
import { ROOM } from "../../board/store/in_view.js";
import * as store from "../../board/store/store.js";

/** @typedef {import('../../board/wire.js').Attendee} Attendee */
/** @typedef {import('../../board/wire.js').Item} Item */

/** Whether somebody comes with their work and takes part. @param {Attendee} attendee */
export function comesWithWork(attendee) {
  const role = store.template.value && store.template.value.roles.find((one) => one.key === attendee.role);
  return Boolean(role && role.side === "professional" && role.powers.length);
}

/**
 * The points in a child's words that somebody of family or network would read for the first time: they were found safe for
 * those who were here. None before the start, and none for the child themselves.
 * @param {Attendee} attendee @returns {Item[]}
 */
export function childrensWordsFor(attendee) {
  const facts = store.meeting();
  const role = store.template.value && store.template.value.roles.find((one) => one.key === attendee.role);
  if (!facts || facts.state === "prepared" || !role || role.side === "professional" || attendee.attendance === "here") return [];
  const since = attendee.attendance === "left" ? attendee.left_at || 0 : 0;
  return store
    .each("items")
    .filter(({ audience }) => audience === ROOM)
    .map((one) => one.thing)
    .filter((item) => {
      const speaker = store.get("people", item.speaker);
      return Boolean(speaker && speaker.child && speaker.id !== attendee.person && !item.taken_back && item.at > since);
    });
}

/** How many of these points each child said. @param {Item[]} items @returns {Array<{child: string, count: number}>} */
export function byChild(items) {
  /** @type {Map<string, number>} */
  const found = new Map();
  items.forEach((item) => found.set(item.speaker, (found.get(item.speaker) || 0) + 1));
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
