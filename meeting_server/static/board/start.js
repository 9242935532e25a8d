/** Brings a page to life: the board of the server stays on the screen until the first snapshot replaces it. */
import { render } from "../vendor/preact.js";
import { effect } from "../vendor/signals.js";
import { mendStyles } from "./kit/alive.js";
import { watchArrival } from "./page/arrival.js";
import { watchComingBack } from "./page/coming_back.js";
import { watchSteps } from "./page/follow.js";
import { watchGround } from "./page/solid_ground.js";
import { bringBack } from "./writing/restore_unsent.js";
import { App } from "./page/app.js";
import { text } from "./writing/draft.js";
import { noticeFresh } from "./store/unseen.js";
import { watchHands } from "./kit/pointer_held.js";
import { h } from "./kit/html.js";
import { watchRoom } from "./kit/room.js";
import { besideDesk } from "./reading/view.js";
import { anyBegun } from "./store/kept_text.js";
import { guard } from "./line/page_leaving.js";
import { fontIfHere, fontSoon } from "./kit/late_font.js";
import { connect } from "./line/connection.js";
import { page as me } from "./line/first_request.js";
import { isEmpty } from "./kit/plain_text.js";
import { covered } from "./store/covered.js";
import * as store from "./store/store.js";
import { startVoice } from "./page/announce_patches.js";

/** @param {import('./page/app.js').Page} page what stands on it besides the board */
export function start(page) {
  const root = document.getElementById("app");
  if (!root || !me) return;
  besideDesk.value = Boolean(page.desk);
  mendStyles();
  watchRoom();
  fontIfHere();
  guard(() => anyBegun() || !isEmpty(text.value));
  watchHands();
  watchGround();
  noticeFresh();
  startVoice();
  watchArrival();
  watchSteps();
  watchComingBack();
  let painted = false;
  effect(() => {
    if (painted || (store.phase.value === "none" && !covered.value)) return;
    painted = true;
    root.textContent = "";
    render(h(App, page), root);
    fontSoon();
  });
  bringBack(me.seat, root.getAttribute("data-keep") || "").then(connect);
}
