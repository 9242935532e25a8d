/**
 * What was typed for somebody who is here on a device of their own, and refused for that: it is offered as a point of theirs,
 * which they confirm there. Nothing that was typed is lost meanwhile: it stays in its form.
 */
import { signal } from "../../vendor/signals.js";
import { boxPlace, columnForWords } from "../reading/box_place.js";
import { _ } from "../kit/gettext.js";
import { TEXTS } from "../kit/limits.js";
import { refusalWords } from "../kit/refusal_words.js";
import { NOTHING_SAID } from "../store/said_fields.js";
import * as store from "../store/store.js";
import { uuid } from "../kit/uuid.js";
import { ROOM } from "../store/in_view.js";

/** @typedef {import('../wire.js').Refusal} Refusal */
/** @typedef {{person: string, sentence: string, words: string, column: string, children: string[]}} Offer */

/** What may be added as their point; null where nothing was refused. */
export const offer = signal(/** @type {Offer | null} */ (null));

const WORDS = ["text", "why", "reason", "says", "evidence"];

/** Looks at an answer: keeps what can be offered, or forgets what was. @param {string} name @param {any} data @param {Refusal | null} error */
export function offerAfter(name, data, error) {
  offer.value = null;
  const person = data && data.person;
  if (!error || error.code !== "own_device" || !person) return;
  const words = WORDS.map((one) => (TEXTS[/** @type {keyof typeof TEXTS} */ (name)] && data[one]) || "").find((one) => one.trim()) || "";
  const item = data.item && store.get("items", data.item);
  const place = boxPlace();
  const children = data.child ? [data.child] : item ? item.children : place.children;
  offer.value = { person, sentence: refusalWords(error), words, column: item ? item.column : columnForWords(), children };
}

/** The point it becomes. @param {Offer} one @returns {import('../wire.js').AddItem} */
export function asPoint({ person, words, column, children }) {
  return {
    ...NOTHING_SAID, item: uuid(), column, text: words, children, speaker: person, audience: ROOM,
  };
}

/** What is said where no words were typed, only a number or a yes. @param {string} person */
export function askedThere(person) {
  return _("%(name)s is asked for it there.", { name: store.personName(person) });
}
