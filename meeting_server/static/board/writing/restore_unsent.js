/** Keeps what is unsent through a reload (sealed_storage.js): the queue, the points it shows, the words in the box, every form, who is near, and where one is. */
import { effect } from "../../vendor/signals.js";
import { alone, begun as begunAlone } from "./private_writing.js";
import { begunAt, boxPlace } from "../reading/box_place.js";
import * as compose from "./draft.js";
import { begin, keep } from "../kit/sealed_storage.js";
import { forms } from "../store/kept_text.js";
import { drafts, queue, unsent } from "../store/outbox.js";
import { nearby } from "../store/someone_nearby.js";
import { phase } from "../store/store.js";
import { editing, putBack, whereIAm } from "../reading/view.js";
import { settled } from "./words_back.js";

/** @typedef {import('../store/outbox.js').Unsent} Unsent */

/** The words in the box, and whether nobody else would have seen them: they must not become public by a reload. */
function box() {
  const text = [compose.waitingForName.value, compose.text.value].filter((one) => one.trim()).join("\n");
  return text || compose.chose.value ? { text, more: compose.more.value, place: boxPlace(), alone: alone(boxPlace().column) } : null;
}

/** Watches what is unsent and keeps it: commands at once, words in the box when their writer pauses. @param {any[] | null} place where one was */
function watch(place) {
  let before = "";
  effect(() => {
    const waiting = unsent.value.map(({ id, name, data }) => ({ id, name, data }));
    const shown = drafts.value;
    const written = box();
    const begun = Object.keys(forms.value).length > 0 ? { forms: forms.value, editing: editing.value } : null;
    const now = JSON.stringify([waiting.map((one) => one.id), shown.map((one) => [one.id, one.state])]);
    const near = nearby.value;
    const at = phase.value === "in" ? whereIAm() : place;
    keep(waiting.length || shown.length || written || begun || near || at ? { waiting, shown, written, begun, near, at } : null, now !== before);
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
    nearby.value = kept.near || "";
    drafts.value = kept.shown;
    kept.waiting.forEach((/** @type {Omit<Unsent, "settle">} */ one) => queue.push({ ...one, settle: (answer) => settled(one, answer) }));
    if (kept.written) {
      if (kept.written.text) begunAt.value = kept.written.place;
      compose.more.value = kept.written.more;
      compose.text.value = kept.written.text;
      begunAlone.value = kept.written.alone;
    }
    if (kept.begun) {
      forms.value = kept.begun.forms;
      editing.value = kept.begun.editing;
    }
    if (kept.at) putBack(kept.at);
  }
  watch((kept && kept.at) || null);
}
