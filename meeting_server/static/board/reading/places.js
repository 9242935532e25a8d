/** The places of a meeting: what a phone pages through, and what a button can lead to. A place of the product is written `@numbers`; a bare name is a column. */
import { adultsHeading, asksOfAdults } from "./adults.js";
import { asksMore, coreHeading } from "./core_group.js";
import { inSight } from "./deciding.js";
import { _ } from "../kit/gettext.js";
import { heading, pages } from "./layout.js";
import * as store from "../store/store.js";
import { asked, panels } from "./summaries.js";

/** @typedef {import('./layout.js').Block} Block */
/**
 * @typedef {Object} Place
 * @property {string} key
 * @property {string} title
 * @property {string} tint
 * @property {Block | null} block the column that stands here
 * @property {string[]} also other keys that lead here
 */

/** @param {string} key @param {string} title @param {string[]} [also] @returns {Place} */
function product(key, title, also) {
  return { key, title, tint: "impact", block: null, also: also || [] };
}

/** Whether a number was asked for, today or in a meeting before. */
function numbersAsked() {
  return store.each("rounds").length + store.each("earlier_numbers").length > 0;
}

/** The places of this meeting, in the order they are paged through: the columns, then those of the product. @returns {Place[]} */
export function places() {
  const template = store.template.value;
  if (!template) return [];
  const summaries = asked();
  const columns = pages().map((block) => ({ key: block.column.key, title: heading(block), tint: block.column.tint, block, also: [] }));
  return columns.concat(
    /** @type {any} */ ([
      summaries && panels().length > 0 && product("@summaries", summaries.label),
      asksOfAdults() && product("@adults", adultsHeading()),
      numbersAsked() && product("@numbers", _("The numbers")),
      inSight() && product("@deciding", _("What we decide")),
      product("@rating", _("Red, amber or green")),
      asksMore() && product("@visits", coreHeading(), ["@updates", "@triggers"]),
    ]).filter(Boolean),
  );
}

/** The place a key leads to, if this meeting has it. @param {string} key @returns {Place | undefined} */
export function placeOf(key) {
  return places().find((one) => one.key === key || one.also.indexOf(key) >= 0);
}
