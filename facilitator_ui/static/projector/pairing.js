/**
 * The page on the big screen before it shows a meeting: a code, and every two seconds the question whether the chair has
 * typed it. Nothing of any meeting is here; whoever photographs the code can do nothing with it.
 */
import { isAlive } from "../board/kit/alive.js";
import { _ } from "../board/kit/gettext.js";

const ASK_MS = 2000;

/** @param {string} id @param {string} words */
function write(id, words) {
  const place = document.getElementById(id);
  if (place) place.textContent = words;
}

/** @param {string} address @param {object} data @returns {Promise<any>} the answer, or null if there was none */
async function post(address, data) {
  try {
    const answer = await fetch(address, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      credentials: "same-origin",
      body: JSON.stringify(data),
    });
    return await answer.json();
  } catch (failed) {
    return null;
  }
}

/** @param {number} ms */
function wait(ms) {
  return new Promise((done) => setTimeout(done, ms));
}

/** @param {string} code "KTM4PX", or nothing while there is none */
function show(code) {
  const middle = Math.ceil(code.length / 2);
  write("code", code ? code.slice(0, middle) + " " + code.slice(middle) : "");
  // Letter by letter, for a chair who hears the screen and does not see it.
  write("spelt", code.split("").join(" "));
  write("says", code ? _("The chair types this code on their desk.") : _("One moment\u2026"));
}

/** Asks for a code, again and again until there is one. @returns {Promise<string>} the ticket to ask with */
async function codeShown() {
  for (;;) {
    const answer = await post("/screen/code", {});
    if (answer && answer.ok) {
      show(answer.code);
      return answer.ticket;
    }
    show("");
    await wait(answer ? 15 * ASK_MS : ASK_MS);
  }
}

async function run() {
  for (let ticket = await codeShown(); ; ) {
    await wait(ASK_MS);
    const answer = await post("/screen/news", { ticket });
    if (answer && answer.ok && answer.go) return window.location.replace(answer.go);
    if (answer && !answer.ok) ticket = await codeShown();
  }
}

isAlive();
run();
