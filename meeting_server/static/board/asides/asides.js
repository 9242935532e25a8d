/** What was put aside: its marks, who may put words aside, and the copies of those who may go on reading them. */
import { _ } from "../kit/gettext.js";
import * as store from "../store/store.js";
import { clock } from "../store/words.js";

/** @typedef {import('../wire.js').Aside} Aside */
/** @typedef {import('../wire.js').AsideCopy} Copy */
/** @typedef {Aside["kind"]} Kind */

/** Whether the server would let me put somebody's words aside now. */
export function mayPutAside() {
  const facts = store.meeting();
  return Boolean(facts && facts.state !== "finished" && store.may("minute"));
}

/** The marks of one thing, oldest first. @param {Kind} kind @param {string} thing @param {number | null} n @returns {Aside[]} */
export function asidesOf(kind, thing, n) {
  /** @type {Record<string, Aside>} */
  const found = {};
  store.each("asides").forEach((one) => {
    if (one.thing.kind === kind && one.thing.thing === thing && one.thing.n === n) found[one.thing.id] = one.thing;
  });
  return Object.keys(found).map((id) => found[id]).sort((a, b) => a.at - b.at);
}

/** Copies of words that were put aside: on the desk everybody's, in my own stream mine. @param {"chairs_desk" | "own"} audience @returns {Copy[]} */
export function copies(audience) {
  return store
    .each("aside_copies")
    .filter((one) => one.audience === audience)
    .map((one) => one.thing)
    .sort((a, b) => a.at - b.at);
}

/** Who did it and when; why stands beside it. @param {Aside} mark */
export function markWords(mark) {
  const gone = mark.erased;
  if (gone) return _("Put aside, and erased by %(name)s, %(time)s:", { name: store.attendeeName(gone.by), time: clock(gone.at) });
  return _("Put aside by %(name)s, %(time)s:", { name: store.attendeeName(mark.by), time: clock(mark.at) });
}

/** @param {Aside} mark */
export function markWhy(mark) {
  return mark.erased ? mark.erased.why : mark.why;
}

/** @type {Record<Kind, string>} */
const KINDS = {
  items: _("a point"),
  views: _("a different view of a point"),
  progress: _("an answer about an action"),
  impacts: _("words of a statement"),
  visits: _("a visit"),
  behaviours: _("the name of a behaviour"),
  agency_views: _("the words of a view"),
  adult_views: _("the words of a view of an adult"),
  updates: _("what an agency told"),
  decisions: _("the words of a decision"),
  dissents: _("the words of a disagreement"),
  ratings: _("the words of a rating"),
  rating_views: _("a different view of a rating"),
  numbers: _("the reason for a number"),
  agreed: _("what was agreed beside numbers"),
  summaries: _("a summary"),
  trigger_answers: _("an answer of the trigger check"),
  stage_notes: _("a note"),
  earlier_ratings: _("the words of an earlier rating"),
  earlier_numbers: _("the reasons for earlier numbers"),
};

/** What it was, in words. @param {Kind} kind */
export function kindWords(kind) {
  return KINDS[kind];
}
