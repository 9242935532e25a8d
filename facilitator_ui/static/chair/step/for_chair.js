/** What needs whoever sits at the chair's desk, the most pressing first. It only reads; for_you.js shows it. */
import { holding, privateWriting } from "../../board/writing/private_writing.js";
import { requestWords } from "../../board/page/announce_agenda.js";
import * as flow from "../../board/reading/agenda.js";
import { _, ngettext } from "../../board/kit/gettext.js";
import * as store from "../../board/store/store.js";
import { DESK } from "../../board/store/in_view.js";
import { countAtTheDoor } from "../people/at_the_door.js";
import { heldItems } from "../points/childs_words_desk.js";
import { heldPoints } from "../points/held_points.js";
import { lowNumbers, heldNumbers, lowWords } from "../numbers/low_numbers.js";
import { rings } from "../../board/line/ring.js";
import { mayNotBeAlone } from "../people/ring_rows.js";
import { listed } from "../../board/store/words.js";
import { rule } from "../../board/reading/deciding.js";
import { shows } from "../../board/reading/places.js";
import { amChair, deputy, holder, mayStandIn } from "../../board/reading/controls.js";
import { asksForViews, canBeAsked, childWithoutViews, namesOf, withoutView } from "../deciding/missing_views.js";
import { undated } from "./missing_now.js";
import { secondsLeft } from "./step_block.js";

/** @typedef {import('../../board/wire.js').Commands} Commands */
/**
 * @typedef {Object} Need
 * @property {string} key
 * @property {string} icon
 * @property {string} words
 * @property {string} button what the one button says
 * @property {string} [section] the part of the desk it leads to; none: all the steps
 * @property {string} [at] what in that part the press leads to
 * @property {string} [place] the place of the board it leads to, in a section's stead
 * @property {{name: keyof Commands, data: any, said: string}} [does] what it does at once; then it leads to its section, if it names one
 */

/** @returns {Need[]} */
function low() {
  return lowNumbers().map((one) => ({ key: "low:" + one.key, icon: "triangle-alert", words: lowWords(one) + " " + _("Safe tonight?"), button: _("Ask now"), section: "numbers" }));
}

/** Who may not be alone comes before everything. @returns {Need[]} */
function rung() {
  return rings.value.map((attendee) => ({ key: "ring:" + attendee, icon: "triangle-alert", words: mayNotBeAlone(attendee), button: _("Look"), section: "requests" }));
}

/** @returns {Need[]} */
function door() {
  const count = countAtTheDoor();
  return count ? [{ key: "door", icon: "users", words: ngettext("%(n)s person is at the door.", "%(n)s people are at the door.", count), button: _("Look"), section: "lobby" }] : [];
}

/** @param {"leaving" | "type"} what @returns {Need[]} */
function requests(what) {
  return store
    .each("requests")
    .filter(({ audience, thing }) => {
      const attendee = store.get("attendees", thing.attendee);
      const due = what !== "leaving" || flow.leavesSoon(thing);
      return audience === DESK && thing.what === what && !thing.answered && due && attendee && attendee.attendance === "here";
    })
    .map(({ thing }) => thing)
    .sort((a, b) => a.at - b.at)
    .map((one) =>
      what === "leaving"
        ? { key: one.id, icon: "clock", words: requestWords(one) + ".", button: _("Views first"), ...viewsFirst(one) }
        : { key: one.id, icon: "pencil", words: requestWords(one) + ".", button: _("Done"), does: { name: "answer_request", data: { request: one.id }, said: _("Done.") } },
    );
}

/** Who has to go is asked by their own screen; the chair turns to the child whose views are missing. @param {import('../../board/wire.js').Request} request */
function viewsFirst(request) {
  if (!rule()) return { section: "requests" };
  return { section: "deciding", does: /** @type {Need["does"]} */ ({ name: "answer_request", data: { request: request.id }, said: _("Ask for last points, number and view per child now.") }) };
}

/** @returns {Need[]} */
function hands() {
  return flow.handsUp().map((id) => {
    const name = store.personName(id);
    return { key: "hand:" + id, icon: "hand", words: _("%(name)s\u2019s hand is up.", { name }), button: _("Heard"), does: { name: "lower_hand", data: { person: id }, said: _("%(name)s\u2019s hand is down.", { name }) } };
  });
}

/** A child's words and numbers, points that wait. @returns {Need[]} */
function held() {
  const words = heldItems().length;
  const numbers = heldNumbers().length;
  const points = heldPoints().length;
  /** @type {Need[]} */
  const found = [];
  if (words) found.push({ key: "held-words", icon: "message-circle", words: ngettext("%(n)s point of a child\u2019s words waits.", "%(n)s points of children\u2019s words wait.", words), button: _("Look"), section: "held" });
  if (numbers) found.push({ key: "held-numbers", icon: "lock", words: _("A child\u2019s number waits."), button: _("Look"), section: "numbers" });
  if (points) found.push({ key: "held-points", icon: "eye", words: ngettext("%(n)s point is held.", "%(n)s points are held.", points), button: _("Look"), section: "apart" });
  return found;
}

