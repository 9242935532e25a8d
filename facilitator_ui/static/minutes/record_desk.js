/** The record as it will read: made from the log each time it is opened, for the people it is for. */
import { _ } from "../board/gettext.js";
import { h, html } from "../board/html.js";
import { RecordLinks } from "../chair/parts.js";

export function RecordDesk() {
  return html`<p class="hint">${_("Each opening shows the record as it would read at that moment.")}</p>
    ${h(RecordLinks, {})}`;
}
