/** Ring me later: it looks like a small wish. The chair alone reads that somebody may not be alone. */
import { chairName } from "../reading/controls.js";
import { _ } from "../kit/gettext.js";
import { html } from "../kit/html.js";
import { icon } from "../kit/icon.js";
import { askToRing, asked } from "../line/ring.js";
import * as store from "../store/store.js";

/** Whether it is offered here: to the family, and whoever else does not come with their work, while the meeting is not over. */
export function canBeRung() {
  const me = store.you.value;
  const facts = store.meeting();
  return Boolean(me && me.side !== "professional" && facts && facts.state !== "finished");
}

export function RingMeLater() {
  if (!canBeRung()) return null;
  const now = asked.value;
  const words = now === "known" ? _("%(name)s rings you later.", { name: chairName() }) : now === "sending" ? _("Asking…") : "";
  return html`<p><button type="button" class="button" data-fk="ring-me-later" aria-disabled=${now === "no" ? null : "true"} onClick=${askToRing}>
      ${icon("clock")} ${_("Ring me later")}</button> <span role="status">${words}</span></p>`;
}
