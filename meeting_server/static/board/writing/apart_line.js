/** One calm line while private writing or holding is on: that it is, and never who has written or how much. */
import { holding, privateWriting } from "./private_writing.js";
import { _ } from "../kit/gettext.js";
import { html } from "../kit/html.js";
import { icon } from "../kit/icon.js";
import { columnOf } from "../reading/layout.js";
import { fill } from "../store/words.js";

export function ApartLine() {
  const now = privateWriting();
  const column = now && now.column ? columnOf(now.column) : undefined;
  const where = column
    ? _("Private writing is on in \u201c%(column)s\u201d.", { column: fill(column.label) })
    : _("Private writing is on.");
  return html`${
    now &&
    html`<div class="banner apart">
      ${icon("eye-off")}
      <p><b>${where}</b> ${_("What people write is shown together when the chair says so.")}</p>
    </div>`
  }
  ${
    holding() &&
    html`<div class="banner apart">
      ${icon("clock")}
      <p><b>${_("New points go to the chair first.")}</b> ${_("They appear here when the chair shows them.")}</p>
    </div>`
  }`;
}
