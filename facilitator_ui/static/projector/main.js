/** The big screen's page: the same store and line as every board, read-only, and nothing that asks for hands. */
import "../board/line/first_request.js";
import { render } from "../vendor/preact.js";
import { effect } from "../vendor/signals.js";
import { isAlive } from "../board/kit/alive.js";
import { h } from "../board/kit/html.js";
import { connect } from "../board/line/connection.js";
import * as store from "../board/store/store.js";
import { Projector } from "./projector.js";
import { noticeNew } from "./new_points.js";
import { standing } from "../board/reading/big_screen.js";

function start() {
  const root = document.getElementById("app");
  if (!root) return;
  isAlive();
  noticeNew();
  effect(() => {
    const { child, larger } = standing();
    store.childInView.value = child;
    document.documentElement.classList.toggle("larger", larger);
  });
  render(h(Projector, {}), root);
  connect();
  // A page that comes back from the browser's memory would show a meeting that is over.
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) window.location.reload();
  });
}

start();