/** What is on and must not be forgotten. @returns {Need[]} */
function on() {
  /** @type {Need[]} */
  const found = [];
  if (holding()) found.push({ key: "holding", icon: "eye", words: _("Holding new points."), button: _("Stop"), does: { name: "hold_points", data: { on: false }, said: _("New points appear at once again.") } });
  if (privateWriting()) found.push({ key: "private", icon: "eye-off", words: _("Private writing is on."), button: _("Look"), section: "apart" });
  return found;
}

/** A round that everybody who is here has answered, for each of its children. @returns {Need[]} */
function answered() {
  const givers = store.each("attendees").filter(({ thing }) => {
    const role = store.roleOf(thing.person);
    return thing.attendance === "here" && role && role.powers.indexOf("place") >= 0;
  }).length;
  return store
    .each("rounds")
    .filter(({ thing }) => thing.state === "asked" && givers > 0 && thing.children.every((child) => thing.answered.filter((one) => one.child === child).length >= givers))
    .map(({ thing }) => ({ key: "answered:" + thing.id, icon: "check", words: _("All have given their numbers."), button: _("Show all"), does: { name: "show_numbers", data: { round: thing.id }, said: _("The numbers are shown.") }, section: "numbers" }));
}

/** What the open step still lacks, where somebody or something can be asked for it. @returns {Need[]} */
function gaps() {
  const step = flow.stepNow();
  const shown = step ? shows(step.stage) : [];
  /** @type {Need[]} */
  const found = [];
  const child = shown.indexOf("@deciding") >= 0 ? childWithoutViews() : "";
  if (child) {
    const ask = canBeAsked(child);
    const words = _("No view on %(child)s from %(names)s.", { child: store.personName(child), names: namesOf(withoutView(child)) });
    const press = ask.length ? { button: _("Ask them"), does: asksForViews(child, ask) } : { button: _("Look"), section: "deciding", at: "views:" + child };
    found.push({ key: "views:" + child, icon: "users", words, ...press });
  }
  const rounds = store.each("rounds").map(({ thing }) => thing);
  if (shown.indexOf("@numbers") >= 0 && rounds.length) {
    const left = store.children().filter((one) => !rounds.some((round) => round.children.indexOf(one.id) >= 0));
    if (left.length) found.push({ key: "no-number", icon: "users", words: _("No number for %(names)s.", { names: listed(left.map((one) => store.personName(one.id))) }), button: _("Ask"), section: "numbers", at: "ask-numbers" });
  }
  const lacks = shown.indexOf("@plan") >= 0 ? undated() : "";
  if (lacks) found.push({ key: "no-day", icon: "clock", words: lacks, button: _("Look"), place: "@plan" });
  return found;
}

/** @returns {Need[]} */
function time() {
  const step = flow.stepNow();
  const left = step ? secondsLeft(step) : null;
  return step && left !== null && left <= 0 ? [{ key: "time:" + step.stage.key, icon: "clock", words: _("The time of this step is up."), button: _("All steps") }] : [];
}

/** Before the start: who could go on if the chair's laptop failed. @returns {Need[]} */
function noDeputy() {
  return amChair() && !holder() && !deputy() && mayStandIn().length ? [{ key: "no-deputy", icon: "users", words: _("No deputy yet."), button: _("Choose"), section: "deputy" }] : [];
}

/** The deputy has no connection. @returns {Need[]} */
function gone() {
  const id = holder() ? "" : deputy() || "";
  const named = id ? store.get("attendees", id) : undefined;
  if (!named || named.attendance !== "here" || store.presence.value.here.indexOf(id) >= 0) return [];
  return [{ key: "deputy:" + id, icon: "wifi-off", words: _("%(name)s, your deputy, is not connected.", { name: store.attendeeName(id) }), button: _("Look"), section: "deputy" }];
}

/** The minute-taker has no connection. @returns {Need[]} */
function minutes() {
  const template = store.template.value;
  const takes = store.each("attendees").filter(({ thing }) => {
    const role = template && template.roles.find((one) => one.key === thing.role);
    return thing.attendance === "here" && role && role.screen === "minutes";
  });
  const gone = takes.filter(({ thing }) => store.presence.value.here.indexOf(thing.id) < 0);
  return gone.map(({ thing }) => ({ key: "minutes:" + thing.id, icon: "wifi-off", words: _("%(name)s, who takes the minutes, is not connected.", { name: store.attendeeName(thing.id) }), button: _("Look"), section: "hand-minutes" }));
}

/** How many low numbers come before who is at the door: with more, nobody's arrival would be seen. */
const LOW_FIRST = 2;

/** All of it, best first; a low number is never below the second row. @returns {Need[]} */
export function needs() {
  if (!flow.going()) {
    const facts = store.meeting();
    return facts && facts.state === "prepared" ? door().concat(requests("type"), requests("leaving"), noDeputy()) : [];
  }
  const alone = rung();
  const lows = low();
  return alone.slice(0, 1).concat(lows.slice(0, LOW_FIRST), alone.slice(1), door(), lows.slice(LOW_FIRST), requests("leaving"), hands(), requests("type"), held(), on(), answered(), gaps(), time(), minutes(), gone());
}
