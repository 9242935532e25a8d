/**
 * The numbers that were shown, on their line and in a table. The line runs the way the template says. Nothing here adds
 * numbers up: no average, no count of who stands where (L4, D4).
 */
import { useState } from "../../vendor/preact-hooks.js";
import { _, ngettext } from "../kit/gettext.js";
import { h, html } from "../kit/html.js";
import * as store from "../store/store.js";
import { fill } from "../store/words.js";
import { MOST_NAMES, along, answerWords, danger, endWords, inOrder, noneWords, story } from "./number_words.js";
import { nameAndPart, sideOf } from "../store/people_words.js";
import { NumberTable } from "./number_table.js";
import { useWidth } from "../kit/width.js";
import { Shape } from "../kit/shape.js";
import { Towards } from "./towards.js";

/** @typedef {import('./number_words.js').Scale} Scale */
/** @typedef {import('./number_words.js').Round} Round */
/** @typedef {import('./number_words.js').Number_} Number_ */
/** @typedef {{round: Round, scale: Scale, child: string, numbers: Number_[]}} Shown */

const DOWN = [10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0];
/** Below this width, in the size of the page's letters, the line stands upright. */
const FLAT_REM = 44;

/** @param {{person: string, name: string}} props */
function Dot({ person, name }) {
  const side = sideOf(person);
  const agency = store.agencyOf(person);
  const tint = agency ? agency.tint : side === "child" ? "child" : "family";
  return html`<span class=${"dot tint-" + tint}>${h(Shape, { side })} <span>${name}</span></span>`;
}

/** A name for the line, and whether the number came or changed after the showing. @param {Number_} one */
function onDot(one) {
  const name = store.personName(one.person);
  if (one.late) return _("%(name)s, late", { name });
  return one.after_talk ? _("%(name)s, changed", { name }) : name;
}

/** @param {Number_} one */
function spoken(one) {
  const told = story(one);
  return nameAndPart(one.person) + ", " + answerWords(one) + (told ? ", " + told : "") + ".";
}

/** Where the line begins and ends, said. @param {Scale} scale @param {boolean} upright */
function direction(scale, upright) {
  const falls = scale.left === 10;
  if (upright) return _("Ten is at the top, zero at the bottom.");
  return falls ? _("Ten is at the left, zero at the right.") : _("Zero is at the left, ten at the right.");
}

/** What the picture says to those who hear it: its direction, then each name, part and number along the line. @param {Shown} shown @param {boolean} upright */
function inWords({ scale, child, numbers }, upright) {
  const all = inOrder(scale, numbers);
  const ladder = all.filter((one) => one.value !== null).sort((a, b) => Number(b.value) - Number(a.value)).concat(all.filter((one) => one.value === null));
  const each = (upright ? ladder : all).map((one) => spoken(one));
  return [fill(scale.question, child), direction(scale, upright), ...each].join(" ");
}

/** Line and table of one asking for one child. @param {Shown & {open: boolean, bare?: boolean}} props `open`: whether the table starts open; `bare`: the line alone, as low as it goes */
export function NumberLine({ round, scale, child, numbers, open, bare }) {
  const [ref, room] = useWidth();
  const shown = { round, scale, child, numbers };
  const placed = inOrder(scale, numbers).filter((one) => one.value !== null);
  if (bare) return html`<div class="number-line" ref=${ref}>${h(Flat, { ...shown, room, most: 2 })}</div>`;
  return html`<div class="number-line" ref=${ref}>
    ${room < FLAT_REM ? h(Upright, shown) : h(Flat, { ...shown, room })}
    ${placed.length < numbers.length && html`<p class="no-number">${withoutNumber(numbers)}</p>`}
    ${noneWords(round, child) && html`<p class="no-number">${noneWords(round, child)}</p>`}
    ${h(NumberTable, { ...shown, open, narrow: room < FLAT_REM })}
  </div>`;
}

/** @param {Number_[]} numbers */
function withoutNumber(numbers) {
  return numbers
    .filter((one) => one.value === null)
    .map((one) => store.personName(one.person) + ": " + answerWords(one).toLowerCase() + ".")
    .join(" ");
}

/**
 * The numbers whose names would touch a neighbour's if they stayed on one line. Reckoned from the letters, generously.
 * @param {number[]} line
 * @param {(n: number) => Number_[]} at
 * @param {number} room
 */
