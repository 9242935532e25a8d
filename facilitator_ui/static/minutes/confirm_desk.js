/** What waits to be read back: words typed for somebody who has not answered yet, by speaker (S14). */
import { useState } from "../vendor/preact-hooks.js";
import { Problem, useCommand } from "../board/forms/command_form.js";
import { nameAndPart } from "../board/store/people_words.js";
import { _, ngettext } from "../board/kit/gettext.js";
import { h, html } from "../board/kit/html.js";
import { icon } from "../board/kit/icon.js";
import { written } from "../board/store/language.js";
import { maySpeakFor } from "../board/reading/speaking_for.js";
import { StillRow, useStill } from "../board/kit/still_rows.js";
import * as store from "../board/store/store.js";
import { canTidy, editing, notice } from "../board/reading/view.js";
import { clock, quoted, short } from "../board/store/words.js";
import { DESK, OWN } from "../board/store/in_view.js";

/** @typedef {import('../board/store/store.js').Item} Item */
/** @typedef {import('../board/kit/still_rows.js').Row<Item>} Row_ */

/** Points of the room that somebody typed for another. @returns {Item[]} */
function typedFor() {
  const me = store.you.value;
  return store
    .each("items")
    .filter(({ audience, thing }) => audience !== OWN && audience !== DESK && !thing.taken_back && !thing.held)
    .map((one) => one.thing)
    .filter((one) => me && one.speaker !== me.person)
    .sort((a, b) => a.at - b.at);
}

/** Those still without a yes. */
function unconfirmed() {
  return typedFor().filter((one) => one.confirmed === "waiting" || one.confirmed === "no");
}

/** Whether this desk may say that these words were read back, and what was answered. @param {Item} item */
function isReadHere(item) {
  const me = store.you.value;
  return maySpeakFor(item.speaker, "read_back", Boolean(me && item.recorded_by === me.attendee));
}

/** What its head says: how many wait for this desk, and not for their speaker, who answers on a device of their own. */
export function confirmNote() {
  const all = unconfirmed();
  const here = all.filter((one) => one.confirmed === "no" || isReadHere(one)).length;
  if (here) return { needs: true, note: ngettext("%(n)s to read back", "%(n)s to read back", here) };
  return { needs: false, note: all.length ? _("They answer themselves") : _("None waiting") };
}

/** Those of people who are not at the meeting: nobody waits for them, but they can be asked on the telephone. */
function elsewhere() {
  return typedFor().filter((one) => {
    const person = store.get("people", one.speaker);
    return one.confirmed === "none" && person && !person.attendee && !person.child;
  });
}

/** @param {Item[]} items */
function orderedBySpeaker(items) {
  const name = (/** @type {Item} */ one) => store.personName(one.speaker);
  return items.slice().sort((a, b) => name(a).localeCompare(name(b), "en-GB") || a.at - b.at);
}

/** In the order in which they stand. @param {Row_[]} rows @returns {Array<{person: string, rows: Row_[]}>} */
function bySpeaker(rows) {
  /** @type {Map<string, Row_[]>} */
  const found = new Map();
  rows.forEach((row) => found.set(row.one.speaker, (found.get(row.one.speaker) || []).concat([row])));
  return Array.from(found, ([person, all]) => ({ person, rows: all }));
}

/** @param {Item} one */
function idOf(one) {
  return one.id;
}

/** What became of words that waited for a yes. @param {Item} item as it was */
function settled(item) {
  const now = store.get("items", item.id);
  return now && now.confirmed === "yes" ? saidYes(now.read_back_at) : _("Taken back");
}

export function ConfirmDesk() {
  const [open, setOpen] = useState(false);
  const waiting = useStill("to-confirm", orderedBySpeaker(unconfirmed()), idOf);
  const others = useStill("to-confirm-elsewhere", orderedBySpeaker(elsewhere()), idOf);
  const count = others.length;
  return html`${!waiting.length && html`<p class="all-well">${icon("check")} ${_("Nothing waits to be confirmed.")}</p>`}
    <div class="desk-rows" data-still="to-confirm">${bySpeaker(waiting).map((one) => h(Speaker, { key: one.person, list: "to-confirm", ...one }))}</div>
    ${
      count > 0 &&
      html`<button type="button" class="button quiet small opens" aria-expanded=${String(open)} onClick=${() => setOpen(!open)}>
        ${icon("chevron-right")} ${_("Typed for people not at the meeting: %(count)s", { count })}
      </button>`
    }
    ${open && html`<div class="desk-rows" data-still="to-confirm-elsewhere">
      ${bySpeaker(others).map((one) => h(Speaker, { key: one.person, list: "to-confirm-elsewhere", ...one }))}
    </div>`}`;
}

/** @param {{list: string, person: string, rows: Row_[]}} props */
function Speaker({ list, person, rows }) {
  return html`<div class="by-speaker">
    <h4>${nameAndPart(person)}</h4>
    <ul class="desk-list">
      ${rows.map((row) => h(StillRow, { key: row.key, list, row, said: () => settled(row.one), children: h(Waits, { item: row.one }) }))}
    </ul>
  </div>`;
}

/** "Said yes, 10:42". @param {number | null} at */
function saidYes(at) {
  return at ? _("Said yes, %(time)s", { time: clock(at) }) : _("Said yes");
}

/** @param {{item: Item}} props */
function Waits({ item }) {
  const { ask, problem, busy } = useCommand();
  const name = store.personName(item.speaker);
  const about = ": " + short(item.text);
  const mend = () => {
    notice.value = "";
    editing.value = { kind: item.exact ? "take_back" : "change", item: item.id };
  };
  const notRight = async () => {
    if (item.confirmed === "no" || !aloud || (await ask("read_back", { item: item.id, right: false }, _("Marked as not right.")))) mend();
  };
  const aloud = isReadHere(item);
  const own = (item.confirmed === "no" && !item.read_back_at) || !aloud;
  const sayYes = () => ask("read_back", { item: item.id, right: true }, _("%(name)s said yes.", { name }));
  return html`<p class="text" ...${written(item.lang)}>${item.exact ? quoted(item.text) : item.text}</p>
    ${item.confirmed === "waiting" && !aloud && html`<p class="hint">${_("%(name)s answers this on a device of their own.", { name })}</p>`}
    ${item.confirmed === "no" && html`<p class="hint"><b>${own ? _("%(name)s said: not what I said", { name }) : _("Read back: not right")}</b></p>`}
    ${
      canTidy() &&
      html`<div class="buttons">
      ${
        !own &&
        html`<button type="button" class="button primary" data-fk=${"read-back:" + item.id} aria-disabled=${busy ? "true" : null} onClick=${sayYes}>
          ${_("Read back: said yes")}<span class="away">${about}</span>
        </button>`
      }
      <button type="button" class="button" data-fk=${"not-right:" + item.id} aria-disabled=${busy ? "true" : null} onClick=${notRight}>
        ${own ? (item.exact ? _("Take it back") : _("Change it")) : _("Read back: not right, change it")}<span class="away">${about}</span>
      </button>
    </div>`
    }
    ${h(Problem, { text: problem })}`;
}
