/** My private points of a column, under those that everyone sees. */
import { mine } from "../apart.js";
import { _ } from "../gettext.js";
import { h, html } from "../html.js";
import * as store from "../store.js";
import { PrivatePoint } from "./private_point.js";

/** @param {{column: string}} props */
export function PrivatePoints({ column }) {
  const child = store.childInView.value;
  const here = mine().filter(
    (one) => one.column === column && (child === null || !one.children.length || one.children.indexOf(child) >= 0)
  );
  if (!here.length) return null;
  return html`<ul class="points" aria-label=${_("Only you can see these")}>
    ${here.map((item) => h(PrivatePoint, { key: item.id, item }))}
  </ul>`;
}
