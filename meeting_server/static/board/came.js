/** Things of earlier meetings, as this browser knows them: where they come from, how actions come along, numbers over time. */
import { _ } from "./gettext.js";
import * as store from "./store.js";
import { day } from "./words.js";

/** @typedef {import('./wire.js').Came} Came */
/** @typedef {import('./wire.js').Progress} Progress */
/** @typedef {import('./wire.js').EarlierNumbers} EarlierNumbers */
/** @typedef {import('./wire.js').EarlierRating} EarlierRating */
/** @typedef {Progress["state"]} State */
/** @typedef {{person: string, answer: string, value: number | null}} Given */
/** @typedef {{key: string, question: string, ten: string, zero: string, left: 0 | 10}} Measured */
/** @typedef {{measured: Measured, occasion: string, date: string, order: number, today: boolean, given: Given[]}} Taken */
/** @typedef {{measured: Measured, takings: Taken[], people: string[]}} Trend */

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

/** What makes numbers the same line: all of it, or they are another one. @param {Omit<Measured, "key">} one @param {string} series @returns {Measured} */
function measured({ question, ten, zero, left }, series) {
  return { key: JSON.stringify([series, question, ten, zero, left]), question, ten, zero, left };
}

/** @param {string} child @returns {Taken[]} */
function before(child) {
  return store
    .each("earlier_numbers")
    .map((one) => one.thing)
    .filter((one) => one.child === child)
    .map((one) => ({
      measured: measured(one, one.series), occasion: one.came.occasion || one.came.kind, date: one.came.date,
      order: 0, today: false, given: one.numbers,
    }));
}

/** @param {string} child @returns {Taken[]} */
function today(child) {
  const template = store.template.value;
  const facts = store.meeting();
  if (!template || !facts) return [];
  const all = /** @type {import('./wire.js').Number[]} */ (/** @type {unknown} */ (store.each("numbers").map((one) => one.thing)));
  /** @type {Taken[]} */
  const found = [];
  store.each("rounds").forEach(({ thing: round }) => {
    const scale = template.scales.find((one) => one.key === round.scale);
    if (!scale || round.state !== "shown" || round.children.indexOf(child) < 0) return;
    const words = { question: scale.question, ten: round.ten || scale.ten, zero: round.zero || scale.zero, left: scale.left };
    found.push({
      measured: measured(words, scale.series || template.key + "/" + scale.key), occasion: facts.occasion, date: facts.date,
      order: round.asked_at, today: true, given: all.filter((one) => one.round === round.id && one.child === child),
    });
  });
  return found;
}

/** A child's numbers over time, oldest first, one trend for each thing that is measured. @param {string} child @returns {Trend[]} */
export function trendsOf(child) {
  /** @type {Map<string, Taken[]>} */
  const together = new Map();
  before(child).concat(today(child))
    .sort((a, b) => a.date.localeCompare(b.date) || a.order - b.order)
    .forEach((one) => together.set(one.measured.key, (together.get(one.measured.key) || []).concat([one])));
  /** @type {Trend[]} */
  const found = [];
  together.forEach((takings) => {
    if (takings.every((one) => one.today)) return;
    const people = Array.from(new Set(takings.reduce((all, one) => all.concat(one.given.map((given) => given.person)), /** @type {string[]} */ ([]))));
    people.sort((a, b) => store.personName(a).localeCompare(store.personName(b), "en-GB"));
    found.push({ measured: takings[0].measured, takings, people });
  });
  return found;
}

/** What somebody gave in one asking, or undefined: a gap. @param {Taken} taken @param {string} person */
export function givenBy(taken, person) {
  return taken.given.find((one) => one.person === person);
}

/** Letters for each person: the first of each name, with a number where two share them. @param {string[]} people @returns {string[]} */
export function lettersOf(people) {
  /** @type {string[]} */
  const bare = [];
  return people.map((id) => {
    const person = store.get("people", id);
    const name = person ? person.name : "?";
    const short = name.split(/\s+/).map((word) => word.charAt(0)).join("").slice(0, 3).toUpperCase();
    const same = bare.filter((one) => one === short).length;
    bare.push(short);
    return same ? short + (same + 1) : short;
  });
}
