/** What was brought from earlier meetings for everyone: the ratings given then, the points, and the numbers over time. */
import { RatingsBefore } from "../deciding/ratings_before.js";
import { _ } from "../kit/gettext.js";
import { h, html } from "../kit/html.js";
import { Trends } from "../numbers/trends_panel.js";
import { ROOM } from "../store/in_view.js";
import * as store from "../store/store.js";
import { Point } from "./point.js";

/** @param {{child: string | null}} props */
export function EarlierPage({ child }) {
  const items = store
    .each("items")
    .filter(({ audience, thing }) => audience === ROOM && thing.came && !thing.taken_back && (child === null || !thing.children.length || thing.children.indexOf(child) >= 0))
    .map((one) => one.thing)
    .sort((a, b) => store.compareOrder(a.order, b.order));
  const some = items.length + store.each("earlier_ratings").length + store.each("earlier_numbers").length;
  if (!some) return html`<p class="hint">${_("Nothing was brought from an earlier meeting. What the chair brings stands here: the last rating, and what was to be done.")}</p>`;
  return html`${h(RatingsBefore, { child })}
    ${items.length > 0 && html`<ul class="points" data-list="earlier" data-row="0">${items.map((item) => h(Point, { key: item.id, item, isNew: false }))}</ul>`}
    ${h(Trends, { child })}`;
}
