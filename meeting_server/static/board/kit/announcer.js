/**
 * What is said aloud to somebody who listens to the page, and when. Pure: the clock and the voice are handed in.
 *
 * News of mine and news to me is said at once. What others do is pooled: said after 3 s of quiet, at most once in 12 s,
 * never within 2.5 s of a key being pressed, and as counts by column. Presence is never said.
 */
import { _, ngettext } from "./gettext.js";

/** @typedef {"everything" | "summaries" | "mine"} Setting */
/** @typedef {{now: () => number, later: (what: () => void, ms: number) => any, speak: (words: string) => void}} Around */
/** @typedef {{column: string, words: string, isNew: boolean}} News */

const QUIET_MS = 3000;
const APART_MS = 12000;
const TYPING_MS = 2500;

/** Counts by column, in the order columns were first heard of. @param {News[]} pool */
export function summary(pool) {
  const fresh = pool.filter((news) => news.isNew);
  /** @type {Map<string, number>} */
  const columns = new Map();
  fresh.forEach((news) => columns.set(news.column, (columns.get(news.column) || 0) + 1));
  const where = Array.from(columns, ([column, count]) => _("%(count)s in %(column)s", { count, column })).join(", ");
  const said = fresh.length ? [ngettext("%(n)s new point: %(where)s", "%(n)s new points: %(where)s", fresh.length, { where })] : [];
  const changed = pool.length - fresh.length;
  if (changed) said.push(ngettext("%(n)s point changed", "%(n)s points changed", changed));
  return said.join(". ") + ".";
}

/**
 * @param {Around} around `now` and `later` in milliseconds; `speak` puts words where a screen reader says them
 */
export function makeAnnouncer({ now, later, speak }) {
  /** @type {Setting} */
  let setting = "summaries";
  /** @type {News[]} */
  let pool = [];
  let heardAt = -Infinity;
  let saidAt = -Infinity;
  let typedAt = -Infinity;
  let looking = false;
  let held = false;
  /** @type {string[]} */
  let kept = [];

  function due() {
    const apart = setting === "everything" ? QUIET_MS : APART_MS;
    return Math.max(heardAt + QUIET_MS, saidAt + apart, typedAt + TYPING_MS);
  }

  function look() {
    looking = false;
    if (!pool.length || held) return;
    if (now() < due()) {
      lookAgain();
      return;
    }
    saidAt = now();
    speak(setting === "everything" ? pool.map((news) => news.words).join(" ") : summary(pool));
    pool = [];
  }

  function lookAgain() {
    if (looking) return;
    looking = true;
    later(look, Math.max(0, due() - now()));
  }

  return {
    /** Says at once what I did or what is for me. @param {string} words */
    say(words) {
      if (held) kept.push(words);
      else speak(words);
    },
    /** Silent while the meeting pauses: what would have been said is said after it. @param {boolean} now */
    hold(now) {
      held = now;
      if (now) return;
      const words = kept.join(" ");
      kept = [];
      if (words) speak(words);
      if (pool.length) lookAgain();
    },
    /** What somebody else did, to be said in its time. @param {News} news */
    hear(news) {
      if (setting === "mine") return;
      pool.push(news);
      heardAt = now();
      lookAgain();
    },
    /** A key was pressed in a box. */
    typing() {
      typedAt = now();
    },
    /** What waits to be said is not said any more: the page was closed. */
    forget() {
      pool = [];
      kept = [];
    },
    /** @param {Setting} chosen */
    set(chosen) {
      setting = chosen;
      if (chosen === "mine") pool = [];
    },
  };
}
