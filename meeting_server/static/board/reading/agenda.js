/** Where the talk is: the step of the agenda, the time left, whose turn it is, whose hand is up, what I asked for. */
import { holder } from "./controls.js";
import { _, ngettext } from "../kit/gettext.js";
import { stampInLondon } from "../kit/london.js";
import * as store from "../store/store.js";
import { fill, listed } from "../store/words.js";
import { DESK } from "../store/in_view.js";

/** @typedef {import('../wire.js').Stage} Stage */
/** @typedef {import('../wire.js').Turns} Turns */
/** @typedef {import('../wire.js').Request} Request */
/** @typedef {{at: number, count: number, stage: Stage, label: string}} Step `at` counts from 0 */

/** Whether somebody asked for a pause that is not over. */
export function paused() {
  const facts = store.meeting();
  return Boolean(facts && facts.state === "paused");
}

/** Whether the meeting is going on, in a pause or not: what is being written stays on the page through a pause. */
export function going() {
  const facts = store.meeting();
  return Boolean(facts && (facts.state === "open" || facts.state === "paused"));
}

/** Whether the meeting has ended, its record locked or not. */
export function over() {
  const facts = store.meeting();
  return Boolean(facts && (facts.state === "ended" || facts.state === "finished"));
}

/** Whether I sit at the chair's desk. */
export function onDesk() {
  const me = store.you.value;
  return Boolean(me && me.audiences.indexOf(DESK) >= 0);
}

/** The step at this place of the agenda, or null. @param {number} at @returns {Step | null} */
export function stepAt(at) {
  const template = store.template.value;
  const stage = template && template.stages[at];
  return template && stage ? { at, count: template.stages.length, stage, label: fill(stage.label) } : null;
}

/** The step with this key, or null. @param {string} key */
export function stepOf(key) {
  const template = store.template.value;
  return template ? stepAt(template.stages.findIndex((one) => one.key === key)) : null;
}

/** The step the meeting is at, or null before the chair opened one. */
export function stepNow() {
  const agenda = store.get("agenda", "agenda");
  return agenda ? stepOf(agenda.stage) : null;
}

/** "Step 3 of 11: What is working well". @param {Step} step */
export function stepWords(step) {
  return _("Step %(at)s of %(count)s: %(label)s", { at: step.at + 1, count: step.count, label: step.label });
}

/**
 * Seconds left of the timer that runs, 0 when its time is up, or null for none. A pause stands still; a timer whose time
 * was up is gone with the next step.
 */
export function secondsLeft() {
  const timer = store.get("timers", "timer");
  const facts = store.meeting();
  if (!timer || !timer.running || !facts) return null;
  const pause = facts.pauses[facts.pauses.length - 1];
  const now = pause && pause.to_at === null ? pause.from_at : store.now();
  const left = Math.max(0, timer.seconds - (now - timer.started_at) / 1000);
  const agenda = store.get("agenda", "agenda");
  const over = timer.started_at + timer.seconds * 1000;
  return !left && agenda && agenda.since > over ? null : left;
}

/** "8:59". @param {number} seconds */
export function minutes(seconds) {
  const whole = Math.ceil(seconds);
  return Math.floor(whole / 60) + ":" + ("0" + (whole % 60)).slice(-2);
}

/** "1 minute", "9 minutes". @param {number} count */
export function minuteWords(count) {
  return ngettext("%(n)s minute", "%(n)s minutes", count);
}

/** The turns that are being taken, or null. @returns {Turns | null} */
export function turnsNow() {
  const turns = store.get("turns", "turns");
  return turns && turns.running ? turns : null;
}

/** "It is Marla's turn. Then Odile."; to the one whose turn it is, "It is your turn.". @param {Turns} turns */
export function slotWords(turns) {
  const me = store.you.value;
  const mine = (/** @type {string} */ person) => Boolean(me && me.person === person);
  const now = turns.people[turns.at];
  const next = turns.people[turns.at + 1];
  const first = mine(now) ? _("It is your turn.") : _("It is %(name)s\u2019s turn.", { name: store.personName(now) });
  if (!next) return first;
  return first + " " + (mine(next) ? _("You are next.") : _("Then %(name)s.", { name: store.personName(next) }));
}

/** The people whose hands are up, in the order they asked. @returns {string[]} */
export function handsUp() {
  return store
    .each("hands")
    .map((one) => one.thing)
    .sort((a, b) => a.at - b.at)
    .map((one) => one.id);
}

/** What I asked of those who run the meeting, if I did. @param {Request["what"]} what @returns {Request | undefined} */
export function myRequest(what) {
  const me = store.you.value;
  return me ? store.get("requests", me.attendee + ":" + what) : undefined;
}

/** "Ines", "Tolly": who is at the chair's desk now besides me; never nobody. @returns {string[]} */
export function deskNames() {
  const template = store.template.value;
  const me = store.you.value;
  const roles = template ? template.roles.filter((role) => role.audiences.indexOf(DESK) >= 0) : [];
  const atDesk = (/** @type {import('../wire.js').Attendee} */ one) => holder() === one.id || roles.some((role) => role.key === one.role);
  const there = store
    .each("attendees")
    .map((one) => one.thing)
    .filter((one) => one.attendance === "here" && atDesk(one) && !(me && me.attendee === one.id));
  return there.length ? there.map((one) => store.personName(one.person)).sort() : [_("The chair")];
}

/** "Ines and Tolly know.", "Ines knows." */
export function theyKnow() {
  const names = deskNames();
  return ngettext("%(names)s knows.", "%(names)s know.", names.length, { names: listed(names) });
}

const BEFORE_LEAVING_MS = 15 * 60 * 1000;

/** Whether it is time to ask somebody who has to go: a quarter of an hour before, or at once where they said no time of day. @param {import('../wire.js').Request} request */
export function leavesSoon(request) {
  const time = /^(\d{1,2})[:.](\d{2})$/.exec(request.said);
  return !time || store.now() >= stampInLondon(Number(time[1]), Number(time[2]), request.at) - BEFORE_LEAVING_MS;
}

/** "now", or "at 11:00". @param {string} said */
export function whenWords(said) {
  if (said === "now") return _("now");
  return /^\d/.test(said) ? _("at %(time)s", { time: said }) : said;
}

/** The askings I have not answered, with the child each time, in the children's order. */
export function owed() {
  const me = store.you.value;
  if (!me || !store.may("place")) return [];
  const mine = store.each("sealed").filter(({ thing }) => thing.person === me.person);
  const given = mine.map(({ thing }) => thing.round + thing.child);
  const asked = store.each("rounds").filter(({ thing }) => thing.state === "asked");
  /** @type {Array<{round: import('../wire.js').Round, child: string}>} */
  const found = [];
  store.children().forEach(({ id }) => {
    asked.forEach(({ thing }) => {
      if (thing.children.indexOf(id) >= 0 && given.indexOf(thing.id + id) < 0) found.push({ round: thing, child: id });
    });
  });
  return found;
}
