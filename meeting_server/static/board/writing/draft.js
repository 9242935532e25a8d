/** What is being written in the box, and how it gets onto the board. */
import { effect, signal } from "../../vendor/signals.js";
import { alone, begun, justForMe, seenBy } from "./private_writing.js";
import { beginHere, begunAt, boxPlace } from "../reading/box_place.js";
import { _ } from "../kit/gettext.js";
import { asCommand, destinationNow, arrivedWords } from "./destination.js";
import { focusSoon } from "../kit/keep_focus.js";
import { choice } from "../store/kept_text.js";
import { columnOf } from "../reading/layout.js";
import { send, tellWriting } from "../line/connection.js";
import { MOST } from "../kit/limits.js";
import { drop, dropWhenShown, show } from "../store/outbox.js";
import { isEmpty, piecesOf, tidied } from "../kit/plain_text.js";
import { refusalWords } from "../kit/refusal_words.js";
import * as store from "../store/store.js";
import { uuid } from "../kit/uuid.js";
import { notice } from "../reading/view.js";
import { say } from "../kit/say.js";

/** @typedef {import('../wire.js').AddItem} AddItem */
/** @typedef {import('../store/outbox.js').Draft} Draft */
/**
 * @typedef {Object} More
 * @property {AddItem["basis"]} basis
 * @property {string} source
 * @property {string} when
 * @property {boolean} exact
 * @property {string | null | undefined} category undefined: the one the writer came from
 * @property {string[] | null} children null: the child in view
 * @property {string} answers the point this one will answer, or ""
 * @property {string} speaker a person's id, "" for me, "other" for the one named below
 * @property {string} obtained
 * @property {string} name
 * @property {string} relationship
 * @property {boolean} child
 * @property {string} lang the language it is written in, "" for English
 */

/** @type {More} */
export const NOTHING_MORE = {
  basis: null, source: "", when: "", exact: false, category: undefined, children: null, answers: "",
  speaker: "", obtained: "", name: "", relationship: "", child: false, lang: "",
};
const ANSWER_MS = 2000;
const TELL_MS = 3000;

export const text = signal("");
export const more = signal(NOTHING_MORE);
/** The box is read-only for the moment its words are on their way; after two seconds they are kept in the list instead. */
export const sending = signal(false);
/** Whether the box is open, with the rest of what it asks above it. */
export const boxOpen = signal(false);
/** Words let go of while the name of whoever said them is on its way: they stand nowhere else. */
export const waitingForName = signal("");
/** On the minutes desk, whether it was said whose words come next, so that nobody's words pass for the minute-taker's. */
export const chose = choice("entry", "chose", false);
/** On the minutes desk whose words, which children and which part stay for the next point. */
export const keepChoices = signal(false);

/** @param {Partial<More>} change */
export function set(change) {
  more.value = { ...more.value, ...change };
}

/** Whether the words in the box are a child's and somebody else types them. */
export function childsWords() {
  const { speaker, child } = more.value;
  if (speaker === "other") return child;
  const person = speaker ? store.get("people", speaker) : undefined;
  return Boolean(person && person.child && store.you.value && person.id !== store.you.value.person);
}

/** The child of the family whose words are in the box, or nothing: words typed for a child, or a child's own. */
function childWhoSpeaks() {
  const me = store.you.value;
  const speaker = more.value.speaker || (me ? me.person : "");
  return store.children().some((one) => one.id === speaker) ? speaker : "";
}

/** The children a point written now would be about; none means all of them. A child's words are about that child, unless somebody says otherwise. */
export function aboutChildren() {
  const chosen = more.value.children;
  if (chosen !== null) return chosen;
  const child = childWhoSpeaks();
  return child ? [child] : boxPlace().children;
}

/** The same as the server is told it: of a child's words none would mean that child, so all of them are named. */
function namedChildren() {
  const about = aboutChildren();
  return about.length || !childWhoSpeaks() ? about : store.children().map((one) => one.id);
}

/** Words of another speaker: for a child, the children chosen for whoever spoke before are not chosen. @param {string} speaker */
export function speakFor(speaker) {
  const child = store.children().some((one) => one.id === speaker);
  set({ speaker, obtained: "", ...(child ? { children: null } : {}) });
}

/** The category a point written now would stand in. */
export function category() {
  const { column: key, category: begunFor } = boxPlace();
  const column = columnOf(key);
  const chosen = more.value.category === undefined ? begunFor : more.value.category;
  return column && column.categories.some((one) => one.key === chosen) ? chosen : null;
}

/** The point that one written now would answer, if it still stands. */
export function answers() {
  const item = more.value.answers ? store.get("items", more.value.answers) : undefined;
  return item && !item.taken_back ? item : undefined;
}

/** Who saw what was added to the column in view, a moment ago. */
let before = { column: "", seen: "" };

// Private writing is over, or the meeting starts, while somebody is in the middle of a sentence: they began it for
// themselves, so it stays theirs until they say otherwise.
effect(() => {
  const { column } = boxPlace();
  const seen = seenBy(column);
  const wasApart = before.seen === "apart" || before.seen === "prepare";
  if (before.column === column && wasApart && !alone(column) && text.peek().trim()) begun.value = true;
  before = { column, seen };
});

let toldAt = 0;

/** The box changed under its writer's hands. @param {string} now */
export function wrote(now) {
  text.value = now;
  if (isEmpty(now)) begunAt.value = null;
  else beginHere();
  if (!now) tellWriting(null);
  if (now && boxPlace().column && Date.now() - toldAt > TELL_MS && !alone(boxPlace().column)) {
    toldAt = Date.now();
    tellWriting(boxPlace().column);
  }
}

