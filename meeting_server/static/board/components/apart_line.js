/** One calm line while private writing or holding is on: that it is, and never who has written or how much. */
import { holding, privateWriting } from "../apart.js";
import { html } from "../html.js";
import { icon } from "../icon.js";
import { columnOf } from "../layout.js";
import { fill } from "../words.js";

export function ApartLine() {
  const now = privateWriting();
  const column = now && now.column ? columnOf(now.column) : undefined;
  return html`${
    now &&
    html`<div class="banner apart">
      ${icon("eye-off")}
      <p><b>Private writing is on${column ? " in \u201c" + fill(column.label) + "\u201d" : ""}.</b> What people write is shown together when the chair says so.</p>
    </div>`
  }
  ${
    holding() &&
    html`<div class="banner apart">
      ${icon("clock")}
      <p><b>New points go to the chair first.</b> They appear here when the chair shows them.</p>
    </div>`
  }`;
}
