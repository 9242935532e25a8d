/**
 * Help with words while somebody types, for them alone: nothing of it is sent, kept or shown to anybody else. The words
 * came with the page (`http/language_help.py`), for those who come with their work; family and children have none.
 */
import { useEffect } from "../../vendor/preact-hooks.js";
import { signal } from "../../vendor/signals.js";
import * as compose from "./draft.js";
import * as store from "../store/store.js";

/** @typedef {import('../kit/loaded_words.js').Help} Help */
/**
 * @typedef {Object} Box a box that somebody types in
 * @property {string} id its text's name: what is put off is put off for this text
 * @property {string} text
 * @property {string} speaker whose words they are: a person's id, "" for mine, "other" for nobody known here
 * @property {boolean} exact
 * @property {string | null} lang null or "" for English, in which the help is written
 * @property {string} back the `data-fk` of the box
 */

/** Each person's own switch. It lasts as long as the page. */
export const helpOn = signal(true);

/** The box of the panel that changes something, while it is open. */
export const changing = signal(/** @type {Box | null} */ (null));

/** @type {Help | null | undefined} */
let help;

/** What came with the page, read once; null for those who get no help. @returns {Help | null} */
export function pageHelp() {
  if (help === undefined) {
    const sent = document.querySelector('meta[name="language-help"]');
    help = sent ? JSON.parse(sent.getAttribute("content") || "null") : null;
  }
  return /** @type {Help | null} */ (help);
}

/** Whether I get help at all: a child never, whatever their role may do. */
export function mayHaveHelp() {
  return Boolean(pageHelp()) && !store.iAmAChild();
}

/** Whether the words are those of somebody here with their work. Family's and children's are theirs, whoever types them. @param {string} speaker */
function saidAtWork(speaker) {
  const me = store.you.value;
  if (!me) return false;
  if (!speaker || speaker === me.person) return true;
  const person = store.get("people", speaker);
  const role = store.roleOf(speaker);
  return Boolean(person && !person.child && role && role.side === "professional");
}

/** Whether this box may be helped with now. @param {Box} box */
export function helps(box) {
  return mayHaveHelp() && helpOn.value && !box.exact && !box.lang && saidAtWork(box.speaker);
}

/** The box for new points. @returns {Box} */
export function composing() {
  const { speaker, exact, lang } = compose.more.value;
  return { id: "composer", text: compose.text.value, speaker, exact, lang, back: "composer" };
}

/** Says which text a panel changes, for as long as it is open. @param {Box} box */
export function useHelp({ id, text, speaker, exact, lang, back }) {
  useEffect(() => {
    changing.value = { id, text, speaker, exact, lang, back };
  }, [id, text, speaker, exact, lang, back]);
  useEffect(
    () => () => {
      changing.value = null;
    },
    [],
  );
}
