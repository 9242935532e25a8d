/** What is asked of me, the most pressing first. It reads what this browser holds and changes nothing; the bar above the box shows the first. */
import * as flow from "./agenda.js";
import { allShownNow } from "./places.js";
import { amAsked, decisionFor } from "./deciding.js";
import { choice } from "../store/kept_text.js";
import { drafts } from "../store/outbox.js";
import { someoneNearby } from "../store/someone_nearby.js";
import * as store from "../store/store.js";
import { OWN, ROOM } from "../store/in_view.js";

/**
 * @typedef {"unsent" | "turn" | "number" | "typed" | "proposal" | "action" | "view" | "back" | "told" | "step"} AskKind
 * @typedef {Object} Ask
 * @property {AskKind} kind
 * @property {string} key changes when something else is asked
 * @property {number} count how much of this kind waits
 * @property {string} [child] whom it is about
 * @property {string} [thing] the id of the point, the action, the proposal, the round
 * @property {boolean} [rating] a rating is told, not a decision
 */

/** What I pressed away: asks put last, and what was told and looked at. Kept with this page's words, through a reload. */
const later = choice("entry", "later", /** @type {string[]} */ ([]));
const looked = choice("entry", "looked", /** @type {string[]} */ ([]));

/** Puts an ask behind the others. @param {Ask} ask */
export function putLast(ask) {
  later.value = later.value.filter((key) => key !== ask.key).concat([ask.key]);
}

/** Whether I pressed it away for now. @param {Ask} ask */
export function isPutLast(ask) {
  return later.value.indexOf(ask.key) >= 0;
}

/** I looked at what was told, or took note of my turn. @param {Ask} ask */
export function lookedAt(ask) {
  if (looked.value.indexOf(ask.key) < 0) looked.value = looked.value.concat([ask.key]);
}

/** @param {Ask} ask */
function isNew(ask) {
  return looked.value.indexOf(ask.key) < 0;
}

/** @returns {Ask[]} */
function notSent() {
  const count = drafts.value.filter((one) => one.state === "refused").length + (store.status.value === "offline" ? drafts.value.filter((one) => one.state === "sending").length : 0);
  return count ? [{ kind: "unsent", key: "unsent", count }] : [];
}

/** @param {string} me @returns {Ask[]} */
function myTurn(me) {
  const turns = flow.turnsNow();
  return turns && turns.people[turns.at] === me ? [{ kind: "turn", key: "turn:" + turns.since + ":" + turns.at, count: 1 }] : [];
}

/** The children in the order of the meeting, the one in view first: nobody is led to another while they look at one. @param {string} child */
function place(child) {
  return child === store.childInView.value ? -1 : store.children().findIndex((one) => one.id === child);
}

/** @returns {Ask[]} */
function numbers() {
  const all = flow.owed().sort((a, b) => place(a.child) - place(b.child));
  return all.map(({ round, child }) => ({ kind: "number", key: "number:" + round.id + child, count: all.length, thing: round.id, child }));
}

/** Points and answers typed for me. @param {string} me @returns {Ask[]} */
function typedForMe(me) {
  const items = store
    .each("items")
    .filter(({ thing }) => thing.speaker === me && thing.confirmed === "waiting" && !thing.taken_back)
    .map(({ thing }) => thing.id);
  const asked = store.each("proposals").map((one) => one.thing.id);
  const count = items.length + asked.length;
  return items
    .map((thing) => /** @type {Ask} */ ({ kind: "typed", key: "typed:" + thing, count, thing }))
    .concat(asked.map((thing) => ({ kind: "proposal", key: "proposal:" + thing, count, thing })));
}

