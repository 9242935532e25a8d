/**
 * Whether somebody can see or hear this screen. A person of the family who may be somewhere else is asked at arrival, and can change
 * the answer. It is kept in this browser for the seat and sent to nobody.
 */
import { computed, signal } from "../../vendor/signals.js";
import * as store from "./store.js";

/** @typedef {"" | "alone" | "nearby"} Nearby "" until it is answered */

export const nearby = signal(/** @type {Nearby} */ (""));

/** Whether what is asked of me is to be said without its words: "Something to check". */
export const someoneNearby = computed(() => nearby.value === "nearby");

/** Whether I am asked at all: not those who come with their work, and not where everybody sits in one room. */
export const askedWhoIsNear = computed(() => {
  const me = store.you.value;
  const facts = store.meeting();
  const over = !facts || facts.state === "ended" || facts.state === "finished";
  return Boolean(me && me.side !== "professional" && facts && facts.setting !== "room" && !over && store.phase.value === "in");
});
