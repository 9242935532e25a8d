/** The door: who waits, let in together or one by one; and below it who is in. */
import { useState } from "../../vendor/preact-hooks.js";
import { Problem, useCommand } from "../../board/forms/command_form.js";
import { _, ngettext } from "../../board/kit/gettext.js";
import { h, html } from "../../board/kit/html.js";
import { icon } from "../../board/kit/icon.js";
import { StillRow, useStill } from "../../board/kit/still_rows.js";
import * as store from "../../board/store/store.js";
import { say } from "../../board/kit/say.js";
import { atTheDoor, canBeTicked, countAtTheDoor, isTicked } from "./at_the_door.js";
import { comesWithWork } from "./before_letting_in.js";
import { DoorRow, OneOfSeveral, SeveralRow } from "./door_row.js";
import { Inside, peopleInside } from "./inside.js";

/** @typedef {import('../../board/wire.js').Device} Device */
/** @typedef {import('../../board/kit/still_rows.js').Row<Device>} Row_ */

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
  return { key: row.key, list: DOOR, row, said: () => leftTheDoor(row.one) };
}

/** Whether they stand among those who are let in together: before the start, those who come with their work. @param {Row_[]} rows of one person */
function amongStaff(rows) {
  const facts = store.meeting();
  const attendee = store.get("attendees", rows[0].one.attendee);
  return Boolean(facts && facts.state === "prepared" && attendee && comesWithWork(attendee));
}

/** Who waits at the door; nothing while nobody does. Before the start: staff first, and one press for those who are ticked. */
export function AtTheDoor() {
  const all = atTheDoor();
  const rows = useStill(DOOR, all, idOf);
  if (!rows.length) return null;
  const people = byPerson(rows);
  const staff = people.filter(amongStaff);
  const others = people.filter((one) => !amongStaff(one));
  const list = (/** @type {Row_[][]} */ some, /** @type {string} */ label) => html`<ul class="desk-list door-list" aria-label=${label}>
    ${some.map((mine) =>
      mine.length > 1
        ? h(Several, { key: mine[0].one.attendee, rows: mine })
        : h(StillRow, { ...stillProps(mine[0]), kind: ["waiting"], children: h(DoorRow, { device: mine[0].one, tick: canBeTicked(mine[0].one, all) }) }),
    )}
  </ul>`;
  return html`<div class="desk-rows at-door" data-still=${DOOR}>
    ${staff.length > 0 && html`<div class="door-staff">${list(staff, _("At the door"))}</div>`} ${h(LetInTogether, { all })}
    ${staff.length > 0 && others.length > 0 && html`<h4>${_("Family, friends and who watches: one by one")}</h4>`}
    ${others.length > 0 && list(others, staff.length ? _("Family, friends and who watches: one by one") : _("At the door"))}
  </div>`;
}

/** @param {{rows: Row_[]}} props */
function Several({ rows }) {
  return html`<li class="waiting">
    ${h(SeveralRow, {
      devices: rows.map((row) => row.one),
      rows: rows.map((row) => h(StillRow, { ...stillProps(row), tag: "div", children: h(OneOfSeveral, { device: row.one }) })),
    })}
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
  const rows = useStill(DOOR, can.length ? [{ id: TOGETHER }] : [], idOf);
  const words = chosen.length ? ngettext("Let in the one who is ticked", "Let in these %(n)s", chosen.length) : _("Let in those who are ticked");
  return html`${rows.map((row) => h(StillRow, {
    key: row.key, list: TOGETHER, row, tag: "div", kind: ["door-together"], said: () => _("Let in"),
    children: html`<button type="button" class=${chosen.length ? "button primary" : "button"} data-fk="let-in-together" aria-disabled=${busy || !chosen.length ? "true" : null} onClick=${press}>${words}</button>
      <span class="hint">${_("You can still send anybody out.")}</span>
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
