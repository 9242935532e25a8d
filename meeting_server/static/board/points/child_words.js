/** What each child says, in their own words and how they were heard; below it what it is like for them. */
import { _ } from "../kit/gettext.js";
import { h, html } from "../kit/html.js";
import * as store from "../store/store.js";
import { fill } from "../store/words.js";
import { OWN, ROOM } from "../store/in_view.js";
import { Impact } from "../deciding/impacts.js";
import { Point } from "./point.js";

/** The words of a child on the board, oldest first. @param {string} child */
export function wordsOf(child) {
  return store
    .each("items")
    .filter(({ audience, thing }) => (audience === ROOM || audience === OWN) && thing.speaker === child && !thing.taken_back && !(audience === OWN && thing.shown_as))
    .map((one) => one.thing)
    .sort((a, b) => store.compareOrder(a.order, b.order));
}

/** @param {{child: string | null}} props `child` null: each child */
export function ChildWords({ child }) {
  const template = store.template.value;
  const asked = template && template.impact;
  const all = store.children().filter((one) => child === null || one.id === child);
  return html`<div class="by-child">${all.map((one) => {
    const said = wordsOf(one.id);
    return html`<section key=${one.id} aria-labelledby=${"says-" + one.id} data-list=${"says:" + one.id} data-row="0">
      <h3 id=${"says-" + one.id} tabindex="-1">${store.personName(one.id)}</h3>
      ${said.length ? html`<ul class="points">${said.map((item) => h(Point, { key: item.id, item, isNew: false }))}</ul>` : html`<p class="hint">${_("Nothing of %(name)s\u2019s own words is here yet.", { name: store.personName(one.id) })}</p>`}
      ${asked && h(Impact, { child: one.id, label: fill(asked.label, one.id), below: true })}
    </section>`;
  })}</div>`;
}
