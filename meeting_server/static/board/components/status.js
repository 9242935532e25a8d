/** How the connection stands, in words; nothing while all is well and sent. */
import { html } from "../html.js";
import { icon } from "../icon.js";
import { unsent } from "../outbox.js";
import * as store from "../store.js";
import { points } from "../words.js";

/** @param {number} waiting points not yet acknowledged @param {number} others other things asked for */
function words(waiting, others) {
  if (store.status.value === "offline") {
    const kept = waiting ? " " + points(waiting) + " kept on this device; others can't see " + (waiting === 1 ? "it" : "them") + " yet." : "";
    return "Not connected." + (kept || " What you write is kept on this page.");
  }
  if (store.status.value === "reconnecting") return "Reconnecting. Keep writing.";
  return waiting ? "Sending " + points(waiting) : others ? "Sending" : "";
}

export function Status() {
  const waiting = unsent.value.filter((one) => one.name === "add_item").length;
  const says = words(waiting, unsent.value.length - waiting);
  const bad = store.status.value !== "connected";
  if (!says) return html`<p class="status ok">${icon("check")} Up to date</p>`;
  return html`<p class=${bad ? "status bad" : "status"}>
    ${bad ? icon("wifi-off") : html`<span class="spin" aria-hidden="true"></span>`} <span>${says}</span>
  </p>`;
}
