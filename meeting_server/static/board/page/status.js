/** How the connection stands, in words; nothing while all is well and sent. */
import { _, ngettext } from "../kit/gettext.js";
import { html } from "../kit/html.js";
import { icon } from "../kit/icon.js";
import { unsent } from "../store/outbox.js";
import * as store from "../store/store.js";

/** @param {number} waiting points not yet acknowledged @param {number} others other things asked for */
function words(waiting, others) {
  if (store.status.value === "offline") {
    if (!waiting) return _("Not connected. What you write is kept on this page.");
    return ngettext(
      "Not connected. %(n)s point kept on this device; others can't see it yet.",
      "Not connected. %(n)s points kept on this device; others can't see them yet.",
      waiting
    );
  }
  if (store.status.value === "reconnecting") return _("Reconnecting. Keep writing.");
  return waiting ? ngettext("Sending %(n)s point", "Sending %(n)s points", waiting) : others ? _("Sending") : "";
}

export function Status() {
  const waiting = unsent.value.filter((one) => one.name === "add_item").length;
  const says = words(waiting, unsent.value.length - waiting);
  const bad = store.status.value !== "connected";
  if (!says) return html`<p class="status ok away">${_("Up to date")}</p>`;
  return html`<p class=${bad ? "status bad" : "status"}>
    ${bad ? icon("wifi-off") : html`<span class="spin" aria-hidden="true"></span>`} <span>${says}</span>
  </p>`;
}
