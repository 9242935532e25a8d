/**
 * Whether a sentence is long or hard to follow: how many words, and its Flesch-Kincaid grade. Pure, and asks nobody:
 * the limits come from the file of the help with words, a text stays in the browser of who types it.
 */

/** @typedef {{sentence_words: number, grade: number, word_syllables: number, hard_words: number}} Limits */
/** @typedef {{begins: string, words: number, long: boolean, hard: string[]}} Judged `hard`: its long words, if it is hard */

const WORD = /[\p{L}\p{N}]+(?:['\u2019][\p{L}\p{N}]+)*/gu;
/** A stop with a space behind it, or the end of a line: "3.5" and "name@work.example" end nothing. */
const END = /[.!?\u2026]+(?=\s|$)|\n+/;
const BEGINNING = 4;

/** The words of a text as they stand there. @param {string} text @returns {string[]} */
export function wordsOf(text) {
  return text.match(WORD) || [];
}

/** @param {string} text @returns {string[]} */
export function sentences(text) {
  return text
    .split(END)
    .map((one) => one.trim())
    .filter((one) => wordsOf(one).length > 0);
}

/** How many syllables an English word has, near enough to add up. A number counts as one. @param {string} word */
export function syllables(word) {
  const letters = word
    .normalize("NFD")
    .replace(/['\u2019]s$/, "")
    .replace(/[^a-z]/gi, "")
    .toLowerCase();
  const heard = letters
    .replace(/([^aeiouysxzcg]|th)es$/, "$1")
    .replace(/([^aeiouytd])ed$/, "$1")
    .replace(/([^aeiouyl]|[aeiouy]l)e$/, "$1")
    .replace(/([^aeiouy])e(ly|less|ful|ment|ments)$/, "$1$2");
  const groups = heard.replace(/^y/, "").match(/[aeiouy]+/g) || [];
  // Two vowels that are said one after the other: sit-u-ation, var-i-ous, re-act; not na-tion and spe-cial.
  const apart = heard.match(/[^tscgx]i(?=[ao])|[^qg]u(?=a)|e(?=o)|^re(?=a[^dl])/g) || [];
  return Math.max(1, groups.length + apart.length);
}

/** The Flesch-Kincaid grade of one sentence. @param {number} words @param {number} count its syllables */
export function gradeOf(words, count) {
  return 0.39 * words + (11.8 * count) / words - 15.59;
}

/** A name or a number: long, perhaps, but nothing could stand in its place. @param {string} word @param {number} at */
function isGiven(word, at) {
  return /\p{N}/u.test(word) || (at > 0 && /^\p{Lu}/u.test(word));
}

/** @param {string} sentence @param {Limits} limits @returns {Judged} */
export function judge(sentence, limits) {
  const words = wordsOf(sentence);
  const counts = words.map((word, at) => (isGiven(word, at) ? 1 : syllables(word)));
  const heavy = words.filter((_, at) => counts[at] >= limits.word_syllables);
  const grade = gradeOf(
    words.length,
    counts.reduce((sum, one) => sum + one, 0),
  );
  return {
    begins: words.slice(0, BEGINNING).join(" "),
    words: words.length,
    long: words.length > limits.sentence_words,
    hard: grade > limits.grade && heavy.length >= limits.hard_words ? heavy : [],
  };
}
