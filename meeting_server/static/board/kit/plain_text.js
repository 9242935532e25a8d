/** What people type and paste, made ready to be sent: nothing in it that would be refused, and no more than fits. */
import { _ } from "./gettext.js";
import { BREAKS, NOT_SHOWN, TEXTS, UNSEEN } from "./limits.js";

const breaks = new RegExp(BREAKS, "gu");
const notShown = new RegExp(NOT_SHOWN, "gu");
const unseen = new RegExp("^" + UNSEEN + "*$", "u");

/** Whether there is nothing in it to see. @param {string} text */
export function isEmpty(text) {
  return unseen.test(text);
}

/** How many characters the server counts. @param {string} text */
export function lengthOf(text) {
  return Array.from(text.trim().normalize("NFC")).length;
}

/** Line feeds where lines end, and nothing that can't be shown: slides, PDF files and telephones put it there. @param {string} text */
export function tidied(text) {
  return isEmpty(text) ? "" : text.replace(breaks, "\n").replace(notShown, "");
}

/** Every text in a command's data tidied. @template T @param {T} data @returns {T} */
export function tidiedAll(data) {
  /** @type {any} */
  const one = data;
  if (typeof one === "string") return /** @type {any} */ (tidied(one));
  if (Array.isArray(one)) return /** @type {any} */ (one.map(tidiedAll));
  if (one === null || typeof one !== "object") return data;
  /** @type {Record<string, any>} */
  const all = {};
  Object.keys(one).forEach((key) => (all[key] = tidiedAll(one[key])));
  return /** @type {any} */ (all);
}

/** The server says the same (schemas.py). */
const TOO_LONG = _("This is too long: %(count)s characters. At most %(most)s fit.");
const MISSING = _("Please write something here.");

/** Why the server would not take a text, as it would say it, or null. @param {string} text @param {number[]} bounds */
function wrongWith(text, [least, most]) {
  const count = lengthOf(text);
  const values = { count: count.toLocaleString("en-GB"), most: most.toLocaleString("en-GB") };
  if (count > most) return { text: TOO_LONG, values };
  return count < least ? { text: MISSING, values: {} } : null;
}

/**
 * What is wrong with the first text of a command that can't be sent, or null.
 * @param {string} name the command's @param {any} data
 * @returns {{text: string, values: Record<string, string>} | null}
 */
export function wrongText(name, data) {
  return wrongIn(/** @type {Record<string, any>} */ (TEXTS)[name] || {}, data);
}

/** @param {Record<string, any>} bounds by field @param {any} data @returns {{text: string, values: Record<string, string>} | null} */
function wrongIn(bounds, data) {
  const found = Object.keys(bounds).map((field) => {
    const inner = bounds[field];
    /** @type {any[]} */
    const values = data[field] === undefined || data[field] === null ? [] : [].concat(data[field]);
    const wrong = values.map((one) => (Array.isArray(inner) ? wrongWith(one, inner) : wrongIn(inner, one)));
    return wrong.find(Boolean) || null;
  });
  return found.find(Boolean) || null;
}

/** The end of a sentence or a line, with what closes a quotation. */
const ENDS = /[.!?\u2026]+["'\u2019\u201d)\]]*\s+|\n+/g;

/** Where a text of which too much is left can be cut, at the latest at `most`: behind a sentence, else a word. @param {string} text @param {number} most */
function cutAt(text, most) {
  let at = 0;
  ENDS.lastIndex = 0;
  for (let end = ENDS.exec(text); end && lengthOf(text.slice(0, ENDS.lastIndex)) <= most; end = ENDS.exec(text)) at = ENDS.lastIndex;
  if (at) return at;
  const whole = Array.from(text).slice(0, most).join("");
  const word = whole.search(/\s\S*$/);
  return word > 0 ? word : whole.length;
}

/** A text as one or several that each fit, cut at the end of a sentence. @param {string} text @param {number} most @returns {string[]} */
export function piecesOf(text, most) {
  const pieces = [];
  let rest = text.trim();
  while (lengthOf(rest) > most) {
    const at = cutAt(rest, most);
    pieces.push(rest.slice(0, at).trim());
    rest = rest.slice(at).trim();
  }
  return pieces.concat(rest ? [rest] : []);
}
