/** The record as it will read: made from the log, for the people it is for, and following the meeting while it is open. */
import { _ } from "../board/kit/gettext.js";
import { h, html } from "../board/kit/html.js";
import { RecordLinks } from "../chair/parts/desk_parts.js";

export function RecordDesk() {
  return html`<p class="hint">${_("The record opens beside the board and follows the meeting.")}</p>
    ${h(RecordLinks, {})}`;
}
