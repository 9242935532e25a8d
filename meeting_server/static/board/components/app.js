/** The whole screen: header, children, columns, the box, and beside them the chair's desk where there is one. */
import { useState } from "../../vendor/preact-hooks.js";
import { Lobby } from "../../join/lobby.js";
import { h, html } from "../html.js";
import * as store from "../store.js";
import { editing, wide } from "../view.js";
import { Banner } from "./banner.js";
import { Board } from "./board.js";
import { ChildrenBar } from "./children_bar.js";
import { Dock } from "./dock.js";
import { Header } from "./header.js";

/** @typedef {import('../../vendor/preact.js').ComponentType<{}>} Desk */

/** @param {{desk?: Desk}} props */
export function App({ desk }) {
  if (store.phase.value === "none") return null;
  if (store.phase.value === "waiting") return h(Lobby, {});
  return html`<div class=${desk ? "screen with-desk" : "screen"}>
    ${h(Header, {})}
    ${desk ? h(WithDesk, { desk }) : h(Room, {})}
  </div>`;
}

/** The board itself, with the box below it. */
function Room() {
  return html`<div class="room">
    ${h(ChildrenBar, {})} ${h(Banner, {})} ${h(Board, {})} ${h(Dock, { key: editing.value ? "edit" : "write" })}
  </div>`;
}

/** Board and desk side by side; on a small screen one of them at a time. @param {{desk: Desk}} props */
function WithDesk({ desk }) {
  const [atDesk, setAtDesk] = useState(true);
  if (wide.value) {
    return html`<div class="beside">
      ${h(Room, {})}
      <aside class="desk" aria-label="Chair's desk">${h(desk, {})}</aside>
    </div>`;
  }
  return html`<div>
    <div class="switch" role="group" aria-label="What to show">
      <button type="button" class="tab" aria-pressed=${String(!atDesk)} onClick=${() => setAtDesk(false)}>Board</button>
      <button type="button" class="tab" aria-pressed=${String(atDesk)} onClick=${() => setAtDesk(true)}>Chair's desk</button>
    </div>
    <div hidden=${!atDesk} class="desk">${h(desk, {})}</div>
    <div hidden=${atDesk}>${h(Room, {})}</div>
  </div>`;
}
