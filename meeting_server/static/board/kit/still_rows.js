/**
 * Lists whose rows go when they are pressed: "Let in", "Done", "Show". A second press must not meet the next row, which
 * would have slid under the pointer. So a row that went stays in its place, inert, and says what happened; the others
 * keep their places, and new ones come last. The list is put right once pointer and focus have left it, or when it has
 * been left alone for a while and nothing is held down.
 */
import { useEffect, useRef } from "../../vendor/preact-hooks.js";
import { signal } from "../../vendor/signals.js";
import { h, html } from "./html.js";
import { icon } from "./icon.js";
import { keepFocus } from "./keep_focus.js";

const ALONE_MS = 1500;

/** @template T @typedef {{key: string, one: T, gone: boolean}} Row `one`: as it is, or as it was when it went */

/** Counts up when a list may have to be looked at again. */
const beat = signal(0);
/** The list under the pointer: for a finger, the one it touched last. */
let over = "";
/** The list that focus is in. */
let focused = "";
/** What is held down: pointers by number, keys by name. @type {Set<string>} */
const down = new Set();
/** When each list was last pressed, moved over or typed in. @type {Map<string, number>} */
const touched = new Map();

/** @param {EventTarget | null} target */
function listOf(target) {
  const list = target instanceof Element ? target.closest("[data-still]") : null;
  return list ? list.getAttribute("data-still") || "" : "";
}

/** @param {string} list */
function touch(list) {
  if (list) touched.set(list, Date.now());
}

/** Rows that go now may have had focus: it goes to the head of their part of the page. */
function lookAgain() {
  keepFocus(() => (beat.value = beat.peek() + 1));
}

/** After what is going on now: a click follows the lifted finger. */
function lookSoon() {
  setTimeout(lookAgain, 0);
}

/** @param {PointerEvent} event */
function pointed(event) {
  const now = listOf(event.target);
  if (over !== now) lookSoon();
  over = now;
  touch(now);
}

/** Starts watching hands: for all such lists of the page. */
export function watchStill() {
  document.addEventListener("pointermove", pointed, { passive: true });
  document.addEventListener("pointerdown", (event) => {
    down.add("pointer:" + event.pointerId);
    pointed(event);
  });
  const lift = (/** @type {PointerEvent} */ event) => {
    down.delete("pointer:" + event.pointerId);
    touch(over);
    lookSoon();
  };
  document.addEventListener("pointerup", lift);
  document.addEventListener("pointercancel", lift);
  document.addEventListener("keydown", (event) => {
    down.add("key:" + event.code);
    touch(listOf(event.target));
  });
  document.addEventListener("keyup", (event) => {
    down.delete("key:" + event.code);
    lookSoon();
  });
  document.addEventListener("focusin", (event) => {
    const now = listOf(event.target);
    if (focused !== now) lookSoon();
    focused = now;
    touch(now);
  });
  document.addEventListener("focusout", (event) => {
    if (event.relatedTarget) return;
    focused = "";
    lookSoon();
  });
  document.documentElement.addEventListener("mouseleave", () => {
    over = "";
    lookSoon();
  });
  // A key that is let go in another window is never heard of.
  window.addEventListener("blur", () => down.clear());
}

/** Until when this list holds still, if something in it changed at `since`; 0 when nobody's hands are on it. @param {string} list @param {number} since */
function stillUntil(list, since) {
  if (over !== list && focused !== list) return 0;
  const alone = Math.max(since, touched.get(list) || 0) + ALONE_MS;
  if (Date.now() < alone) return alone;
  return down.size ? Date.now() + ALONE_MS : 0;
}

/** The rows as they stood, with those that went marked, and new ones after them. @template T @param {Row<T>[]} before @param {Row<T>[]} wanted @returns {Row<T>[]} */
function held(before, wanted) {
  const now = new Map(wanted.map((row) => /** @type {[string, Row<T>]} */ ([row.key, row])));
  const known = new Set(before.map((row) => row.key));
  return before.map((row) => now.get(row.key) || { ...row, gone: true }).concat(wanted.filter((row) => !known.has(row.key)));
}

/**
 * The rows to show for what should stand in a list. Its element says `data-still=${list}`, its rows are `StillRow`.
 * @template T
 * @param {string} list a name that no other list has
 * @param {T[]} wanted
 * @param {(one: T) => string} keyOf
 * @returns {Row<T>[]}
 */
export function useStill(list, wanted, keyOf) {
  const shown = useRef(/** @type {Row<T>[]} */ ([]));
  const since = useRef(0);
  const went = useRef(0);
  // Read, so that this list is rendered again.
  const turn = beat.value;
  const should = wanted.map((one) => ({ key: keyOf(one), one, gone: false }));
  const rows = held(shown.current, should);
  const same = rows.every((row, at) => should[at] && should[at].key === row.key);
  const gone = rows.filter((row) => row.gone).length;
  if (same) since.current = 0;
  else if (!since.current || gone > went.current) since.current = Date.now();
  const until = same ? 0 : stillUntil(list, since.current);
  shown.current = until ? rows : should;
  went.current = until ? gone : 0;
  if (!until) since.current = 0;
  useEffect(() => {
    if (!until) return undefined;
    const timer = setTimeout(lookAgain, until - Date.now() + 1);
    return () => clearTimeout(timer);
  }, [until, turn]);
  return shown.current;
}

/**
 * A row of such a list. Gone, it keeps its height, so that nothing below it moves.
 * @param {{list: string, row: Row<any>, said: () => any, kind?: string[], tag?: string, children: any}} props `said`: what
 *   became of it
 */
export function StillRow({ list, row, said, kind, tag, children }) {
  const at = useRef(/** @type {HTMLElement | null} */ (null));
  const height = useRef(0);
  if (!row.gone) height.current = 0;
  else if (!height.current && at.current) height.current = at.current.getBoundingClientRect().height;
  const key = list + ":" + row.key;
  const classes = (kind || []).concat(row.gone ? ["row-gone"] : []);
  const attributes = {
    ref: at, tabIndex: -1, class: classes.filter(Boolean).join(" "), "data-point": key, "data-fk": "row:" + key,
    style: height.current ? { minHeight: height.current + "px" } : undefined,
  };
  return h(tag || "li", attributes, row.gone ? html`<p>${icon("check")} <span>${said()}</span></p>` : children);
}
