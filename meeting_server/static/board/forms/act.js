/** Asking for something from a button: what to say when it was done, and what to show when it was not. */
import { doneWords } from "../reading/proposals.js";
import { refusalWords } from "../kit/refusal_words.js";
import * as store from "../store/store.js";
import { send } from "../line/connection.js";
import { offerAfter } from "./their_own_device.js";
import { notice } from "../reading/view.js";
import { say } from "../kit/say.js";

/** @typedef {import('../wire.js').Commands} Commands */

/** Resolves once the boards show what was granted, or after two seconds. @param {import('../wire.js').Granted} answer */
export function whenShown(answer) {
  const until = Date.now() + 2000;
  return new Promise((done) => {
    const look = () => {
      if (store.lastOf(answer.audience) >= answer.n || Date.now() > until) done(answer);
      else setTimeout(look, 40);
    };
    look();
  });
}

/** What was asked for and is not on the board yet. @type {Set<string>} */
const under = new Set();

/**
 * Sends a command from a button. A refusal is shown by the box and said. A second press while the first is on its way asks for
 * nothing twice.
 * @template {keyof Commands} N
 * @param {N} name
 * @param {Commands[N]} data
 * @param {string} [done] what to say once it is on the board
 * @returns {Promise<boolean>} whether it was granted, once the board shows it
 */
export async function act(name, data, done) {
  const press = name + JSON.stringify(data);
  if (under.has(press)) return false;
  under.add(press);
  try {
    return await asked(name, data, done);
  } finally {
    under.delete(press);
  }
}

/**
 * @template {keyof Commands} N
 * @param {N} name
 * @param {Commands[N]} data
 * @param {string} [done]
 */
async function asked(name, data, done) {
  notice.value = "";
  const then = doneWords(name, data, done);
  const answer = await send(name, data);
  offerAfter(name, data, answer.ok ? null : answer.error);
  if (!answer.ok) {
    notice.value = refusalWords(answer.error);
    say(notice.value);
    return false;
  }
  await whenShown(answer);
  if (then) say(then);
  return true;
}
