/** Each danger beside the goals that answer it, in the order of the dangers: a goal that comes fills its place and moves no row. */
import { _ } from "../kit/gettext.js";
import { h, html } from "../kit/html.js";
import * as store from "../store/store.js";
import { DESK, OWN } from "../store/in_view.js";
import { answersTo, isDanger } from "./answer_link.js";
import { Point } from "./point.js";

/** @typedef {import('../store/store.js').Item} Item */

/** @param {string | null} child @returns {Item[]} */
export function dangers(child) {
  return store
    .each("items")
    .filter(({ audience, thing }) => audience !== DESK && audience !== OWN && !thing.taken_back && isDanger(thing) && (child === null || !thing.children.length || thing.children.indexOf(child) >= 0))
    .map((one) => one.thing)
    .sort((a, b) => store.compareOrder(a.order, b.order));
}

/** @param {{child: string | null}} props */
export function Pairs({ child }) {
  const all = dangers(child);
  if (!all.length) return html`<p class="hint">${_("Nobody has named a danger yet. Each one comes here, with the goals that answer it beside it.")}</p>`;
  return html`<ul class="pairs">${all.map((danger) => {
    const { goals } = answersTo(danger);
    return html`<li key=${danger.id} class="pair" data-list=${"pair:" + danger.id} data-row="0">
      <div><h3>${_("We fear")}</h3><ul class="points">${h(Point, { item: danger, isNew: false })}</ul></div>
      <div class="tint-next"><h3>${_("We want")}</h3>${goals.length ? html`<ul class="points">${goals.map((one) => h(Point, { key: one.id, item: one, isNew: false }))}</ul>` : html`<p class="hint">${_("No goal answers this yet.")}</p>`}</div>
    </li>`;
  })}</ul>`;
}
