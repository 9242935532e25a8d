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
import { answerWords, inOrder, numbersOf, story } from "../board/numbers/number_words.js";
import { nameAndPart } from "../board/store/people_words.js";
import { colourOf } from "../board/deciding/rating_words.js";
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
 * @property {string} lead in bold before the text: who does it, which number, which colour
 * @property {string} text what was said, in full
 * @property {string | null} lang the language it was typed in; null for English
 * @property {string} chip
 * @property {string} tint
 * @property {string} name who said it, where the chip does not say it
 * @property {string[]} known how we know
 * @property {string[]} states
 * @property {string} tone a class for the whole entry, or an empty text
 */

/** @type {Entry} */
export const PLAIN = { key: "", point: "", group: "", lead: "", text: "", lang: null, chip: "", tint: "", name: "", known: [], states: [], tone: "" };

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

/** @param {Item} item @param {string} group @returns {Entry[]} the point, and how others see it */
export function ofItem(item, group) {
  const from = whose(item.speaker);
  const action = item.action;
  const by = action && action.by ? { chip: _("By %(day)s", { day: day(action.by) }), tint: "next", name: "", known: [] } : null;
  const point = {
    ...PLAIN,
    ...from,
    known: howWeKnow(item).map((one) => one.words).concat(item.came ? [provenanceWords(item.came), toldWords(item.came)].filter(Boolean) : []),
    ...by,
    key: item.id,
    point: item.id,
    group,
    lead: action ? names(action.owners) : "",
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
      text: view.text,
      chip: _("%(name)s sees it differently", { name: store.personName(view.person) }),
      tint: whose(view.person).tint,
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
  const said = groups(block, pointsOf(block.column.key, child)).reduce(
    (found, group) =>
      group.items.reduce(
        (more, item) => more.concat(ofItem(item, group.label && group.meaning ? group.label + ": " + group.meaning : group.label)),
        found,
      ),
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

/** Every number of an asking with its reason, in the order of the line. @param {Round} round @param {Scale} scale @param {string} child @returns {Entry[]} */
export function ofNumbers(round, scale, child) {
  return inOrder(scale, numbersOf(round, child)).map((one) => ({
    ...PLAIN,
    ...whose(one.person),
    key: one.id,
    point: one.id,
    lead: answerWords(one),
    text: one.reason,
    chip: nameAndPart(one.person),
    name: "",
    known: [story(one)].filter(Boolean),
  }));
}

/** The ratings of these children (or of the family) that everyone has been shown. @param {import('../board/wire.js').Rating[]} ratings @returns {Entry[]} */
export function ofRatings(ratings) {
  return ratings.reduce((found, rating) => {
    const about = rating.child ? store.personName(rating.child) : _("The family");
    const by = store.personOf(rating.by);
    const views = store
      .each("rating_views")
      .map((one) => one.thing)
      .filter((view) => view.rating === rating.id)
      .sort((a, b) => a.at - b.at)
      .map((view) => ({
        ...PLAIN,
        key: view.id,
        point: rating.id,
        group: about,
        lead: colourWords(view.colour, _("Sees it differently")),
        text: view.reason,
        chip: nameAndPart(view.person),
        tint: whose(view.person).tint,
        tone: "rated-" + (view.colour || "none"),
      }));
    const better = { ...PLAIN, key: rating.id + ":better", point: rating.id, group: about, lead: _("One step better:"), text: rating.better };
    return found.concat(
      { ...PLAIN, key: rating.id, point: rating.id, group: about, lead: colourWords(rating.colour, _("Not rated today")), text: rating.reason, chip: by ? nameAndPart(by.id) : "", tint: by ? whose(by.id).tint : "", tone: "rated-" + (rating.colour || "none") },
      rating.better ? [better] : [],
      views,
    );
  }, /** @type {Entry[]} */ ([]));
}

/** Shape, word and meaning together, never the bare colour. @param {"red" | "amber" | "green" | null} key @param {string} none */
function colourWords(key, none) {
  const found = colourOf(key);
  return found ? found.shape + " " + found.label + ": " + found.meaning + "." : none + ".";
}
