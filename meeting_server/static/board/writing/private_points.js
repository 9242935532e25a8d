/** My private points of a column, under those that everyone sees. */
import { mine } from "./private_writing.js";
import { _ } from "../kit/gettext.js";
import { h, html } from "../kit/html.js";
import { StillRow, useStill } from "../kit/still_rows.js";
import * as store from "../store/store.js";
import { PrivatePoint, leftMine } from "./private_point.js";

/** @typedef {import('./private_writing.js').PrivateItem} PrivateItem */

/** @param {{column: string}} props */
export function PrivatePoints({ column }) {
  const child = store.childInView.value;
  const here = mine().filter(
    (one) => one.column === column && (child === null || !one.children.length || one.children.indexOf(child) >= 0)
  );
  return h(PrivateList, { list: "private:" + column, items: here, label: _("Only you can see these") });
}

/** @param {{list: string, items: PrivateItem[], label: string, heading?: string}} props */
export function PrivateList({ list, items, label, heading }) {
  const rows = useStill(list, items, (item) => item.id);
  if (!rows.length) return null;
  return html`${heading && html`<h3>${heading}</h3>`}
    <ul class="points" aria-label=${label} data-still=${list}>
    ${rows.map((row) => h(StillRow, { key: row.key, list, row, kind: ["point", "private"], said: () => leftMine(row.one), children: h(PrivatePoint, { item: row.one }) }))}
  </ul>`;
}
