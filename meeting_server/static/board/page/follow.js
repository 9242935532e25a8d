/**
 * Following the meeting, never by force. Whoever comes in is where the meeting is. When the chair opens a step, whoever comes with
 * their work and has nothing in hand is taken to what it shows; everybody else is asked in one bar above the box.
 */
import { computed, effect, signal } from "../../vendor/signals.js";
import { going, onDesk, over, stepNow } from "../reading/agenda.js";
import { ENDED, allShownNow, placeOf, shownNow, targetOf } from "../reading/places.js";
import { atDesk, editing, goAlong, here, inPlaceOfBoard, isWithMeeting, placed, wide } from "../reading/view.js";
import { anyBegun } from "../store/kept_text.js";
import * as store from "../store/store.js";
import { text } from "../writing/draft.js";
import { isEmpty } from "../kit/plain_text.js";
import { focusSoon } from "../kit/keep_focus.js";

/** How long nobody may have pressed, scrolled or typed, to be taken along. */
const QUIET_MS = 8000;

/** What somebody chose not to follow: the step, and the call to come to it if there was one. */
const stayed = signal("");

/** What stands on the screen as asked: a new call asks again. */
function askedNow() {
  const agenda = store.get("agenda", "agenda");
  return agenda ? agenda.stage + " " + (agenda.called || "") : "";
}
let touched = 0;

/** Whether the focus is on nothing that somebody is at: the page itself, a heading, or a button that opened nothing. */
function restsOnNothing() {
  const on = document.activeElement;
  return !on || on === document.body || on.matches("h1, h2, h3, button:not([aria-expanded='true'])");
}

/** Whoever leads the meeting goes where they lead it, unless they are at something themselves. */
function leads() {
  const me = store.you.peek();
  return Boolean(me && me.screen === "chair" && store.may("steer") && isEmpty(text.peek()) && !editing.peek() && !inPlaceOfBoard.peek());
}

/** Whether this person can be taken along: family, children, interpreters and whoever set this screen for themselves never are. */
function free() {
  const me = store.you.peek();
  if (!me || me.side !== "professional" || !store.may("detail") || document.documentElement.className.search(/text-[12]/) >= 0) return false;
  return isEmpty(text.peek()) && !editing.peek() && !anyBegun() && !inPlaceOfBoard.peek() && restsOnNothing() && Date.now() - touched > QUIET_MS;
}

/** What the step shows, if this person is asked to go there: they look at something else, and have not said that they stay. */
export const askedToCome = computed(() => {
  const step = stepNow();
  const place = shownNow();
  const there = allShownNow().some((one) => one.key === here.value);
  return going() && step && place && !there && stayed.value !== askedNow() ? { step, place, called: askedNow().slice(-1) !== " " } : null;
});

/** Goes where the meeting is; the box writes where the step does. */
export function come() {
  const step = stepNow();
  const place = shownNow();
  if (step && place) goAlong(place.key, targetOf(step.stage));
}

/** Who opened the step is where it is; on a phone that is the board, not the desk. */
function leadThere() {
  come();
  if (wide.peek() || atDesk.peek() === false) return;
  atDesk.value = false;
  focusSoon("#page-heading");
}

/** Stays here until the next step. */
export function stay() {
  stayed.value = askedNow();
}

/** Before the start the door is what the meeting is about for whoever leads it; at the start they are back at the board. @param {boolean} before */
function atTheDoor(before) {
  const me = store.you.peek();
  if (!me || me.screen !== "chair" || !wide.peek()) return;
  if (before && isWithMeeting() && placeOf("@people") && !shownNow()) goAlong("@people");
  else if (!before && !shownNow() && isWithMeeting()) goAlong("");
}

/** The meeting ended: whoever has no desk to finish reads so. What they are writing keeps the caret. */
function theEnd() {
  if (onDesk()) return;
  goAlong(ENDED);
  const on = document.activeElement;
  if (!on || !on.matches("textarea, input, select")) focusSoon("#page-heading");
}

/** Starts following. */
export function watchSteps() {
  const touch = () => {
    touched = Date.now();
  };
  ["pointerdown", "keydown", "wheel", "touchmove", "scroll"].forEach((kind) => window.addEventListener(kind, touch, { capture: true, passive: true }));
  let before = /** @type {string | null} */ (null);
  let went = false;
  effect(() => {
    const step = stepNow();
    const now = step ? step.stage.key : "";
    const facts = store.meeting();
    // Whoever comes back after the end left before it.
    if (before === null && placed() && placed() !== ENDED) went = true;
    if (facts && over() && went) theEnd();
    if (facts) went = going();
    if (facts) atTheDoor(facts.state === "prepared");
    if (!facts || now === before) return;
    const opened = before !== null;
    before = now;
    const place = shownNow();
    if (!place || !going()) return;
    if (opened && leads()) leadThere();
    else if (opened ? isWithMeeting() && free() : isWithMeeting() && !placed()) come();
  });
}
