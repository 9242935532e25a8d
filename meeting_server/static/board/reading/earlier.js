/** Things of earlier meetings, as this browser knows them: where they come from, and the ratings given then. */
import { _ } from "../kit/gettext.js";
import * as store from "../store/store.js";
import { day } from "../store/words.js";

/** @typedef {import('../wire.js').Came} Came */
/** @typedef {import('../wire.js').EarlierRating} EarlierRating */

/** "First conference, Thu 19 Mar 2026". @param {{occasion: string, kind: string, date: string}} from */
export function meetingWords(from) {
  return (from.occasion || from.kind) + ", " + day(from.date) + " " + from.date.slice(0, 4);
}

/** @param {Came} came */
export function provenanceWords(came) {
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

/** The ratings of earlier meetings for a child, or (null) for the family, oldest first. @param {string | null} child @returns {EarlierRating[]} */
export function ratingsBefore(child) {
  return store
    .each("earlier_ratings")
    .map((one) => one.thing)
    .filter((one) => one.child === child)
    .sort((a, b) => a.came.date.localeCompare(b.came.date));
}
