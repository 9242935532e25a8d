/** What stays at the bottom of the screen: the box or the panel that changes a point, and how things stand. */
import { _ } from "../gettext.js";
import { h, html } from "../html.js";
import { icon } from "../icon.js";
import { adultsInView, canAdd, decidingInView, editing, notice, numbersInView, wide } from "../view.js";
import * as store from "../store.js";
import { AskPanel, AskRow } from "./ask_row.js";
import { Composer } from "./composer.js";
import { ImpactEditor } from "./impact_editor.js";
import { ImpactTakeBack } from "./impact_take_back.js";
import { MyPoints } from "./my_points.js";
import { NewBar } from "./new_bar.js";
import { PointEditor } from "./point_editor.js";
import { Status } from "./status.js";
import { ChangeHelp, ComposerHelp } from "./word_help.js";
import { Writing } from "./writing.js";

/** @param {{boxAbove?: boolean}} props `boxAbove`: this page has a box of its own above the board */
export function Dock({ boxAbove }) {
  const what = editing.value;
  const writes = !boxAbove && canAdd() && (wide.value || (!numbersInView.value && !decidingInView.value && !adultsInView.value));
  return html`<div class=${what ? "dock editing" : "dock"}>
    ${what ? h(ChangeHelp, {}) : writes && h(ComposerHelp, {})}
    ${h(AskedBar, {})}
    ${what ? panel(what) : writes ? h(Composer, {}) : null}
    ${wide.value && !what && h(MyPoints, {})}
    ${notice.value && html`<p class="notice">${icon("triangle-alert")} <span>${notice.value}</span></p>`}
    ${h(AskPanel, {})}
    <div class="dock-foot">${h(AskRow, {})}<div class="dock-row">${h(NewBar, {})} ${h(Writing, {})} ${h(Status, {})}</div></div>
  </div>`;
}

/** The panel that changes a point or a statement. @param {import('../view.js').Editing} what */
function panel({ kind, item }) {
  const key = kind + item;
  if (kind === "impact") return h(ImpactEditor, { key, child: item });
  if (kind === "impact_back") return h(ImpactTakeBack, { key, child: item.split(":")[0], version: Number(item.split(":")[1]) });
  return h(PointEditor, { key, editing: { kind, item } });
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
      ${_("You are asked for a number")} ${icon("chevron-right")}
    </button>
  </div>`;
}
