/**
 * Finds words that can hurt, or that not everybody knows, in what somebody is typing (S12). Pure: a text and the help in,
 * hints out. What stands in quotation marks was said by somebody and is theirs: it is not looked at.
 */
import { unquoted } from "./childs_voice.js";
import { judge, sentences } from "./readability.js";

/**
 * @typedef {{key: string, words: string[], helps: string, instead?: string, but_not?: string[], critical?: boolean,
 *   acronym?: boolean}} Entry
 * @typedef {{hints: Entry[], readability: import('./readability.js').Limits | null, reminder: string}} Help
 * @typedef {{id: string, kind: "words", words: string, helps: string, instead: string, reminder: string}} WordHint
 * @typedef {{id: string, kind: "long" | "hard", begins: string, words: number, hard: string[]}} SentenceHint
 * @typedef {WordHint | SentenceHint} Hint
 * @typedef {{word: string, start: number, end: number}} Token
 * @typedef {{entry: Entry, tokens: string[], capitals: boolean}} Phrase
 * @typedef {{start: number, end: number, entry: Entry}} Found
 */

const PART = /[\p{L}\p{N}]+(?:['\u2019][\p{L}\p{N}]+)*/gu;
const BETWEEN = /^[\s\u2010\u2011-]+$/;
/** Somebody's words that have begun and are not closed yet: to the end of the line. */
const BEGUN = /["\u201c\u201e\u00ab\u2018][^\n]*|(^|[\s(])'(?=\S)[^\n]*/gm;

/** What is said in the writer's own words. @param {string} text */
export function ownWords(text) {
  return unquoted(text).replace(BEGUN, " ");
}

/** @param {string} text @returns {Token[]} */
function tokensOf(text) {
  /** @type {Token[]} */
  const found = [];
  PART.lastIndex = 0;
  for (let one = PART.exec(text); one; one = PART.exec(text)) {
    found.push({ word: one[0].replace(/\u2019/g, "'"), start: one.index, end: one.index + one[0].length });
  }
  return found;
}

/** @param {Entry} entry @param {string} words @returns {Phrase} */
function phrase(entry, words) {
  const capitals = words !== words.toLowerCase() && words === words.toUpperCase();
  return { entry, capitals, tokens: tokensOf(capitals ? words : words.toLowerCase()).map((one) => one.word) };
}

/** Phrases by their first word in small letters. @param {Entry[]} hints @param {(entry: Entry) => string[]} which */
function byFirstWord(hints, which) {
  /** @type {Map<string, Phrase[]>} */
  const found = new Map();
  hints.forEach((entry) =>
    which(entry).forEach((words) => {
      const one = phrase(entry, words);
      const first = one.tokens[0].toLowerCase();
      found.set(first, (found.get(first) || []).concat([one]));
    }),
  );
  return found;
}

/** Whether the phrase stands at this token, with nothing but a space or a hyphen inside. @param {string} text @param {Token[]} tokens @param {number} at @param {Phrase} one */
function stands(text, tokens, at, one) {
  return one.tokens.every((word, step) => {
    const token = tokens[at + step];
    if (!token || (one.capitals ? token.word : token.word.toLowerCase()) !== word) return false;
    return step === 0 || BETWEEN.test(text.slice(tokens[at + step - 1].end, token.start));
  });
}

/** Every place where one of the phrases stands; of those of one entry at one place the longest. @param {string} text @param {Token[]} tokens @param {Map<string, Phrase[]>} phrases */
function places(text, tokens, phrases) {
  /** @type {Found[]} */
  const found = [];
  tokens.forEach((token, at) => {
    const here = (phrases.get(token.word.toLowerCase()) || []).filter((one) => stands(text, tokens, at, one));
    here.sort((a, b) => b.tokens.length - a.tokens.length);
    here.forEach((one) => {
      if (found.some((other) => other.entry === one.entry && other.end > token.start)) return;
      found.push({ entry: one.entry, start: token.start, end: tokens[at + one.tokens.length - 1].end });
    });
  });
  return found;
}

/** Whether brackets beside the letters say what they stand for: "CAMHS (...)" or "... (CAMHS)". @param {string} text @param {Found} one */
function explained(text, one) {
  return /^\s*\(/.test(text.slice(one.end)) || (/\(\s*$/.test(text.slice(0, one.start)) && /^\s*\)/.test(text.slice(one.end)));
}

/** @param {string} text @param {Help} help @returns {WordHint[]} */
function wordHints(text, help) {
  const tokens = tokensOf(text);
  const other = places(text, tokens, byFirstWord(help.hints, (entry) => entry.but_not || []));
  const found = places(text, tokens, byFirstWord(help.hints, (entry) => entry.words)).filter(
    (one) => !other.some((wider) => wider.entry === one.entry && wider.start <= one.start && one.end <= wider.end),
  );
  const clear = found.filter((one) => one.entry.acronym && explained(text, one)).map((one) => text.slice(one.start, one.end));
  const told = found.filter((one, at) => {
    const first = found.findIndex((before) => before.entry === one.entry && clear.indexOf(text.slice(before.start, before.end)) < 0);
    return first === at;
  });
  const critical = told.find((one) => Boolean(one.entry.critical));
  return told.map((one) => ({
    id: one.entry.key,
    kind: "words",
    words: text.slice(one.start, one.end).replace(/\s+/g, " "),
    helps: one.entry.helps,
    instead: one.entry.instead || "",
    reminder: one === critical ? help.reminder : "",
  }));
}

/** @param {string} text @param {Help} help @returns {SentenceHint[]} */
function sentenceHints(text, help) {
  const limits = help.readability;
  if (!limits) return [];
  /** @type {SentenceHint[]} */
  const found = [];
  sentences(text).forEach((sentence, at) => {
    const { begins, words, long, hard } = judge(sentence, limits);
    if (long) found.push({ id: "long:" + at, kind: "long", begins, words, hard });
    else if (hard.length) found.push({ id: "hard:" + at, kind: "hard", begins, words, hard });
  });
  return found;
}

/**
 * What there is to say about a text: first its words, in their order, then its sentences.
 * @param {string} text @param {Help} help @returns {Hint[]}
 */
export function hintsFor(text, help) {
  const own = ownWords(text);
  return [/** @type {Hint[]} */ (wordHints(own, help)), /** @type {Hint[]} */ (sentenceHints(own, help))].reduce((all, some) => all.concat(some), []);
}
