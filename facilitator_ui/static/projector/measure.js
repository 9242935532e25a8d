/** How high everything is that shall stand on a page: it is set once out of sight, where it will stand, and read off. */
import { render } from "../vendor/preact.js";
import { useLayoutEffect, useRef, useState } from "../vendor/preact-hooks.js";
import { h, html } from "../board/kit/html.js";
import { Shown } from "./entry_view.js";

/** @typedef {import('./entries.js').Entry} Entry */
/**
 * @typedef {{brief: boolean, halves: boolean, size: number | null}} Look `brief`: only the first thing about how we know is said;
 *   `halves`: in two halves; `size`: one of kit/fit.js, or null for its own
 */
/** @typedef {import('./page_breaks.js').Part & {entry: Entry, text: string, more: boolean}} Piece */

const FEWEST_LETTERS = 20;

/**
 * The size of the area, and a new number whenever what stands in it has to be measured again: another size, another
 * letter, or more space between the lines.
 * @param {import('../vendor/preact.js').RefObject<HTMLDivElement>} area
 */
export function useSize(area) {
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
export function measured(area, look, entries) {
  const room = area.clientHeight;
  const rows = unseen(area, look, entries, false);
  const whole = rows.seen(heightsOf);
  return entries.reduce((found, entry, at) => {
    const { head, height } = whole[at];
    const piece = { key: entry.key, point: entry.point, group: entry.group, entry, part: 0, head, height, text: entry.text, more: false };
    return found.concat(head + height <= room || !entry.text ? [piece] : partsOf(area, look, piece, room));
  }, /** @type {Piece[]} */ ([]));
}

/**
 * How high each row is without its sub heading, and how much higher with it. Both are read off: below a sub heading an entry
 * has less room above it than below another entry.
 * @param {HTMLElement[]} rows
 */
function heightsOf(rows) {
  const high = () => rows.map((row) => row.getBoundingClientRect().height);
  const headed = high();
  rows.forEach((row) => {
    const heading = row.querySelector(".group");
    if (heading && heading.parentNode) heading.parentNode.removeChild(heading);
  });
  return high().map((height, at) => ({ head: headed[at] - height, height }));
}

/** @param {HTMLElement} row */
function tallness(row) {
  return row.getBoundingClientRect().height;
}

/** @param {HTMLElement} area @param {Look} look @param {Entry[]} entries @param {boolean} cut whether they show that they go on */
function unseen(area, look, entries, cut) {
  const box = document.createElement("div");
  box.className = "measuring";
  if (look.size !== null) box.dataset.fit = String(look.size);
  area.appendChild(box);
  const all = entries.map((entry) => h(Shown, { key: entry.key, entry, text: entry.text, group: entry.group, brief: look.brief, more: cut }));
  const list = html`<ul class="points">${all}</ul>`;
  render(look.halves ? html`<div class="halves">${list}</div>` : list, box);
  return {
    /** @template T @param {(rows: HTMLElement[]) => T} read */
    seen(read) {
      const found = read(Array.from(box.querySelectorAll(".points > li")));
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
        return tallness(row) <= room;
      });
      // There is no room for words here at all. Whoever laid this out sees that too, and lays it out anew.
      if (text.length < Math.min(rest.length, FEWEST_LETTERS)) return [whole];
      words.textContent = text;
      const more = text.length < rest.length;
      parts.push({ ...whole, part: parts.length, height: tallness(row) - whole.head, text, more });
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

/** How high something would stand there. @param {HTMLElement} area @param {number} size one of kit/fit.js @param {any} drawn */
export function tallnessOf(area, size, drawn) {
  const box = document.createElement("div");
  box.className = "measuring";
  box.dataset.fit = String(size);
  area.appendChild(box);
  render(drawn, box);
  const { height } = box.getBoundingClientRect();
  render(null, box);
  area.removeChild(box);
  return height;
}
