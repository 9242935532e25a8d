/** What was put aside waits here, to read; the chair puts it back, or erases it for good. */
import { copies, kindWords } from "../../board/asides/asides.js";
import { _, ngettext } from "../../board/kit/gettext.js";
import { h, html } from "../../board/kit/html.js";
import { theirWords, written } from "../../board/store/language.js";
import { StillRow, useStill } from "../../board/kit/still_rows.js";
import * as store from "../../board/store/store.js";
import { clock, names, short } from "../../board/store/words.js";
import { Called } from "../../board/kit/called.js";
import { CommandAfterLook } from "../parts/desk_parts.js";
import { DESK } from "../../board/store/in_view.js";

/** @typedef {import('../../board/asides/asides.js').Copy} Copy */

let any = false;

/** Whether anything waits here, or did since this page was opened: with its last row this part would go at once, and what is
 * below it would slide under the pointer. */
export function hasAsides() {
  any = any || copies(DESK).length > 0;
  return any;
}

/** A word for the heading. */
export function asideNote() {
  const count = copies(DESK).length;
  return count ? ngettext("%(n)s kept here", "%(n)s kept here", count) : _("Nothing kept here");
}

/** @param {Copy} one */
function idOf({ id }) {
  return id;
}

export function AsideDesk() {
  const rows = useStill("asides", copies(DESK), idOf);
  if (!rows.length) return html`<p class="hint">${_("Nothing that was put aside is kept here.")}</p>`;
  return html`<ul class="desk-list" data-still="asides">
    ${rows.map((row) => h(StillRow, { key: row.key, list: "asides", row, kind: ["held-words"], said: () => _("Not kept here any more"), children: h(One, { one: row.one }) }))}
  </ul>`;
}

/** @param {{one: Copy}} props */
function One({ one }) {
  const who = one.whose.length ? names(one.whose) : _("The room");
  const about = _("%(what)s, %(name)s, %(time)s: %(text)s", { what: kindWords(one.kind), name: who, time: clock(one.at), text: short(one.words[0] || "") });
  return html`<p class="hint"><b>${who}</b>, ${kindWords(one.kind)}</p>
    ${one.words.map((text) => html`<p class="text" key=${text} ...${written()}>${text}</p>`)}
    <p class="hint">${_("Put aside by %(name)s, %(time)s:", { name: store.attendeeName(one.by), time: clock(one.at) })} ${theirWords(one.why)}</p>
    ${
      store.may("steer") &&
      html`<div class="buttons">
        ${h(CommandAfterLook, {
          words: _("Put it back"), about,
          sure: html`<p>${_("Everyone who could read it before can read it again, and the mark goes.")}</p>`,
          yes: html`${_("Yes, put it back")}${h(Called, { of: about })}`,
          name: "restore", data: () => ({ aside: one.id }), said: _("It stands where it stood."), fk: "restore:" + one.id,
        })}
        ${h(CommandAfterLook, {
          words: _("Erase it"), about,
          sure: html`<p>${_("The words are deleted for good, everywhere: nobody can read them again, whoever said them neither. The mark stays.")}</p>`,
          reason: _("Why is it erased? Everyone reads this."),
          yes: html`${_("Yes, erase it for good")}${h(Called, { of: about })}`,
          name: "erase", data: (why) => ({ aside: one.id, why }), said: _("Erased."), fk: "erase:" + one.id,
        })}
      </div>`
    }`;
}
