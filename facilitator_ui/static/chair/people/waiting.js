/** Who waits at the door, who is in, and taking somebody out at once. */
import { useState } from "../../vendor/preact-hooks.js";
import { Problem, useCommand } from "../../board/forms/command_form.js";
import { _, ngettext } from "../../board/kit/gettext.js";
import { h, html } from "../../board/kit/html.js";
import { icon } from "../../board/kit/icon.js";
import { StillRow, useStill } from "../../board/kit/still_rows.js";
import * as store from "../../board/store/store.js";
import { say } from "../../board/kit/say.js";
import { clock, labelOf } from "../../board/store/words.js";
import { atTheDoor, canBeTicked, countAtTheDoor, isThere, isTicked, tickOrNot } from "./at_the_door.js";
import { Inside, peopleInside } from "./inside.js";
import { CommandButton } from "../parts/desk_parts.js";

/** @typedef {import('../../board/wire.js').Device} Device */
/** @typedef {import('../../board/wire.js').Attendee} Attendee */

/** @param {{id: string}} one */
function idOf({ id }) {
  return id;
}

/** What became of somebody at the door. @param {Device} device as it was */
function leftTheDoor(device) {
  const now = store.get("devices", device.id);
  const name = store.attendeeName(device.attendee);
  if (now && now.state === "in") return _("%(name)s is in", { name });
  return now && now.state === "turned_away" ? _("%(name)s is turned away", { name }) : _("%(name)s has gone", { name });
}

/** @typedef {import('../../board/kit/still_rows.js').Row<Device>} Row_ */

const DOOR = "door";
const TOGETHER = "let-in-together";

/** The rows of one person together. @param {Row_[]} rows @returns {Row_[][]} */
function byPerson(rows) {
  /** @type {Map<string, Row_[]>} */
  const found = new Map();
  rows.forEach((row) => found.set(row.one.attendee, (found.get(row.one.attendee) || []).concat([row])));
  return Array.from(found.values());
}

/** @param {Row_} row */
function stillProps(row) {
  return { key: row.key, list: DOOR, row, kind: ["waiting"], said: () => leftTheDoor(row.one) };
}

/** Who waits at the door; nothing while nobody does. */
export function AtTheDoor() {
  const all = atTheDoor();
  const rows = useStill(DOOR, all, idOf);
  if (!rows.length) return null;
  return html`<div class="desk-rows at-door" data-still=${DOOR}>
    <ul class="desk-list" aria-label=${_("At the door")}>
      ${byPerson(rows).map((mine) =>
        mine.length > 1
          ? h(SeveralOfOne, { key: mine[0].one.attendee, rows: mine })
          : mine.map((row) => h(StillRow, { ...stillProps(row), children: h(Waiting, { device: row.one, tick: canBeTicked(row.one, all) }) })),
      )}
    </ul>
    ${h(LetInTogether, { all })}
  </div>`;
}

/** Several devices say that they are one person: nobody is let in before somebody was asked. @param {{rows: Row_[]}} props */
function SeveralOfOne({ rows }) {
  const attendee = rows[0].one.attendee;
  return html`<li class="waiting">
    ${h(Who, { attendee })}
    <p class="careful">${_("%(count)s devices say they are %(name)s. Ask which word is on their screen.", { count: rows.length, name: store.attendeeName(attendee) })}</p>
    ${rows.map((row) => h(StillRow, { ...stillProps(row), tag: "div", children: h(Waiting, { device: row.one, several: true }) }))}
  </li>`;
}

/** One press for those who are ticked, a command for each. @param {{all: Device[]}} props */
function LetInTogether({ all }) {
  const { ask, problem, busy } = useCommand();
  const can = all.filter((one) => canBeTicked(one, all));
  const chosen = can.filter(isTicked);
  const press = async () => {
    for (let at = 0; at < chosen.length; at += 1) {
      if (!(await ask("let_in", { device: chosen[at].id }))) return;
    }
    if (chosen.length) say(ngettext("%(n)s person is let in.", "%(n)s people are let in.", chosen.length));
  };
  const rows = useStill(DOOR, can.length > 1 ? [{ id: TOGETHER }] : [], idOf);
  return html`${rows.map((row) => h(StillRow, {
    key: row.key, list: TOGETHER, row, tag: "div", said: () => _("Let in"),
    children: html`<button type="button" class="button" data-fk="let-in-together" aria-disabled=${busy || !chosen.length ? "true" : null} onClick=${press}>
        ${ngettext("Let in the %(n)s who is ticked", "Let in the %(n)s who are ticked", chosen.length)}
      </button>
      ${h(Problem, { text: problem })}`,
  }))}`;
}

