/** What waits to be read back: words typed for somebody who has not answered yet, by speaker (S14). */
import { useState } from "../vendor/preact-hooks.js";
import { Problem, useAsk } from "../board/components/asking.js";
import { nameAndPart } from "../board/components/number_words.js";
import { _ } from "../board/gettext.js";
import { h, html } from "../board/html.js";
import { icon } from "../board/icon.js";
import { written } from "../board/language.js";
import * as store from "../board/store.js";
import { canTidy, editing, notice } from "../board/view.js";
import { clock, quoted, short } from "../board/words.js";
import { useStill } from "./still.js";

/** @typedef {import('../board/store.js').Item} Item */

/** Points of the room that somebody typed for another. @returns {Item[]} */
function typedFor() {
  const me = store.you.value;
  return store
    .each("items")
    .filter(({ audience, thing }) => audience !== "own" && audience !== "chairs_desk" && !thing.taken_back && !thing.held)
    .map((one) => one.thing)
    .filter((one) => me && one.speaker !== me.person)
    .sort((a, b) => a.at - b.at);
}

/** Those still without a yes. */
export function unconfirmed() {
  return typedFor().filter((one) => one.confirmed === "waiting" || one.confirmed === "no");
}

/** Those of people who are not at the meeting: nobody waits for them, but they can be asked on the telephone. */
function elsewhere() {
  return typedFor().filter((one) => {
    const person = store.get("people", one.speaker);
    return one.confirmed === "none" && person && !person.attendee && !person.child;
  });
}

/** @param {Item[]} items @returns {Array<{person: string, items: Item[]}>} */
function bySpeaker(items) {
  /** @type {Record<string, Item[]>} */
  const found = {};
  items.forEach((one) => (found[one.speaker] = (found[one.speaker] || []).concat([one])));
  return Object.keys(found)
    .map((person) => ({ person, items: found[person] }))
    .sort((a, b) => store.personName(a.person).localeCompare(store.personName(b.person), "en-GB"));
}

/** @param {Item} one */
function idOf(one) {
  return one.id;
}

/** As they are now; what was answered while a hand was on the desk stands there still. @param {Item[]} items */
function asNow(items) {
  return items.map((one) => store.get("items", one.id) || one).filter((one) => !one.taken_back);
}

export function ConfirmDesk() {
  const [open, setOpen] = useState(false);
  const waiting = bySpeaker(asNow(useStill(unconfirmed(), idOf)));
  const others = bySpeaker(asNow(useStill(elsewhere(), idOf)));
  const count = others.reduce((sum, one) => sum + one.items.length, 0);
  return html`${!waiting.length && html`<p class="all-well">${icon("check")} ${_("Nothing waits to be confirmed.")}</p>`}
    ${waiting.map((one) => h(Speaker, { key: one.person, ...one }))}
    ${
      count > 0 &&
      html`<button type="button" class="button quiet small opens" aria-expanded=${String(open)} onClick=${() => setOpen(!open)}>
        ${icon("chevron-right")} ${_("Typed for people not at the meeting: %(count)s", { count })}
      </button>`
    }
    ${open && others.map((one) => h(Speaker, { key: one.person, ...one }))}`;
}

/** @param {{person: string, items: Item[]}} props */
function Speaker({ person, items }) {
  return html`<div class="by-speaker">
    <h4>${nameAndPart(person)}</h4>
    <ul class="desk-list">${items.map((item) => h(Row, { key: item.id, item }))}</ul>
  </div>`;
}

/** "Said yes, 10:42". @param {number | null} at */
function saidYes(at) {
  return at ? _("Said yes, %(time)s", { time: clock(at) }) : _("Said yes");
}

/** @param {{item: Item}} props */
function Row({ item }) {
  const { ask, problem, busy } = useAsk();
  const name = store.personName(item.speaker);
  const about = ": " + short(item.text);
  const mend = () => {
    notice.value = "";
    editing.value = { kind: item.exact ? "take_back" : "change", item: item.id };
  };
  const notRight = async () => {
    if (item.confirmed === "no" || (await ask("read_back", { item: item.id, right: false }, _("Marked as not right.")))) mend();
  };
  const own = item.confirmed === "no" && !item.read_back_at;
  const yes = item.confirmed === "yes";
  const sayYes = () => {
    if (!yes) ask("read_back", { item: item.id, right: true }, _("%(name)s said yes.", { name }));
  };
  return html`<li>
    <p class="text" ...${written(item.lang)}>${item.exact ? quoted(item.text) : item.text}</p>
    ${item.confirmed === "no" && html`<p class="hint"><b>${own ? _("%(name)s said: not what I said", { name }) : _("Read back: not right")}</b></p>`}
    ${
      canTidy() &&
      html`<div class="buttons">
      ${
        !own &&
        html`<button type="button" class="button primary" data-fk=${"read-back:" + item.id} aria-disabled=${yes || busy ? "true" : null} onClick=${sayYes}>
          ${yes ? saidYes(item.read_back_at) : _("Read back: said yes")}<span class="away">${about}</span>
        </button>`
      }
      <button type="button" class="button" data-fk=${"not-right:" + item.id} aria-disabled=${busy ? "true" : null} onClick=${notRight}>
        ${own ? (item.exact ? _("Take it back") : _("Change it")) : _("Read back: not right, change it")}<span class="away">${about}</span>
      </button>
    </div>`
    }
    ${h(Problem, { text: problem })}
  </li>`;
}
