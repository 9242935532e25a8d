/**
 * A child's numbers over time: which of them are one line. The same rule as the record's (`domain/numbers/trend.py`), held to the
 * same cases (tests/trends.json).
 */
import * as store from "../store/store.js";
import { ROOM } from "../store/in_view.js";

/** @typedef {import('../wire.js').Item} Item */
/** @typedef {import('../wire.js').Round} Round */
/** @typedef {{person: string, answer: string, value: number | null}} Given */
/** @typedef {{series: string, question: string, ten: string, zero: string, left: 0 | 10, about: string}} Measured `about`: the danger's first id */
/** @typedef {{measured: Measured, meeting: string, occasion: string, date: string, at: number, today: boolean, given: Given[]}} Taken */
/** @typedef {{key: string, measured: Measured, takings: Taken[], people: string[]}} Trend */

/** What stands for the danger where an older release did not keep it: nothing is known to be the same. */
const NOT_KEPT = "?";

/** The id a point had where it was first said. @param {Item} item */
export function firstId(item) {
  return item.came ? item.came.thing : item.id;
}

/** The danger an asking of today is about, by its first id; "" for today in general. @param {Round} round */
function firstAbout(round) {
  const item = round.about ? store.get("items", round.about) : undefined;
  return item ? firstId(item) : round.about || "";
}

/** The danger with this first id as everyone has it here. @param {string} about @returns {Item | undefined} */
export function dangerHere(about) {
  const found = store.each("items").find((one) => one.audience === ROOM && firstId(one.thing) === about);
  return found && found.thing;
}

/** @param {string} child @returns {Taken[]} */
function before(child) {
  return store
    .each("earlier_numbers")
    .map((one) => one.thing)
    .filter((one) => one.child === child)
    .map(({ id, series, question, ten, zero, left, about, at, came, numbers }) => ({
      measured: { series, question, ten, zero, left, about: at === null ? NOT_KEPT + id : about || "" },
      meeting: came.meeting, occasion: came.occasion || came.kind, date: came.date, at: at || 0, today: false, given: numbers,
    }));
}

/** @param {string} child @returns {Taken[]} */
function today(child) {
  const template = store.template.value;
  const facts = store.meeting();
  if (!template || !facts) return [];
  const all = /** @type {import('../wire.js').Number[]} */ (/** @type {unknown} */ (store.each("numbers").map((one) => one.thing)));
  /** @type {Taken[]} */
  const found = [];
  store.each("rounds").forEach(({ thing: round }) => {
    const scale = template.scales.find((one) => one.key === round.scale);
    if (!scale || round.state !== "shown" || round.children.indexOf(child) < 0) return;
    const ends = { ten: round.ten || scale.ten, zero: round.zero || scale.zero };
    const measured = { series: scale.series || template.key + "/" + scale.key, question: scale.question, ...ends, left: scale.left, about: firstAbout(round) };
    const given = all.filter((one) => one.round === round.id && one.child === child);
    found.push({ measured, meeting: "today", occasion: facts.occasion, date: facts.date, at: round.shown_at || 0, today: true, given });
  });
  return found;
}

/** Oldest first. @param {Taken} a @param {Taken} b */
function inTime(a, b) {
  return a.date.localeCompare(b.date) || Number(a.today) - Number(b.today) || a.at - b.at;
}

/**
 * The trends among these askings for one child; today by itself is none. Of several showings of one meeting the last
 * counts, and nobody's answer is no place.
 * @param {Taken[]} takings @returns {Trend[]}
 */
export function trendsAmong(takings) {
  /** @type {Map<string, Map<string, Taken>>} */
  const together = new Map();
  takings.filter((one) => one.given.length).sort(inTime).forEach((one) => {
    const { series, question, ten, zero, left, about } = one.measured;
    const key = JSON.stringify([series, question, ten, zero, left, about]);
    together.set(key, (together.get(key) || new Map()).set(one.meeting, one));
  });
  return Array.from(together, ([key, each]) => {
    const found = Array.from(each.values()).sort(inTime);
    const people = found.reduce((all, one) => all.concat(one.given.map((given) => given.person)), /** @type {string[]} */ ([]));
    return { key, measured: found[0].measured, takings: found, people: Array.from(new Set(people)) };
  }).filter((one) => one.takings.some((taken) => !taken.today));
}

/** A child's numbers over time, oldest first, one trend for each thing that is measured. @param {string} child @returns {Trend[]} */
export function trendsOf(child) {
  const found = trendsAmong(before(child).concat(today(child)));
  // Who never gave a number is not named.
  found.forEach((one) => (one.people = one.people.filter((person) => one.takings.some((taken) => taken.given.some((given) => given.person === person && given.value !== null)))));
  found.forEach((one) => one.people.sort((a, b) => store.personName(a).localeCompare(store.personName(b), "en-GB")));
  return found;
}

/** Those whose danger has no words here, in the order they are told apart in. @param {Trend[]} all */
export function withoutWords(all) {
  return all.map((one) => one.measured.about).filter((about) => about && !dangerHere(about));
}

/** Whether it was not kept what these numbers were asked about. @param {Measured} measured */
export function notKept(measured) {
  return measured.about.indexOf(NOT_KEPT) === 0;
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
    const short = store.wholeName(id).split(/\s+/).map((word) => word.charAt(0)).join("").slice(0, 3).toUpperCase();
    const same = bare.filter((one) => one === short).length;
    bare.push(short);
    return same ? short + (same + 1) : short;
  });
}
