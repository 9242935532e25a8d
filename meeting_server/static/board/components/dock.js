/** What stays at the bottom of the screen: the box or the panel that changes a point, and how things stand. */
import { h, html } from "../html.js";
import { icon } from "../icon.js";
import { canAdd, editing, notice, numbersInView, wide } from "../view.js";
import * as store from "../store.js";
import { Composer } from "./composer.js";
import { NewBar } from "./new_bar.js";
import { PointEditor } from "./point_editor.js";
import { Status } from "./status.js";
import { Writing } from "./writing.js";

export function Dock() {
  const what = editing.value;
  const writes = canAdd() && (wide.value || !numbersInView.value);
  return html`<div class=${what ? "dock editing" : "dock"}>
    ${h(AskedBar, {})}
    ${what ? h(PointEditor, { key: what.kind + what.item, editing: what }) : writes ? h(Composer, {}) : null}
    ${notice.value && html`<p class="notice">${icon("triangle-alert")} <span>${notice.value}</span></p>`}
    <div class="dock-row">${h(NewBar, {})} ${h(Writing, {})} ${h(Status, {})}</div>
  </div>`;
}

/** Whether I have not yet answered everything I am asked for. */
function owesNumber() {
  const me = store.you.value;
  const mine = store.each("sealed").filter(({ thing }) => me && thing.person === me.person).map(({ thing }) => thing.round + thing.child);
  const asked = store.each("rounds").filter(({ thing }) => thing.state === "asked");
  return asked.some(({ thing }) => thing.children.some((child) => mine.indexOf(thing.id + child) < 0));
}

/** On a phone: the way to the numbers while they are asked for. */
function AskedBar() {
  if (wide.value || numbersInView.value || !store.may("place") || !owesNumber()) return null;
  return html`<div class="asked">
    <button type="button" class="button primary" onClick=${() => (numbersInView.value = true)}>
      You are asked for a number ${icon("chevron-right")}
    </button>
  </div>`;
}
