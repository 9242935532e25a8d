/**
 * What this browser knows, as signals: the boards (boards.js), who I am, the template, the connection. It knows no
 * meeting rules; the helpers below only read. Components that read a signal or a board render again when it changes.
 */
import { batch, computed, signal } from "../../vendor/signals.js";
import { each, get, setBoards } from "./boards.js";
import { _ } from "../kit/gettext.js";
import { keepFocus } from "../kit/keep_focus.js";
import { called as calledOf, wholeNames } from "../kit/names.js";
import { DESK, OWN } from "./in_view.js";

export { apply, dump, each, flush, get, lastOf, onPatch, whenMissed } from "./boards.js";

/** @typedef {import('../wire.js').Item} Item */
/** @typedef {import('../wire.js').Person} Person */
/** @typedef {import('../wire.js').Attendee} Attendee */
/** @typedef {import('../wire.js').Agency} Agency */
/** @typedef {import('../wire.js').Role} Role */
/** @typedef {import('../wire.js').Template} Template */
/** @typedef {import('../wire.js').MeetingFacts} MeetingFacts */
/** @typedef {import('../wire.js').Snapshot} Snapshot */
/** @typedef {import('../wire.js').You} You */
/** @typedef {import('../wire.js').Gap} Gap */
/** @typedef {import('../wire.js').DueDate} DueDate */
/** @typedef {import('../wire.js').Presence} Presence */

/** Who I am here; null before the first snapshot and in the lobby. */
export const you = signal(/** @type {You | null} */ (null));
/** What one in the lobby is told of themselves. */
export const waitingAs = signal(/** @type {import('../wire.js').YouWaiting | null} */ (null));
/** Who sees that I wait, or would if they were connected. */
export const seenBy = signal(/** @type {import('../wire.js').SeenBy} */ ({ name: "", sees: false }));
/** The slot in a sitting that I wait for; null in a meeting of its own, and once I am in: then it stands in `meeting()`. */
export const slot = signal(/** @type {import('../wire.js').SlotWaitedFor | null} */ (null));
/** How often this page was told that I am at another family of the sitting; it is closed then, and keeps what I had not
 * sent. 0 while it is open. */
export const away = signal(0);
/** My own words that were not sent before my page was closed for this reason; there is nothing else on it then. */
export const leftOver = signal(/** @type {{reason: "ended" | "no_device", words: string[]} | null} */ (null));
/** The meeting template, or null while waiting. */
export const template = signal(/** @type {Template | null} */ (null));
/** "none" before the first snapshot, then "waiting" in the lobby, "preparing" there before the meeting, or "in". */
export const phase = signal(/** @type {"none" | "waiting" | "preparing" | "in"} */ ("none"));
/** How the connection is; the screen says it in words. */
export const status = signal(/** @type {"connected" | "reconnecting" | "offline"} */ ("connected"));
/** Attendee ids with a device connected, and who is writing in which column. */
export const presence = signal(/** @type {Presence} */ ({ here: [], writing: [] }));
/** Ids of the devices that wait and are connected, for holders of the chair's desk. */
export const door = signal(/** @type {string[]} */ ([]));
/** What is still missing before the end, for holders of the chair's desk. */
export const gaps = signal(/** @type {Gap[]} */ ([]));
/** The dates that follow the meeting, for holders of the chair's desk. */
export const dates = signal(/** @type {DueDate[]} */ ([]));
/** The child in view: a person's id, or null for all of them. */
export const childInView = signal(/** @type {string | null} */ (null));

/** How far the server's clock is ahead of how long this page has been open: setting the device's clock moves nothing. */
let ahead = Date.now() - performance.now();

/**
 * A snapshot replaces everything: what connecting sends, and what `resync` answers.
 * @param {Snapshot} snapshot
 */
export function replaceAll(snapshot) {
  ahead = snapshot.time - performance.now();
  keepFocus(() =>
    batch(() => {
      setBoards(snapshot.boards);
      you.value = snapshot.state === "waiting" ? null : snapshot.you;
      waitingAs.value = snapshot.state === "in" ? null : snapshot.you;
      slot.value = snapshot.state === "in" ? null : snapshot.slot;
      if (snapshot.state !== "in") seenBy.value = snapshot.seen_by;
      template.value = snapshot.template;
      gaps.value = (snapshot.state === "in" && snapshot.gaps) || [];
      dates.value = (snapshot.state === "in" && snapshot.dates) || [];
      phase.value = snapshot.state;
      away.value = 0;
    })
  );
}

/** Forgets everything: on goodbye, before the page is left. */
export function clear() {
  batch(() => {
    setBoards({});
    you.value = null;
    waitingAs.value = null;
    slot.value = null;
    template.value = null;
    gaps.value = [];
    dates.value = [];
    presence.value = { here: [], writing: [] };
    childInView.value = null;
    phase.value = "none";
  });
}

/** Milliseconds since 1970 by the server's clock. */
export function now() {
  return Math.round(performance.now() + ahead);
}

/** State, occasion, setting, date and children of the meeting; undefined while waiting. */
export function meeting() {
  return get("meeting", "meeting");
}

/** Whether this browser is a child's: their words go by the chair's desk first, whatever they say them with. */
export function iAmAChild() {
  const me = you.value;
  const person = me && get("people", me.person);
  return Boolean(person && person.child);
}

