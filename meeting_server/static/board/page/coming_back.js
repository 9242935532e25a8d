/**
 * Coming back: every place is at the line where it was left, also after a reload; the browser's Back leads to the place before;
 * and whoever was away for a while reads in one line what they missed.
 */
import { useLayoutEffect } from "../../vendor/preact-hooks.js";
import { computed, effect } from "../../vendor/signals.js";
import { paused, stepNow } from "../reading/agenda.js";
import { _, ngettext } from "../kit/gettext.js";
import { html } from "../kit/html.js";
import { byKey, focusSoon } from "../kit/keep_focus.js";
import { say } from "../kit/say.js";
import { ARRIVAL, placeOf } from "../reading/places.js";
import { here, inPlaceOfBoard, lastHere, lines, missed, wide } from "../reading/view.js";
import { covered } from "../store/covered.js";
import * as store from "../store/store.js";
import { turnTo } from "./place_tabs.js";

/** From here on somebody was away, and did not only look up. */
const AWAY_MS = 2 * 60 * 1000;
const LOOK_MS = 10 * 1000;
/** Scrolling that has stopped for this long is kept. */
const STOPPED_MS = 250;

let timer = 0;

/** Where on the screen it begins. @param {Element} one */
function topOf(one) {
  return Math.round(one.getBoundingClientRect().top);
}

/** Keeps the line that is read, and brings a place that is come back to to its line, whatever was said above it meanwhile. */
export function KeepsItsLine() {
  const place = inPlaceOfBoard.value ? "" : here.value;
  const onWide = wide.value;
  // A calm page hides the place: nothing of it can be scrolled.
  const calm = paused();
  useLayoutEffect(() => {
    if (calm) return undefined;
    const box = (onWide && document.getElementById("main")) || document.documentElement;
    const [top, key, at] = lines.peek()[place] || [0, "", 0];
    box.scrollTop = top;
    const point = top && byKey(key);
    if (point) box.scrollTop += topOf(point) - at;
    const scrolled = () => {
      const first = Array.from(document.querySelectorAll("#main [data-point]")).find((one) => topOf(one) > 0);
      lines.peek()[place] = [box.scrollTop, (first && first.getAttribute("data-fk")) || "", first ? topOf(first) : 0];
      clearTimeout(timer);
      timer = window.setTimeout(() => (lines.value = { ...lines.peek() }), STOPPED_MS);
    };
    window.addEventListener("scroll", scrolled, true);
    return () => window.removeEventListener("scroll", scrolled, true);
  }, [place, onWide, calm]);
  return null;
}

/** "While you were away: step 7 to 8, 3 points.", or nothing. */
const missedWords = computed(() => {
  const found = missed.value;
  const step = stepNow();
  const agenda = store.get("agenda", "agenda");
  if (!found) return "";
  const meanwhile = (/** @type {number} */ at) => at > found.at && at <= found.until;
  const moved = step && agenda && meanwhile(agenda.since) && found.step >= 0 && step.at !== found.step;
  const count = store.each("items").filter(({ thing }) => meanwhile(thing.at) && !thing.taken_back && !store.isMine(thing)).length;
  const what = [moved && _("step %(from)s to %(to)s", { from: found.step + 1, to: step.at + 1 }), count > 0 && ngettext("%(n)s point", "%(n)s points", count)].filter(Boolean).join(", ");
  return what && _("While you were away: %(what)s.", { what });
});

/** One line above the place, until it is pressed away or another place is chosen. */
export function WhileAway() {
  const words = missedWords.value;
  const close = () => {
    missed.value = null;
    focusSoon("#page-heading", "", true);
  };
  return words ? html`<p class="while-away">${words} <button type="button" class="button quiet" data-fk="while-away" onClick=${close}>${_("OK")}<span class="away">: ${_("While you were away")}</span></button></p>` : null;
}

/** Whether somebody was away since they were last seen here. */
function look() {
  if (store.phase.value !== "in" || store.status.value !== "connected" || covered.value || document.hidden) return;
  const before = lastHere.peek();
  const at = store.now();
  const step = stepNow();
  if (before && at - before.at > AWAY_MS) missed.value = { ...before, until: at };
  lastHere.value = { at, step: step ? step.at : -1 };
}

/**
 * Each place that is gone to is a page of the browser's history, so that its Back leads to the one before. Below them all lies
 * the page that was loaded: whoever presses Back once too often stays where they are. It gets the first page above it with a
 * press, because browsers pass by a page on which nothing was pressed.
 */
function watchHistory() {
  const { history } = window;
  history.scrollRestoration = "manual";
  effect(() => {
    const place = here.value;
    if (store.phase.value !== "in" || !history.state || history.state === place) return;
    // Being let in is not a page to come back to.
    history[history.state === ARRIVAL ? "replaceState" : "pushState"](place, "");
  });
  window.addEventListener("click", () => store.phase.peek() === "in" && !history.state && history.pushState(here.peek(), ""), true);
  window.addEventListener("popstate", ({ state }) => {
    const place = !covered.peek() && placeOf(state);
    if (place && place.key !== here.peek()) turnTo(place);
  });
}

/** Starts watching. */
export function watchComingBack() {
  watchHistory();
  effect(look);
  window.setInterval(look, LOOK_MS);
  document.addEventListener("visibilitychange", look);
  effect(() => {
    if (missedWords.value) say(missedWords.value);
  });
}
