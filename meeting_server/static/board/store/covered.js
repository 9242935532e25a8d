/**
 * Whether this screen is covered: then nothing of the board is on the page, in its title or in what is read aloud. The address says
 * so to the server, so that a reload brings nothing back.
 */
import { signal } from "../../vendor/signals.js";

const MARK = "time";

export const covered = signal(new URLSearchParams(window.location.search).has(MARK));
/** What stood in boxes when the screen was covered: the boxes are not on the page. @type {string[]} */
let words = [];

/** @param {boolean} now */
function say(now) {
  window.history.replaceState(window.history.state, "", window.location.pathname + (now ? "?" + MARK : ""));
  covered.value = now;
}

// Another page of the browser's history has an address of its own.
window.addEventListener("popstate", () => say(covered.peek()));

export function cover() {
  words = Array.from(document.querySelectorAll("#app textarea")).map((box) => /** @type {HTMLTextAreaElement} */ (box).value);
  say(true);
}

export function uncover() {
  words = [];
  say(false);
}

/** The words in boxes that are not on the page while it is covered. */
export function coveredWords() {
  return words;
}
