/**
 * Numbers over time for a child: a line for each asking, the oldest at the top, and everybody's strand down through them.
 * It runs the way its template says. A gap stays a gap: no strand goes across it. Nothing is added up (D4).
 */
import { meetingWords } from "../reading/earlier.js";
import { _ } from "../kit/gettext.js";
import { h, html } from "../kit/html.js";
import { theirWords } from "../store/language.js";
import * as store from "../store/store.js";
import { dangerHere, givenBy, lettersOf, notKept, trendsOf, withoutWords } from "./trends.js";
import { day, fill, firstSentence } from "../store/words.js";
import { answerWords } from "./number_words.js";
import { Towards } from "./towards.js";
import { nameAndPart, sideOf } from "../store/people_words.js";
import { useWidth } from "../kit/width.js";

/** @typedef {import('./trends.js').Trend} Trend */
/** @typedef {import('./trends.js').Taken} Taken */
/** @typedef {{person: string, letters: string, x: number, y: number}} Spot */

const LETTER = 16;
const EDGE = 14;
const LANE = 22;
const HEAD = 26;
const FOOT = 16;

/** @param {{child: string | null}} props `child` null: each child */
export function Trends({ child }) {
  const children = store.children().filter((one) => child === null || one.id === child);
  const found = children.filter((one) => trendsOf(one.id).length > 0);
  if (!found.length) return null;
  return html`<section class="trends" aria-labelledby="trends-heading">
    <h2 id="trends-heading" tabindex="-1">${_("The numbers over time")}</h2>
    ${found.map(({ id }) => trendsOf(id).map((trend, _at, all) => h(OneTrend, { key: id + trend.key, trend, child: id, about: aboutWords(trend, all) })))}
  </section>`;
}

/** What heads an asking. @param {Taken} taken */
function head(taken) {
  return taken.today ? _("%(day)s, today", { day: day(taken.date) }) : meetingWords({ ...taken, kind: "" });
}

/** What one person gave in one asking: a gap says that it is one. @param {Taken} taken @param {string} person */
function said(taken, person) {
  const one = givenBy(taken, person);
  return one && one.value !== null ? answerWords(one) : _("No number");
}

/** The danger the numbers are about, in its first sentence whole, or why its words are not here. @param {Trend} trend @param {Trend[]} all */
function aboutWords(trend, all) {
  const { about } = trend.measured;
  const item = about ? dangerHere(about) : undefined;
  if (!about) return "";
  if (item) return item.text ? _("About: %(text)s", { text: firstSentence(item.text) }) : _("About a danger that was taken back.");
  const others = withoutWords(all);
  const which = others.length > 1 ? " (" + (others.indexOf(about) + 1) + ")" : "";
  return (notKept(trend.measured) ? _("What these were asked about was not kept") : _("About a danger that was not brought forward")) + which + ".";
}

/** @param {{trend: Trend, child: string, about: string}} props */
function OneTrend({ trend, child, about }) {
  const [ref, room] = useWidth();
  const letters = lettersOf(trend.people);
  const { left, question } = trend.measured;
  const danger = dangerHere(trend.measured.about);
  const ends = { 10: fill(trend.measured.ten, child), 0: fill(trend.measured.zero, child) };
  const right = left === 10 ? 0 : 10;
  return html`<div class="trend" ref=${ref}>
    <h3>${fill(question, child)}</h3>
    ${about && html`<p class="about-danger">${theirWords(about, danger && danger.lang)}</p>`}
    ${room > 0 && h(Drawing, { trend, letters, width: room * LETTER, says: inWords(trend, child, about) })}
    <div class="line-ends"><p><b>${left}</b> ${ends[left]} ${h(Towards, { number: left, side: "left" })}</p><p><b>${right}</b> ${ends[right]} ${h(Towards, { number: right, side: "right" })}</p></div>
    ${h(Table, { trend, child, letters, about })}
  </div>`;
}

/** The direction and every number, for those who hear it. @param {Trend} trend @param {string} child @param {string} about */
function inWords(trend, child, about) {
  const way = trend.measured.left === 10 ? _("Ten is at the left, zero at the right.") : _("Zero is at the left, ten at the right.");
  const each = trend.people.map((one) => nameAndPart(one) + ": " + trend.takings.map((taken) => head(taken) + ", " + said(taken, one)).join("; ") + ".");
  return [fill(trend.measured.question, child), about, way].filter(Boolean).concat(each).join(" ");
}