/** What is said to whoever has not chosen a column. */
export const WHERE_FIRST = _("Choose where it belongs first.");

/** What is missing before this can go, as a sentence, or nothing. */
function missing() {
  const { speaker, name, obtained } = more.value;
  if (isEmpty(text.value)) return _("Write something first.");
  if (!boxPlace().column) return WHERE_FIRST;
  if (speaker === "other" && alone(boxPlace().column)) return _("Everyone would see the new name. Choose somebody from the list, or add this later.");
  if (speaker === "other" && !name.trim()) return _("Write the name of the person whose words these are.");
  if (childsWords() && !obtained) return _("Say how you came to know the child's words, for example in a talk or in play.");
  return "";
}

/** The point as it would be sent now, by or for `speaker`. @param {string} speaker @returns {AddItem} */
function written(speaker) {
  const { basis, source, when, exact, obtained } = more.value;
  return {
    item: uuid(), column: boxPlace().column, text: text.value.trim(), children: namedChildren(), category: category(),
    speaker: speaker || null, basis, source: source.trim(), when: when.trim(), exact,
    obtained: childsWords() ? obtained : null, answers: answers() ? more.value.answers : null,
    lang: more.value.lang || null,
  };
}

/** Names the person who is not on the list yet, once: from then on they are chosen from the list. @returns {Promise<string>} their id, or nothing when it was refused */
export async function addPerson() {
  const { name, relationship, child } = more.value;
  const person = uuid();
  const answer = await send("add_person", { person, name: name.trim(), relationship: relationship.trim(), child });
  if (answer.ok) {
    const same = more.value.speaker === "other" && more.value.name === name;
    if (same) set({ speaker: person, name: "", relationship: "", child: false });
    return person;
  }
  notice.value = refusalWords(answer.error);
  say(notice.value);
  return "";
}

/** Adds what is in the box. The words stay there until they are acknowledged, or are kept in the list meanwhile. */
export async function add() {
  if (sending.value) return;
  notice.value = missing();
  if (notice.value) {
    say(notice.value);
    return;
  }
  const words = text.value;
  const place = boxPlace();
  const data = written(more.value.speaker === "other" ? "" : more.value.speaker);
  const how = destinationNow(data.column);
  const other = more.value.speaker === "other";
  sending.value = true;
  tellWriting(null);
  const late = setTimeout(() => letGoOf(words, other), ANSWER_MS);
  const person = other ? await addPerson() : "";
  if (!other || person) await deliver(other ? { ...data, speaker: person } : data, how, words);
  // The box was let go of while the name was on its way, and the name was refused: the words stand nowhere else.
  else if (!sending.value) {
    begunAt.value = place;
    text.value = words + (text.value ? "\n" + text.value : "");
  }
  waitingForName.value = "";
  clearTimeout(late);
  sending.value = false;
}

/** What is in the box, as it fits in one point or in several. */
export function pieces() {
  return piecesOf(tidied(text.value), MOST.Text);
}

/** Adds what does not fit in one point as several, in order, all with what is said beside the box. @param {string[]} all */
export async function addAsSeveral(all) {
  if (sending.value) return;
  notice.value = missing();
  if (notice.value) {
    say(notice.value);
    return;
  }
  sending.value = true;
  const other = more.value.speaker === "other";
  const person = other ? await addPerson() : more.value.speaker;
  sending.value = false;
  if (other && !person) return;
  const points = all.map((piece) => ({ ...written(person), text: piece }));
  const how = destinationNow(points[0].column);
  emptyBox();
  focusSoon("composer");
  points.forEach((data) => deliver(data, how, ""));
}

/** Frees the box: the words stand in the list as "kept" now. @param {string} words @param {boolean} nameFirst */
function letGoOf(words, nameFirst) {
  sending.value = false;
  if (nameFirst) waitingForName.value = words;
  if (text.value === words) emptyBox();
}

/** Nothing is left of what was written but its language and, on the minutes desk, for whom. */
export function emptyBox() {
  const { speaker, children, category: part, name, relationship, child, lang } = more.value;
  const who = speaker === "other" ? { speaker, name, relationship, child } : { speaker };
  text.value = "";
  begunAt.value = null;
  // Begun in private, though that is over: the box never gets wider by itself. Whoever writes presses for everyone.
  if (begun.value && store.meeting()) justForMe.value = true;
  begun.value = false;
  more.value = { ...NOTHING_MORE, lang, ...(keepChoices.value ? { ...who, children, category: part } : {}) };
}

/** @param {AddItem} data @param {import('./destination.js').How} how @param {string} words what stood in the box */
export async function deliver(data, how, words) {
  waitingForName.value = "";
  show({ id: data.item, data, how, state: "sending", message: "" });
  answered({ data, how }, await send(how.name, asCommand(data, how)), words);
}

/** @param {Pick<Draft, "data" | "how">} draft @param {import('../wire.js').Answer} answer @param {string} words what stood in the box */
export function answered({ data, how }, answer, words) {
  const inBox = sending.value && text.value === words;
  if (answer.ok) {
    dropWhenShown(data.item, answer.audience, answer.n);
    if (inBox) emptyBox();
    say(arrivedWords(data, how, answer.audience));
    return;
  }
  const message = refusalWords(answer.error);
  notice.value = message;
  say(message);
  if (inBox) drop(data.item);
  else show({ id: data.item, data, how, state: "refused", message });
}
