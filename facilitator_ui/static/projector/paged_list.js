/**
 * A list that is turned in pages and never scrolls: everything is set once out of sight, measured where it will stand,
 * and shared out over pages (page_breaks.js). Nothing people said is ever cut off or shortened.
 */
import { render } from "../vendor/preact.js";
import { useLayoutEffect, useRef, useState } from "../vendor/preact-hooks.js";
import { _ } from "../board/kit/gettext.js";
import { h, html } from "../board/kit/html.js";
import { onScreen } from "./new_points.js";
import { pagesAt } from "./page_breaks.js";
import { Shown } from "./entry_view.js";

/** @typedef {import('./entries.js').Entry} Entry */
/** @typedef {{beside: boolean, brief: boolean}} Look */
/** @typedef {import('./page_breaks.js').Part & {entry: Entry, text: string, more: boolean}} Piece */

const FEWEST_LETTERS = 20;

/**
 * @param {{entries: Entry[], asked: string, page: number, empty: string, beside: boolean, brief: boolean, foot: boolean,
 *   tight?: () => void}} props
 *   `asked` changes when the chair turns a page or shows something else; `beside`: sources stand beside the sentences;
 *   `brief`: and say the first thing only; `tight` is called where there is no room for some entry at all
 */
export function Paged({ entries, asked, page, empty, beside, brief, foot, tight }) {
  const area = useRef(/** @type {HTMLDivElement | null} */ (null));
  const reading = useRef(/** @type {{asked: string, key: string, part: number} | null} */ (null));
  const [now, setNow] = useState(/** @type {{pages: Piece[][], at: number}} */ ({ pages: [[]], at: 0 }));
  const size = useSize(area);
  const said = JSON.stringify(entries);
  useLayoutEffect(() => {
    if (!area.current || !size) return;
    const keep = reading.current && reading.current.asked === asked ? reading.current : null;
    const room = area.current.clientHeight;
    const pieces = measured(area.current, { beside, brief }, entries);
    if (tight && pieces.some((piece) => piece.head + piece.height > room)) tight();
    const found = pagesAt(pieces, room, page, keep);
    const first = found.pages[found.at][0];
    reading.current = first ? { asked, key: first.key, part: first.part } : null;
    onScreen(found.pages[found.at].map((piece) => piece.entry.point));
    setNow(found);
  }, [said, size, asked, beside, brief]);
  const on = now.pages[Math.min(now.at, now.pages.length - 1)];
  return html`<div class="paged" ref=${area}>
      <div>${entries.length ? h(Pieces, { pieces: on, look: { beside, brief } }) : html`<p class="nothing">${empty}</p>`}</div>
    </div>
    ${foot && html`<p class="foot">${footWords(now.pages, now.at)}</p>`}`;
}

/** "3 of 5, page 1 of 2", or nothing where all is on the screen. @param {Piece[][]} pages @param {number} at */
function footWords(pages, at) {
  if (pages.length < 2) return "";
  const here = points(pages[at] || []);
  const all = points(pages.reduce((found, page) => found.concat(page), []));
  return _("%(here)s of %(all)s, page %(page)s of %(pages)s", { here, all, page: at + 1, pages: pages.length });
}

/** @param {Piece[]} pieces */
function points(pieces) {
  return new Set(pieces.map((piece) => piece.point)).size;
}

/** @param {{pieces: Piece[], look: Look}} props */
function Pieces({ pieces, look }) {
  return html`<ul class=${look.beside ? "points beside" : "points"}>
    ${pieces.map((piece, at) => {
      const headed = piece.group && (at === 0 || pieces[at - 1].group !== piece.group);
      const { key, part, entry, text, more } = piece;
      return h(Shown, { key: key + "#" + part, entry, text, group: headed ? piece.group : "", brief: look.brief, more });
    })}
  </ul>`;
}

/**
 * The size of the area, and a new number whenever what stands in it has to be measured again: another size, another
 * letter, or more space between the lines.
 * @param {import('../vendor/preact.js').RefObject<HTMLDivElement>} area
 */
