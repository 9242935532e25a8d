/** Whose hands are on the page: focus, caret and pointer survive what other people do. */

/**
 * @typedef {{key: string, point: string, home: string, start: number | null, end: number | null}} Held
 */

/**
 * What has focus now, by its `data-fk`, and where focus goes when that is gone: to its point, or to the element whose id
 * the nearest `data-home` says.
 * @returns {Held | null}
 */
function held() {
  const active = document.activeElement;
  const keyed = active && active.closest("[data-fk]");
  if (!active || !keyed) return null;
  const point = keyed.closest("[data-point]");
  const homed = keyed.closest("[data-home]");
  const field = /** @type {HTMLTextAreaElement} */ (active);
  const typed = active.tagName === "TEXTAREA";
  return {
    key: keyed.getAttribute("data-fk") || "",
    point: (point && point.getAttribute("data-fk")) || "",
    home: (homed && homed.getAttribute("data-home")) || "",
    start: typed ? field.selectionStart : null,
    end: typed ? field.selectionEnd : null,
  };
}

/** @param {string} key @returns {HTMLElement | null} */
export function byKey(key) {
  const all = document.querySelectorAll("[data-fk]");
  for (let i = 0; i < all.length; i += 1) {
    if (all[i].getAttribute("data-fk") === key) return /** @type {HTMLElement} */ (all[i]);
  }
  return null;
}

/** @param {Held} before */
function restore(before) {
  if (document.activeElement && document.activeElement !== document.body) return;
  const same = byKey(before.key);
  const near = same || byKey(before.point);
  const target = near || document.getElementById(before.home);
  if (!target) return;
  target.focus({ preventScroll: Boolean(near) });
  if (same && before.start !== null && before.end !== null) {
    /** @type {HTMLTextAreaElement} */ (same).setSelectionRange(before.start, before.end);
  }
}

/**
 * The point or control of a list that a hand is on, and how far down the screen it is.
 * @returns {{key: string, top: number} | null}
 */
function underHand() {
  const at = document.querySelector("[data-list] [data-fk]:focus, [data-list] [data-point]:active");
  return at ? { key: at.getAttribute("data-fk") || "", top: at.getBoundingClientRect().top } : null;
}

/** What scrolls it: the desk has its own bar beside the board's. @param {Element} at @returns {Element | Window} */
function scrollerOf(at) {
  for (let one = at.parentElement; one && one !== document.body; one = one.parentElement) {
    if (one.scrollHeight > one.clientHeight && /auto|scroll/.test(getComputedStyle(one).overflowY)) return one;
  }
  return window;
}

/** A line more in a point above must not push away what somebody is about to press. @param {{key: string, top: number}} before */
function holdStill(before) {
  const at = byKey(before.key);
  const moved = at ? at.getBoundingClientRect().top - before.top : 0;
  if (at && Math.abs(moved) >= 1) scrollerOf(at).scrollBy(0, moved);
}

/**
 * Runs `change`, and once Preact has rendered it (in the next microtask) puts focus and caret back where they were, and
 * what is under a hand back under it.
 * @param {() => void} change
 */
export function keepFocus(change) {
  const before = held();
  const pressed = underHand();
  change();
  if (!before && !pressed) return;
  Promise.resolve().then(() => {
    if (before) restore(before);
    if (pressed) holdStill(pressed);
  });
}

/**
 * As `keepFocus`, for a change of the page's own that is near a box: the box stays where it is on the screen.
 * @param {string} key the box's `data-fk` @param {() => void} change
 */
export function keepStill(key, change) {
  const at = byKey(key);
  const top = at ? at.getBoundingClientRect().top : 0;
  keepFocus(change);
  if (at) Promise.resolve().then(() => holdStill({ key, top }));
}

/** As much as stays above the place on every screen. */
const HEAD_PX = 48;

/**
 * Moves focus once what is being rendered now is there.
 * @param {string} key a `data-fk`, or `#` and an id
 * @param {string} [otherwise] what to take when the first is not there
 * @param {boolean} [still] nothing scrolls for it
 */
export function focusSoon(key, otherwise, still) {
  setTimeout(() => {
    const find = (/** @type {string} */ one) => (one[0] === "#" ? document.getElementById(one.slice(1)) : byKey(one));
    const target = find(key) || find(otherwise || "");
    if (!target) return;
    target.focus({ preventScroll: Boolean(still) });
    // What is taller than the screen has come with its end: it is read from its beginning.
    const { top, height } = target.getBoundingClientRect();
    if (!still && top < HEAD_PX && height > window.innerHeight / 4) target.scrollIntoView();
  }, 0);
}
