/** Words put together: names in a row, days, clocks, and a child's name in a template's text. */
import { _, ngettext } from "../kit/gettext.js";
import { inLondon } from "../kit/london.js";
import * as store from "./store.js";

/**
 * A template's text with `{child}` filled in: the child in view, the only child there is, or "each child".
 * @param {string} text
 * @param {string | null} [child] a person's id; without one, the child in view
 */
export function fill(text, child) {
  if (text.indexOf("{child}") < 0) return text;
  const all = store.children();
  const id = child === undefined ? store.childInView.value : child;
  const found = all.find((one) => one.id === id) || (all.length === 1 ? all[0] : undefined);
  return text.split("{child}").join(found ? store.personName(found.id) : _("each child"));
}

/** "Kit", "Kit and Marla", "Kit, Marla and Ivo". @param {string[]} words */
export function listed(words) {
  if (words.length < 2) return words.join("");
  return _("%(many)s and %(last)s", { many: words.slice(0, -1).join(", "), last: words[words.length - 1] });
}

/** Names of people, in a row. @param {string[]} ids */
export function names(ids) {
  return listed(ids.map(store.personName));
}

/** "Thu 23 Apr" for "2026-04-23". @param {string} date */
export function day(date) {
  const [year, month, dayOf] = date.split("-").map(Number);
  const at = new Date(Date.UTC(year, month - 1, dayOf));
  const days = [_("Sun"), _("Mon"), _("Tue"), _("Wed"), _("Thu"), _("Fri"), _("Sat")];
  const months = [
    _("Jan"), _("Feb"), _("Mar"), _("Apr"), _("May"), _("Jun"), _("Jul"), _("Aug"), _("Sep"), _("Oct"), _("Nov"), _("Dec"),
  ];
  return _("%(weekday)s %(day)s %(month)s", { weekday: days[at.getUTCDay()], day: at.getUTCDate(), month: months[at.getUTCMonth()] });
}

/** A name with more about whom it names, unless that is what tells them apart already. @param {string} name @param {string} more */
export function withMore(name, more) {
  return more && !name.endsWith(", " + more) ? name + ", " + more : name;
}

/** "10:42" in London, as in the record. @param {number} stamp */
export function clock(stamp) {
  const { hours, minutes } = inLondon(stamp);
  return hours + ":" + ("0" + minutes).slice(-2);
}

/** "10:42" of today, "Tue 5 May, 10:42" of another day. @param {number} stamp */
export function moment(stamp) {
  const { date } = inLondon(stamp);
  if (date === inLondon(store.now()).date) return clock(stamp);
  return _("%(day)s, %(time)s", { day: day(date), time: clock(stamp) });
}

/** Exact words in quotation marks, unless they already have them. @param {string} text */
export function quoted(text) {
  return /^["\u201c\u2018']/.test(text) ? text : "\u201c" + text + "\u201d";
}

/** Up to the first stop that ends a sentence; all of it where there is none. @param {string} text */
export function firstSentence(text) {
  const found = text.trim().match(/^[\s\S]*?[.!?](?=\s)/);
  return found ? found[0] : text.trim();
}

/** The beginning of a text, for labels. @param {string} text */
export function short(text) {
  return text.length > 60 ? text.slice(0, 57).replace(/\s+\S*$/, "") + "\u2026" : text;
}

/** "1 point", "2 points". @param {number} count */
export function points(count) {
  return ngettext("%(n)s point", "%(n)s points", count);
}

/** The label of a key among a template's choices, or an empty text. @param {Array<{key: string, label: string}>} choices @param {string | null} key */
export function labelOf(choices, key) {
  const found = choices.find((one) => one.key === key);
  return found ? found.label : "";
}
