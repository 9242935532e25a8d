/** The whole screen: header, children, columns, the box, and beside them the chair's desk where there is one. */
import { Lobby } from "../waiting/waiting_room.js";
import { paused } from "../reading/agenda.js";
import { _ } from "../kit/gettext.js";
import { h, html } from "../kit/html.js";
import { covered } from "../store/covered.js";
import * as store from "../store/store.js";
import { atDesk, editing, inPlaceOfBoard, wide } from "../reading/view.js";
import { ApartLine } from "../writing/apart_line.js";
import { Banner } from "./banner.js";
import { Board } from "./board.js";
import { ChairGone } from "../people/chair_gone.js";
import { ChildrenBar } from "./children_bar.js";
import { Cover } from "../people/cover.js";
import { ControlsNow } from "../people/controls_now.js";
import { MinutesNow } from "../people/minutes_now.js";
import { Dock } from "./dock.js";
import { Header } from "./header.js";
import { Away, LeftOver } from "./closed_page.js";
import { MyPoints } from "../writing/my_points.js";
import { MyPutAside } from "../asides/my_put_aside.js";
import { Pause } from "./pause.js";
import { Proposals } from "./proposals_panel.js";
import { SlotBanner, inSitting } from "../supervision/slot_banner.js";

/** @typedef {import('../../vendor/preact.js').ComponentType<{}>} Desk */
/**
 * @typedef {Object} Page
 * @property {Desk} [desk] stands beside the board for the chair and the minute-taker
 * @property {"chair"} [screen] whose desk it is: it is there only for as long as this is their screen
 * @property {string} [name] what the desk is called
 * @property {Desk} [box] a box of its own above the board, instead of the one below it
 */

/** @param {Page} props */
export function App({ desk, screen, name, box }) {
  if (covered.value) return h(Cover, {});
  if (store.leftOver.value) return h(LeftOver, {});
  if (store.phase.value === "none") return store.away.value > 0 ? h(Away, {}) : null;
  if (store.phase.value !== "in") return h(Lobby, {});
  const me = store.you.value;
  const mine = desk && (!screen || (me && me.screen === screen));
  return html`${h(Pause, {})}<div class=${(mine ? "screen with-desk" : "screen") + (inSitting() ? " in-sitting" : "")} hidden=${paused()}>
    ${h(SlotBanner, {})} ${h(Header, {})} ${h(ChairGone, {})} ${!paused() && h(ControlsNow, {})} ${!paused() && h(MinutesNow, {})}
    ${desk && mine ? h(WithDesk, { desk, name: name || _("Chair's desk"), box }) : h(Room, { box })}
  </div>`;
}

/** The board itself, with the box below it; or, beside a desk, what is read aloud in its place. @param {{box?: Desk, desked?: boolean}} props */
function Room({ box, desked }) {
  if (desked && inPlaceOfBoard.value) return html`<div class="room">${h(inPlaceOfBoard.value, {})}</div>`;
  return html`<div class="room">
    ${h(ChildrenBar, {})} ${h(Banner, {})} ${h(ApartLine, {})} ${h(MyPutAside, {})} ${h(Proposals, {})} ${!wide.value && h(MyPoints, {})} ${box && h(box, {})} ${h(Board, {})} ${h(Dock, { boxAbove: Boolean(box), key: editing.value ? "edit" : "write" })}
  </div>`;
}

/** Board and desk side by side; on a small screen one of them at a time. @param {{desk: Desk, name: string, box?: Desk}} props */
function WithDesk({ desk, name, box }) {
  if (wide.value) {
    return html`<div class="beside">
      ${h(Room, { box, desked: true })}
      <aside class="desk" aria-label=${name}>${h(desk, {})}</aside>
    </div>`;
  }
  const desked = atDesk.value === null ? !box : atDesk.value;
  return html`<div>
    <div class="switch" role="group" aria-label=${_("What to show")}>
      <button type="button" class="tab" aria-pressed=${String(!desked)} onClick=${() => (atDesk.value = false)}>${_("Board")}</button>
      <button type="button" class="tab" aria-pressed=${String(desked)} onClick=${() => (atDesk.value = true)}>${name}</button>
    </div>
    <div hidden=${!desked} class="desk">${h(desk, {})}</div>
    <div hidden=${desked}>${h(Room, { box, desked: true })}</div>
  </div>`;
}
