/**
 * What the room reads, as plain entries: a sentence, whose it is, how we know. Everything on the big screen is a list of
 * them, so that one piece of code can turn any of it into pages.
 */
import { _ } from "../board/kit/gettext.js";
import * as store from "../board/store/store.js";
import { howWeKnow } from "../board/points/how_we_know.js";
import { groups } from "../board/reading/layout.js";
import { provenanceWords, toldWords } from "../board/reading/earlier.js";
import { differencesInView, stateWords } from "../board/reading/progress.js";
import { answerWords, inRoomOrder, noneWords, numbersOf, story } from "../board/numbers/number_words.js";
import { nameAndPart, sideOf } from "../board/store/people_words.js";
import { day, names, quoted } from "../board/store/words.js";
import { newPoints } from "./new_points.js";

/** @typedef {import('../board/store/store.js').Item} Item */
/** @typedef {import('../board/reading/layout.js').Block} Block */
/** @typedef {import('../board/numbers/number_words.js').Round} Round */
/** @typedef {import('../board/numbers/number_words.js').Scale} Scale */
/**
 * @typedef {Object} Entry
 * @property {string} key
 * @property {string} point the point it belongs to: what is said of a point stays on its page where there is room
 * @property {string} group the sub heading it stands under, or an empty text
 * @property {string} meaning what the sub heading means, or an empty text
 * @property {string} number the number it is about, set apart before everything, or an empty text
 * @property {string[]} about whom it is about: the children, each by name, or that it is about all of them
 * @property {string} lead in bold before the text: who does it, which number, which colour
 * @property {string} text what was said, in full
 * @property {string | null} lang the language it was typed in; null for English
 * @property {string} chip
 * @property {string} tint
 * @property {string} name who said it, where the chip does not say it
 * @property {string} sign an icon for how we know, or an empty text
 * @property {string} kind what the icon says, for those who hear it
 * @property {string[]} known how we know
 * @property {string[]} states
 * @property {string} tone a class for the whole entry, or an empty text
 * @property {Entry[][] | null} beside lists that stand side by side in place of all this
 */

/** @type {Entry} */
export const PLAIN = {
  key: "", point: "", group: "", meaning: "", number: "", about: [], lead: "", text: "", lang: null, chip: "", tint: "", name: "", sign: "", kind: "",
  known: [], states: [], tone: "", beside: null,
};

/** The sign of a kind of knowledge. @type {Record<string, string>} */
const SIGNS = { proof: "file-text", seen: "eye", said: "message-circle", guess: "circle-question-mark" };
/** Of these the source says enough, where there is one; of anything weaker the kind is always said in words. */
const STRONG = ["proof", "seen"];

/** The children something is about, each by name; of none in particular, that it is about all of them. @param {string[]} children */
export function aboutWhom(children) {
  const all = store.children();
  if (all.length > 1 && (!children.length || children.length === all.length)) return [_("All the children")];
  return (children.length ? children : all.map((one) => one.id)).map(store.personName);
}

/** @param {string} id a person's */
function isChild(id) {
  return store.children().some((one) => one.id === id);
}

/** How we know a point, in as few words as say it. @param {Item} item */
function known(item) {
  const all = howWeKnow(item).map((one) => one.words);
  const came = item.came ? [provenanceWords(item.came), toldWords(item.came)].filter(Boolean) : [];
  const implied = Boolean(item.source && !item.exact && STRONG.indexOf(item.basis || "") >= 0);
  const sign = (!item.exact && SIGNS[item.basis || ""]) || "";
  return { sign, kind: implied ? all[0] : "", known: (implied ? all.slice(1) : all).concat(came) };
}

/** Whose words: a name for family, the agency for those who come with their work. @param {string} id a person's */
export function whose(id) {
  const person = store.get("people", id);
  const agency = store.agencyOf(id);
  const family = !agency || agency.tint === "family" || agency.tint === "child";
  const name = store.personName(id);
  const tint = agency ? agency.tint : person && person.child ? "child" : "family";
  if (!family) return { chip: agency.label, tint, name };
  return { chip: person && person.relationship ? name + ", " + person.relationship : name, tint, name: "" };
}

/** @param {Item} item */
function states(item) {
  return newPoints.value.indexOf(item.id) >= 0 ? [_("New")] : [];
}

