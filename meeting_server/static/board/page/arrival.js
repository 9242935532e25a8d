/** Being let in: the page's title says it, focus is on the heading, and one sentence tells the step and what is asked of me. */
import { effect } from "../../vendor/signals.js";
import * as flow from "../reading/agenda.js";
import { _ } from "../kit/gettext.js";
import { focusSoon } from "../kit/keep_focus.js";
import { nearWaits } from "../people/who_is_near.js";
import { asks } from "../reading/for_me.js";
import { covered } from "../store/covered.js";
import { arrive } from "../reading/view.js";
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
  const meeting = { meeting: called() };
  if (flow.paused()) return _("Pause: %(meeting)s", meeting);
  if (flow.over()) return _("Ended: %(meeting)s", meeting);
  return _("You are in: %(meeting)s", meeting);
}

/** @type {Partial<Record<import('../reading/for_me.js').AskKind, string>>} */
const ASKED = {
  turn: _("It is your turn."),
  number: _("You are asked for a number."),
  typed: _("Somebody typed words for you. Are they right?"),
  proposal: _("Somebody typed words for you. Are they right?"),
  action: _("You are asked to do something."),
  view: _("You are asked what you think."),
};

/** What is asked of me first, or nothing. */
function asked() {
  if (nearWaits()) return _("Can anybody see or hear this?");
  const [first] = asks();
  return (first && ASKED[first.kind]) || "";
}

/** What is said to somebody who has just been let in; the heading they stand at says hello. */
export function welcome() {
  const step = flow.stepNow();
  return [_("You are in."), step ? flow.stepWords(step) + "." : "", asked()].filter(Boolean).join(" ");
}

/** Starts watching for the moment in which somebody who waited is let in. */
export function watchArrival() {
  let waited = false;
  // Painted as a waiting room for somebody to be let in: whoever is in once the page has come to life was let in meanwhile.
  let unseen = Boolean(document.querySelector("#app > [data-knocks]"));
  effect(() => {
    const now = title();
    if (now && !covered.value) document.title = now;
  });
  effect(() => {
    const phase = store.phase.value;
    if (phase === "waiting" || phase === "preparing" || (phase === "in" && unseen)) waited = true;
    if (phase !== "none") unseen = false;
    if (phase !== "in" || !waited || covered.value) return;
    waited = false;
    // Whoever is let in after the end reads that it has ended.
    if (!flow.over()) arrive();
    say(welcome());
    focusSoon("#page-heading");
  });
}
