/** The template's whole layout at once: its rows of sections, and the shown numbers as a band where the template says. */
import { useLayoutEffect, useRef, useState } from "../vendor/preact-hooks.js";
import { h, html } from "../board/kit/html.js";
import { heading, rows } from "../board/reading/layout.js";
import * as store from "../board/store/store.js";
import { fill } from "../board/store/words.js";
import { standing } from "../board/reading/big_screen.js";
import { ofBlock, ofNumbers } from "./entries.js";
import { Line, outcome, shownRounds } from "./number_line.js";
import { Paged } from "./paged_list.js";
import { Sheet } from "./section_view.js";

/** @typedef {import('../board/reading/layout.js').Block} Block */
/** @typedef {import('./entries.js').Entry} Entry */
/** @typedef {import('./number_line.js').Asking} Asking */
/** @typedef {{asked: string, child: string | null, page: number, lines: Asking[]}} Asked */

const LEVELS = 3;
/** The least room for points in a section, in the size of the page's letters: with the lines, without them, and where the
 * count of pages stands in the heading's line. */
const LEAST = 6.2;
const LEAST_ALONE = 4.4;
const LEAST_HEADED = 3.6;

/** @param {{asked: string, width: number, height: number}} props in the size of the page's letters */
export function Overview({ asked, width, height }) {
  const { child, page } = standing();
  const lines = child ? shownRounds(child) : [];
  const ref = useRef(/** @type {HTMLDivElement | null} */ (null));
  const layout = [child, width, height, lines.map(({ round }) => round.id).join(",")].join(" ");
  // 0: everything; 1: without the lines, which have a view of their own; 2: one list.
  const [smaller, setSmaller] = useState({ layout, by: 0 });
  const by = width < 36 || height < 20 ? 2 : smaller.layout === layout ? smaller.by : 0;
  const tight = () => setSmaller({ layout, by: by + 1 });
  useLayoutEffect(() => {
    const body = ref.current;
    if (!body) return;
    const letter = parseFloat(getComputedStyle(body).fontSize) || 16;
    const least = (/** @type {Element} */ area) => (area.closest(".foot-above") ? LEAST_HEADED : by ? LEAST_ALONE : LEAST);
    const areas = Array.from(body.querySelectorAll(".blocks .paged"));
    if (areas.some((area) => area.clientHeight < least(area) * letter)) tight();
  });
  if (by > 1) return h(OneList, { asked, child, page, lines });
  const on = by ? [] : lines;
  // What was measured beside the lines is measured anew without them, though a section is as high as it was for the child before.
  return html`<div class="body overview" ref=${ref}>${h(Whole, { asked: asked + " " + by, child, page, width, lines: on, tight })}</div>`;
}

/** A screen too small for the whole: the same points and numbers in one list, section after section. @param {Asked} props */
function OneList({ asked, child, page, lines }) {
  const template = store.template.value;
  const points = rows().reduce(
    (all, row) => row.reduce((found, block) => found.concat(ofBlock(block, child).map((entry) => under(block, entry))), all),
    /** @type {Entry[]} */ ([]),
  );
  const numbers = lines.reduce((all, { round, scale }) => {
    const group = [fill(scale.question, child), outcome(round, child || "")].filter(Boolean).join(" ");
    return all.concat(ofNumbers(round, child || "").map((entry) => ({ ...entry, group, tone: "tint-impact" })));
  }, /** @type {Entry[]} */ ([]));
  return html`<div class="body">
    <section class="sheet" aria-label=${template ? fill(template.heading, child) : ""}>
      ${h(Paged, { entries: points.concat(numbers), asked, page, empty: "", brief: false, foot: true, level: 2 })}
    </section>
  </div>`;
}

/** @param {Block} block @param {Entry} entry @returns {Entry} */
function under(block, entry) {
  const group = heading(block) + (entry.group ? " " + entry.group : "");
  return { ...entry, group, meaning: "", tone: (entry.tone + " tint-" + block.column.tint).trim() };
}

/** @param {Asked & {width: number, tight: () => void}} props */
function Whole({ asked, child, page, width, lines, tight }) {
  const template = store.template.value;
  const all = rows();
  if (!template) return null;
  const above = (/** @type {number} */ at) => lines.filter(({ scale }) => Math.min(scale.band, all.length) === at);
  const band = (/** @type {Block | null} */ block, /** @type {Asking[]} */ some, /** @type {number} */ at) =>
    (block || some.length > 0) && h(Band, { key: "band" + at, block, lines: some, asked, child, page, width, tight });
  const headed = (/** @type {number} */ at) => {
    const row = all[at];
    return Boolean(row && row.length === 1 && template.impact && template.impact.column === row[0].column.key);
  };
  return html`${all.map((row, at) => {
    // The line below what life is like for a child belongs to it, and stands in its band.
    if (headed(at)) return band(row[0], above(at + 1), at);
    return [
      headed(at - 1) ? null : band(null, above(at), at),
      html`<div class="blocks" key=${"row" + at}>
        ${row.map((block) => h(Sheet, { key: block.key, block, child, asked, page, footAbove: row.length < 3, tight }))}
      </div>`,
    ];
  })}
  ${headed(all.length - 1) ? null : band(null, above(all.length), all.length)}`;
}

/** What it is like for the child, and the lines. @param {Asked & {block: Block | null, width: number, tight: () => void}} props */
function Band({ block, lines, asked, child, page, width, tight }) {
  const entries = block ? ofBlock(block, child) : [];
  const first = lines[0];
  const title = block ? fill(block.column.label, child) : first && child ? fill(first.scale.question, child) : "";
  const empty = block ? fill(block.column.empty, child) : "";
  const only = entries.length ? entries[0].text : empty;
  // A statement by itself takes the lines it needs; where points stand with it, there is room for one at a time.
  const high = entries.length > 1 || (entries.length && entries[0].chip) ? 3 : Math.ceil(only.length / ((width - 17) * 2.2));
  return html`<section class="band tint-impact" aria-label=${title}>
    <div class=${block ? "like " + (high > 2 ? "more" : high > 1 ? "two" : "one") : ""}>
      ${block && block.column.banner && html`<p class="statement">${block.column.banner}</p>`}
      <h2>${title}</h2>
      ${block && h(Paged, { entries, asked, page, empty, brief: true, foot: true, tight })}
    </div>
    ${child && lines.map(({ round, scale }) => h(Line, { key: round.id, round, scale, child, levels: LEVELS, room: width - 3 }))}
  </section>`;
}
