/** The places of a meeting: what a phone pages through, and what a button can lead to. A place of the product is written `@numbers`; a bare name is a column. */
import { adultsHeading, asksOfAdults } from "./adults.js";
import { stepNow } from "./agenda.js";
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

/** The keys of the places a step shows, the first one for a phone. @param {import('../wire.js').Stage} stage @returns {string[]} */
export function shows(stage) {
  if (stage.shows && stage.shows.length) return stage.shows;
  return stage.column ? [stage.column] : [];
}

/** The last step that shows a place, so that pages come in the order of the steps; behind them all for a place of none. @param {Place} place */
function lastStep(place) {
  const template = store.template.value;
  const stages = template ? template.stages : [];
  for (let at = stages.length - 1; at >= 0; at -= 1) {
    if (shows(stages[at]).some((key) => key === place.key || place.also.indexOf(key) >= 0)) return at;
  }
  return stages.length;
}

/** The places of this meeting, in the order of the steps: what is paged through. @returns {Place[]} */
export function places() {
  return all()
    .map((place, at) => ({ place, at, step: lastStep(place) }))
    .sort((a, b) => a.step - b.step || a.at - b.at)
    .map((one) => one.place);
}

/** The place that the step of the agenda shows now, or null: none is open, or it shows the whole board. @returns {Place | null} */
export function shownNow() {
  const step = stepNow();
  const found = step ? shows(step.stage).map(placeOf).filter(Boolean) : [];
  return /** @type {Place | undefined} */ (found[0]) || null;
}

/** The columns, then the places of the product. @returns {Place[]} */
function all() {
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
