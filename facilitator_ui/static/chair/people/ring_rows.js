/** Who may not be alone: they pressed Ring me later. The chair alone has these rows. */
import { useEffect, useRef } from "../../vendor/preact-hooks.js";
import { act } from "../../board/forms/act.js";
import { _ } from "../../board/kit/gettext.js";
import { h, html } from "../../board/kit/html.js";
import { icon } from "../../board/kit/icon.js";
import { say } from "../../board/kit/say.js";
import { StillRow, useStill } from "../../board/kit/still_rows.js";
import { rings, rung } from "../../board/line/ring.js";
import * as store from "../../board/store/store.js";

const LIST = "rings";

/** How many wait to be rung. */
export function ringsWaiting() {
  return rings.value.length;
}

/** @param {string} attendee */
export function mayNotBeAlone(attendee) {
  return _("%(name)s may not be alone. Stop and ring?", { name: store.attendeeName(attendee) });
}

export function RingRows() {
  const all = rings.value;
  const rows = useStill(LIST, all.map((id) => ({ id })), (one) => one.id);
  const before = useRef(0);
  useEffect(() => {
    // Said without a name: others may hear this screen.
    if (all.length > before.current) say(_("Somebody needs you. Look at Hands and requests."));
    before.current = all.length;
  }, [all.length]);
  if (!rows.length) return null;
  return html`<ul class="desk-list" data-still=${LIST} aria-label=${_("Ring")}>
    ${rows.map((row) => h(StillRow, { key: row.key, list: LIST, row, said: () => _("Done for %(name)s", { name: store.attendeeName(row.one.id) }), children: h(One, { attendee: row.one.id }) }))}
  </ul>`;
}

/** @param {{attendee: string}} props */
function One({ attendee }) {
  const name = store.attendeeName(attendee);
  const facts = store.meeting();
  return html`<p>${icon("triangle-alert")} <b>${mayNotBeAlone(attendee)}</b></p>
    <p class="hint">${_("Only you see this. It is in no record. Ring a number that you know is safe.")}</p>
    <div class="buttons">
      ${facts && facts.state === "open" && html`<button type="button" class="button primary" data-fk=${"ring-pause:" + attendee} onClick=${() => act("pause_meeting", {})}>${_("Pause for everyone")}<span class="away"> ${_("for %(name)s", { name })}</span></button>`}
      <button type="button" class="button" data-fk=${"rung:" + attendee} onClick=${() => rung(attendee)}>${_("Done")}<span class="away"> ${_("ringing %(name)s", { name })}</span></button>
    </div>`;
}
