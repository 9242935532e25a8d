/**
 * My own summary while I write it. It outlives the box it stands in, so that being let in from the waiting room, or
 * turning to another page of the board, loses no word; and it keeps itself as a draft that nobody else can read.
 */
import { signal } from "../../vendor/signals.js";
import { whenShown } from "../forms/act.js";
import { _ } from "../kit/gettext.js";
import { begun, choice, choicesIn, forget, keepChoice, keepWords, wordsIn } from "../store/kept_text.js";
import { MOST } from "../kit/limits.js";
import { lengthOf } from "../kit/plain_text.js";
import { send } from "../line/connection.js";
import { refusalWords } from "../kit/refusal_words.js";
import { ownSummary } from "../reading/summaries.js";

/** @typedef {import('../wire.js').Answer} Answer */

const REST_MS = 1500;
/** What is not kept by the server yet goes by this name (kept_text.js). */
const FORM = "summary";

/** What is in the box; null while there is no box. */
export const words = signal(/** @type {string | null} */ (null));
/** Whether what is in the box is kept: nothing to say, on its way, or kept. */
export const keeping = signal(/** @type {"" | "soon" | "kept"} */ (""));
/** Why it could not be kept or finished, as a sentence. */
export const problem = signal("");
/** Whether something is on its way. */
export const busy = signal(false);

/** Whether the box is open on the board, where it waits for a press. */
export const opened = choice("open:summary", "open", false);

/** The version of my own words that the box goes on from, and the words as they were last kept. */
const seen = signal(0);
let kept = "";
let timer = 0;
/** @type {Promise<unknown>} */
let flight = Promise.resolve();

/** Opens the box with what stands there. */
export function begin() {
  opened.value = true;
  if (words.value !== null) return;
  const own = ownSummary();
  adopt(own ? own.text : "", own ? own.version : 0);
  if (!begun(FORM)) return;
  // Written before a reload, and not kept by the server yet.
  words.value = wordsIn(FORM).text;
  seen.value = choicesIn(FORM).version;
  keeping.value = "soon";
  timer = setTimeout(keep, REST_MS);
}

/** What is in the box, until the server has it. */
function stash() {
  keepWords(FORM, "text", words.peek() || "");
  keepChoice(FORM, "version", seen.peek());
}

/** @param {string} text @param {number} version */
function adopt(text, version) {
  words.value = text;
  kept = text;
  seen.value = version;
  keeping.value = "";
  problem.value = "";
}

/** Takes the box away for now; what is in it is kept. */
export function leave() {
  keep();
  opened.value = false;
}

/** Its writer turned to something else: what is in the box is kept, and an empty one need not be there again. */
export function turnedAway() {
  keep();
  if (!(words.value || "").trim()) close();
}

/** Takes the box away and what was in it. */
function close() {
  opened.value = false;
  clearTimeout(timer);
  forget(FORM);
  adopt("", 0);
  words.value = null;
}

/** What I wrote on another device since, or undefined. Reading it renders again when that changes. */
export function elsewhere() {
  const own = ownSummary();
  return words.value !== null && !busy.value && own && own.version > seen.value && own.text !== kept ? own : undefined;
}

/** The box goes on from what stands there now, and over it. */
export function keepMine() {
  const own = ownSummary();
  seen.value = own ? own.version : 0;
  kept = "";
  stash();
  keep();
}

/** What stands there goes into the box. */
export function useOther() {
  forget(FORM);
  const own = ownSummary();
  adopt(own ? own.text : "", own ? own.version : 0);
}

/** The box changed under its writer's hands; when they rest it is kept. @param {string} now */
export function wrote(now) {
  words.value = now;
  stash();
  problem.value = "";
  keeping.value = now.trim() && now.trim() !== kept ? "soon" : keeping.value;
  clearTimeout(timer);
  timer = setTimeout(keep, REST_MS);
}

/** By how many characters it is too long, or 0. */
export function tooLong() {
  return Math.max(0, lengthOf(words.value || "") - MOST.Account);
}

/** Keeps what is in the box as a draft, unless that is done, impossible, or not mine to decide. @returns {Promise<unknown>} */
export function keep() {
  clearTimeout(timer);
  const text = (words.value || "").trim();
  if (busy.value || !text || text === kept || tooLong() || elsewhere()) return flight;
  flight = ask(() => send("draft_summary", { text, version: seen.value })).then((answer) => {
    if (!answer.ok) return;
    kept = text;
    const more = words.value !== null && words.value.trim() !== text;
    keeping.value = more ? "soon" : "kept";
    if (more) stash();
    else forget(FORM);
    if (more) timer = setTimeout(keep, REST_MS);
  });
  return flight;
}

/** Finishes it for everyone. @returns {Promise<boolean>} whether that was granted */
export async function finish() {
  clearTimeout(timer);
  await flight;
  const text = (words.value || "").trim();
  if (busy.value || elsewhere()) return false;
  if (!text) problem.value = _("Write something first.");
  if (!text || tooLong()) return false;
  const answer = await ask(() => send("finish_summary", { text, version: seen.value, person: null }));
  if (!answer.ok) return false;
  await whenShown(answer);
  close();
  return true;
}

/** Drops what was begun, for good. @returns {Promise<boolean>} whether nothing of it is left */
export async function drop() {
  clearTimeout(timer);
  await flight;
  const own = ownSummary();
  if (own && !own.finished) {
    const answer = await ask(() => send("drop_summary_draft", {}));
    if (!answer.ok) return false;
    await whenShown(answer);
  }
  close();
  return true;
}

/** @param {() => Promise<Answer>} sending @returns {Promise<Answer>} */
async function ask(sending) {
  busy.value = true;
  problem.value = "";
  const answer = await sending();
  if (answer.ok) seen.value += 1;
  busy.value = false;
  if (answer.ok) return answer;
  const { code, text, version } = answer.error;
  // What stood there was taken back meanwhile: nothing is written over, so the words here begin anew.
  if (code === "changed" && !text) {
    seen.value = version || 0;
    kept = "";
    timer = setTimeout(keep, REST_MS);
  } else if (code !== "changed") {
    problem.value = refusalWords(answer.error);
  }
  return answer;
}

document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "hidden") keep();
});