function tight(line, at, room) {
  const step = room / line.length;
  const half = line.map((n) => at(n).reduce((most, one) => Math.max(most, 0.9 + 0.28 * onDot(one).length), 0));
  const apart = (/** @type {number} */ i) =>
    half.every((other, j) => i === j || !other || half[i] + other < Math.abs(i - j) * step);
  const fits = (/** @type {number} */ i) => apart(i) && ((i > 0 && i < 10) || half[i] < step / 2 + 0.6);
  return line.filter((_n, i) => half[i] > step / 2 && !fits(i));
}

/** @param {Shown & {room: number, most?: number}} props `most`: more names than these at one number share one mark */
function Flat({ round, scale, child, numbers, room, most = MOST_NAMES }) {
  const [opened, setOpened] = useState(/** @type {number | null} */ (null));
  const line = along(scale);
  const at = (/** @type {number} */ n) => inOrder(scale, numbers).filter((one) => one.value === n);
  const ends = endWords(round, scale, child);
  const words = (/** @type {number} */ n, /** @type {"left" | "right"} */ side) => html`<p><b>${n}</b> ${n === 10 ? ends.ten : ends.zero} ${h(Towards, { number: n, side })}</p>`;
  const crowded = line.filter((n) => at(n).length > most);
  const folded = tight(line, at, room);
  return html`<div class="flat">
      <div class="picture" role="img" aria-label=${inWords({ round, scale, child, numbers }, false)}>
        ${line.map(
          (n) => html`<div class="at" key=${n}>
            <div class=${folded.indexOf(n) >= 0 ? "stack folded" : "stack"}>
              ${
                crowded.indexOf(n) >= 0
                  ? html`<span class="crowd-place"></span>`
                  : at(n).map((one) => h(Dot, { key: one.id, person: one.person, name: onDot(one) }))
              }
            </div>
            <div class=${at(n).length ? "tick taken" : "tick"}>${n}</div>
          </div>`,
        )}
      </div>
      ${crowded.length > 0 && h(Crowds, { home: "crowd:" + round.id + child + ":", about: _("for %(name)s", { name: fill("{child}", child) }) + danger(round), line, crowded, count: (n) => at(n).length, opened, open: setOpened })}
    </div>
    <div class="line-ends">${words(line[0], "left")}${words(line[10], "right")}</div>
    ${
      opened !== null && at(opened).length > most
        ? html`<div class="crowd-list" id=${"crowd-" + round.id + child}>
          <p>${_("At %(number)s:", { number: opened })}</p>
          <ul>${at(opened).map((one) => html`<li key=${one.id}>${h(Dot, { person: one.person, name: nameAndPart(one.person) })}</li>`)}</ul>
        </div>`
        : null
    }`;
}

/**
 * Buttons over the picture where more stand on one number than fit: a picture can hold no button.
 * @param {{home: string, about: string, line: number[], crowded: number[], count: (n: number) => number, opened: number | null, open: (n: number | null) => void}} props
 */
function Crowds({ home, about, line, crowded, count, opened, open }) {
  return html`<div class="crowds">
    ${line.map(
      (n) => html`<div class="at" key=${n}>
        ${
          crowded.indexOf(n) >= 0 &&
          html`<button type="button" class="crowd" aria-expanded=${String(opened === n)}
            data-fk=${home + n} onClick=${() => open(opened === n ? null : n)}>
          ${ngettext("%(n)s person", "%(n)s people", count(n))}<span class="away"> ${_("at %(number)s", { number: n })} ${about}</span>
        </button>`
        }
      </div>`,
    )}
  </div>`;
}

/** The ladder, for a phone: 10 on top in every template. @param {Shown} props */
function Upright({ round, scale, child, numbers }) {
  const line = DOWN;
  const ends = endWords(round, scale, child);
  const at = (/** @type {number} */ n) => inOrder(scale, numbers).filter((one) => one.value === n);
  const said = inWords({ round, scale, child, numbers }, true);
  return html`<p class="line-end"><b>10</b> ${ends.ten} ${h(Towards, { number: 10, side: "top" })}</p>
    <div class="upright" role="img" aria-label=${said}>
      ${line.map(
        (n) => html`<div class=${at(n).length ? "at taken" : "at"} key=${n}>
          <div class="tick">${n}</div>
          <div class="stack">${at(n).map((one) => h(Dot, { key: one.id, person: one.person, name: onDot(one) }))}</div>
        </div>`,
      )}
    </div>
    <p class="line-end"><b>0</b> ${ends.zero} ${h(Towards, { number: 0, side: "bottom" })}</p>`;
}
