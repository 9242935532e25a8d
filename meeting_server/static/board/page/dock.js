/** What stays at the bottom of the screen: the box or the panel that changes a point, and how things stand. */
import { _ } from "../kit/gettext.js";
import { h, html } from "../kit/html.js";
import { icon } from "../kit/icon.js";
import { canAdd, editing, here, notice, wide } from "../reading/view.js";
import { stepNow } from "../reading/agenda.js";
import { NextFamily, SayHow } from "../reading/kinds.js";
import { ARRIVAL, WHOLE, allShownNow } from "../reading/places.js";
import { AsTheirPoint } from "../forms/as_their_point.js";
import { AskPanel, AskRow } from "./ask_row.js";
import { boxOpen } from "../writing/draft.js";
import { Composer } from "../writing/composer.js";
import { ImpactEditor } from "../deciding/impact_editor.js";
import { ImpactTakeBack } from "../deciding/impact_take_back.js";
import { MyPoints } from "../writing/my_points.js";
import { PointEditor } from "../points/point_editor.js";
import { Status } from "./status.js";
import { ForMeBar } from "./for_me_bar.js";
import { AskWhoIsNear, nearWaits } from "../people/who_is_near.js";
import { Stranded } from "../writing/stranded.js";
import { ChangeHelp, ComposerHelp } from "../writing/word_help_panel.js";
import { Writing } from "./who_is_writing.js";

/** Whether the open step shows what is looked at, and says where to write there. */
function isWrittenAt() {
  const step = stepNow();
  return Boolean(step && step.stage.writes && allShownNow().some((one) => one.key === here.value));
}

/** @param {{boxAbove?: boolean}} props `boxAbove`: this page has a box of its own above the board */
export function Dock({ boxAbove }) {
  const what = editing.value;
  const writes = !boxAbove && canAdd() && (wide.value || here.value[0] !== "@" || here.value === WHOLE || here.value === ARRIVAL || isWrittenAt());
  const sees = !wide.value && !what && here.value === "@adults";
  return html`<div class=${what ? "dock editing" : boxOpen.value ? "dock box-open" : "dock"}>
    <div class="dock-said">
      ${h(Stranded, {})}
      ${what ? h(ChangeHelp, {}) : writes && h(ComposerHelp, {})}
      ${wide.value && !what && h(MyPoints, {})}
      ${notice.value && html`<p class="notice">${icon("triangle-alert")} <span>${notice.value}</span></p> ${h(AsTheirPoint, { sentence: notice.value })}`}
      ${h(AskPanel, {})} ${h(Writing, {})} ${h(Status, {})}
    </div>
    ${nearWaits() ? h(AskWhoIsNear, {}) : h(ForMeBar, {})} ${h(NextFamily, {})}
    ${what && panel(what)}
    <div class=${(writes && !what) || sees ? "dock-main" : "dock-main without-box"}>${writes && !what && h(Composer, {})}${sees && h(SayHow, {})}${h(AskRow, {})}</div>
  </div>`;
}

/** The panel that changes a point or a statement. @param {import('../reading/view.js').Editing} what */
function panel({ kind, item }) {
  const key = kind + item;
  if (kind === "impact") return h(ImpactEditor, { key, child: item });
  if (kind === "impact_back") return h(ImpactTakeBack, { key, child: item.split(":")[0], version: Number(item.split(":")[1]) });
  return h(PointEditor, { key, editing: { kind, item } });
}
