/**
 * What nobody else sees yet: whether private writing or holding is on, which points are mine alone, and who will see
 * what I am writing now. The server decides; this is so that the box can say so before it is sent.
 */
import { signal } from "../../vendor/signals.js";
import { ngettext } from "../kit/gettext.js";
import { choice } from "../store/kept_text.js";
import * as store from "../store/store.js";

/** @typedef {import('../wire.js').PrivateItem} PrivateItem */
/**
 * Who sees what is added now. "prepare": the meeting has not started; "apart": private writing is on here; "me": the
 * switch is on; "begun": it was begun in private; "held": the chair sees it first; "room": everyone.
 * @typedef {"prepare" | "apart" | "me" | "begun" | "held" | "room"} Seen
 */

/** "Write it just for me first." Stays on until it is switched off, so that nothing becomes public by surprise. */
export const justForMe = choice("entry", "justForMe", false);
/** What is in the box was begun when only its writer could have seen it: it goes on so, though that is over now. */
export const begun = signal(false);

function goingOn() {
  const facts = store.meeting();
  return Boolean(facts && (facts.state === "open" || facts.state === "paused"));
}

/** The private writing going on now, or undefined. */
export function privateWriting() {
  const now = store.get("private_writing", "private_writing");
  return now && now.running && goingOn() ? now : undefined;
}

/** The id of the private writing going on in a column, or nothing. @param {string} column */
export function apartIn(column) {
  const now = privateWriting();
  return now && (now.column === null || now.column === column) ? now.round : "";
}

/** Whether new points go to the chair first. */
export function holding() {
  const now = store.get("holding", "holding");
  return Boolean(now && now.on && goingOn());
}

/** Who sees what is added to this column now. @param {string} column @returns {Seen} */
export function seenBy(column) {
  const facts = store.meeting();
  if (facts && facts.state === "prepared") return "prepare";
  if (justForMe.value) return "me";
  if (apartIn(column)) return "apart";
  if (begun.value) return "begun";
  return chairFirst() ? "held" : "room";
}

/** Whether nobody but me sees what is added to this column now. @param {string} column */
export function alone(column) {
  const seen = seenBy(column);
  return seen !== "held" && seen !== "room";
}

/** My private points, the oldest first. @returns {PrivateItem[]} */
export function mine() {
  return store
    .each("private_items")
    .map((one) => one.thing)
    .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
}

/** Those of mine that will not be shown by the chair with everybody's. */
export function unshown() {
  const now = privateWriting();
  return mine().filter((one) => !now || one.apart !== now.round);
}

/** Those I could show to everyone now. */
export function showable() {
  const facts = store.meeting();
  return facts && facts.state === "open" ? mine().filter((one) => !apartIn(one.column)) : [];
}

/** Whether the chair sees what I add, before everyone does. */
export function chairFirst() {
  return holding() && !store.may("steer") && !store.may("minute");
}

/** "You have 2 points nobody else has seen." The chair has seen what came back. @param {PrivateItem[]} items */
export function unseenWords(items) {
  return items.some((one) => one.sent_back)
    ? ngettext("You have %(n)s point only you can see.", "You have %(n)s points only you can see.", items.length)
    : ngettext("You have %(n)s point nobody else has seen.", "You have %(n)s points nobody else has seen.", items.length);
}
