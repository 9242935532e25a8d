/**
 * Ring me later, over the line and nowhere else: no command, no board, nothing kept in the browser. Whoever asks says it until the
 * server has it, and again after each new connection, for a server that has forgotten; whoever steers reads who asks.
 */
import { signal } from "../../vendor/signals.js";

const AGAIN_MS = 2000;

/** Whether I ask to be rung: not at all, on its way, or known to the chair. */
export const asked = signal(/** @type {"no" | "sending" | "known"} */ ("no"));
/** The attendees who ask to be rung, for whoever steers the meeting; for everybody else there is never one. */
export const rings = signal(/** @type {string[]} */ ([]));

/** @type {import('../../vendor/socket.io.js').Socket | null} */
let line = null;
let timer = 0;

function say() {
  window.clearTimeout(timer);
  if (asked.peek() !== "sending") return;
  if (line && line.connected) line.volatile.emit("ring", { asked: true });
  timer = window.setTimeout(say, AGAIN_MS);
}

/** Asks the chair, and nobody else, to ring me. */
export function askToRing() {
  if (asked.peek() === "no") asked.value = "sending";
  say();
}

/** Says that somebody who asked has been seen to. @param {string} attendee */
export function rung(attendee) {
  if (line && line.connected) line.emit("ring", { answered: attendee });
}

/** Starts listening on the page's line. @param {import('../../vendor/socket.io.js').Socket} socket */
export function listenForRings(socket) {
  line = socket;
  socket.on("snapshot", () => {
    // What is true is said after it: to those who may know.
    rings.value = [];
    if (asked.peek() === "known") asked.value = "sending";
    say();
  });
  socket.on("ring", (/** @type {{people?: string[], asked?: boolean}} */ told) => {
    if (told.people) rings.value = told.people;
    if (told.asked !== undefined) asked.value = told.asked ? "known" : "no";
  });
}
