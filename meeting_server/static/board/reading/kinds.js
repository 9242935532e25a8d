/**
 * What only some kinds of meeting have on their boards. A page of another kind does not load it: `board/all_kinds.js` brings
 * it, for the pages that do.
 */
import { h } from "../kit/html.js";

/** @typedef {"adults" | "core_group" | "earlier" | "day_link" | "my_summary" | "next_family" | "say_how" | "summaries"} Part */
/** @typedef {import('../../vendor/preact.js').ComponentType<any>} Drawn */

/** @type {Partial<Record<Part, Drawn>>} */
const brought = {};

/** To be called before the page is drawn. @param {Record<Part, Drawn>} parts */
export function bring(parts) {
  Object.assign(brought, parts);
}

/** @param {Part} part @returns {Drawn} what draws it, or nothing where it was not brought */
function drawn(part) {
  return (/** @type {any} */ props) => {
    const found = brought[part];
    return found ? h(found, props) : null;
  };
}

export const Adults = drawn("adults");
export const CoreGroup = drawn("core_group");
export const Earlier = drawn("earlier");
export const DayLink = drawn("day_link");
export const MySummary = drawn("my_summary");
export const NextFamily = drawn("next_family");
export const SayHow = drawn("say_how");
export const Summaries = drawn("summaries");
