/** What language a point is written in: its name, and what a screen reader and the browser need to read it right. */
import * as store from "./store.js";
import { labelOf } from "./words.js";

const RIGHT_TO_LEFT = ["ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"];

/**
 * The attributes for a text in this language; English (null) takes its direction from what is written.
 * @param {string | null | undefined} lang
 * @returns {{lang?: string, dir: string}}
 */
export function written(lang) {
  return lang ? { lang, dir: RIGHT_TO_LEFT.indexOf(lang) >= 0 ? "rtl" : "ltr" } : { dir: "auto" };
}

/** "Urdu"; nothing for English. @param {string | null | undefined} lang */
export function languageName(lang) {
  const template = store.template.value;
  return template && lang ? labelOf(template.languages, lang) : "";
}
