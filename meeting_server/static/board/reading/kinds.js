/**
 * What only some kinds of meeting, or the chair's page alone, have on their boards. A page of another kind does not load it:
 * `board/all_kinds.js` brings it for the pages that do, and `chair/main.js` for the chair's.
 */
import { h } from "../kit/html.js";

/** @typedef {"adults" | "core_group" | "desk_bar" | "earlier" | "figure" | "day_link" | "my_summary" | "next_family" | "say_how" | "summaries"} Part */
/** @typedef {import('../../vendor/preact.js').ComponentType<any>} Drawn */

/** @type {Partial<Record<Part, Drawn>>} */
const brought = {};

/** To be called before the page is drawn. @param {Partial<Record<Part, Drawn>>} parts */
export function bring(parts) {
  Object.assign(brought, parts);
}

/** Whether this page has it. @param {Part} part */
export function has(part) {
  return Boolean(brought[part]);
}

/** @param {Part} part @returns {Drawn} what draws it; where it was not brought, what stands in its stead, if anything does */
function drawn(part) {
  return (/** @type {any} */ props) => {
    const found = brought[part];
    return found ? h(found, props) : props.children || null;
  };
}

export const Adults = drawn("adults");
export const CoreGroup = drawn("core_group");
/** On a phone, what needs whoever sits at the desk; their own asks come last. */
export const DeskBar = drawn("desk_bar");
export const Earlier = drawn("earlier");
/** The printed form; a desk's page has no room for it beside the desk, and does not load it. */
export const Figure = drawn("figure");
export const DayLink = drawn("day_link");
export const MySummary = drawn("my_summary");
export const NextFamily = drawn("next_family");
export const SayHow = drawn("say_how");
export const Summaries = drawn("summaries");