function useSize(area) {
  const [size, setSize] = useState("");
  const times = useRef(0);
  useLayoutEffect(() => {
    const element = area.current;
    if (!element) return undefined;
    const look = () => {
      // What stands here grew though nobody added to it: somebody set their letters or lines wider apart.
      if (element.scrollHeight > element.clientHeight + 1) times.current += 1;
      const letter = getComputedStyle(element).fontSize;
      setSize([element.clientWidth, element.clientHeight, letter, times.current].join(" "));
    };
    look();
    const watcher = new ResizeObserver(look);
    watcher.observe(element);
    if (element.firstElementChild) watcher.observe(element.firstElementChild);
    const ready = () => {
      times.current += 1;
      look();
    };
    if (document.fonts) {
      document.fonts.ready.then(ready);
      document.fonts.addEventListener("loadingdone", ready);
    }
    return () => {
      watcher.disconnect();
      if (document.fonts) document.fonts.removeEventListener("loadingdone", ready);
    };
  }, []);
  return size;
}

/** Sets every entry in the area for a moment, unseen, and reads how high each is. @param {HTMLElement} area @param {Look} look @param {Entry[]} entries @returns {Piece[]} */
function measured(area, look, entries) {
  const room = area.clientHeight;
  const rows = unseen(area, look, entries, false);
  const whole = rows.seen((all) => all.map((row) => heights(row)));
  return entries.reduce((found, entry, at) => {
    const { head, height } = whole[at];
    const piece = { key: entry.key, point: entry.point, group: entry.group, entry, part: 0, head, height, text: entry.text, more: false };
    return found.concat(head + height <= room || !entry.text ? [piece] : partsOf(area, look, piece, room));
  }, /** @type {Piece[]} */ ([]));
}

/** @param {HTMLElement} row */
function heights(row) {
  const heading = row.querySelector("h3");
  const head = heading ? heading.getBoundingClientRect().height : 0;
  return { head, height: row.getBoundingClientRect().height - head };
}

/** @param {HTMLElement} area @param {Look} look @param {Entry[]} entries @param {boolean} cut whether they show that they go on */
function unseen(area, look, entries, cut) {
  const box = document.createElement("div");
  box.className = "measuring";
  area.appendChild(box);
  const all = entries.map((entry) => h(Shown, { key: entry.key, entry, text: entry.text, group: entry.group, brief: look.brief, more: cut }));
  render(html`<ul class=${look.beside ? "points beside" : "points"}>${all}</ul>`, box);
  return {
    /** @template T @param {(rows: HTMLElement[]) => T} read */
    seen(read) {
      const found = read(Array.from(box.querySelectorAll("li")));
      render(null, box);
      area.removeChild(box);
      return found;
    },
  };
}

/** An entry longer than a page: as many words as there is room for, then the rest, each with its source under it. @param {HTMLElement} area @param {Look} look @param {Piece} whole @param {number} room @returns {Piece[]} */
function partsOf(area, look, whole, room) {
  return unseen(area, look, [whole.entry], true).seen(([row]) => {
    const words = /** @type {HTMLElement} */ (row.querySelector(".words"));
    /** @type {Piece[]} */
    const parts = [];
    let rest = whole.text;
    while (rest) {
      const text = mostThatFits(rest, (some) => {
        words.textContent = some;
        const { head, height } = heights(row);
        return head + height <= room;
      });
      // There is no room for words here at all. Whoever laid this out sees that too, and lays it out anew.
      if (text.length < Math.min(rest.length, FEWEST_LETTERS)) return [whole];
      words.textContent = text;
      const more = text.length < rest.length;
      parts.push({ ...whole, part: parts.length, ...heights(row), text, more });
      rest = rest.slice(text.length).replace(/^\s+/, "");
    }
    return parts;
  });
}

/** The longest beginning of a text that fits, whole words where that can be. @param {string} text @param {(text: string) => boolean} fits */
function mostThatFits(text, fits) {
  if (fits(text)) return text;
  let least = 1;
  let most = text.length - 1;
  while (least < most) {
    const middle = Math.ceil((least + most) / 2);
    if (fits(text.slice(0, middle))) least = middle;
    else most = middle - 1;
  }
  const cut = text.slice(0, least + 1).search(/\s\S*$/);
  return text.slice(0, cut > 0 ? cut : least);
}
