/** Being let in: the page's title says it, focus is on the heading, and one sentence tells the step and what is asked of me. */
import { effect } from "../../vendor/signals.js";
import * as flow from "../reading/agenda.js";
import { _ } from "../kit/gettext.js";
import { focusSoon } from "../kit/keep_focus.js";
import { nearWaits } from "../people/who_is_near.js";
import { saidYes } from "../points/consent.js";
import { covered } from "../store/covered.js";
import * as store from "../store/store.js";
import { say } from "../kit/say.js";

/** The parts of names that are long enough to tell anybody, in small letters. @param {string} name */
function parts(name) {
  return name.toLowerCase().split(/[^\p{L}\p{N}]+/u).filter((part) => part.length > 1);
}

/** What the meeting is called in a title: what its maker called it, unless somebody's name is in it. */
function called() {
  const facts = store.meeting();
  const occasion = facts ? facts.occasion : "";
  const words = parts(occasion);
  const named = store.people().some((person) => parts(person.name).some((part) => words.indexOf(part) >= 0));
  return occasion && !named ? occasion : _("family meeting");
}

/** The page's title. No name of a child is ever in one: it stands on the screen of a telephone and in its history. */
export function title() {
  if (store.phase.value === "none") return "";
  if (store.phase.value !== "in") return _("Waiting: family meeting");
  const facts = store.meeting();
  const meeting = { meeting: called() };
  if (flow.paused()) return _("Pause: %(meeting)s", meeting);
  if (facts && (facts.state === "ended" || facts.state === "finished")) return _("Ended: %(meeting)s", meeting);
  return _("You are in: %(meeting)s", meeting);
}

/** What is asked of me first, or nothing. @returns {string} */
function asked() {
  const me = store.you.value;
  const turns = flow.turnsNow();
  if (!me || nearWaits()) return me ? _("Can anybody see or hear this?") : "";
  if (turns && turns.people[turns.at] === me.person) return _("It is your turn.");
  if (flow.owed()) return _("You are asked for a number.");
  const items = store.each("items").map((one) => one.thing);
  if (items.some((item) => item.speaker === me.person && item.confirmed === "waiting")) return _("Somebody typed words for you. Are they right?");
  const mine = items.some(({ action }) => action && action.owners.indexOf(me.person) >= 0 && !saidYes(action.accepted, me.person));
  return mine ? _("You are asked to do something.") : "";
}

/** What is said to somebody who has just been let in. */
export function welcome() {
  const me = store.you.value;
  const step = flow.stepNow();
  const hello = _("You are in. Hello, %(name)s.", { name: me ? store.personName(me.person) : "" });
  return [hello, step ? flow.stepWords(step) + "." : "", asked()].filter(Boolean).join(" ");
}

/** Starts watching for the moment in which somebody who waited is let in. */
export function watchArrival() {
  let waited = false;
  effect(() => {
    const now = title();
    if (now && !covered.value) document.title = now;
  });
  effect(() => {
    const phase = store.phase.value;
    if (phase === "waiting" || phase === "preparing") waited = true;
    if (phase !== "in" || !waited || covered.value) return;
    waited = false;
    say(welcome());
    focusSoon("#meeting-heading");
  });
}
