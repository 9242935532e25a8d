/** The minute-taker's own last points, changes and moves, each with a way back. */
import { useRef } from "../vendor/preact-hooks.js";
import { _, ngettext } from "../board/gettext.js";
import { h, html } from "../board/html.js";
import { icon } from "../board/icon.js";
import { columnOf } from "../board/layout.js";
import * as store from "../board/store.js";
import { canTidy } from "../board/view.js";
import { clock, fill, short } from "../board/words.js";
import { answered, doings, undo } from "./doings.js";
import { useStill } from "./still.js";

/** @typedef {import('./doings.js').Doing} Doing */

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
  const now = doings();
  const all = useStill(now, keyOf);
  const still = now.map(keyOf);
  if (!all.length) return html`<p class="hint">${_("What you add, change or move stands here, and can be undone.")}</p>`;
  return html`<ul class="desk-list">
    ${all.map((one) => h(Row, { key: keyOf(one), one, done: still.indexOf(keyOf(one)) < 0 }))}
  </ul>`;
}

/** What was done, to what. @param {Doing} one @param {import('../board/store.js').Item} now */
function words(one, now) {
  const name = store.personName(now.speaker);
  const column = columnOf(one.item.column);
  if (one.what === "changed" && !now.taken_back) return _("%(name)s: it said \u201c%(text)s\u201d", { name, text: short(one.item.text) });
  if (one.what === "moved") return _("%(name)s: it was under %(column)s", { name, column: column ? fill(column.label) : _("another column") });
  if (now.held) return _("%(name)s, waiting for the chair", { name });
  return name + (column ? ", " + fill(column.label) : "");
}

const DONE = { added: _("Added"), changed: _("Changed"), moved: _("Moved") };

/** @param {{one: Doing, done: boolean}} props `done`: it is undone already */
function Row({ one, done }) {
  const busy = useRef(false);
  const now = store.get("items", one.item.id);
  if (!now) return null;
  const away = one.what === "added" && answered(now);
  const label = done ? _("Undone") : away ? _("Take it back") : _("Undo");
  const text = now.taken_back ? _("Taken back.") : short(now.text);
  const press = async () => {
    if (busy.current || done) return;
    busy.current = true;
    await undo(one);
    busy.current = false;
  };
  return html`<li class="added">
    <p><b>${DONE[one.what]} ${clock(one.at)}</b> <span class="hint">${words(one, now)}</span></p>
    <p class="said">${text}</p>
    ${
      canTidy() &&
      html`<button type="button" class="button" data-fk=${"undo:" + one.what + one.item.id} aria-disabled=${done ? "true" : null}
        onClick=${press}>${icon("undo-2")} ${label}<span class="away">: ${DONE[one.what]} ${text}</span></button>`
    }
  </li>`;
}
