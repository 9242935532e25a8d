/** What was said here and not yet acknowledged, in the order it was said. restore_unsent.js keeps it through a reload. */
import { computed, signal } from "../../vendor/signals.js";
import { lastOf, onPatch } from "./boards.js";

/** @typedef {import('../wire.js').Commands} Commands */
/** @typedef {import('../wire.js').Answer} Answer */
/** @typedef {{name: "add_item" | "write_privately", apart: string | null}} How where a point is sent; `apart`: the private writing it is for */
/**
 * @typedef {Object} Unsent
 * @property {string} id
 * @property {keyof Commands} name
 * @property {any} data
 * @property {(answer: Answer) => void} settle
 */

/** @type {import('../../vendor/signals.js').Signal<Unsent[]>} */
const waiting = signal([]);

export const queue = {
  /** @param {Unsent} one */
  push(one) {
    waiting.value = waiting.value.concat([one]);
  },
  /** The one whose turn it is. @returns {Unsent | undefined} */
  peek() {
    return waiting.peek()[0];
  },
  /** All of them. */
  all() {
    return waiting.peek();
  },
  /** Takes away the one whose turn it was. */
  shift() {
    waiting.value = waiting.value.slice(1);
  },
  /** Forgets everything, on goodbye. */
  clear() {
    waiting.value = [];
  },
};

/** What has not been acknowledged. */
export const unsent = computed(() => waiting.value);

/**
 * Points of mine to show before the board has them: `sending`, or `refused` with the sentence that says why.
 * @typedef {{id: string, data: import('../wire.js').AddItem, state: "sending" | "refused", message: string,
 *   how: How}} Draft
 * @type {import('../../vendor/signals.js').Signal<Draft[]>}
 */
export const drafts = signal([]);

/** @type {Array<{id: string, audience: string, n: number}>} */
let answered = [];

/** @param {Draft} draft */
export function show(draft) {
  drafts.value = drafts.value.filter((one) => one.id !== draft.id).concat([draft]);
}

/** @param {string} id the point's */
export function drop(id) {
  drafts.value = drafts.value.filter((one) => one.id !== id);
}

/** Takes a draft away once the board says the same. @param {string} id @param {string} audience @param {number} n */
export function dropWhenShown(id, audience, n) {
  answered.push({ id, audience, n });
  dropShown();
}

/** Takes away the drafts of points that the boards have by now. */
export function dropShown() {
  const shown = answered.filter((one) => lastOf(one.audience) >= one.n).map((one) => one.id);
  answered = answered.filter((one) => shown.indexOf(one.id) < 0);
  if (shown.length) drafts.value = drafts.value.filter((one) => shown.indexOf(one.id) < 0);
}

onPatch(() => {
  if (answered.length) Promise.resolve().then(dropShown);
});
