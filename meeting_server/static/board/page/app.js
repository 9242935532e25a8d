/** The whole screen: header, children, columns, the box, and beside them the chair's desk where there is one. */
import { Lobby } from "../waiting/waiting_room.js";
import { paused } from "../reading/agenda.js";
import { _ } from "../kit/gettext.js";
import { h, html } from "../kit/html.js";
import { covered } from "../store/covered.js";
import * as store from "../store/store.js";
import { ENDED, greets } from "../reading/places.js";
import { atDesk, editing, here, inPlaceOfBoard, wide } from "../reading/view.js";
import { ApartLine } from "../writing/apart_line.js";
import { Banner } from "./banner.js";
import { KeepsItsLine, WhileAway } from "./coming_back.js";
import { Board } from "./board.js";
import { ChairGone } from "../people/chair_gone.js";
import { ChildrenBar } from "./children_bar.js";
import { hasOwnRow } from "../numbers/numbers_page.js";
import { Cover } from "../people/cover.js";
import { ControlsNow } from "../people/controls_now.js";
import { MinutesNow } from "../people/minutes_now.js";
import { Dock } from "./dock.js";
import { Header } from "./header.js";
import { Away, LeftOver } from "./closed_page.js";
import { MyPoints } from "../writing/my_points.js";
import { MyPutAside } from "../asides/my_put_aside.js";
import { Pause } from "./pause.js";
import { folded } from "../kit/room.js";
import { PlaceTabs } from "./place_tabs.js";
import { Proposals } from "./proposals_panel.js";
import { SlotBanner, inSitting } from "../supervision/slot_banner.js";

/** @typedef {import('../../vendor/preact.js').ComponentType<{}>} Desk */
/**
 * @typedef {Object} Page
 * @property {Desk} [desk] stands beside the board for the chair and the minute-taker
 * @property {"chair"} [screen] whose desk it is: it is there only for as long as this is their screen
 * @property {string} [name] what the desk is called
 * @property {Desk} [onward] stands above the board on a small screen, beside the way to the desk
 * @property {Desk} [box] a box of its own above the board, instead of the one below it
 * @property {Record<string, Desk>} [inPlace] what whoever sits at the desk does in a place of the meeting, by its key
 */

/** @param {Page} props */
export function App({ desk, screen, name, onward, box, inPlace }) {
  if (covered.value) return h(Cover, {});
  if (store.leftOver.value) return h(LeftOver, {});
  if (store.phase.value === "none") return store.away.value > 0 ? h(Away, {}) : null;
  if (store.phase.value !== "in") return h(Lobby, {});
  const me = store.you.value;
  const mine = desk && (!screen || (me && me.screen === screen));
  const room = { box: mine ? box : undefined, inPlace: mine ? inPlace : undefined, desked: Boolean(mine) };
  return html`${h(Pause, {})}<div class=${(mine ? "screen with-desk" : "screen") + (inSitting() ? " in-sitting" : "")} hidden=${paused()}>
    ${desk && mine ? h(WithDesk, { desk, name: name || _("Chair's desk"), onward, room }) : h(Room, room)}
  </div>`;
}

/** @typedef {{box?: Desk, inPlace?: Record<string, Desk>, desked: boolean, told?: boolean}} RoomProps `desked`: a desk stands beside it; `told`: who has the controls stands above already */

/**
 * The frame: header, places, box and what is asked stay where they are; only the place that is looked at scrolls. Beside
 * a desk, what is read aloud can stand in the place's stead.
 * @param {RoomProps} props
 */
function Room({ box, inPlace, desked, told }) {
  const reads = desked && inPlaceOfBoard.value;
  return html`<div class="frame">
    <div class="frame-top">${h(SlotBanner, {})} ${h(Header, {})} ${box && !reads && (wide.value || !greets(here.value)) && h(box, {})} ${wide.value && !folded.value && !reads && h(PlaceTabs, {})} ${h(WhileAway, {})}</div>
    <div class="main" id="main" data-fk="main" tabindex=${wide.value ? "0" : null} role=${wide.value ? "region" : null} aria-label=${wide.value ? _("What we talk about") : null}>
      ${!told && h(Controls, {})}
      ${
        reads
          ? h(reads, {})
          : html`${!wide.value && !greets(here.value) && !hasOwnRow() && h(ChildrenBar, {})} ${here.value !== ENDED && h(Banner, {})} ${h(ApartLine, {})} ${h(MyPutAside, {})} ${h(Proposals, {})} ${!wide.value && h(MyPoints, {})} ${h(Board, { inPlace })}`
      }
      ${h(KeepsItsLine, {})}
    </div>
    ${!reads && h(Dock, { boxAbove: Boolean(box), key: editing.value ? "edit" : "write" })}
  </div>`;
}

/** Who has the chair's controls and takes the minutes, where that is not as it began. */
function Controls() {
  return html`${h(ChairGone, {})} ${!paused() && h(ControlsNow, {})} ${!paused() && h(MinutesNow, {})}`;
}

/** Board and desk side by side; on a small screen one of them at a time. @param {{desk: Desk, name: string, onward?: Desk, room: RoomProps}} props */
function WithDesk({ desk, name, onward, room }) {
  if (wide.value) return html`${h(Room, room)}<aside class="desk" aria-label=${name}>${h(desk, {})}</aside>`;
  const desked = atDesk.value === null ? !room.box : atDesk.value;
  return html`<div>
    <div class="switch" role="group" aria-label=${_("What to show")}>
      <button type="button" class="tab" aria-pressed=${String(!desked)} onClick=${() => (atDesk.value = false)}>${_("Board")}</button>
      <button type="button" class="tab" aria-pressed=${String(desked)} onClick=${() => (atDesk.value = true)}>${name}</button>
      ${!desked && onward && h(onward, {})}
    </div>
    ${desked && h(Controls, {})}
    <div hidden=${!desked} class="desk">${h(desk, {})}</div>
    <div hidden=${desked}>${h(Room, { ...room, told: desked })}</div>
  </div>`;
}
