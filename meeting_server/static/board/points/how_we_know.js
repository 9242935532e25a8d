/** How we know what a point says: the same words on the board, on the desk and on the big screen. */
import { _ } from "../kit/gettext.js";
import { languageName } from "../store/language.js";
import * as store from "../store/store.js";
import { labelOf } from "../store/words.js";

/**
 * What there is to say of it, in order: exact words, the kind of knowledge, how a child's words came to us, where it is
 * written, when it was, the language. `own`: in the writer's own words; the others are the template's.
 * @param {Pick<import('../store/store.js').Item, "exact" | "basis" | "obtained" | "source" | "when" | "lang">} point
 * @returns {{words: string, own: boolean}[]}
 */
export function howWeKnow(point) {
  const template = store.template.value;
  const all = [
    { words: point.exact ? _("Exact words") : "", own: false },
    { words: template ? labelOf(template.basis, point.basis) : "", own: false },
    { words: template ? labelOf(template.obtained, point.obtained) : "", own: false },
    { words: point.source, own: true },
    { words: point.when, own: true },
    { words: languageName(point.lang), own: false },
  ];
  return all.filter((one) => one.words);
}

/** The same in one line, for where the writer's own words need no mark. @param {Parameters<typeof howWeKnow>[0]} point */
export function knownInWords(point) {
  return howWeKnow(point).map((one) => one.words).join(" \u00b7 ");
}
