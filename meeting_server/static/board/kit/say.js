/** The page's one voice: a polite status region, and how much is said in it. */
import { signal } from "../../vendor/signals.js";
import { makeAnnouncer } from "./announcer.js";

/** @typedef {import('./announcer.js').Setting} Setting */

const KEPT_AS = "common-ground-voice";
const TOGETHER_MS = 600;

/** How much is said aloud, chosen by each person for this browser. */
export const setting = signal(/** @type {Setting} */ ("summaries"));

let spokenAt = 0;

/** Puts words in the region; what is said within a moment of something else joins it instead of replacing it. @param {string} words */
function speak(words) {
  const region = document.getElementById("voice");
  if (!region) return;
  const now = Date.now();
  const said = region.textContent || "";
  const joins = now - spokenAt < TOGETHER_MS;
  spokenAt = now;
  if (joins && said.indexOf(words) >= 0) return;
  region.textContent = joins ? said + " " + words : words + (said === words ? "\u00a0" : "");
}

/** Decides what is said of others, and when. */
export const announcer = makeAnnouncer({
  now: () => Date.now(),
  later: (what, ms) => setTimeout(what, ms),
  speak,
});

/** Says something of mine, or for me, at once. */
export const say = announcer.say;
/** Tells the voice that a key was pressed, so that it waits. */
export const typing = announcer.typing;

/** @param {Setting} chosen */
export function choose(chosen) {
  setting.value = chosen;
  announcer.set(chosen);
  try {
    localStorage.setItem(KEPT_AS, chosen);
  } catch (closed) {
    // Then the choice lasts as long as the page.
  }
}

/** Takes up what was chosen in this browser before. */
export function remembered() {
  try {
    const kept = localStorage.getItem(KEPT_AS);
    if (kept === "everything" || kept === "summaries" || kept === "mine") choose(kept);
  } catch (closed) {
    // Then it is summaries.
  }
}
