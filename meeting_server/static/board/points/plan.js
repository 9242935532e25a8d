/** The actions, child by child: who does what, by when, how we will know, and what if not. */
import { _ } from "../kit/gettext.js";
import { h, html } from "../kit/html.js";
import * as store from "../store/store.js";
import { ROOM } from "../store/in_view.js";
import { Point } from "./point.js";

/** @typedef {import('../store/store.js').Item} Item */

/** The actions for a child alone; without one, those for several or all of them. @param {string | null} child @returns {Item[]} */
export function actionsFor(child) {
  const template = store.template.value;
  const columns = template ? template.columns.filter((one) => one.actions).map((one) => one.key) : [];
  const fits = (/** @type {Item} */ item) => (child === null ? item.children.length !== 1 : item.children.length === 1 && item.children[0] === child);
  return store
    .each("items")
    .filter(({ audience, thing }) => audience === ROOM && columns.indexOf(thing.column) >= 0 && thing.action && !thing.taken_back && fits(thing))
    .map((one) => one.thing)
    .sort((a, b) => store.compareOrder(a.order, b.order));
}

/** @param {{child: string | null}} props */
export function Plan({ child }) {
  const children = store.children().filter((one) => child === null || one.id === child);
  const parts = children.map((one) => ({ key: one.id, title: store.personName(one.id), all: actionsFor(one.id) }));
  const shared = actionsFor(null).filter((item) => child === null || !item.children.length || item.children.indexOf(child) >= 0);
  const some = parts.concat([{ key: "all", title: _("For more than one child"), all: shared }]).filter((one) => one.all.length > 0);
  if (!some.length) return html`<p class="hint">${_("Nobody has taken anything on yet. Once a step has somebody who does it, it stands here.")}</p>`;
  return html`<div class="by-child">${some.map(
    ({ key, title, all }) => html`<section key=${key} aria-labelledby=${"plan-" + key} data-list=${"plan:" + key} data-row="0">
      <h3 id=${"plan-" + key} tabindex="-1">${title}</h3>
      <ul class="points">${all.map((item) => h(Point, { key: item.id, item, isNew: false }))}</ul>
    </section>`,
  )}</div>`;
}
