/** Words that come back: refused, undone, or kept through a reload. They are whose they were, and stand where they stood. */
import { act } from "../forms/act.js";
import { begun } from "./private_writing.js";
import { bringHere, columnForWords } from "../reading/box_place.js";
import * as compose from "./draft.js";
import { _ } from "../kit/gettext.js";
import { destinationNow } from "./destination.js";
import { forget, formsSentWith } from "../store/kept_text.js";
import { drafts, drop, show } from "../store/outbox.js";
import { isEmpty } from "../kit/plain_text.js";
import { refusalWords } from "../kit/refusal_words.js";
import { NOTHING_SAID } from "../store/said_fields.js";
import * as store from "../store/store.js";
import { uuid } from "../kit/uuid.js";
import { goTo, notice } from "../reading/view.js";
import { say } from "../kit/say.js";

/** @typedef {import('../wire.js').AddItem} AddItem */
/** @typedef {import('../store/outbox.js').Draft} Draft */

/**
 * What became of a command that was kept through a reload. Words that were refused stand in the form they were written in;
 * where there is none, in the list, to be tried again or put back in the box.
 * @param {{id: string, data: any}} one @param {import('../wire.js').Answer} answer
 */
export function settled(one, answer) {
  const draft = drafts.value.find((shown) => shown.id === one.data.item && shown.state === "sending");
  if (draft) return compose.answered(draft, answer, "");
  const sentWith = formsSentWith(one.data);
  if (answer.ok) return sentWith.forEach(forget);
  const message = refusalWords(answer.error);
  notice.value = message;
  say(message);
  if (sentWith.length) return undefined;
  const item = store.get("items", one.data.item);
  if (typeof one.data.text !== "string" || !one.data.text) return undefined;
  const column = item ? item.column : columnForWords();
  const data = { ...NOTHING_SAID, item: uuid(), column, text: one.data.text, children: compose.aboutChildren(), speaker: one.data.person || null };
  return show({ id: data.item, data, how: destinationNow(column), state: "refused", message });
}

/** Sends a refused point once more, as a new one. @param {Draft} draft */
export function resend(draft) {
  drop(draft.id);
  notice.value = "";
  compose.deliver({ ...draft.data, item: uuid() }, draft.how, "");
}

/** Puts the words of a point that came too late below the locked record, with whose they are. @param {Draft} draft */
export async function addToRecord(draft) {
  const { text: words, speaker } = draft.data;
  const reason = _("Written before the record was locked, and not sent in time.");
  if (await act("add_addendum", { addendum: uuid(), text: words, reason, person: speaker || null }, _("Added to the record."))) drop(draft.id);
}

/** The fields of the box that a point fills. @param {Partial<AddItem>} data @returns {import('./draft.js').More} */
function moreOf(data) {
  const { speaker, children, category: part, basis, source, when, exact, obtained, answers: answered, lang } = data;
  const me = store.you.value;
  return {
    ...compose.NOTHING_MORE, children: children || null, category: part, basis: basis || null, source: source || "", when: when || "",
    exact: Boolean(exact), obtained: obtained || "", answers: answered || "", lang: lang || "",
    speaker: !speaker || (me && speaker === me.person) ? "" : speaker,
  };
}

/**
 * Puts words back in the box with all that was said with them: whose they are, where they belong, how they are known. What
 * is in the box already is somebody's too and is not mixed with them: then it says so.
 * @param {Partial<AddItem> & {text: string}} data @returns {boolean} whether they are in the box
 */
export function putBack(data) {
  if (!isEmpty(compose.text.value) || compose.sending.value) {
    notice.value = _("There are other words in the box. Add them first, or take them out.");
    say(notice.value);
    return false;
  }
  notice.value = "";
  if (data.column) goTo(data.column, data.category || null);
  compose.more.value = moreOf(data);
  bringHere();
  compose.chose.value = true;
  compose.text.value = data.text;
  return true;
}

/** Puts a refused point's words back in the box. @param {Draft} draft */
export function toBox(draft) {
  if (!putBack(draft.data)) return;
  drop(draft.id);
  if (draft.how.name === "write_privately") begun.value = true;
}