/** @param {Item} item @param {string} group @param {string} [meaning] @returns {Entry[]} the point, and how others see it */
export function ofItem(item, group, meaning) {
  const action = item.action;
  const by = action && action.by ? { chip: _("By %(day)s", { day: day(action.by) }), tint: "next", name: "", known: [], sign: "", kind: "" } : null;
  const point = {
    ...PLAIN,
    ...whose(item.speaker),
    ...known(item),
    ...by,
    key: item.id,
    point: item.id,
    group,
    meaning: meaning || "",
    // A child's own words about nobody in particular are about that child.
    about: aboutWhom(item.children.length || !isChild(item.speaker) ? item.children : [item.speaker]),
    lead: action ? names(action.owners) + ":" : "",
    text: item.exact ? quoted(item.text) : item.text,
    lang: item.lang,
    states: states(item),
  };
  const views = store
    .each("views")
    .map((one) => one.thing)
    .filter((view) => view.item === item.id && !view.taken_back)
    .sort((a, b) => a.n - b.n)
    .map((view) => ({
      ...PLAIN,
      key: view.id,
      point: item.id,
      group,
      meaning: meaning || "",
      text: view.text,
      chip: store.personName(view.person),
      tint: whose(view.person).tint,
      name: _("sees it differently"),
      known: [view.source].filter(Boolean),
      tone: "view",
    }));
  return [point].concat(ofProgress(item, group), views);
}

/** How an action of an earlier meeting is coming along, as it was last said. @param {Item} item @param {string} group @returns {Entry[]} */
function ofProgress(item, group) {
  const last = item.progress[item.progress.length - 1];
  if (!last) return [];
  const { mark, words } = stateWords(last.state);
  const told = differencesInView(last).map(({ child, says }) => _("What difference for %(name)s:", { name: store.personName(child) }) + " " + says);
  const text = [last.evidence].concat(told).filter(Boolean).join(" ");
  const after = last.monitors.length ? [_("Who looks after it:") + " " + names(last.monitors)] : [];
  return [{ ...PLAIN, ...whose(last.person), key: item.id + ":along", point: item.id, group, lead: mark + " " + words + ".", text, known: after, tone: "view" }];
}

/**
 * The points of a column about a child that still say something. What was typed for somebody comes when they have said yes.
 * @param {string} column @param {string | null} child
 */
export function pointsOf(column, child) {
  const unsure = (/** @type {Item} */ item) => item.confirmed === "waiting" || item.confirmed === "no";
  return store.columnItems(column, child).filter((item) => !item.taken_back && !item.held && !unsure(item));
}

/** What is written of a child's life now. @param {string | null} child */
export function impactsOf(child) {
  const all = store.children();
  return all
    .filter((one) => (child === null ? true : one.id === child))
    .map((one) => {
      const found = store.get("impacts", one.id);
      const lead = all.length > 1 && child === null ? store.personName(one.id) : "";
      return { ...PLAIN, key: "impact:" + one.id, point: "impact:" + one.id, lead, text: found ? found.text : "" };
    })
    .filter((entry) => entry.text);
}

/** @param {Block} block @param {string | null} child @returns {Entry[]} */
export function ofBlock(block, child) {
  const sorted = groups(block, pointsOf(block.column.key, child));
  const kinds = sorted.filter((group) => group.key);
  // What has no kind comes last, and says so.
  const loose = sorted.filter((group) => !group.key).map((group) => ({ ...group, label: kinds.length ? _("Said, not sorted yet") : "" }));
  const said = kinds.concat(loose).reduce(
    (found, group) => group.items.reduce((more, item) => more.concat(ofItem(item, group.label, group.label ? group.meaning : "")), found),
    /** @type {Entry[]} */ ([]),
  );
  const template = store.template.value;
  const lived = block.first && template && template.impact && template.impact.column === block.column.key;
  return (lived ? impactsOf(child) : []).concat(said);
}

/** The danger an asking is about, if it is about one. @param {Round} round @returns {Entry[]} */
export function aboutIt(round) {
  const about = round.about ? store.get("items", round.about) : undefined;
  if (!about || !about.text) return [];
  return [{ ...PLAIN, key: "about:" + about.id, point: "about:" + about.id, lead: _("About:"), text: about.text }];
}

/** Every number of an asking with its reason, in the order of the room. Who gave none is not named. @param {Round} round @param {string} child @returns {Entry[]} */
export function ofNumbers(round, child) {
  const given = inRoomOrder(numbersOf(round, child).filter((one) => one.value !== null));
  return given.map((one) => ({
    ...PLAIN,
    ...whose(one.person),
    key: one.id,
    point: one.id,
    number: answerWords(one),
    text: one.reason,
    chip: sideOf(one.person) === "professional" ? store.personName(one.person) : nameAndPart(one.person),
    name: "",
    known: [story(one)].filter(Boolean),
  }));
}

/** Whether somebody answered without a number. @param {Round} round @param {string} child */
export function someGaveNone(round, child) {
  return noneWords(round, child) !== "";
}
