/**
 * A page's own list, in two halves and in letters as large as the page takes: the largest of four sizes with which all of it
 * fits. Only where even the smallest does not, it is shared out over pages (page_breaks.js), in the third. Nothing is cut off.
 */
import { useEffect, useLayoutEffect, useRef, useState } from "../vendor/preact-hooks.js";
import { largestThatFits } from "../board/kit/fit.js";
import { h, html } from "../board/kit/html.js";
import { measured, tallnessOf, useSize } from "./measure.js";
import { onScreen } from "./new_points.js";
import { clustersOf, halved, heightOf, sheetsAt } from "./page_breaks.js";
import { Pieces } from "./paged_list.js";
import { partShown } from "./part_shown.js";
import { joined } from "./joined.js";

/** @typedef {import('./entries.js').Entry} Entry */
/** @typedef {import('./measure.js').Piece} Piece */
/** @typedef {{key: string, part: number} | null} Keep */
/** @typedef {{size: number, halves: Piece[][] | null}} Sheet `halves` null: what stands there is drawn as one (`whole`) */
/** @typedef {{entries: Entry[], across: number, page: number, keep: Keep, whole: any, rest: Entry[]}} Asked */

/** The size of what goes over pages. */
const PAGED = 2;
/** How much lower a text is in the smallest size than in the largest: by the square of 1.15 to 1.7, reckoned generously. */
const SMALLER = 0.4;

/**
 * @param {{entries: Entry[], asked: string, page: number, empty: string, across: number, words: import('./part_shown.js').InWords,
 *   whole?: any, rest?: Entry[], rows?: Entry[] | null}} props
 *   `asked` changes when the chair turns a page or shows something else; `across`: how many halves there is room for; `words` say
 *   what part of it is shown. `rows` is the same in rows as wide as the page, for where each fits. `whole` is all of it drawn as one, for where that fits on a page; `rest` then comes behind it.
 */
export function Fitted({ entries, asked, page, empty, across, words, whole, rest, rows }) {
  const area = useRef(/** @type {HTMLDivElement | null} */ (null));
  const reading = useRef(/** @type {{asked: string, key: string, part: number} | null} */ (null));
  const [now, setNow] = useState(/** @type {{sheets: Sheet[], at: number}} */ ({ sheets: [], at: 0 }));
  const size = useSize(area);
  const said = JSON.stringify([entries, rest]);
  useLayoutEffect(() => {
    if (!area.current || !size) return;
    const keep = reading.current && reading.current.asked === asked ? reading.current : null;
    const inRows = rows && listed(area.current, { entries: rows, across: 1, page, keep, whole: null, rest: [] });
    const found = inRows && !tooHigh(inRows, area.current) ? inRows : laid(area.current, { entries, across, page, keep, whole, rest: rest || [] });
    const here = piecesOf(found.sheets[found.at]);
    const [first] = here;
    reading.current = first ? { asked, key: first.key, part: first.part } : null;
    onScreen(here.map((piece) => piece.entry.point));
    setNow(found);
  }, [said, size, asked, across]);
  const sheet = now.sheets[Math.min(now.at, now.sheets.length - 1)];
  const count = (/** @type {Sheet[]} */ some) => new Set(joined(some.map(piecesOf)).map((piece) => piece.point)).size;
  const part = words({ here: sheet ? count([sheet]) : 0, all: count(now.sheets), page: now.at + 1, pages: now.sheets.length });
  useLayoutEffect(() => {
    partShown.value = part;
  }, [part]);
  useEffect(() => () => void (partShown.value = ""), []);
  const halves = sheet && sheet.halves;
  return html`<div class="paged fitted" ref=${area}>
    <div class="fit" data-fit=${sheet ? sheet.size : 0}>
      ${!entries.length && html`<p class="nothing">${empty}</p>`} ${sheet && !halves && whole}
      ${entries.length > 0 && halves && html`<div class=${halves.length > 1 ? "halves" : ""}>${halves.map((pieces, at) => h(Pieces, { key: at, pieces, brief: false, level: 2 }))}</div>`}
    </div>
  </div>`;
}

/** @param {Sheet | undefined} sheet @returns {Piece[]} */
function piecesOf(sheet) {
  return sheet && sheet.halves ? joined(sheet.halves) : [];
}

/** Whether something is higher than the page. @param {{sheets: Sheet[]}} laidOut @param {HTMLElement} area */
function tooHigh({ sheets }, area) {
  return joined(sheets.map(piecesOf)).some((piece) => piece.head + piece.height > area.clientHeight);
}

/** Everything laid out on sheets, and which of them is asked for. @param {HTMLElement} area @param {Asked} asked @returns {{sheets: Sheet[], at: number}} */
function laid(area, { entries, across, page, keep, whole, rest }) {
  const room = area.clientHeight;
  const drawn = whole && largestThatFits((size) => (tallnessOf(area, size, whole) <= room ? true : null));
  if (!drawn) return listed(area, { entries, across, page, keep, whole: null, rest: [] });
  const first = [{ size: drawn.size, halves: null }];
  if (!rest.length) return { sheets: first, at: 0 };
  const behind = listed(area, { entries: rest, across, page: Math.max(0, page - 1), keep, whole: null, rest: [] });
  return { sheets: /** @type {Sheet[]} */ (first).concat(behind.sheets), at: page > 0 ? behind.at + 1 : 0 };
}

/** @param {HTMLElement} area @param {Asked} asked @returns {{sheets: Sheet[], at: number}} */
function listed(area, { entries, across, page, keep }) {
  const room = area.clientHeight;
  const many = entries.some((one) => one.point !== entries[0].point) ? across : 1;
  const set = (/** @type {number} */ size) => measured(area, { brief: false, halves: many > 1, size }, entries);
  let hopeless = false;
  const one = largestThatFits((size) => {
    if (hopeless) return null;
    const pieces = set(size);
    hopeless = size === 0 && heightOf(pieces, "") * SMALLER > room * many;
    return onOne(pieces, room, many);
  });
  if (one) return { sheets: [{ size: one.size, halves: one.found }], at: 0 };
  const { pages, at } = sheetsAt(set(PAGED), room, page, keep, many);
  return { sheets: pages.map((halves) => ({ size: PAGED, halves })), at };
}

/** All of it on one page, or null. @param {Piece[]} pieces @param {number} room @param {number} across @returns {Piece[][] | null} */
function onOne(pieces, room, across) {
  if (across > 1 && clustersOf(pieces).length > 1) return halved(pieces, room);
  return heightOf(pieces, "") <= room ? [pieces] : null;
}
