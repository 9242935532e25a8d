/** What language a point is written in: its name, and what a screen reader and the browser need to read it right. */
import { html } from "../kit/html.js";
import * as store from "./store.js";
import { labelOf } from "./words.js";

const RIGHT_TO_LEFT = ["ar", "ckb", "dv", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi"];

/** Whether the page itself speaks English, so that English on it needs no mark. */
function inEnglish() {
  return /^en\b/.test(document.documentElement.lang);
}

/**
 * The attributes for what people wrote in this language: it runs from right to left where the language does, else as what
 * is written does. English (none said) is marked where the page speaks another language.
 * @param {string | null | undefined} [lang]
 * @returns {{lang?: string, dir: string}}
 */
export function written(lang) {
  if (lang) return { lang, dir: RIGHT_TO_LEFT.indexOf(lang) >= 0 ? "rtl" : "auto" };
  return inEnglish() ? { dir: "auto" } : { lang: "en-GB", dir: "auto" };
}

/**
 * What people wrote, inside a line of ours: marked with its language where the page speaks another, else as it is.
 * @param {string} text @param {string | null | undefined} [lang]
 */
export function theirWords(text, lang) {
  const marks = written(lang);
  return marks.lang ? html`<span ...${marks}>${text}</span>` : text;
}

/** "Urdu"; nothing for English. @param {string | null | undefined} lang */
export function languageName(lang) {
  const template = store.template.value;
  return template && lang ? labelOf(template.languages, lang) : "";
}
