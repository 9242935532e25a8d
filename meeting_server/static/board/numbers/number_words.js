/** What numbers are called: read by the line, its table, the form and the chair's desk. */
import { asidesOf } from "../asides/asides.js";
import { _ } from "../kit/gettext.js";
import { offered } from "../reading/speaking_for.js";
import { sideOf } from "../store/people_words.js";
import * as store from "../store/store.js";
import { whoTyped } from "../reading/who_typed.js";
import { fill, short } from "../store/words.js";

/** @typedef {import('../wire.js').Scale} Scale */
/** @typedef {import('../wire.js').Round} Round */
/** @typedef {import('../wire.js').Number} Number_ */
/** @typedef {import('../wire.js').Placement} Placement */

/** More names than these at one number share one mark: "4 people". */
export const MOST_NAMES = 3;

/** The numbers as they stand along the line, left to right, and so on a phone from the top. @param {Scale} scale */
export function along(scale) {
  const up = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
  return scale.left === 10 ? up.reverse() : up;
}

/** What 10 and 0 mean in this asking, for this child. @param {Round} round @param {Scale} scale @param {string} child */
export function endWords(round, scale, child) {
  return { ten: fill(round.ten || scale.ten, child), zero: fill(round.zero || scale.zero, child) };
}

/** "7", or the words for no number. @param {{answer: string, value: number | null}} one */
export function answerWords(one) {
  if (one.value !== null) return String(one.value);
  return one.answer === "dont_know" ? _("Doesn\u2019t know") : _("Would rather not say");
}

/** What became of a number over the meeting: "given after the others", "changed after talk, was 4". @param {Number_} one */
export function story(one) {
  const [first, ...later] = one.earlier.map(answerWords);
  const was = later.reduce((before, number) => _("%(before)s, then %(number)s", { before, number }), first || "");
  const told = [...whoTyped(one.person, one.recorded_by), one.late ? _("given after the others") : "", one.after_talk ? (was ? _("changed after talk, was %(number)s", { number: was }) : _("changed after talk")) : ""];
  return told.filter(Boolean).join("; ");
}

/** Numbers in the order of the line, those without one last. @param {Scale} scale @param {Number_[]} numbers */
export function inOrder(scale, numbers) {
  const line = along(scale);
  const place = (/** @type {Number_} */ one) => (one.value === null ? 99 : line.indexOf(one.value));
  const name = (/** @type {Number_} */ one) => store.personName(one.person);
  return numbers.slice().sort((a, b) => place(a) - place(b) || name(a).localeCompare(name(b), "en-GB"));
}

/** Numbers in the order of the room, never by what they are: the family first, then the others as the template names their parts. @param {Number_[]} numbers */
export function inRoomOrder(numbers) {
  const template = store.template.value;
  const place = (/** @type {string} */ person) => {
    const role = store.roleOf(person);
    const at = template && role ? template.roles.findIndex((one) => one.key === role.key) : 99;
    return sideOf(person) === "professional" ? 100 + at : at;
  };
  return numbers.slice().sort((a, b) => place(a.person) - place(b.person) || store.personName(a.person).localeCompare(store.personName(b.person), "en-GB"));
}

/** The rounds of a scale about a child, newest first. @param {Scale} scale @param {string} child */
export function roundsOf(scale, child) {
  return store
    .each("rounds")
    .map((one) => one.thing)
    .filter((round) => round.scale === scale.key && round.children.indexOf(child) >= 0)
    .sort((a, b) => b.asked_at - a.asked_at);
}

/**
 * The numbers shown in a round about a child. Who gave none is not among them, but on the chair's desk, and me for myself.
 * @param {Round} round @param {string} child @returns {Number_[]}
 */
export function numbersOf(round, child) {
  const own = round.state === "shown" && mine(round, child);
  // In JSDoc the kind's bare name is JavaScript's own Number, so tsc has to be told.
  return /** @type {any[]} */ (store.each("numbers").map((one) => one.thing))
    .concat(store.each("no_numbers").map(({ thing }) => ({ ...thing.placement, ...thing, earlier: [], reason: asidesOf("numbers", thing.id, null).length ? "" : thing.placement.reason })))
    .concat(own && own.value === null ? { ...own, earlier: [], recorded_by: own.typed_by } : [])
    .filter((one, at, all) => one.round === round.id && one.child === child && all.findIndex((other) => other.id === one.id) === at);
}

/** "Some gave no number.", where they are not named. @param {Round} round @param {string} child */
export function noneWords(round, child) {
  const some = round.some_gave_none.indexOf(child) >= 0;
  return some && !store.each("no_numbers").some(({ thing }) => thing.round === round.id) ? _("Some gave no number.") : "";
}

/** The number I gave in private, if I did. @param {Round} round @param {string} child */
export function mine(round, child) {
  const me = store.you.value;
  const sealed = me && store.get("sealed", round.id + ":" + child + ":" + me.person);
  return sealed && !sealed.for_another ? sealed : undefined;
}

/** Whether numbers may be given now, by this person or by them for somebody. */
export function canGive() {
  const facts = store.meeting();
  return Boolean(
    facts && (facts.state === "open" || facts.state === "paused") && store.may("contribute") && (store.may("place") || offered("number").length > 0),
  );
}

/** The danger that a round is about, heard after a button's words: a child can be asked about several. @param {Round} round */
export function danger(round) {
  const about = round.about && store.get("items", round.about);
  return about && about.text ? ", " + short(about.text) : "";
}

/** The same on the desk, where every asking stays: which one it is, where a child was asked more than once. @param {Round} round */
export function whichAsking(round) {
  const all = store
    .each("rounds")
    .map((one) => one.thing)
    .filter((one) => one.about === round.about && one.children.some((child) => round.children.indexOf(child) >= 0))
    .sort((a, b) => a.asked_at - b.asked_at);
  return danger(round) + (all.length > 1 ? ", " + _("asking %(n)s", { n: all.findIndex((one) => one.id === round.id) + 1 }) : "");
}