/** Actions that are mine, where I have said neither yes nor why not. @param {string} me @returns {Ask[]} */
function actions(me) {
  const differs = (/** @type {string} */ item) => store.each("views").some(({ thing }) => thing.item === item && thing.person === me && !thing.taken_back);
  const all = store
    .each("items")
    .filter(({ audience, thing }) => {
      const action = audience === ROOM && !thing.taken_back && thing.action;
      return Boolean(action && action.owners.indexOf(me) >= 0 && !action.accepted.some((one) => one.person === me) && !differs(thing.id));
    })
    .map(({ thing }) => thing.id);
  return all.map((thing) => ({ kind: "action", key: "action:" + thing, count: all.length, thing }));
}

/** When the chair asked me for my view on a child; 0 if not. @param {string} child @param {string} me */
function askedAt(child, me) {
  const ask = store.get("view_asks", child + ":" + me);
  return ask ? ask.at : 0;
}

/** Whether my views are asked for on every child: the step of the decision is open, or I said that I have to go. */
function allViewsAsked() {
  return Boolean(flow.myRequest("leaving") || allShownNow().some((one) => one.key === "@deciding"));
}

/** Whether my view is asked for on some child: on all, or because the chair asked me. */
export function viewsAsked() {
  const me = store.you.value;
  return Boolean(me && amAsked() && (allViewsAsked() || store.children().some((one) => askedAt(one.id, me.person))));
}

/** Views on a decision. @param {string} me @returns {Ask[]} */
function views(me) {
  if (!viewsAsked()) return [];
  const every = allViewsAsked();
  const all = store
    .children()
    .map((one) => one.id)
    .filter((child) => (every || askedAt(child, me)) && !store.get("agency_views", child + ":" + me) && !decisionFor(child))
    .sort((a, b) => place(a) - place(b));
  // Asked by the chair, what was put last comes to the front again.
  return all.map((child) => ({ kind: "view", key: "view:" + child + (askedAt(child, me) || ""), count: all.length, child }));
}

/** @returns {Ask[]} */
function sentBack() {
  const all = store
    .each("private_items")
    .filter(({ audience, thing }) => audience === OWN && thing.sent_back)
    .map(({ thing }) => /** @type {Ask} */ ({ kind: "back", key: "back:" + thing.id, count: 1, thing: thing.id }));
  return all.filter(isNew);
}

/** Decisions and ratings that were shown, but for whoever showed them. @param {string} attendee @returns {Ask[]} */
function told(attendee) {
  const decisions = store.each("decisions").map(({ thing }) => ({ by: thing.by, at: thing.at, child: thing.id, rating: false }));
  const shown = store.each("ratings").filter(({ thing }) => thing.shown && !thing.replaced);
  const ratings = shown.map(({ thing }) => ({ by: thing.by, at: thing.at, child: thing.child || "", rating: true }));
  return decisions
    .concat(ratings)
    .filter((one) => one.by !== attendee)
    .sort((a, b) => a.at - b.at)
    .map((one) => /** @type {Ask} */ ({ kind: "told", key: "told:" + one.child + one.at, count: 1, child: one.child, rating: one.rating }))
    .filter(isNew);
}

/** What says something that somebody near could read, or what the outcome is for whom. @type {AskKind[]} */
const TELLING = ["number", "typed", "proposal", "action", "view", "back", "told"];

/** Whether it is asked as "Something to check": somebody can see or hear this screen. @param {Ask} ask */
export function saysNoWords(ask) {
  return someoneNearby.value && TELLING.indexOf(ask.kind) >= 0;
}

/** Everything that is asked of me now, best first; what I put last comes last. @returns {Ask[]} */
export function asks() {
  const me = store.you.value;
  if (!me || !flow.going()) return me ? notSent() : [];
  const desk = store.may("minute");
  const all = notSent()
    .concat(myTurn(me.person).filter(isNew), numbers(), typedForMe(me.person), actions(me.person), views(me.person), sentBack())
    .concat(desk ? [] : told(me.attendee));
  const last = (/** @type {Ask} */ one) => later.value.indexOf(one.key);
  return all
    .map((one, at) => ({ one, at }))
    .sort((a, b) => last(a.one) - last(b.one) || a.at - b.at)
    .map(({ one }) => one);
}
