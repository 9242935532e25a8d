/** What this screen is showing and whose hands are on it; nothing here is sent or kept. */
import { computed, signal } from "../vendor/signals.js";
import { going } from "./flow.js";
import { pages } from "./layout.js";
import * as store from "./store.js";

/** @typedef {"change" | "move" | "take_back" | "differ" | "action" | "answer" | "progress" | "impact" | "impact_back"} EditKind */
/** @typedef {{kind: EditKind, item: string}} Editing `item`: a point's id; for an impact statement the child's, and for taking words of it back also ":" and their version */

const wideEnough = window.matchMedia("(min-width: 60rem)");

/** Whether the columns stand side by side. */
export const wide = signal(wideEnough.matches);
wideEnough.addListener((now) => {
  wide.value = now.matches;
});

const chosen = signal("");
const chosenCategory = signal(/** @type {string | null} */ (null));

/** The column being looked at on a phone and written into everywhere: the chosen one, else the first. */
export const columnInView = computed(() => {
  const all = pages().map((page) => page.column.key);
  return all.indexOf(chosen.value) >= 0 ? chosen.value : all[0] || "";
});

/** The category a new point goes to, unless its writer says otherwise; null for none. */
export const categoryInView = computed(() => chosenCategory.value);

/** @param {string} column @param {string | null} [category] */
export function lookAt(column, category) {
  chosen.value = column;
  chosenCategory.value = category || null;
  decidingInView.value = false;
  coreInView.value = false;
  summariesInView.value = false;
}

/** Whether a phone shows the numbers instead of a column. */
export const numbersInView = signal(false);
/** Whether a phone shows what is decided instead of a column. */
export const decidingInView = signal(false);
/** Whether a phone shows who has seen the children and what agencies tell instead of a column. */
export const coreInView = signal(false);
/** Whether a phone shows what each discipline has done instead of a column. */
export const summariesInView = signal(false);
/** What stands in place of the board while somebody reads from it, or null. */
export const inPlaceOfBoard = signal(/** @type {import('../vendor/preact.js').ComponentType<{}> | null} */ (null));
/** On a small screen with a desk: whether the desk is looked at, not the board; null until somebody chose. */
export const atDesk = signal(/** @type {boolean | null} */ (null));
/** Which point or statement the panel below the board is changing, and how. */
export const editing = signal(/** @type {Editing | null} */ (null));
/** A refusal to read, by the box. */
export const notice = signal("");
/** Whether "is writing" lines are shown; family start without them. */
export const showWriting = signal(/** @type {boolean | null} */ (null));

export function writingShown() {
  const me = store.you.value;
  return showWriting.value === null ? Boolean(me && me.side === "professional") : showWriting.value;
}

/** Whether points may be written now: for the room, or before the meeting for oneself. */
export function canAdd() {
  const facts = store.meeting();
  return Boolean(facts && (going() || facts.state === "prepared") && store.may("contribute"));
}

/** Whether what stands on the board may be put right, agreed with, or seen differently now. */
export function canTidy() {
  const facts = store.meeting();
  return Boolean(facts && (going() || facts.state === "ended") && store.may("contribute"));
}
