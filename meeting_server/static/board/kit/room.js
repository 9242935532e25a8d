/** How much room a screen has for words, in lines of its own text: a small phone with large text is as short as a phone on its side. */
import { signal } from "../../vendor/signals.js";

/** From this many lines on there is room for all that stands around the words. */
const TALL_LINES = 30;
/** Below this many there is hardly room for the words themselves, as at 400 % zoom. */
const TINY_LINES = 14;

/** @typedef {"tall" | "short" | "tiny"} Room */

/** @type {import('../../vendor/signals.js').Signal<Room>} */
export const room = signal("tall");

/** How wide the screen is, in the size of the page's letters. */
export const lettersAcross = signal(60);

/** Whether a wide screen is so low that the line of places folds into the header. */
export const folded = signal(false);
const FOLD_REM = 42.5;

function look() {
  const letter = parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
  const line = letter * 1.4;
  if (lettersAcross.peek() !== window.innerWidth / letter) lettersAcross.value = window.innerWidth / letter;
  if (folded.peek() !== window.innerHeight / letter < FOLD_REM) folded.value = !folded.peek();
  const lines = window.innerHeight / line;
  const now = lines >= TALL_LINES ? "tall" : lines >= TINY_LINES ? "short" : "tiny";
  document.documentElement.dataset.room = now;
  if (room.peek() !== now) room.value = now;
}

/** Starts measuring: once, and whenever the window or the size of the text changes. */
export function watchRoom() {
  look();
  window.addEventListener("resize", look);
  new MutationObserver(look).observe(document.documentElement, { attributes: true, attributeFilter: ["class"] });
}
