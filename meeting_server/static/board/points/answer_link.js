/** Which points answer which: goals dangers, good things worries, actions goals; as the template says (D7, L6). */
import { computed } from "../../vendor/signals.js";
import { columnOf, rows } from "../reading/layout.js";
import * as store from "../store/store.js";
import { DESK, ROOM } from "../store/in_view.js";

/** @typedef {import('../store/store.js').Item} Item */
/** @typedef {import('../wire.js').Block} Places */
/** @typedef {import('../reading/layout.js').Block} Block */
/** @typedef {import('../reading/layout.js').Group} Group */

/** @param {Item} item */
function categoryOf(item) {
  const column = columnOf(item.column);
  return column ? column.categories.find((one) => one.key === item.category) : undefined;
}

/** @param {Item} item */
export function isDanger(item) {
  const category = categoryOf(item);
  return Boolean(category && category.role === "danger");
}

/** Whether it stands where good things do, sorted or not. @param {Item} item */
export function isGoodThing(item) {
  const column = columnOf(item.column);
  const category = categoryOf(item);
  const good = (/** @type {{role: string}} */ one) => one.role === "strength" || one.role === "safety";
  return category ? good(category) : Boolean(column && column.categories.some(good));
}

/** Where the points stand that this one could answer. @param {Item} item @returns {Places[]} */
function answersIn(item) {
  const column = columnOf(item.column);
  const category = categoryOf(item);
  return category && category.answers.length ? category.answers : column ? column.answers : [];
}

/** @param {Places[]} places @param {Item} item */
function standsIn(places, item) {
  return places.some((one) => one.column === item.column && (!one.categories.length || one.categories.indexOf(item.category || "") >= 0));
}

/** The audience a point stands in, as this browser reads it. @param {Item} item */
function audienceOf(item) {
  const found = store.each("items").find(({ thing }) => thing === item || thing.id === item.id);
  return found ? found.audience : "";
}

/** Whether a point could answer anything, if there were something. @param {Item} item */
export function mayAnswer(item) {
  return answersIn(item).length > 0;
}

/** The points this one can answer: on its own board, in the order they stand there. @param {Item} item @returns {Item[]} */
export function answerable(item) {
  const places = answersIn(item);
  const audience = audienceOf(item);
  return store
    .each("items")
    .filter((one) => one.audience === audience && one.thing.id !== item.id && !one.thing.taken_back && (standsIn(places, one.thing) || one.thing.id === item.answers))
    .map((one) => one.thing)
    .sort((a, b) => Number(isDanger(b)) - Number(isDanger(a)) || store.compareOrder(a.order, b.order));
}

/** What an action may serve: the dangers and goals of everyone's board, and whatever the template says besides. @param {Item} item @returns {Item[]} */
export function servable(item) {
  const places = answersIn(item);
  const served = (/** @type {Item} */ one) => {
    const category = categoryOf(one);
    return one.id === item.answers || standsIn(places, one) || Boolean(category && (category.role === "danger" || category.role === "goal"));
  };
  return store
    .each("items")
    .filter(({ audience, thing }) => audience === ROOM && thing.id !== item.id && !thing.taken_back && served(thing))
    .map((one) => one.thing);
}

/** What answers each point: id -> the points that answer it and still stand. Computed once for all points on the screen. */
const answering = computed(() => {
  /** @type {Map<string, Item[]>} */
  const found = new Map();
  store.each("items").forEach(({ audience, thing }) => {
    if (!thing.answers || thing.taken_back || thing.held || audience === DESK) return;
    const known = found.get(thing.answers) || [];
    if (!known.some((one) => one.id === thing.id)) found.set(thing.answers, known.concat([thing]));
  });
  return found;
});

/** The points that answer this one, good things apart. @param {Item} item */
export function answersTo(item) {
  const all = (answering.value.get(item.id) || []).slice().sort((a, b) => store.compareOrder(a.order, b.order));
  return { goals: all.filter((one) => !isGoodThing(one)), good: all.filter(isGoodThing) };
}

/** Where a goal for this danger would be written, or nothing where the template has no such place. @param {Item} danger */
export function goalPlace(danger) {
  const template = store.template.value;
  if (!template || !isDanger(danger)) return null;
  /** @type {Array<{column: string, category: string | null, role: string}>} */
  const places = [];
  template.columns.forEach((column) => {
    column.categories.forEach((one) => {
      if (standsIn(one.answers, danger)) places.push({ column: column.key, category: one.key, role: one.role });
    });
    const good = column.categories.some((one) => one.role === "strength" || one.role === "safety");
    if (!good && standsIn(column.answers, danger)) places.push({ column: column.key, category: null, role: "" });
  });
  return places.find((one) => one.role === "goal") || places[0] || null;
}

/** The dangers that stand in the same row of the layout as this block, in their order. @param {Block} block */
function dangersBeside(block) {
  const row = rows()[block.row] || [];
  /** @type {Item[]} */
  const found = [];
  row.forEach((one) => {
    if (!one.categories.length || one.key === block.key) return;
    store.columnItems(one.column.key, store.childInView.value).forEach((item) => {
      if (one.categories.indexOf(item.category || "") >= 0 && isDanger(item)) found.push(item);
    });
  });
  return found;
}

/** Where a layout sets goals to face dangers (U1), each goal stands in the order of its danger. @param {Block} block @param {Group[]} all */
export function faced(block, all) {
  const goals = block.column.categories.filter((one) => one.role === "goal" && block.categories.indexOf(one.key) >= 0).map((one) => one.key);
  if (!goals.length) return all;
  const dangers = dangersBeside(block);
  return all.map((group) => (goals.indexOf(group.key) >= 0 ? { ...group, items: facing(group.items, dangers) } : group));
}

/**
 * Goals in the order of the dangers they answer, those that answer none last, else as they stood.
 * @param {Item[]} goals @param {Item[]} dangers in their order
 */
export function facing(goals, dangers) {
  const at = (/** @type {Item} */ goal) => {
    const found = dangers.findIndex((one) => one.id === goal.answers);
    return found < 0 ? dangers.length : found;
  };
  return goals
    .map((goal, stood) => ({ goal, stood, to: at(goal) }))
    .sort((a, b) => a.to - b.to || a.stood - b.stood)
    .map((one) => one.goal);
}
