/** "New: 2 points": the way to what is new, in place of things jumping about. */
import { ngettext } from "../kit/gettext.js";
import { html } from "../kit/html.js";
import { icon } from "../kit/icon.js";
import { fresh } from "../store/unseen.js";
import { hands, letGo } from "../kit/pointer_held.js";
import { focusSoon } from "../kit/keep_focus.js";
import { columnOf } from "../reading/layout.js";
import * as store from "../store/store.js";
import { goTo, here, wide } from "../reading/view.js";
import { fill } from "../store/words.js";

/** The points not yet looked at that are about the child in view, oldest first. */
function away() {
  const child = store.childInView.value;
  /** @type {import('../store/store.js').Item[]} */
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
