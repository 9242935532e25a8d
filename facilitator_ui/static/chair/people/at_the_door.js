/** Who is at the door, by person: which of their devices wait, which of those are there, and who can be let in together. */
import { signal } from "../../vendor/signals.js";
import { choicesIn, keepChoice } from "../../board/store/kept_text.js";
import * as store from "../../board/store/store.js";
import { apartFrom, comesWithWork } from "./before_letting_in.js";

/** @typedef {import('../../board/wire.js').Device} Device */

/** A phone that sleeps for a moment has not gone. */
const GONE_MS = 15000;
const LOOK_MS = 1000;

/** Since when a waiting device is not connected. @type {Map<string, number>} */
const lost = new Map();
/** The devices that this page has known to be connected. @type {Set<string>} */
const known = new Set();
/** Counts the seconds while one is not. */
const beat = signal(0);

setInterval(() => {
  if (lost.size) beat.value = beat.peek() + 1;
}, LOOK_MS);

/** Whether somebody sits at this device: it is connected, or was a moment ago. @param {Device} device */
export function isThere(device) {
  if (store.door.value.indexOf(device.id) >= 0) {
    known.add(device.id);
    lost.delete(device.id);
    return true;
  }
  const since = lost.get(device.id) || (known.has(device.id) ? store.now() : device.at);
  lost.set(device.id, since);
  return beat.value >= 0 && store.now() - since < GONE_MS;
}

/** The devices that wait, the first to come first. @returns {Device[]} */
function waiting() {
  return store
    .each("devices")
    .map((one) => one.thing)
    .filter((one) => one.state === "waiting")
    .sort((a, b) => a.at - b.at);
}

/**
 * The devices to show, those of one person together. A device that is not connected is left out where another of its
 * person is; the people of whom none is connected come last.
 * @returns {Device[]}
 */
export function atTheDoor() {
  /** @type {Map<string, Device[]>} */
  const people = new Map();
  waiting().forEach((one) => people.set(one.attendee, (people.get(one.attendee) || []).concat([one])));
  const all = Array.from(people.values()).map((devices) => {
    const there = devices.filter(isThere);
    return { there: there.length > 0, devices: there.length ? there : devices.slice(-1) };
  });
  const flat = (/** @type {boolean} */ there) => all.filter((one) => one.there === there).reduce((found, one) => found.concat(one.devices), /** @type {Device[]} */ ([]));
  return flat(true).concat(flat(false));
}

/** How many people are at the door who can be let in. */
export function countAtTheDoor() {
  return new Set(atTheDoor().filter(isThere).map((one) => one.attendee)).size;
}

/** The form with what the chair ticked or took the tick from, by device. */
const TICKS = "let-in-together";

/**
 * Whether somebody may be let in together with others: before the start, a professional who takes part, on the only device
 * that says so. Family, friends and those who only watch are let in one by one; so is whoever is kept apart from somebody
 * who is in or at the door.
 * @param {Device} device @param {Device[]} all those at the door
 */
export function canBeTicked(device, all) {
  const facts = store.meeting();
  const attendee = store.get("attendees", device.attendee);
  if (!facts || facts.state !== "prepared" || !attendee || !comesWithWork(attendee) || attendee.attendance === "removed") return false;
  const alone = all.filter((one) => one.attendee === device.attendee).length === 1;
  const near = (/** @type {string} */ id, /** @type {string} */ attendance) => attendance === "here" || all.some((one) => one.attendee === id);
  return alone && isThere(device) && !device.second && !apartFrom(attendee).some((one) => near(one.id, one.attendance));
}

/** Whether they are ticked: from the start, who signed in with an account of their own. @param {Device} device */
export function isTicked(device) {
  const chosen = choicesIn(TICKS)[device.id];
  return chosen === undefined ? device.signed_in : chosen;
}

/** @param {Device} device */
export function tickOrNot(device) {
  keepChoice(TICKS, device.id, !isTicked(device));
}
