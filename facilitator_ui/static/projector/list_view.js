/** What stands across the columns: the children's own words, what it is like for each, dangers with their goals, the plan. */
import { standing, titleOf } from "../board/reading/big_screen.js";
import { _ } from "../board/kit/gettext.js";
import { h, html } from "../board/kit/html.js";
import * as store from "../board/store/store.js";
import { answersTo, isDanger } from "../board/points/answer_link.js";
import { impactsOf, ofItem, pointsOf } from "./entries.js";
import { Paged } from "./paged_list.js";

/** @typedef {import('./entries.js').Entry} Entry */
/** @typedef {import('../board/store/store.js').Item} Item */
/** @typedef {(child: string | null) => Entry[]} List */

/** @type {Record<string, List>} */
const LISTS = { child_words: ownWords, impact: lived, pairs, plan };

/** Whether this is one of the views here. @param {string} view */
export function isList(view) {
  return Boolean(LISTS[view]);
}

/** Every point of every column about a child, in the order of the board. @param {string | null} child @returns {Item[]} */
function everyPoint(child) {
  const template = store.template.value;
  const columns = template ? template.columns : [];
  return columns.reduce((found, column) => found.concat(pointsOf(column.key, child)), /** @type {Item[]} */ ([]));
}

/** What children said themselves, under the child's name. @param {string | null} child @returns {Entry[]} */
function ownWords(child) {
  const all = everyPoint(null);
  return store
    .children()
    .filter((one) => child === null || one.id === child)
    .reduce(
      (found, { id }) => all.filter((item) => item.speaker === id).reduce((more, item) => more.concat(ofItem(item, store.personName(id))), found),
      /** @type {Entry[]} */ ([]),
    );
}

/** @param {string | null} child @returns {Entry[]} */
function lived(child) {
  const template = store.template.value;
  return template && template.impact ? impactsOf(child) : [];
}

/** Each danger with the goals that answer it; dangers without a goal first. @param {string | null} child @returns {Entry[]} */
function pairs(child) {
  const all = everyPoint(child);
  const goals = (/** @type {Item} */ danger) => answersTo(danger).goals.filter((one) => !one.action && all.some((item) => item.id === one.id));
  const dangers = all.filter(isDanger);
  const open = dangers.filter((one) => !goals(one).length);
  const answered = dangers.filter((one) => goals(one).length);
  const alone = open.reduce((found, item) => found.concat(ofItem(item, _("No goal yet"))), /** @type {Entry[]} */ ([]));
  return answered.reduce((found, item) => {
    const below = goals(item).reduce((more, goal) => more.concat(ofItem(goal, "")), /** @type {Entry[]} */ ([]));
    return found.concat(ofItem(item, _("With a goal")), below.map((one) => ({ ...one, point: item.id, tone: "view" })));
  }, alone);
}

/** Who does what until when. @param {string | null} child @returns {Entry[]} */
function plan(child) {
  const template = store.template.value;
  const columns = template ? template.columns.filter((one) => one.actions) : [];
  return columns.reduce(
    (found, column) => pointsOf(column.key, child).filter((item) => item.action).reduce((more, item) => more.concat(ofItem(item, "")), found),
    /** @type {Entry[]} */ ([]),
  );
}

/** @param {{asked: string}} props */
export function ListView({ asked }) {
  const { view, child, page } = standing();
  const entries = LISTS[view](child);
  return html`<div class="body">
    <section class="sheet large tint-next" aria-labelledby="list-title">
      <h2 id="list-title">${titleOf(view, null, child)}</h2>
      ${h(Paged, { entries, asked, page, empty: _("Nothing is shown here yet."), beside: false, brief: false, foot: true })}
    </section>
  </div>`;
}