/** Where everybody stands in each asking, and how far down its line is. @param {Trend} trend @param {string[]} letters @param {number} width */
function placed(trend, letters, width) {
  const along = (/** @type {number} */ value) => EDGE + ((trend.measured.left === 10 ? 10 - value : value) / 10) * (width - 2 * EDGE - LANE);
  let top = 0;
  return trend.takings.map((taken) => {
    /** @type {Record<number, number>} */
    const stacks = {};
    /** @type {Array<Spot & {lane: number}>} */
    const spots = [];
    trend.people.forEach((person, at) => {
      const one = givenBy(taken, person);
      if (!one || one.value === null) return;
      const lane = stacks[one.value] || 0;
      stacks[one.value] = lane + 1;
      spots.push({ person, letters: letters[at], x: along(one.value), y: 0, lane });
    });
    const lanes = Math.max(1, ...spots.map((one) => one.lane + 1));
    const line = top + HEAD + lanes * LANE;
    spots.forEach((one) => (one.y = line - LANE * (one.lane + 0.6)));
    const row = { taken, top, line, spots, ticks: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((value) => ({ value, x: along(value) })) };
    top = line + FOOT;
    return row;
  });
}

/** @param {{trend: Trend, letters: string[], width: number, says: string}} props */
function Drawing({ trend, letters, width, says }) {
  const rows = placed(trend, letters, width);
  const last = rows[rows.length - 1];
  const height = last.line + 30;
  const strands = rows.slice(1).map((row, at) =>
    row.spots.map((to) => {
      const from = rows[at].spots.find((one) => one.person === to.person);
      return from && html`<line class="strand" key=${at + to.person} x1=${from.x} y1=${from.y} x2=${to.x} y2=${to.y} />`;
    }),
  );
  return html`<svg class="over-time" viewBox=${"0 0 " + width + " " + height} role="img" aria-label=${says} focusable="false">
    ${strands}
    ${rows.map(
      (row) => html`<g key=${row.line}>
        <text class="when" x="2" y=${row.top + 17}>${head(row.taken)}</text>
        <line class="axis" x1=${row.ticks[0].x} y1=${row.line} x2=${row.ticks[10].x} y2=${row.line} />
        ${row.ticks.map((tick) => html`<line class="tick" key=${tick.value} x1=${tick.x} y1=${row.line - 4} x2=${tick.x} y2=${row.line + 4} />`)}
        ${row.spots.map((one) => h(Mark, { key: one.person, spot: one }))}
      </g>`,
    )}
    ${last.ticks.map((tick) => html`<text class="figure" key=${tick.value} x=${tick.x} y=${last.line + 22} text-anchor="middle">${tick.value}</text>`)}
  </svg>`;
}

/** Round for family, square for those who come with their work, a star for children; their letters beside it. @param {{spot: Spot}} props */
function Mark({ spot }) {
  const { x, y } = spot;
  const side = sideOf(spot.person);
  const star = [[0, -8], [2, -2.5], [8, -2.5], [3.2, 1.2], [5, 7], [0, 3.5], [-5, 7], [-3.2, 1.2], [-8, -2.5], [-2, -2.5]];
  return html`<g class="mark">
    ${side === "family" && html`<circle cx=${x} cy=${y} r="6" />`}
    ${side === "professional" && html`<rect x=${x - 5.5} y=${y - 5.5} width="11" height="11" />`}
    ${side === "child" && html`<polygon points=${star.map(([a, b]) => x + a + "," + (y + b)).join(" ")} />`}
    <text x=${x + 9} y=${y + 5}>${spot.letters}</text>
  </g>`;
}

/** The same as a table. @param {{trend: Trend, child: string, letters: string[], about: string}} props */
function Table({ trend, child, letters, about }) {
  const table = _("The numbers over time for %(name)s, as a table", { name: fill("{child}", child) });
  return html`<div class="scrolls" role="region" tabindex="0" aria-label=${about ? table + ". " + about : table}>
    <table class="numbers-table">
      <caption class="away">${fill(trend.measured.question, child)} ${about}</caption>
      <thead><tr><th scope="col">${_("Who")}</th>${trend.takings.map((one, at) => html`<th scope="col" key=${at}>${head(one)}</th>`)}</tr></thead>
      <tbody>${trend.people.map(
        (person, at) => html`<tr key=${person}>
          <th scope="row"><b>${letters[at]}</b> ${nameAndPart(person)}</th>
          ${trend.takings.map((taken, place) => html`<td key=${place}>${said(taken, person)}</td>`)}
        </tr>`,
      )}</tbody>
    </table>
  </div>`;
}
