/** The way out for a text that does not fit in one point: several points, each cut where a sentence ends. */
import * as compose from "./draft.js";
import { _ } from "../kit/gettext.js";
import { html } from "../kit/html.js";

/** @param {{add: (pieces: string[]) => void}} props */
export function AsSeveral({ add }) {
  const pieces = compose.pieces();
  const count = pieces.length;
  if (count < 2) return null;
  const press = () => add(pieces);
  return html`<div class="buttons"><button type="button" class="button small" data-fk="add-as-several" onClick=${press}>
    ${_("Add it as %(count)s points", { count })}
  </button></div>`;
}
