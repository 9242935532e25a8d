/**
 * Nothing moves under a person's finger: where hands are, the lists above and around hold still until they are gone.
 * A list says who it is with `data-list` and which row it stands in with `data-row`.
 */
import { signal } from "../../vendor/signals.js";
import { watchStill } from "./still_rows.js";

/** @typedef {{list: string, row: number}} Place */

/** The list with a focused control or a pointer down, or null. */
export const hands = signal(/** @type {Place | null} */ (null));

/** @type {Place | null} */
let pressed = null;
/** @type {Place | null} */
let focused = null;

/** @param {EventTarget | null} target @returns {Place | null} */
function placeOf(target) {
  const list = target instanceof Element ? target.closest("[data-list]") : null;
  return list ? { list: list.getAttribute("data-list") || "", row: Number(list.getAttribute("data-row")) } : null;
}

function settle() {
  const now = pressed || focused;
  const before = hands.peek();
  if (now && before && now.list === before.list) return;
  hands.value = now;
}

/** Lets the lists move again though focus is still there: its owner asked to see what is new. */
export function letGo() {
  pressed = null;
  focused = null;
  hands.value = null;
}

/** Starts watching fingers, mice and focus. */
export function watchHands() {
  watchStill();
  document.addEventListener("pointerdown", (event) => {
    pressed = placeOf(event.target);
    settle();
  });
  const lift = () => {
    pressed = null;
    // A click follows the lifted finger: what it was aimed at must still be there.
    setTimeout(settle, 350);
  };
  document.addEventListener("pointerup", lift);
  document.addEventListener("pointercancel", lift);
  document.addEventListener("focusin", (event) => {
    const control = event.target instanceof Element && event.target.matches("button, a, input, select, textarea");
    focused = control ? placeOf(event.target) : null;
    settle();
  });
  document.addEventListener("focusout", () => {
    focused = null;
    setTimeout(settle, 0);
  });
}

/** Whether a list in this row must hold still. @param {string} list @param {number} row */
export function mustHold(list, row) {
  const where = hands.value;
  return Boolean(where && (where.list === list || row < where.row));
}

/**
 * What to show of `wanted` while hands are on the page: what stood there stays in its order, what would come last is
 * added, the rest waits.
 * @param {string[]} shown ids as they stand on the screen
 * @param {string[]} wanted ids as they should stand
 */
export function steady(shown, wanted) {
  let last = wanted.length;
  while (last > 0 && shown.indexOf(wanted[last - 1]) < 0) last -= 1;
  return shown.concat(wanted.slice(last));
}
