/**
 * Leaving the page: on purpose, because the meeting let go of us, or by accident. Nothing said stays behind: not on the
 * screen, not in the browser's storage, not in the page the Back button would bring up.
 */
import { effect } from "../../vendor/signals.js";
import { keeps, stop } from "../kit/sealed_storage.js";
import { forms } from "../store/kept_text.js";
import { covered } from "../store/covered.js";
import { clear } from "../store/store.js";
import { drafts, unsent } from "../store/outbox.js";

/** @param {BeforeUnloadEvent} event */
function warn(event) {
  event.preventDefault();
  event.returnValue = "";
}

function blank() {
  window.removeEventListener("beforeunload", warn);
  const app = document.getElementById("app");
  if (app && !covered.peek()) app.hidden = true;
  clear();
  drafts.value = [];
  forms.value = {};
}

/** Blanks the page at once and goes to where a sentence and a telephone number stand. @param {string} reason */
export function leave(reason) {
  blank();
  stop();
  try {
    sessionStorage.clear();
    localStorage.clear();
  } catch (closed) {
    // Storage can be closed to us altogether; then nothing was kept.
  }
  // A covered screen says nothing of a meeting, not even that it is over: it goes there once it is uncovered.
  effect(() => {
    if (!covered.value) window.location.replace("/goodbye/" + encodeURIComponent(reason));
  });
}

/**
 * Warns before what is not sent would be lost, and never shows a page brought back from the browser's memory.
 * @param {() => boolean} [begun] whether something is written or chosen and not sent: asked about where no reload brings it back
 */
export function guard(begun) {
  effect(() => {
    const lost = unsent.value.length > 0 || drafts.value.length > 0 || Boolean(begun && !keeps.value && begun());
    const change = lost ? window.addEventListener : window.removeEventListener;
    change.call(window, "beforeunload", /** @type {EventListener} */ (warn));
  });
  window.addEventListener("pagehide", (event) => {
    if (event.persisted) blank();
  });
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) window.location.reload();
  });
}
