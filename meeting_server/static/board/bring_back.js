/** Keeps what is unsent through a reload (keep.js): the queue, the points it shows, and the words in the box. */
import { effect } from "../vendor/signals.js";
import { alone, begun } from "./apart.js";
import * as compose from "./compose.js";
import { begin, keep } from "./keep.js";
import { drafts, queue, unsent } from "./outbox.js";
import { boxColumn, goTo } from "./view.js";

/** @typedef {import('./outbox.js').Unsent} Unsent */

/** The words in the box, and whether nobody else would have seen them: they must not become public by a reload. */
function box() {
  const text = [compose.aside.value, compose.text.value].filter((one) => one.trim()).join("\n");
  return text ? { text, more: compose.more.value, column: boxColumn.value, alone: alone(boxColumn.value) } : null;
}

/** Watches what is unsent and keeps it: commands at once, words in the box when their writer pauses. */
function watch() {
  let before = "";
  effect(() => {
    const waiting = unsent.value.map(({ id, name, data }) => ({ id, name, data }));
    const shown = drafts.value;
    const written = box();
    const now = JSON.stringify([waiting.map((one) => one.id), shown.map((one) => [one.id, one.state])]);
    keep(waiting.length || shown.length || written ? { waiting, shown, written } : null, now !== before);
    before = now;
  });
}

/**
 * Puts back what was kept for this seat, and keeps from now on. Done before the line opens, so that what was said first
 * is sent first, under the ids it had: the server takes each once.
 * @param {string} seat @param {string} secret
 */
export async function bringBack(seat, secret) {
  const kept = await begin(seat, secret);
  if (kept) {
    drafts.value = kept.shown;
    kept.waiting.forEach((/** @type {Omit<Unsent, "settle">} */ one) => queue.push({ ...one, settle: (answer) => compose.settled(one, answer) }));
    if (kept.written) {
      goTo(kept.written.column, null);
      compose.more.value = kept.written.more;
      compose.text.value = kept.written.text;
      begun.value = kept.written.alone;
    }
  }
  watch();
}
