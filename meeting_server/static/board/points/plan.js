/** The actions, child by child: who does what, by when, how we will know, and what if not. */
import { _ } from "../kit/gettext.js";
import { h, html } from "../kit/html.js";
import * as store from "../store/store.js";
import { ROOM } from "../store/in_view.js";
import { Point } from "./point.js";

/** @typedef {import('../store/store.js').Item} Item */

/** What somebody has taken on, in the order of the board. @returns {Item[]} */
export function actions() {
  const template = store.template.value;
  const columns = template ? template.columns.filter((one) => one.actions).map((one) => one.key) : [];
  return store
    .each("items")
    .filter(({ audience, thing }) => audience === ROOM && columns.indexOf(thing.column) >= 0 && thing.action && !thing.taken_back)
    .map((one) => one.thing)
    .sort((a, b) => store.compareOrder(a.order, b.order));
}

/**
 * @param {{child: string | null, said?: (child: string) => any, none?: string}} props `said`: what stands above those of a child; `none`: what is said where there is nothing at all
 */
export function Plan({ child, said, none }) {
  const all = actions();
  const of = (/** @type {string} */ id) => all.filter((item) => item.children.length === 1 && item.children[0] === id);
  const parts = store
    .children()
    .filter((one) => child === null || one.id === child)
    .map(({ id }) => ({ key: id, title: store.personName(id), all: of(id), above: said && said(id) }));
  const shared = all.filter((item) => item.children.length !== 1 && (child === null || !item.children.length || item.children.indexOf(child) >= 0));
  const some = parts.concat([{ key: "all", title: _("For more than one child"), all: shared, above: null }]).filter((one) => one.above || one.all.length > 0);
  if (!some.length) return html`<p class="hint">${none || _("Nobody has taken anything on yet. Once a step has somebody who does it, it stands here.")}</p>`;
  return html`<div class="by-child">${some.map(
    ({ key, title, all: steps, above }) => html`<section key=${key} aria-labelledby=${"plan-" + key} data-list=${"plan:" + key} data-row="0">
      <h3 id=${"plan-" + key} tabindex="-1">${title}</h3>
      ${above}
      <ul class="points">${steps.map((item) => h(Point, { key: item.id, item, isNew: false }))}</ul>
    </section>`,
  )}</div>`;
}
