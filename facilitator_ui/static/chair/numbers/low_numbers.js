/** Numbers that the desk alone sees: low ones, to ask about now, and a child's own, until the chair has looked at it. */
import { signal } from "../../vendor/signals.js";
import { _ } from "../../board/kit/gettext.js";
import * as store from "../../board/store/store.js";
import { names } from "../../board/store/words.js";

/** Low numbers the chair has dealt with; forgotten with the page, so that a doubt asks again. */
const asked = signal(/** @type {string[]} */ ([]));

/** @typedef {{ids: string[], round: string, person: string, value: number, children: string[]}} Low_ one person's low number, for these children */

/** What is to be asked about, a person's same number for several children together. @returns {Low_[]} */
export function lowNumbers() {
  /** @type {Map<string, Low_>} */
  const found = new Map();
  const places = store.children().map((child) => child.id);
  const all = store.each("low_numbers").map((one) => one.thing);
  all.sort((a, b) => places.indexOf(a.child) - places.indexOf(b.child));
  all
    .filter((one) => asked.value.indexOf(one.id) < 0)
    .forEach((one) => {
      const key = [one.round, one.person, one.value].join(":");
      const low = found.get(key) || { ids: [], round: one.round, person: one.person, value: one.value, children: [] };
      found.set(key, { ...low, ids: low.ids.concat([one.id]), children: low.children.concat([one.child]) });
    });
  return Array.from(found.values());
}

export function heldNumbers() {
  return store
    .each("held_numbers")
    .map((one) => one.thing)
    .filter((one) => !one.released);
}

/** @param {Low_} low */
export function lowWords(low) {
  return _("%(name)s put %(number)s for %(children)s.", { name: store.personName(low.person), number: low.value, children: names(low.children) });
}

/** The chair has asked about it. @param {Low_} low */
export function iHaveAsked(low) {
  asked.value = asked.value.concat(low.ids);
}
