/** Points that wait on the desk because the chair holds new ones: shown to everyone, or sent back with why. */
import { _ } from "../../board/kit/gettext.js";
import { knownInWords } from "../../board/points/how_we_know.js";
import { h, html } from "../../board/kit/html.js";
import { written } from "../../board/store/language.js";
import { StillRow, useStill } from "../../board/kit/still_rows.js";
import * as store from "../../board/store/store.js";
import { uuid } from "../../board/kit/uuid.js";
import { quoted, short } from "../../board/store/words.js";
import { nameAndPart } from "../../board/store/people_words.js";
import { idOf, leftTheDesk, place, waiting } from "./childs_words_desk.js";
import { CommandButton, CommandAfterLook } from "../parts/desk_parts.js";

/** @typedef {import('../../board/wire.js').Item} Item */

/** What waits and is no child's words, the oldest first. @returns {Item[]} */
export function heldPoints() {
  return waiting(false);
}

export function HeldPoints() {
  const rows = useStill("held-points", heldPoints(), idOf);
  if (!rows.length) return null;
  return html`<h4>${_("Held points")}</h4>
    <ul class="desk-list" data-still="held-points">
      ${rows.map((row) => h(StillRow, { key: row.key, list: "held-points", row, kind: ["held-words"], said: () => leftTheDesk(row.one), children: h(HeldPoint, { item: row.one }) }))}
    </ul>`;
}

/** @param {{item: Item}} props */
function HeldPoint({ item }) {
  const typist = store.personOf(item.recorded_by);
  const other = typist && typist.id !== item.speaker ? typist : undefined;
  const name = store.personName(item.speaker);
  const facts = store.meeting();
  const going = facts && (facts.state === "open" || facts.state === "paused");
  const how = knownInWords(item);
  return html`<p class="text" ...${written(item.lang)}>${item.exact ? quoted(item.text) : item.text}</p>
    <p class="hint">${nameAndPart(item.speaker)}${how && " · " + how}</p>
    <p class="hint">${place(item)}. ${other ? _("Typed by %(name)s.", { name: nameAndPart(other.id) }) : ""}</p>
    ${
      store.may("steer") &&
      html`<div class="buttons">
      ${h(CommandButton, {
        words: _("Show"),
        about: _("the point of %(name)s to everyone", { name }) + ": " + short(item.text),
        name: "release_item",
        data: { item: item.id, shown_as: uuid() },
        said: _("Everyone can see it now."),
        primary: true,
        fk: "show-held:" + item.id,
      })}
      ${
        going &&
        h(CommandAfterLook, {
          words: _("Send back"),
          about: _("the point of %(name)s", { name }) + ": " + short(item.text),
          sure: html`<p>${_("Only %(name)s will have it, to change, drop or send again. It leaves your desk.", { name: store.attendeeName(item.recorded_by) })}</p>`,
          reason: _("Why? They will read this"),
          yes: _("Send it back"),
          name: "send_back_item",
          data: (why) => ({ item: item.id, why }),
          said: _("Sent back."),
          fk: "send-back:" + item.id,
        })
      }
    </div>`
    }`;
}
