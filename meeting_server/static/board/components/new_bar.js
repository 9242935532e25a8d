/** "New: 2 points": the way to what is new, in place of things jumping about. */
import { ngettext } from "../gettext.js";
import { html } from "../html.js";
import { icon } from "../icon.js";
import { fresh } from "../fresh.js";
import { hands, letGo } from "../hands.js";
import { focusSoon } from "../keep_focus.js";
import { columnOf } from "../layout.js";
import * as store from "../store.js";
import { goTo, here, wide } from "../view.js";
import { fill } from "../words.js";

/** The points not yet looked at that are about the child in view, oldest first. */
function away() {
  const child = store.childInView.value;
  /** @type {import('../store.js').Item[]} */
  const found = [];
  fresh.value.forEach((state, id) => {
    const item = state === "away" ? store.get("items", id) : undefined;
    if (item && (child === null || !item.children.length || item.children.indexOf(child) >= 0)) found.push(item);
  });
  return found;
}

export function NewBar() {
  const all = away();
  const inSight = all.filter((item) => item.column === here.value);
  const first = inSight[0] || all[0];
  const column = first && columnOf(first.column);
  if (!first || !column) return html`<span></span>`;
  const near = wide.value ? all : inSight.length ? inSight : all.filter((item) => item.column === first.column);
  const there = { column: fill(column.label) };
  const words = !wide.value && !inSight.length
    ? ngettext("New: %(n)s point in %(column)s", "New: %(n)s points in %(column)s", near.length, there)
    : ngettext("New: %(n)s point", "New: %(n)s points", near.length);
  const show = () => {
    if (hands.peek()) letGo();
    goTo(first.column);
    focusSoon("point:" + first.id);
  };
  return html`<button type="button" class="button new" onClick=${show}>
    <span>${words}</span> ${icon("move-right")}
  </button>`;
}
