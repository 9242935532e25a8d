/** Where points stand: the rows and blocks of the template's layout, and what belongs in each. */
import * as store from "../store/store.js";
import { fill } from "../store/words.js";

/** @typedef {import('../store/store.js').Item} Item */
/** @typedef {import('../wire.js').Column} Column */
/** @typedef {import('../wire.js').Category} Category */
/** @typedef {{key: string, row: number, column: Column, categories: string[], first: boolean}} Block */
/** @typedef {{key: string, label: string, meaning: string, items: Item[]}} Group */

/** The layout's rows, each a list of blocks, left to right. @returns {Block[][]} */
export function rows() {
  const template = store.template.value;
  if (!template) return [];
  /** @type {string[]} */
  const met = [];
  return template.layout.map((row, at) =>
    row.blocks.map(({ column, categories }) => {
      const found = /** @type {Column} */ (template.columns.find((one) => one.key === column));
      const first = met.indexOf(column) < 0;
      met.push(column);
      return { key: [column].concat(categories).join("."), row: at, column: found, categories, first };
    })
  );
}

/** Every column once, in the layout's order, whole: what a phone pages through. @returns {Block[]} */
export function pages() {
  /** @type {Block[]} */
  const whole = [];
  rows().forEach((row) =>
    row.forEach(({ column, first }) => {
      if (first) whole.push({ key: column.key, row: 0, column, categories: [], first: true });
    })
  );
  return whole;
}

/** The column a key names. @param {string} key @returns {Column | undefined} */
export function columnOf(key) {
  const template = store.template.value;
  return template ? template.columns.find((one) => one.key === key) : undefined;
}

/** Whether I may write in this column: some are kept for those with one power. @param {Column} column */
export function opensToMe(column) {
  return !column.writers || store.may(column.writers);
}

/** @param {Block} block @returns {Category[]} the categories whose points stand here */
function categoriesOf(block) {
  return block.column.categories.filter((one) => !block.categories.length || block.categories.indexOf(one.key) >= 0);
}

/** The heading: the column's, or its category's where the layout sets one category apart. @param {Block} block */
export function heading(block) {
  const only = block.categories.length === 1 ? categoriesOf(block)[0] : undefined;
  return fill(only ? only.label : block.column.label);
}

/** The column's label above a category's heading, or nothing. @param {Block} block */
export function above(block) {
  return block.categories.length === 1 ? fill(block.column.label) : "";
}

/**
 * The points of a block, in groups: those in no category first, in the first block of their column.
 * @param {Block} block
 * @param {Item[]} items the points of its column
 * @returns {Group[]} none of them empty
 */
export function groups(block, items) {
  const here = categoriesOf(block);
  const known = block.column.categories.map((one) => one.key);
  const loose = items.filter((item) => item.category === null || known.indexOf(item.category) < 0);
  const unsorted = { key: "", label: "", meaning: "", items: block.first ? loose : [] };
  const sorted = here.map((one) => ({
    key: one.key,
    label: here.length > 1 || !block.categories.length ? fill(one.label) : "",
    meaning: fill(one.meaning || ""),
    items: items.filter((item) => item.category === one.key),
  }));
  return [unsorted].concat(sorted).filter((group) => group.items.length > 0);
}
