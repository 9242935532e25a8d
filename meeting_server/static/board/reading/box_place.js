/**
 * Where the words in the box belong: where the box said when their writer began them. Turning to another part of the board
 * or to another child moves no word; pressing to add somewhere, or choosing a column by the box, does.
 */
import { signal } from "../../vendor/signals.js";
import * as store from "../store/store.js";
import { boxCategory, boxColumn, goTo, whereOpen, wide, writesTo } from "./view.js";

/** @typedef {{column: string, category: string | null, children: string[]}} Place */

/** Where the words in the box were begun; null while it is empty. */
export const begunAt = signal(/** @type {Place | null} */ (null));

/** What is looked at; without a column where nobody has said yet which. @returns {Place} */
function inView() {
  const child = store.childInView.value;
  return { column: whereOpen.value ? "" : boxColumn.value, category: boxCategory.value, children: child ? [child] : [] };
}

/** Where a point written now goes. @returns {Place} */
export function boxPlace() {
  return begunAt.value || inView();
}

/** The column for words that are in no box any more. */
export function columnForWords() {
  return boxPlace().column || boxColumn.value;
}

/** Writing began, in the place that is looked at. */
export function beginHere() {
  if (!begunAt.peek()) begunAt.value = inView();
}

/** Turns to a part of the board to write there, with what is in the box already. @param {string} column @param {string | null} [category] */
export function writeIn(column, category) {
  goTo(column, category);
  if (begunAt.peek()) begunAt.value = { ...boxPlace(), column, category: category || null };
}

/** Chooses by the box where it writes. On a wide screen nobody leaves what they look at for it. @param {string} column */
export function chooseColumn(column) {
  if (!wide.value) return writeIn(column);
  writesTo(column);
  if (begunAt.peek()) begunAt.value = { ...boxPlace(), column, category: null };
  return undefined;
}

/** Takes what is in the box to what is looked at. */
export function bringHere() {
  begunAt.value = inView();
}

/** Whether something else is looked at than what the words in the box were begun for. */
export function elsewhere() {
  const now = inView();
  const then = begunAt.value;
  return Boolean(then && (then.column !== now.column || then.children.join() !== now.children.join()));
}
