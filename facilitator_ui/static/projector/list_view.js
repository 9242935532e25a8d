/** What stands across the columns: the children's own words, what it is like for each, dangers with their goals, the plan. */
import { _ } from "../board/kit/gettext.js";
import { html, h } from "../board/kit/html.js";
import { answersTo, isDanger } from "../board/points/answer_link.js";
import { standing } from "../board/reading/big_screen.js";
import * as store from "../board/store/store.js";
import { PLAIN, aboutWhom, impactsOf, ofItem, pointsOf } from "./entries.js";
import { Fitted } from "./fitted_list.js";
import { ofPoints } from "./part_shown.js";
import { joined } from "./joined.js";

/** @typedef {import('./entries.js').Entry} Entry */
/** @typedef {import('../board/store/store.js').Item} Item */

/** @type {Record<string, (child: string | null) => Entry[]>} */
const LISTS = { child_words: ownWords, impact: impactsOf, plan };

/** Whether this is one of the views here. @param {string} view */
export function isList(view) {
  return view === "pairs" || Boolean(LISTS[view]);
}

/** Every point of every column about a child, in the order of the board. @param {string | null} child @returns {Item[]} */
function everyPoint(child) {
  const template = store.template.value;
  return joined((template ? template.columns : []).map((column) => pointsOf(column.key, child)));
}

/** What children said themselves, under the child's name. @param {string | null} child @returns {Entry[]} */
function ownWords(child) {
  const all = everyPoint(null);
  const children = store.children().filter((one) => child === null || one.id === child);
  return joined(children.map(({ id }) => joined(all.filter((item) => item.speaker === id).map((item) => ofItem(item, store.personName(id))))));
}

/** Each danger beside the goals that answer it, in the order of the dangers. @param {string | null} child @returns {{danger: Entry[], goals: Entry[]}[]} */
export function pairs(child) {
  const all = everyPoint(child);
  const goals = (/** @type {Item} */ danger) => answersTo(danger).goals.filter((one) => !one.action && all.some((item) => item.id === one.id));
  const led = (/** @type {Entry[]} */ [first, ...more], /** @type {string} */ lead) => [{ ...first, lead }].concat(more);
  return all.filter(isDanger).map((danger) => ({
    danger: led(ofItem(danger, ""), _("We fear:")),
    goals: joined(goals(danger).map((goal) => led(ofItem(goal, ""), _("We want:")))).map((one) => ({ ...one, point: danger.id, tone: one.tone || "goal" })),
  }));
}

/** One danger after another, with its goals beside it. @param {{danger: Entry[], goals: Entry[]}} pair @returns {Entry} */
function sideBySide({ danger, goals }) {
  const [first] = danger;
  const none = { ...PLAIN, key: first.key + ":none", text: _("No goal answers this yet."), tone: "none" };
  return { ...PLAIN, key: first.key, point: first.point, beside: [danger, goals.length ? goals : [none]] };
}

/** The same one below the other, where there is no room for that. @param {{danger: Entry[], goals: Entry[]}} pair @returns {Entry[]} */
function below({ danger: [first, ...more], goals }) {
  const states = goals.length ? first.states : first.states.concat(_("No goal answers this yet."));
  return [{ ...first, states }].concat(more, goals);
}

/** Who does what until when, for one child after another, then what is for several. @param {string | null} child @returns {Entry[]} */
function plan(child) {
  const template = store.template.value;
  const actions = joined((template ? template.columns : []).filter((one) => one.actions).map((column) => pointsOf(column.key, child))).filter((item) => item.action);
  const alone = (/** @type {Item} */ item) => (item.children.length === 1 ? store.children().findIndex((one) => one.id === item.children[0]) : 99);
  const sorted = actions.map((item, at) => ({ item, at })).sort((a, b) => alone(a.item) - alone(b.item) || a.at - b.at);
  return joined(sorted.map(({ item }) => ofItem(item, item.children.length === 1 ? aboutWhom(item.children).join("") : _("For more than one child"))));
}

/** @param {{asked: string, across: number}} props */
export function ListView({ asked, across }) {
  const { view, child, page } = standing();
  const found = view === "pairs" ? pairs(child) : [];
  const entries = view === "pairs" ? joined(found.map(below)) : LISTS[view](child);
  const none = view === "child_words" && child ? _("Nothing of %(name)s\u2019s own words is here yet.", { name: store.personName(child) }) : _("Nothing is shown here yet.");
  const rows = across > 1 && found.length ? found.map(sideBySide) : null;
  return html`<div class="body"><section class="sheet">
    ${h(Fitted, { entries, rows, asked, page, empty: none, across, words: ofPoints(child) })}
  </section></div>`;
}
