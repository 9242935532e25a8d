/**
 * A list that is turned in pages and never scrolls: everything is set once out of sight, measured where it will stand,
 * and shared out over pages (page_breaks.js). Nothing people said is ever cut off or shortened.
 */
import { useLayoutEffect, useRef, useState } from "../vendor/preact-hooks.js";
import { _ } from "../board/kit/gettext.js";
import { h, html } from "../board/kit/html.js";
import { onScreen } from "./new_points.js";
import { pagesAt } from "./page_breaks.js";
import { Shown } from "./entry_view.js";
import { measured, useSize } from "./measure.js";

/** @typedef {import('./entries.js').Entry} Entry */
/** @typedef {import('./measure.js').Piece} Piece */

/**
 * @param {{entries: Entry[], asked: string, page: number, empty: string, brief: boolean, foot: boolean,
 *   tight?: () => void, level?: 2 | 3}} props
 *   `asked` changes when the chair turns a page or shows something else; `brief`: sources say the first thing only;
 *   `tight` is called where there is no room for some entry at all
 */
export function Paged({ entries, asked, page, empty, brief, foot, tight, level }) {
  const area = useRef(/** @type {HTMLDivElement | null} */ (null));
  const reading = useRef(/** @type {{asked: string, key: string, part: number} | null} */ (null));
  const [now, setNow] = useState(/** @type {{pages: Piece[][], at: number}} */ ({ pages: [[]], at: 0 }));
  const size = useSize(area);
  const said = JSON.stringify(entries);
  useLayoutEffect(() => {
    if (!area.current || !size) return;
    const keep = reading.current && reading.current.asked === asked ? reading.current : null;
    const room = area.current.clientHeight;
    const pieces = measured(area.current, { brief, halves: false, size: null }, entries);
    if (tight && pieces.some((piece) => piece.head + piece.height > room)) tight();
    const found = pagesAt(pieces, room, page, keep);
    const first = found.pages[found.at][0];
    reading.current = first ? { asked, key: first.key, part: first.part } : null;
    onScreen(found.pages[found.at].map((piece) => piece.entry.point));
    setNow(found);
  }, [said, size, asked, brief]);
  const on = now.pages[Math.min(now.at, now.pages.length - 1)];
  return html`<div class="paged" ref=${area}>
      <div>${entries.length ? h(Pieces, { pieces: on, brief, level }) : html`<p class="nothing">${empty}</p>`}</div>
    </div>
    ${foot && html`<p class="foot">${footWords(now.pages, now.at)}</p>`}`;
}

/** "3 of 5 points, page 1 of 2", or nothing where all is on the screen. @param {Piece[][]} pages @param {number} at */
function footWords(pages, at) {
  if (pages.length < 2) return "";
  const here = points(pages[at] || []);
  const all = points(pages.reduce((found, page) => found.concat(page), []));
  return _("%(here)s of %(all)s points, page %(page)s of %(pages)s", { here, all, page: at + 1, pages: pages.length });
}

/** @param {Piece[]} pieces */
function points(pieces) {
  return new Set(pieces.map((piece) => piece.point)).size;
}

/** @param {{pieces: Piece[], brief: boolean, level?: 2 | 3}} props */
export function Pieces({ pieces, brief, level }) {
  return html`<ul class="points">
    ${pieces.map((piece, at) => {
      const headed = piece.group && (at === 0 || pieces[at - 1].group !== piece.group);
      const { key, part, entry, text, more } = piece;
      return h(Shown, { key: key + "#" + part, entry, text, group: headed ? piece.group : "", brief, more, level });
    })}
  </ul>`;
}
