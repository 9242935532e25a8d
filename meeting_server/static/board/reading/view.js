/** What this screen is showing and whose hands are on it; nothing here is sent or kept. */
import { has } from "./kinds.js";
import { computed, signal } from "../../vendor/signals.js";
import { going, onDesk, over } from "./agenda.js";
import { pages } from "./layout.js";
import { ARRIVAL, ENDED, WHOLE, arrived, placeOf } from "./places.js";
import * as store from "../store/store.js";

/** @typedef {"change" | "move" | "take_back" | "differ" | "action" | "answer" | "progress" | "put_aside" | "impact" | "impact_back"} EditKind */
/** @typedef {{kind: EditKind, item: string}} Editing `item`: a point's id; for an impact statement the child's, and for taking words of it back also ":" and their version */

const wideEnough = window.matchMedia("(min-width: 60rem)");

/** Whether the columns stand side by side. */
export const wide = signal(wideEnough.matches);
wideEnough.addListener((now) => {
  wide.value = now.matches;
});

const chosen = signal("");
const along = signal("");
const writtenInto = signal("");
const chosenCategory = signal(/** @type {string | null} */ (null));

/** Whether a desk stands beside the board on a wide screen: then the board has the room of two columns. */
export const besideDesk = signal(false);

/** Whether nobody has said yet where the box writes: the open step shows no column. */
export const whereOpen = signal(false);

/** The column the box writes into: the one gone to last, else the first. */
export const boxColumn = computed(() => {
  const all = pages().map((page) => page.column.key);
  return all.indexOf(writtenInto.value) >= 0 ? writtenInto.value : all[0] || "";
});

/** The category a new point goes to, unless its writer says otherwise; null for none. */
export const boxCategory = computed(() => chosenCategory.value);

/** The key of the place that is looked at (places.js): the one gone to, or the one that the meeting was followed to; else everything, and on a phone the column of the box. */
export const here = computed(() => {
  const place = placeOf(chosen.value) || placeOf(along.value) || (over() && !onDesk() && placeOf(ENDED));
  return place ? place.key : wide.value ? WHOLE : boxColumn.value;
});

/** Whether the whole board is looked at as the printed form: then it shows the newest points alone. */
export const figured = computed(() => Boolean(has("figure") && wide.value && store.template.value && store.template.value.figure && store.childInView.value && here.value === WHOLE));

/** Goes to where every point of a column stands. @param {string} column @param {string | null} [category] */
export function goToAllOf(column, category) {
  const leaves = figured.value;
  goTo(column, category);
  if (leaves) chosen.value = column;
}

/** Says where the box writes from now on, and moves nobody. @param {string} column @param {string | null} [category] */
export function writesTo(column, category) {
  whereOpen.value = false;
  writtenInto.value = column;
  chosenCategory.value = category || null;
}

/**
 * Goes to a place; nothing else decides what is looked at. Where a small screen shows the desk, or something is read in
 * the board's place, the board comes up. In a column the box writes there from now on, into `category` if there is one.
 * @param {string} place @param {string | null} [category]
 */
export function goTo(place, category) {
  const column = place[0] !== "@";
  if (column) writesTo(place, category);
  // Every column stands on the whole board already: nobody who looks at it is taken off it for one of them.
  if (!column || !wide.value || here.value !== WHOLE) chosen.value = place;
  arrived.value = false;
  missed.value = null;
  inPlaceOfBoard.value = null;
  if (!wide.value) atDesk.value = false;
}

/** Looks at this place alone, also from the whole board: a press on its tab. @param {string} place */
export function lookAt(place) {
  goTo(place);
  chosen.value = place;
}

/**
 * Goes along with the meeting to the place its step shows, or with "" back to where it shows none. Whoever does is with the
 * meeting until they choose another place. @param {string} place @param {string} [target] where the box writes in the step:
 * a column, or `column.category`; "" where the step has none
 */
export function goAlong(place, target) {
  if (target) writesTo(.../** @type {[string, string?]} */ (target.split(".")));
  else whereOpen.value = target === "";
  chosen.value = "";
  along.value = place;
  arrived.value = false;
  inPlaceOfBoard.value = null;
}

/** Somebody was let in: they read where they are, until they go on. */
export function arrive() {
  arrived.value = true;
  chosen.value = ARRIVAL;
  inPlaceOfBoard.value = null;
  atDesk.value = false;
}

/** @typedef {[number, string, number]} Line how far down a place is, the first point in sight by its `data-fk`, and where on the screen that begins */

/** At which line each place was left, by its key. */
export const lines = signal(/** @type {Record<string, Line | undefined>} */ ({}));
/** When somebody was last seen at this screen, by the server's clock, and at which step. */
export const lastHere = signal(/** @type {{at: number, step: number} | null} */ (null));
/** What somebody missed: from when to when, and the step they left. */
export const missed = signal(/** @type {{at: number, until: number, step: number} | null} */ (null));

/** The place that somebody went to with the meeting, also before a reload; "" for whoever has not been taken anywhere yet. */
export function placed() {
  return along.peek();
}

/** Whether no other place than the meeting's was chosen. */
export function isWithMeeting() {
  return chosen.value === "";
}

/** What stands in place of the board while somebody reads from it, or null. */
export const inPlaceOfBoard = signal(/** @type {import('../../vendor/preact.js').ComponentType<{}> | null} */ (null));
/** On a small screen with a desk: whether the desk is looked at, not the board; null until somebody chose. */
export const atDesk = signal(/** @type {boolean | null} */ (null));

/** Where somebody is, as it is kept for a reload: keys and numbers. A release that keeps more or less reads nothing of another's. */
const where = [chosen, along, writtenInto, chosenCategory, whereOpen, atDesk, store.childInView, lines, lastHere];

/** @returns {any[]} */
export function whereIAm() {
  return where.map((one) => one.value);
}

/** Puts back what was kept. @param {any[]} kept */
export function putBack(kept) {
  if (kept.length === where.length) where.forEach((one, at) => (one.value = kept[at]));
  // Being let in is not read twice.
  if (chosen.value === ARRIVAL) chosen.value = "";
}

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
