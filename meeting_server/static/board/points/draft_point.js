/** A point of mine that the board does not have yet: on its way, kept while there is no connection, or refused. */
import { useEffect, useRef } from "../../vendor/preact-hooks.js";
import { _ } from "../kit/gettext.js";
import { h, html } from "../kit/html.js";
import { theirWords, written } from "../store/language.js";
import { drafts, drop } from "../store/outbox.js";
import { StillRow, useStill } from "../kit/still_rows.js";
import * as store from "../store/store.js";
import { short } from "../store/words.js";
import { addToRecord, resend, toBox } from "../writing/words_back.js";
import { Called } from "../kit/called.js";

/** Whose words they are, where they are somebody else's. @param {{data: import('../wire.js').AddItem}} props */
function Whose({ data }) {
  const me = store.you.value;
  if (!data.speaker || (me && data.speaker === me.person)) return null;
  return html`<p class="meta">${_("Typed for %(name)s", { name: store.personName(data.speaker) })}</p>`;
}

/** @typedef {import('../store/outbox.js').Draft} Draft */

/** @param {{draft: Draft}} props */
function DraftPoint({ draft }) {
  const at = useRef(/** @type {HTMLElement | null} */ (null));
  // What I just said, and what became of it, must not lie under the dock. Where minutes are taken adding scrolls nothing, nor
  // does what is sent again from here: a second press would meet another row.
  useEffect(() => {
    const list = at.current && at.current.closest("[data-still]");
    if (at.current && list && !list.querySelector(".row-gone") && !store.may("minute")) at.current.scrollIntoView({ block: "nearest" });
  }, [draft.state]);
  const facts = store.meeting();
  const locked = facts && facts.state === "finished" && store.may("minute");
  if (draft.state === "refused") {
    const called = h(Called, { of: theirWords(short(draft.data.text), draft.data.lang) });
    return html`<p class="text" ref=${at} ...${written(draft.data.lang)}>${draft.data.text}</p>
      <p class="meta"><b>${_("Not sent.")}</b> ${draft.message}</p> ${h(Whose, { data: draft.data })}
      <div class="buttons">
        ${
          locked
            ? html`<button type="button" class="button" onClick=${() => addToRecord(draft)}>${_("Add it to the locked record")}${called}</button>`
            : html`<button type="button" class="button" onClick=${() => resend(draft)}>${_("Try again")}${called}</button>
                <button type="button" class="button" onClick=${() => toBox(draft)}>${_("Put it back in the box")}${called}</button>`
        }
        <button type="button" class="button" onClick=${() => drop(draft.id)}>${_("Throw it away")}${called}</button>
      </div>`;
  }
  const kept = store.status.value !== "connected";
  return html`<p class="text" ref=${at} ...${written(draft.data.lang)}>${draft.data.text}</p>
    <p class="meta">
      <span class="spin" aria-hidden="true"></span>
      <b>${kept ? _("Kept on this device") : _("Sending\u2026")}</b> ${_("Only you can see this")}
    </p>`;
}

/** What became of a row that was pressed. @param {Draft} draft as it was */
function became({ id, state }) {
  if (store.get("items", id) || store.get("private_items", id)) return _("Sent.");
  if (!drafts.value.some((one) => one.id === id)) return _("Not here any more");
  return state === "refused" ? _("Sending\u2026") : _("Not sent.");
}

/** The points of a column that the board does not have yet. Sent again, one is a new row. @param {{list: string, waiting: Draft[]}} props */
export function DraftPoints({ list, waiting }) {
  const rows = useStill(list, waiting, (draft) => draft.id + (draft.state === "refused" ? "" : ":sending"));
  if (!rows.length) return null;
  return html`<ul class="points" aria-label=${_("Not on the board yet")} data-still=${list}>
    ${rows.map((row) => h(StillRow, { key: row.key, list, row, kind: ["point", row.one.state === "refused" ? "unsent" : "sending"], said: () => became(row.one), children: h(DraftPoint, { draft: row.one }) }))}
  </ul>`;
}
