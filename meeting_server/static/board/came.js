/** Things of earlier meetings, as this browser knows them: where they come from, how actions come along. */
import { _ } from "./gettext.js";
import * as store from "./store.js";
import { day } from "./words.js";

/** @typedef {import('./wire.js').Came} Came */
/** @typedef {import('./wire.js').Progress} Progress */
/** @typedef {import('./wire.js').EarlierRating} EarlierRating */
/** @typedef {Progress["state"]} State */

/** @type {State[]} */
export const STATES = ["done", "partly", "not_yet", "changed"];

/** The mark and the words of how an action comes along: no rating, so no red, amber or green. @param {State} state */
export function stateWords(state) {
  /** @type {Record<State, [string, string]>} */
  const words = {
    done: ["●", _("Done")],
    partly: ["◐", _("Partly")],
    not_yet: ["○", _("Not yet")],
    changed: ["↻", _("Changed, it didn't help")],
  };
  return { mark: words[state][0], words: words[state][1] };
}

/** "First conference, Thu 19 Mar 2026". @param {{occasion: string, kind: string, date: string}} from */
export function meetingWords(from) {
  return (from.occasion || from.kind) + ", " + day(from.date) + " " + from.date.slice(0, 4);
}

/** @param {Came} came */
export function cameWords(came) {
  return _("From: %(meeting)s", { meeting: meetingWords(came) });
}

/** That something was said without the family, and who told them; nothing of what was said with them. @param {Came} came */
export function toldWords(came) {
  const { told } = came;
  if (!came.without_family) return "";
  if (!told) return _("Said without the family.");
  const name = store.personName(told.by);
  return told.before
    ? _("Said without the family. %(name)s told them before this meeting.", { name })
    : _("Said without the family. %(name)s told them in this meeting, before it was shown.", { name });
}

/** What difference it makes for the child in view, or for each. @param {Progress} one */
export function differencesInView(one) {
  const child = store.childInView.value;
  return one.differences.filter((said) => child === null || said.child === child);
}

/** The ratings of earlier meetings for a child, or (null) for the family, oldest first. @param {string | null} child @returns {EarlierRating[]} */
export function ratingsBefore(child) {
  return store
    .each("earlier_ratings")
    .map((one) => one.thing)
    .filter((one) => one.child === child)
    .sort((a, b) => a.came.date.localeCompare(b.came.date));
}
