/** Brings a page to life: the board of the server stays on the screen until the first snapshot replaces it. */
import { render } from "../vendor/preact.js";
import { effect } from "../vendor/signals.js";
import { mendStyles } from "./alive.js";
import { watchArrival } from "./arrival.js";
import { bringBack } from "./bring_back.js";
import { App } from "./components/app.js";
import { text } from "./compose.js";
import { noticeFresh } from "./fresh.js";
import { watchHands } from "./hands.js";
import { h } from "./html.js";
import { anyBegun } from "./kept.js";
import { guard } from "./leaving.js";
import { fontIfHere, fontSoon } from "./late_font.js";
import { connect, pageOf } from "./link.js";
import { isEmpty } from "./plain_text.js";
import * as store from "./store.js";
import { startVoice } from "./voice.js";

/** @param {import('./components/app.js').Page} page what stands on it besides the board */
export function start(page) {
  const root = document.getElementById("app");
  if (!root) return;
  mendStyles();
  fontIfHere();
  guard(() => anyBegun() || !isEmpty(text.value));
  watchHands();
  noticeFresh();
  startVoice();
  watchArrival();
  let painted = false;
  effect(() => {
    if (painted || store.phase.value === "none") return;
    painted = true;
    root.textContent = "";
    render(h(App, page), root);
    fontSoon();
  });
  const me = pageOf(root);
  bringBack(me.seat, root.getAttribute("data-keep") || "").then(() => connect(me));
}
