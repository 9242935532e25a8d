/** What was typed for somebody who asked for it, and waits for their yes: in the words that the person reads before they answer. */
import { answerWithTerm, adultQuestions, questionOf } from "./adults.js";
import { stateWords } from "./progress.js";
import { questionFor, rule } from "./deciding.js";
import { _ } from "../kit/gettext.js";
import { waitsForYes } from "./speaking_for.js";
import * as store from "../store/store.js";
import { day, fill, labelOf, names } from "../store/words.js";

/** @typedef {import('../wire.js').Commands} Commands */
/** @typedef {import('../wire.js').Proposal} Proposal */
/** @typedef {import('../wire.js').ProposalSent} ProposalSent */
/**
 * @typedef {Object} Told
 * @property {string} what a line of ours: what they are said to have said
 * @property {string[]} words the words that were typed, all of them
 */

/** @param {string} id a point's */
function pointText(id) {
  const item = store.get("items", id);
  return item ? item.text : "";
}

/** @param {string} child */
const childName = (child) => fill("{child}", child);

/** @param {Commands["save_number"]} data @returns {Told} */
function aNumber({ round, child, answer, value, reason }) {
  const asked = store.get("rounds", round);
  const template = store.template.value;
  const scale = template && asked ? template.scales.find((one) => one.key === asked.scale) : undefined;
  const question = scale ? fill(scale.question, child) : childName(child);
  const says = value === null || value === undefined ? (answer === "dont_know" ? _("I don\u2019t know") : _("I\u2019d rather not say")) : String(value);
  return { what: _("Your number. %(question)s %(number)s", { question, number: says }), words: [reason || ""] };
}

/** @param {Commands["give_agency_view"]} data @returns {Told} */
function anAgencyView({ child, answer, why }) {
  const me = store.you.value;
  const asks = rule();
  const question = fill(me ? questionFor(me.person) : "", child);
  return { what: _("Your answer. %(question)s %(answer)s.", { question, answer: labelOf(asks ? asks.answers : [], answer) }), words: [why || ""] };
}

/** @param {Commands["dissent_from"]} data @returns {Told} */
function aDissent({ child, formal, why }) {
  const name = childName(child);
  const what = formal ? _("You formally disagree with the decision for %(name)s.", { name }) : _("You disagree with the decision for %(name)s.", { name });
  return { what, words: [why || ""] };
}

/** @param {Commands["rate_differently"]} data @returns {Told} */
function aRatingView({ rating, reason, colour }) {
  const found = store.get("ratings", rating);
  const template = store.template.value;
  const shade = template && colour ? template.rating.colours.find((one) => one.key === colour) : undefined;
  const about = found && found.child ? store.personName(found.child) : _("the family");
  const seen = shade ? shade.label : _("no colour, only words");
  return { what: _("You see the rating for %(name)s differently: %(colour)s.", { name: about, colour: seen }), words: [reason] };
}

/** @param {Commands["note_visit"]} data @returns {Told} */
function aVisit({ child, day: on, announced, alone, place, says }) {
  const how = [
    { yes: _("Announced."), no: _("Not announced."), not_known: "" }[announced],
    { yes: _("Seen alone."), no: _("Not seen alone."), not_known: "" }[alone],
  ].filter(Boolean);
  const what = [_("You saw %(name)s, %(day)s.", { name: store.personName(child), day: day(on) })].concat(how).join(" ");
  return { what, words: [place || "", says || ""] };
}

/** @param {Commands["view_adult"]} data @returns {Told} */
function anAdultView({ question, adult, behaviour, answer, lapse, why, quote, talk }) {
  const asked = adultQuestions().find((one) => one.key === question);
  if (!asked) return { what: store.personName(adult), words: [why || "", quote || ""] };
  const named = behaviour ? store.get("behaviours", behaviour) : undefined;
  const about = [questionOf(asked, adult), named ? named.label + ":" : "", answerWithTerm(asked, answer) + "."];
  if (lapse) about.push(asked.lapse + ".");
  if (talk) about.push(labelOf(asked.talk, talk) + ".");
  return { what: _("Your view. %(view)s", { view: about.filter(Boolean).join(" ") }), words: [why || "", quote || ""] };
}

/** @param {Commands["note_progress"]} data @returns {Told} */
function aProgress({ item, state, evidence, differences, monitors }) {
  const made = (differences || []).map((one) => store.personName(one.child) + ": " + one.says);
  const looks = monitors && monitors.length ? _("Looked after by %(names)s.", { names: names(monitors) }) : "";
  const what = [_("How this action is coming along: %(state)s.", { state: stateWords(state).words }), looks].filter(Boolean).join(" ");
  return { what, words: [pointText(item), evidence || ""].concat(made) };
}

/**
 * One for each command that waits for a yes.
 * @type {Record<string, (data: any) => Told>}
 */
const TOLD = {
  agree_item: ({ item }) => ({ what: _("You agree with this point."), words: [pointText(item)] }),
  see_differently: ({ item, text }) => ({ what: _("You see a point differently: %(point)s", { point: pointText(item) }), words: [text] }),
  accept_action: ({ item }) => ({ what: _("You say yes to doing this."), words: [pointText(item)] }),
  save_number: aNumber,
  give_agency_view: anAgencyView,
  dissent_from: aDissent,
  rate_differently: aRatingView,
  give_update: ({ text, child }) => ({ what: child ? _("What you have to tell of %(name)s.", { name: store.personName(child) }) : _("What you have to tell of all the children."), words: [text] }),
  note_visit: aVisit,
  view_adult: anAdultView,
  note_progress: aProgress,
  finish_summary: ({ text }) => ({ what: _("Your summary. Everyone reads it."), words: [text] }),
};

/** @type {Record<string, string>} */
const KINDS = {
  agree_item: _("that they agree with a point"),
  see_differently: _("that they see a point differently"),
  accept_action: _("that they take an action on"),
  save_number: _("a number"),
  give_agency_view: _("a view"),
  dissent_from: _("that they disagree with a decision"),
  rate_differently: _("that they see a rating differently"),
  give_update: _("what they have to tell"),
  note_visit: _("a visit"),
  view_adult: _("a view of an adult"),
  note_progress: _("how an action is coming along"),
  finish_summary: _("a summary"),
};

/** What somebody typed for me, all words of it. @param {Proposal} one @returns {Told} */
export function proposalWords(one) {
  const told = TOLD[one.name](JSON.parse(one.data));
  return { what: told.what, words: told.words.filter(Boolean) };
}

/** What was typed, by its kind: its typist keeps no word of it. @param {ProposalSent} one */
export function sentWords(one) {
  const name = store.personName(one.person);
  const what = KINDS[one.name];
  const words = {
    waiting: _("Waiting for %(name)s\u2019s yes: %(what)s", { name, what }),
    yes: _("%(name)s said yes: %(what)s", { name, what }),
    no: _("%(name)s said that it is not what they said: %(what)s", { name, what }),
  };
  return words[one.answer];
}

/** What is said once a command is granted: what waits for somebody's yes does not stand on the board yet. @param {string} name @param {any} data @param {string | undefined} done */
export function doneWords(name, data, done) {
  if (!(name in TOLD) || !data.person || !waitsForYes(data.person)) return done;
  return _("%(name)s is asked on their own device whether it is right.", { name: store.personName(data.person) });
}