/** The children the meeting is about, in the order they were named. @returns {Person[]} */
export function children() {
  const facts = meeting();
  const found = facts ? facts.children.map((id) => get("people", id)) : [];
  return /** @type {Person[]} */ (found.filter(Boolean));
}

/** All people of the meeting, at it or not, by name. @returns {Person[]} */
export function people() {
  return each("people")
    .map((one) => one.thing)
    .sort((a, b) => a.name.localeCompare(b.name, "en-GB"));
}

/** How many people are here: those with a device connected, and those who are here without one. */
export function countHere() {
  const without = each("attendees").filter(({ thing }) => thing.attendance === "here" && !thing.device);
  return presence.value.here.length + without.length;
}

/** The person an attendee is. @param {string} attendeeId @returns {Person | undefined} */
export function personOf(attendeeId) {
  const attendee = get("attendees", attendeeId);
  return attendee && get("people", attendee.person);
}

/** The attendee a person is, or undefined for those spoken of. @param {string} personId @returns {Attendee | undefined} */
export function attendeeOf(personId) {
  const person = get("people", personId);
  return person && person.attendee ? get("attendees", person.attendee) : undefined;
}

/** Everybody of the meeting, as they can be called by. @returns {import('../kit/names.js').Named[]} */
function named() {
  return each("people").map(({ thing }) => {
    const role = roleOf(thing.id);
    const agency = agencyOf(thing.id);
    const part = thing.relationship || (role && role.label) || (agency && agency.label) || "";
    return { id: thing.id, name: thing.name, child: thing.child, age: thing.age, part, called: thing.called };
  });
}

const called = computed(() => calledOf(named(), _("age not known")));
const whole = computed(() => wholeNames(named(), _("age not known")));

/** What people in the room call somebody, told apart from everybody else; "Someone" when not known here. @param {string} personId */
export function personName(personId) {
  return called.value.get(personId) || _("Someone");
}

/** Somebody's whole name, told apart from everybody else; "Someone" when not known here. @param {string} personId */
export function wholeName(personId) {
  return whole.value.get(personId) || _("Someone");
}

/** What people call an attendee. @param {string} attendeeId */
export function attendeeName(attendeeId) {
  const person = personOf(attendeeId);
  return person ? personName(person.id) : _("Someone");
}

/** The agency a person comes from, or undefined. @param {string} personId @returns {Agency | undefined} */
export function agencyOf(personId) {
  const person = get("people", personId);
  const attendee = attendeeOf(personId);
  const key = (person && person.agency) || (attendee && attendee.agency);
  return template.value && key ? template.value.agencies.find((one) => one.key === key) : undefined;
}

/** The role a person has at this meeting, or undefined. @param {string} personId @returns {Role | undefined} */
export function roleOf(personId) {
  const attendee = attendeeOf(personId);
  return template.value && attendee ? template.value.roles.find((one) => one.key === attendee.role) : undefined;
}

/** Whether an attendee is a big screen: nobody, and so in no list and no count of people. @param {Attendee} attendee */
export function isScreen(attendee) {
  const role = template.value && template.value.roles.find((one) => one.key === attendee.role);
  return Boolean(role && role.screen === "projector");
}

/** Whether I have this power. @param {Role["powers"][number]} power */
export function may(power) {
  return Boolean(you.value && you.value.powers.indexOf(power) >= 0);
}

/** Whether the point is mine: I said it or I typed it. @param {Item} item */
export function isMine(item) {
  const me = you.value;
  return Boolean(me && (item.speaker === me.person || item.recorded_by === me.attendee));
}

/** Whether the server would let me move the point, link it or give it an owner. @param {Item} item */
export function canChange(item) {
  return isMine(item) || may("minute");
}

/** Compares two orders as lists of whole numbers, the shorter first. @param {number[]} a @param {number[]} b */
export function compareOrder(a, b) {
  const least = Math.min(a.length, b.length);
  for (let i = 0; i < least; i += 1) {
    if (a[i] !== b[i]) return a[i] - b[i];
  }
  return a.length - b.length;
}

/**
 * The points of a column about a child (or about all of them), in their order. Points of other audiences stand among the
 * room's by time. Left out: what stands on the chair's desk, and my own copy of held words once the room has them.
 * @param {string} column
 * @param {string | null} child
 * @returns {Item[]}
 */
export function columnItems(column, child) {
  /** @type {Record<string, Item[]>} */
  const lists = {};
  each("items").forEach(({ audience, thing }) => {
    const about = child === null || !thing.children.length || thing.children.indexOf(child) >= 0;
    const over = audience === OWN && (thing.shown_as || thing.taken_back);
    if (thing.column !== column || !about || over || audience === DESK) return;
    lists[audience] = lists[audience] || [];
    lists[audience].push(thing);
  });
  return Object.keys(lists)
    .map((audience) => lists[audience].sort((a, b) => compareOrder(a.order, b.order)))
    .reduce(mergedByTime, /** @type {Item[]} */ ([]));
}

/** @param {Item[]} before @param {Item[]} more */
function mergedByTime(before, more) {
  /** @type {Item[]} */
  const merged = [];
  let taken = 0;
  before.forEach((item) => {
    while (taken < more.length && more[taken].at < item.at) {
      merged.push(more[taken]);
      taken += 1;
    }
    merged.push(item);
  });
  return merged.concat(more.slice(taken));
}
