/** Asking from a form that stands apart from the box: what the server answers is shown where the button is. */
import { useRef, useState } from "../../vendor/preact-hooks.js";
import { whenShown } from "./act.js";
import { h, html } from "../kit/html.js";
import { icon } from "../kit/icon.js";
import { send } from "../line/connection.js";
import { doneWords } from "../reading/proposals.js";
import { refusalWords } from "../kit/refusal_words.js";
import { offerAfter } from "./their_own_device.js";
import { say } from "../kit/say.js";
import { AsTheirPoint } from "./as_their_point.js";

/** @typedef {import('../wire.js').Commands} Commands */

/** Sends one command at a time; a second press while the first is on its way does nothing. */
export function useCommand() {
  const [problem, setProblem] = useState("");
  const [busy, setBusy] = useState(false);
  const under = useRef(false);
  /** Shows and says why not; an empty text takes it away. @param {string} words */
  const refuse = (words) => {
    setProblem(words);
    if (words) say(words);
  };
  /**
   * @template {keyof Commands} N
   * @param {N} name
   * @param {Commands[N]} data
   * @param {string} [done] what to say once the board shows it
   * @returns {Promise<boolean>} whether it was granted
   */
  const ask = async (name, data, done) => {
    if (under.current) return false;
    under.current = true;
    setProblem("");
    setBusy(true);
    const then = doneWords(name, data, done);
    const answer = await send(name, data);
    offerAfter(name, data, answer.ok ? null : answer.error);
    if (answer.ok) await whenShown(answer);
    under.current = false;
    setBusy(false);
    if (!answer.ok) refuse(refusalWords(answer.error));
    if (answer.ok && then) say(then);
    return answer.ok;
  };
  return { ask, problem, busy, setProblem: refuse };
}

/** Why it did not work, beside the button. @param {{text: string}} props */
export function Problem({ text }) {
  return text ? html`<p class="problem">${icon("triangle-alert")} <span>${text}</span></p>
    ${h(AsTheirPoint, { sentence: text })}` : null;
}
