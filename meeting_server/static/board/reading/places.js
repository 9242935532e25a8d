/** The places of a meeting: what a phone pages through, what stands on a laptop's tabs, and what a step shows. A place of the product is written `@numbers`; a bare name is a column. */
import { adultsHeading, asksOfAdults } from "./adults.js";
import { over, stepNow } from "./agenda.js";
import { signal } from "../../vendor/signals.js";
import { asksMore, coreHeading } from "./core_group.js";
import { inSight } from "./deciding.js";
import { _ } from "../kit/gettext.js";
import { heading, pages } from "./layout.js";
import * as store from "../store/store.js";
import { fresh } from "../store/unseen.js";
import { fill } from "../store/words.js";
import { asked, panels } from "./summaries.js";

/** @typedef {import('./layout.js').Block} Block */
/** @typedef {import('../wire.js').Stage} Stage */
/**
 * @typedef {Object} Place
 * @property {string} key
 * @property {string} title
 * @property {string} short what it is called where there is little room
 * @property {string} tint
 * @property {Block | null} block the column that stands here
 * @property {string[]} also other keys that lead here
 */

/** Everything at once. */
export const WHOLE = "@board";
/** Where somebody is who has just been let in. It is there until they go to another place. */
export const ARRIVAL = "@arrived";
/** What is read when the meeting is over. */
export const ENDED = "@ended";

/** Whether a place says its own heading to whom it greets, so that no other heading is the page's. @param {string} key */
export function greets(key) {
  return key === ARRIVAL || key === ENDED;
}

/** Whether this person has been let in and has not gone on yet. */
export const arrived = signal(false);

/** @param {string} key @param {string} title @param {string} short @param {string[]} [also] @returns {Place} */
function product(key, title, short, also) {
  return { key, title, short, tint: "impact", block: null, also: also || [] };
}

/** Whether a number was asked for, today or in a meeting before. */
function numbersAsked() {
  return store.each("rounds").length + store.each("earlier_numbers").length > 0;
}

/** The keys of the places a step shows, the first one for a phone. @param {Stage} stage @returns {string[]} */
export function shows(stage) {
  if (stage.shows && stage.shows.length) return stage.shows;
  return stage.column ? [stage.column] : [];
}

/** Where the box writes in a step: a column, or `column.category`; "" where it shows none. @param {Stage} stage */
export function targetOf(stage) {
  return stage.writes || shows(stage).find((key) => key[0] !== "@") || "";
}

/** Whether a step of this meeting shows this place. @param {string} key */
function isShown(key) {
  const template = store.template.value;
  return Boolean(template && template.stages.some((stage) => shows(stage).indexOf(key) >= 0));
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

/** Being let in stands just before what the open step shows. @param {Place} place */
function orderOf(place) {
  if (place.key === WHOLE) return Infinity;
  if (place.key !== ARRIVAL) return lastStep(place);
  const step = stepNow();
  const shown = step && placesOf().find((one) => one.key === shows(step.stage)[0] || one.also.indexOf(shows(step.stage)[0]) >= 0);
  return shown ? lastStep(shown) : -1;
}

/** The places of this meeting, in the order of the steps, everything last: what is paged through. @returns {Place[]} */
export function places() {
  const first = arrived.value ? [product(ARRIVAL, _("You are in"), _("You are in"))] : [];
  return first
    .concat(placesOf())
    .map((place, at) => ({ place, at, step: orderOf(place) }))
    .sort((a, b) => (a.step === b.step ? a.at - b.at : a.step - b.step))
    .map((one) => one.place);
}

/** The places that the open step shows and this meeting has, the first one first. @returns {Place[]} */
export function allShownNow() {
  const step = stepNow();
  const found = step ? shows(step.stage).map(placeOf).filter(Boolean) : [];
  return /** @type {Place[]} */ (found.filter((place, at) => found.indexOf(place) === at));
}

/** The place that the step of the agenda shows now, or null: none is open, or it names none. @returns {Place | null} */
export function shownNow() {
  return allShownNow()[0] || null;
}

/** The columns, then the places of the product. @returns {Place[]} */
function placesOf() {
  const template = store.template.value;
  if (!template) return [];
  const summaries = asked();
  const columns = pages().map((block) => ({
    key: block.column.key,
    title: heading(block),
    short: block.column.short || fill(block.column.label),
    tint: block.column.tint,
    block,
    also: /** @type {string[]} */ ([]),
  }));
  const impact = template.impact && template.impact.column;
  return columns.concat(
    /** @type {any} */ ([
      isShown("@people") && product("@people", _("Who is here"), _("Who is here")),
      isShown("@earlier") && product("@earlier", _("From earlier meetings"), _("Earlier")),
      isShown("@child_words") && product("@child_words", _("What the children say"), _("Children say"), impact ? [] : ["@impact"]),
      summaries && panels().length > 0 && product("@summaries", summaries.label, _("What we did")),
      asksOfAdults() && product("@adults", adultsHeading(), _("Adults")),
      isShown("@pairs") && product("@pairs", _("Dangers, and the goals that answer them"), _("Dangers and goals")),
      (numbersAsked() || (isShown("@numbers") && template.scales.length > 0)) && product("@numbers", _("The numbers"), _("Numbers")),
      (inSight() || (isShown("@deciding") && template.decision)) && product("@deciding", _("What we decide"), _("Decided")),
      product("@rating", _("Red, amber or green"), _("Rating")),
      isShown("@plan") && product("@plan", _("The plan"), _("The plan")),
      asksMore() && product("@visits", coreHeading(), _("Seen and told"), ["@updates", "@triggers"]),
      isShown("@dates") && product("@dates", _("What follows, and when"), _("Dates")),
      over() && product(ENDED, _("The meeting has ended"), _("Ended")),
      isShown("@read_back") && product("@read_back", _("Decisions and actions to read out"), _("Read back")),
      product(WHOLE, _("Whole board"), _("Whole board")),
    ]).filter(Boolean),
  );
}

/** The place a key leads to, if this meeting has it. @param {string} key @returns {Place | undefined} */
export function placeOf(key) {
  return places().find((one) => one.key === key || one.also.indexOf(key) >= 0);
}

/** How many points stand in a column, of those this person may see; 0 elsewhere. @param {Place} place */
export function countOf(place) {
  if (!place.block) return 0;
  return store.columnItems(place.block.column.key, store.childInView.value).filter((one) => !one.taken_back).length;
}

/** Whether something new stands there since this person looked. @param {Place} place */
export function isNewIn(place) {
  const { block } = place;
  if (!block) return false;
  let found = false;
  fresh.value.forEach((state, id) => {
    const item = state === "away" ? store.get("items", id) : undefined;
    if (item && item.column === block.column.key) found = true;
  });
  return found;
}
