/** The minute-taker's own last points, changes and moves, each with a way back. */
import { useRef } from "../vendor/preact-hooks.js";
import { _, ngettext } from "../board/kit/gettext.js";
import { h, html } from "../board/kit/html.js";
import { icon } from "../board/kit/icon.js";
import { columnOf } from "../board/reading/layout.js";
import { StillRow, useStill } from "../board/kit/still_rows.js";
import * as store from "../board/store/store.js";
import { canTidy } from "../board/reading/view.js";
import { clock, fill, short } from "../board/store/words.js";
import { answered, doings, undo } from "./undo.js";

/** @typedef {import('./undo.js').Doing} Doing */

/** How many there are, for the heading. */
export function addedNote() {
  const count = doings().length;
  return { needs: false, note: count ? ngettext("last %(n)s", "last %(n)s", count) : _("nothing yet") };
}

/** @param {Doing} one */
function keyOf(one) {
  return one.what + one.item.id + (one.what === "added" ? "" : one.at);
}

export function JustAdded() {
  const rows = useStill("just-added", doings(), keyOf);
  if (!rows.length) return html`<p class="hint">${_("What you add, change or move stands here, and can be undone.")}</p>`;
  return html`<ul class="desk-list" data-still="just-added">
    ${rows.map((row) => h(StillRow, { key: row.key, list: "just-added", row, kind: ["added"], said: () => _("Undone"), children: h(Done, { one: row.one }) }))}
  </ul>`;
}

/** What was done, to what. @param {Doing} one @param {import('../board/store/store.js').Item} now */
function words(one, now) {
  const name = store.personName(now.speaker);
  const column = columnOf(one.item.column);
  if (one.what === "changed" && !now.taken_back) return _("%(name)s: it said \u201c%(text)s\u201d", { name, text: short(one.item.text) });
  if (one.what === "moved") return _("%(name)s: it was under %(column)s", { name, column: column ? fill(column.label) : _("another column") });
  if (now.held) return _("%(name)s, waiting for the chair", { name });
  return name + (column ? ", " + fill(column.label) : "");
}

const DONE = { added: _("Added"), changed: _("Changed"), moved: _("Moved") };

/** @param {{one: Doing}} props */
function Done({ one }) {
  const busy = useRef(false);
  const now = store.get("items", one.item.id);
  if (!now) return null;
  const away = one.what === "added" && answered(now);
  const label = away ? _("Take it back") : _("Undo");
  const text = now.taken_back ? _("Taken back.") : short(now.text);
  const press = async () => {
    if (busy.current) return;
    busy.current = true;
    await undo(one);
    busy.current = false;
  };
  return html`<p><b>${DONE[one.what]} ${clock(one.at)}</b> <span class="hint">${words(one, now)}</span></p>
    <p class="said">${text}</p>
    ${
      canTidy() &&
      html`<button type="button" class="button" data-fk=${"undo:" + one.what + one.item.id}
        onClick=${press}>${icon("undo-2")} ${label}<span class="away">: ${DONE[one.what]} ${text}</span></button>`
    }`;
}
