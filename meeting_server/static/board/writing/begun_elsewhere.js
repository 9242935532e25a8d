/** Says where the words in the box go while another part of the board, or another child, is looked at; and moves them on a press. */
import { aboutChildren } from "./draft.js";
import { boxPlace, bringHere, elsewhere } from "../reading/box_place.js";
import { _ } from "../kit/gettext.js";
import { html } from "../kit/html.js";
import { focusSoon } from "../kit/keep_focus.js";
import { columnOf } from "../reading/layout.js";
import * as store from "../store/store.js";
import { fill, names } from "../store/words.js";

export function BegunElsewhere() {
  const column = columnOf(boxPlace().column);
  if (!elsewhere() || !column) return null;
  const about = aboutChildren();
  const many = store.children().length > 1;
  const values = { column: fill(column.label, about.length === 1 ? about[0] : null), names: names(about) };
  const words = many && about.length ? _("What you are writing goes to \u201c%(column)s\u201d, about %(names)s.", values) : _("What you are writing goes to \u201c%(column)s\u201d.", values);
  const move = () => {
    bringHere();
    focusSoon("composer");
  };
  return html`<p class="meta small begun-elsewhere"><span>${words}</span>
    <button type="button" class="button quiet small" data-fk="bring-here" onClick=${move}>${_("Move it to what I am looking at")}</button></p>`;
}
