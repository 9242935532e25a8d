/**
 * The numbers that everyone has been shown, on their line, each with a name. No average and no count (L4, D4); the line
 * runs the way the template says.
 */
import { _, ngettext } from "../board/kit/gettext.js";
import { html, h } from "../board/kit/html.js";
import * as store from "../board/store/store.js";
import { fill } from "../board/store/words.js";
import { Shape } from "../board/kit/shape.js";
import { MOST_NAMES, along, answerWords, endWords, inOrder, numbersOf, roundsOf } from "../board/numbers/number_words.js";
import { Towards } from "../board/numbers/towards.js";
import { nameAndPart, sideOf } from "../board/store/people_words.js";

/** @typedef {import('../board/numbers/number_words.js').Round} Round */
/** @typedef {import('../board/numbers/number_words.js').Scale} Scale */
/** @typedef {import('../board/numbers/number_words.js').Number_} Number_ */
/** @typedef {{round: Round, scale: Scale}} Asking */
/** @typedef {{n: number, level: number, people: string[]}} Dot people under one mark: one, or more where there is no room */

/** The newest shown asking of each scale about a child. @param {string} child @returns {Asking[]} */
export function shownRounds(child) {
  const template = store.template.value;
  if (!template) return [];
  return template.scales.reduce((found, scale) => {
    const round = roundsOf(scale, child).find((one) => one.state === "shown");
    return round ? found.concat([{ round, scale }]) : found;
  }, /** @type {Asking[]} */ ([]));
}

/** Half the width of a name on the line, in the size of the page's letters; reckoned generously. @param {string} name */
function half(name) {
  return 0.85 + 0.23 * name.length;
}

/** @param {string[]} people */
function named(people) {
  return people.length === 1 ? store.personName(people[0]) : ngettext("%(n)s person", "%(n)s people", people.length);
}

/**
 * Where each name stands: over its number, as low as it goes without touching another.
 * @param {Scale} scale @param {string[][]} marks the people of each mark, number by number along the line
 * @param {number[]} numbers the number of each mark
 * @param {number} step between two numbers
 * @returns {Dot[]}
 */
function stacked(scale, marks, numbers, step) {
  /** @type {Array<Array<{from: number, to: number}>>} */
  const taken = [];
  return marks.map((people, at) => {
    const x = along(scale).indexOf(numbers[at]) * step;
    const span = { from: x - half(named(people)), to: x + half(named(people)) };
    let level = 0;
    while ((taken[level] || []).some((one) => one.from < span.to && span.from < one.to)) level += 1;
    taken[level] = (taken[level] || []).concat([span]);
    return { n: numbers[at], level, people };
  });
}

/**
 * The marks on the line. Where there is no room for every name, those of the fullest numbers share one: "4 people".
 * @param {Scale} scale @param {Number_[]} numbers @param {number} levels @param {number} step @returns {Dot[]}
 */
function placed(scale, numbers, levels, step) {
  const at = along(scale).map((n) => inOrder(scale, numbers).filter((one) => one.value === n).map((one) => one.person));
  for (let most = Math.min(MOST_NAMES, at.reduce((found, people) => Math.max(found, people.length), 1)); ; most -= 1) {
    /** @type {string[][]} */
    const marks = [];
    /** @type {number[]} */
    const of = [];
    at.forEach((people, place) => {
      const each = people.length > most ? [people] : people.map((person) => [person]);
      each.forEach((mark) => {
        marks.push(mark);
        of.push(along(scale)[place]);
      });
    });
    const dots = stacked(scale, marks, of, step);
    if (most < 2 || dots.every((dot) => dot.level < levels)) return dots;
  }
}

/** What the picture says to those who hear it. @param {Asking & {child: string, numbers: Number_[]}} props */
function inWords({ scale, child, numbers }) {
  const each = inOrder(scale, numbers.filter((one) => one.value !== null)).map((one) => nameAndPart(one.person) + ", " + answerWords(one) + ".");
  return [fill(scale.question, child), whichEnd(scale)].concat(each).join(" ");
}

/** @param {Scale} scale */
function whichEnd(scale) {
  return scale.left === 10 ? _("Ten is at the left, zero at the right.") : _("Zero is at the left, ten at the right.");
}

/** What the room made of the numbers, as the chair heard it. @param {Round} round @param {string} child */
export function outcome(round, child) {
  const found = store.get("agreed", round.id + ":" + child);
  if (!found) return "";
  return (found.agrees ? _("We agree on %(number)s.", { number: String(found.value) }) : _("We see it differently.")) + (found.text ? " " + found.text : "");
}

/** @param {Asking & {child: string, levels: number, room: number}} props `room`: the width, in the size of the page's letters */
export function Line({ round, scale, child, levels, room }) {
  const numbers = numbersOf(round, child);
  const dots = placed(scale, numbers, levels, (room - 6) / 10);
  const high = dots.reduce((most, dot) => Math.max(most, dot.level + 1), 1);
  const line = along(scale);
  return html`<div class="line">
    <div class=${"scale high-" + Math.min(high, levels)} role="img" aria-label=${inWords({ round, scale, child, numbers })}>
      ${dots.map(
        (dot) => html`<span key=${dot.people[0]} class=${"stack at" + line.indexOf(dot.n) + " level" + Math.min(dot.level, levels - 1)}>
          <span class=${"dot tint-" + tintOf(dot.people)}>${dot.people.length === 1 && h(Shape, { side: sideOf(dot.people[0]) })} <span>${named(dot.people)}</span></span>
        </span>`,
      )}
      <span class="track"></span>
      ${line.map((n, at) => html`<span key=${n} class=${"n at" + at + (dots.some((dot) => dot.n === n) ? " has" : "")}>${n}</span>`)}
    </div>
    ${h(Ends, { round, scale, child, said: outcome(round, child) })}
  </div>`;
}

/** What both ends mean, hanging on their ticks; between them what the room made of it. @param {Asking & {child: string, said: string}} props */
function Ends({ round, scale, child, said }) {
  const ends = endWords(round, scale, child);
  const words = (/** @type {number} */ n) => (n === 10 ? ends.ten : ends.zero);
  const [left, , , , , , , , , , right] = along(scale);
  return html`<div class="ends">
    <p class="end">${h(Towards, { number: left, side: "left" })} <span>${words(left)}</span></p>
    ${said && html`<p class="outcome">${said}</p>`}
    <p class="end"><span>${words(right)}</span> ${h(Towards, { number: right, side: "right" })}</p>
  </div>`;
}

/** The line without a number on it, while everybody chooses. @param {Asking & {child: string}} props */
export function EmptyLine({ round, scale, child }) {
  return html`<div class="line empty">
    <div class="scale" role="img" aria-label=${whichEnd(scale)}>
      <span class="track"></span>
      ${along(scale).map((n, at) => html`<span key=${n} class=${"n at" + at + (at % 10 ? "" : " has")}>${n}</span>`)}
    </div>
    ${h(Ends, { round, scale, child, said: "" })}
  </div>`;
}

/** @param {string[]} people */
function tintOf(people) {
  if (people.length > 1) return "impact";
  const agency = store.agencyOf(people[0]);
  return agency ? agency.tint : sideOf(people[0]) === "child" ? "child" : "family";
}