export function Lobby() {
  const waiting = countAtTheDoor();
  const [open, setOpen] = useState(false);
  return html`${h(AtTheDoor, {})}
    ${!waiting && html`<p class="hint">${_("People who open their link appear here. They see nothing until you let them in.")}</p>`}
    <button type="button" class="button quiet small opens" aria-expanded=${String(open)}
      onClick=${() => setOpen(!open)}>
      ${icon("chevron-right")} ${_("Who is in: %(count)s", { count: peopleInside().length })}
    </button>
    ${open && h(Inside, {})}`;
}

/** The whole name: who is let in is not for a first name to decide. @param {{attendee: string}} props */
function Who({ attendee }) {
  const person = store.personOf(attendee);
  return html`<b>${person ? person.name + (person.relationship ? ", " + person.relationship : "") : store.attendeeName(attendee)}</b>`;
}

/**
 * @param {{device: Device, tick?: boolean, several?: boolean}} props `tick`: they may be let in with others; `several`:
 *   another device says that it is the same person
 */
function Waiting({ device, tick, several }) {
  const attendee = store.get("attendees", device.attendee);
  const template = store.template.value;
  if (!attendee || !template) return null;
  const name = store.personName(attendee.person);
  const there = isThere(device);
  const which = several && device.word ? name + ": " + device.word : name;
  const data = { device: device.id };
  const turnAway = /** @type {const} */ ({ words: _("Not this meeting"), name: "turn_away" });
  const facts = [
    several ? "" : labelOf(template.agencies, attendee.agency),
    several ? "" : labelOf(template.roles, attendee.role),
    device.looks_like === "phone" ? _("on a phone") : _("on a computer"),
    _("since %(time)s", { time: clock(device.at) }),
  ];
  const who = h(Who, { attendee: attendee.id });
  return html`${tick && html`<label class="choice"><input type="checkbox" checked=${isTicked(device)} data-fk=${"tick:" + device.id} onChange=${() => tickOrNot(device)} /> ${who}</label>`}
    ${several && device.word && html`<p>${_("The screen with the word")} <b>${device.word}</b></p>`} ${!tick && !several && html`<p>${who}</p>`}
    <p class="hint">${facts.filter(Boolean).join(" · ")}</p>
    ${h(Careful, { device, attendee, several: Boolean(several) })}
    <div class="buttons">
      ${there && h(CommandButton, { words: _("Let in"), name: "let_in", about: which, data, said: _("%(name)s is let in.", { name }), primary: true, fk: "in:" + device.id })}
      ${h(CommandButton, { ...turnAway, about: _("for %(name)s", { name: which }), data, said: _("%(name)s is turned away.", { name }), fk: "away:" + device.id })}
    </div>`;
}

/** What to know before letting in. @param {{device: Device, attendee: Attendee, several: boolean}} props */
function Careful({ device, attendee, several }) {
  const name = store.attendeeName(attendee.id);
  // Said above already where several wait; once one of them is in, the other must stay where it is.
  const second = !several && store.each("devices").some(({ thing }) => thing.attendee === attendee.id && thing.state === "in");
  const removed = attendee.attendance === "removed" ? store.get("removals", attendee.id) : undefined;
  return html`${!isThere(device) && html`<p>${_("Not connected now. %(name)s can be let in when their page is open.", { name })}</p>`}
    ${second && html`<p class="careful">${_("A second device. %(name)s is in on another: ask them whether this is theirs.", { name })}</p>`}
    ${attendee.attendance === "removed" && html`<p class="careful">${_("Was removed before.")}${removed && " " + removed.reason}</p>`}`;
}
