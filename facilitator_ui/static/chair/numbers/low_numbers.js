/** Numbers that the desk alone sees: low ones, to ask about now, and a child's own, until the chair has looked at it. */
import { _, ngettext } from "../../board/kit/gettext.js";
import * as store from "../../board/store/store.js";

/** @typedef {import('../../board/wire.js').LowNumber} LowNumber */
/** @typedef {{key: string, round: string, child: string, lows: LowNumber[]}} Low_ what one child was put at in one asking, the lowest first */

/** What is still to be asked about, child by child in the order of the meeting. @returns {Low_[]} */
export function lowNumbers() {
  /** @type {Map<string, Low_>} */
  const found = new Map();
  const places = store.children().map((child) => child.id);
  const all = store.each("low_numbers").map((one) => one.thing);
  all.sort((a, b) => places.indexOf(a.child) - places.indexOf(b.child) || a.value - b.value);
  all
    .filter((one) => !one.asked)
    .forEach(({ round, child }, _at, left) => {
      const key = round + ":" + child;
      if (!found.has(key)) found.set(key, { key, round, child, lows: left.filter((one) => one.round === round && one.child === child) });
    });
  return Array.from(found.values());
}

export function heldNumbers() {
  return store
    .each("held_numbers")
    .map((one) => one.thing)
    .filter((one) => !one.released);
}

/** "PC Rowan put Juniper at 2.", "PC Rowan and 1 more put Juniper at 2 or lower." @param {Low_} low */
export function lowWords({ child, lows }) {
  const words = { name: store.personName(lows[0].person), child: store.personName(child), number: lows[lows.length - 1].value };
  if (lows.length === 1) return _("%(name)s put %(child)s at %(number)s.", words);
  return ngettext("%(name)s and %(n)s more put %(child)s at %(number)s or lower.", "%(name)s and %(n)s more put %(child)s at %(number)s or lower.", lows.length - 1, words);
}
