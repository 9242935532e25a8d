/** Rows hold still under a hand: what was just answered or undone stays where it is until the hand has gone from the desk. */
import { useRef } from "../vendor/preact-hooks.js";
import { hands } from "../board/hands.js";

/**
 * What to show of `wanted`: while a hand is on the desk, the rows as they stood, with new ones after them. Otherwise the
 * next row would come to lie under the finger that pressed this one.
 * @template T
 * @param {T[]} wanted
 * @param {(one: T) => string} keyOf
 * @returns {T[]}
 */
export function useStill(wanted, keyOf) {
  const shown = useRef(wanted);
  const on = hands.value && hands.value.list === "minutes";
  const known = shown.current.map(keyOf);
  const now = new Map(wanted.map((one) => /** @type {[string, T]} */ ([keyOf(one), one])));
  shown.current = on
    ? shown.current.map((one) => now.get(keyOf(one)) || one).concat(wanted.filter((one) => known.indexOf(keyOf(one)) < 0))
    : wanted;
  return shown.current;
}
