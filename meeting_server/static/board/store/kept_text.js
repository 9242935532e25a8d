/**
 * What is being written and chosen in forms and not sent yet: the one place for all of it. It outlasts whatever takes a form
 * away (another child, another page of the board, somebody who takes back what it is about), and a reload (restore_unsent.js).
 *
 * A form is named by what it is for. Where it belongs to one thing of the board, an @ and that thing follow:
 * "differ@items:<id>". Its words are what somebody wrote, its choices all else.
 */
import { signal } from "../../vendor/signals.js";
import { isEmpty, tidied } from "../kit/plain_text.js";
import * as store from "./store.js";

const OPEN = "open:";

/** @typedef {{words: Record<string, string>, choices: Record<string, any>}} Form */

/** All of them, by name. */
export const forms = signal(/** @type {Record<string, Form>} */ ({}));

/** @param {string} form @param {"words" | "choices"} part @param {string} field @param {any} now */
function put(form, part, field, now) {
  const before = forms.peek()[form] || { words: {}, choices: {} };
  forms.value = { ...forms.peek(), [form]: { ...before, [part]: { ...before[part], [field]: now } } };
}

/** @param {string} form @param {"words" | "choices"} part @param {string} field @param {any} initial @returns {[any, (now: any) => void]} */
function use(form, part, field, initial) {
  const found = forms.value[form];
  const now = found && field in found[part] ? found[part][field] : initial;
  return [now, (to) => put(form, part, field, to)];
}

/**
 * Like useState, for words that somebody writes in a form.
 * @param {string} form @param {string} field @param {string} initial what stands there until something is written
 * @returns {[string, (now: string) => void]}
 */
export function useWords(form, field, initial) {
  return use(form, "words", field, initial);
}

/**
 * Like useState, for what is chosen in a form.
 * @template T
 * @param {string} form @param {string} field @param {T} initial
 * @returns {[T, (now: T) => void]}
 */
export function useChoice(form, field, initial) {
  return use(form, "choices", field, initial);
}

/** What is written in a form, by field. @param {string} form @returns {Record<string, string>} */
export function wordsIn(form) {
  return (forms.value[form] || { words: {} }).words;
}

/** @param {string} form @param {string} field @param {string} now */
export function keepWords(form, field, now) {
  put(form, "words", field, now);
}

/** What is chosen in a form, by field. @param {string} form @returns {Record<string, any>} */
export function choicesIn(form) {
  return (forms.value[form] || { choices: {} }).choices;
}

/** @param {string} form @param {string} field @param {any} now */
export function keepChoice(form, field, now) {
  put(form, "choices", field, now);
}

/**
 * As `useChoice`, for what is asked outside a component too.
 * @template T @param {string} form @param {string} field @param {T} initial @returns {{value: T}}
 */
export function choice(form, field, initial) {
  return {
    get value() {
      return use(form, "choices", field, initial)[0];
    },
    set value(now) {
      put(form, "choices", field, now);
    },
  };
}

/** Whether a form that is opened by a button is open. @param {string} form @returns {[boolean, (now: boolean) => void]} */
export function useOpen(form) {
  const name = OPEN + form;
  const [open] = useChoice(name, "open", false);
  return [open, (now) => (now ? put(name, "choices", "open", true) : forget(name))];
}

/** Whether anything was written or chosen in this form, and not sent. @param {string} form */
export function begun(form) {
  return form in forms.value;
}

/** Forgets a form: it was sent, or thrown away. @param {string} form */
export function forget(form) {
  if (!(form in forms.peek())) return;
  const now = { ...forms.peek() };
  delete now[form];
  forms.value = now;
}

/** What somebody wrote in a form. @param {Form} form @returns {string[]} */
function written(form) {
  return Object.keys(form.words).map((field) => form.words[field]).filter((text) => !isEmpty(text));
}

/** Whether anything was written or chosen in any form; that a form is open is neither. */
export function anyBegun() {
  return Object.keys(forms.value).some((name) => name.indexOf(OPEN) !== 0 && name !== "entry");
}

/** Every text in a command's data. @param {any} data @returns {string[]} */
function textsIn(data) {
  if (typeof data === "string") return [data];
  if (data === null || typeof data !== "object") return [];
  return Object.keys(data).reduce((found, key) => found.concat(textsIn(data[key])), /** @type {string[]} */ ([]));
}

/**
 * The forms whose words went with this command. For a command that outlasted a reload: whoever sent it is gone.
 * @param {any} data
 */
export function formsSentWith(data) {
  const all = forms.peek();
  const sent = textsIn(data);
  return Object.keys(all).filter((name) => {
    const words = written(all[name]).map((text) => tidied(text).trim());
    return words.length > 0 && words.every((text) => sent.indexOf(text) >= 0);
  });
}

/** Everything that was written in forms and not sent. */
export function allWords() {
  const all = forms.value;
  return Object.keys(all).reduce((found, name) => found.concat(written(all[name])), /** @type {string[]} */ ([]));
}

/** Whether what a form belongs to is not there any more for it. @param {string} form its name */
function thingGone(form) {
  const [kind, id] = (form.split("@")[1] || "").split(":");
  if (!kind) return false;
  /** @type {any} */
  const thing = store.get(/** @type {any} */ (kind), id);
  return !thing || Boolean(thing.taken_back) || thing.state === "hidden" || thing.replaced === true;
}

/** The forms with words whose thing has gone, with the words and whose they are ("" for one's own). */
export function stranded() {
  const all = forms.value;
  return Object.keys(all)
    .filter((name) => written(all[name]).length > 0 && thingGone(name))
    .map((name) => ({ name, text: written(all[name]).join("\n"), speaker: String(all[name].choices.person || "") }));
}
