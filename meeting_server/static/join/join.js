/**
 * Opening a personal link: who is asked for, who will be there, what is kept, and Ask to join. The link's secret is taken
 * out of the address bar before anything else, and leaves this page only in the body of a request.
 */
import { render } from "../vendor/preact.js";
import { useState } from "../vendor/preact-hooks.js";
import { isAlive } from "../board/kit/alive.js";
import { _ } from "../board/kit/gettext.js";
import { h, html } from "../board/kit/html.js";
import { refusalWords } from "../board/kit/refusal_words.js";
import { secretOf } from "./secret.js";

/**
 * @typedef {{role_label: string, agency_label: string}} Expected
 * @typedef {{ok: true, title: string, occasion_words: string, setting_words: string, name: string, role_label: string,
 *   people: Expected[], kept: string[], cookies: boolean}} Look
 * @typedef {{ok: false, error: {code: string, message: string, says?: import("../board/kit/refusal_words.js").Says}}} No
 */

const NO_ANSWER = {
  ok: /** @type {false} */ (false),
  error: { code: "no_answer", message: _("The board does not answer. Look whether you are connected, and try again.") },
};

/** @param {string} address @param {string} token @returns {Promise<any>} the answer, or one that says there was none */
async function post(address, token) {
  try {
    const answer = await fetch(address, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      credentials: "same-origin",
      body: JSON.stringify({ token }),
    });
    return await answer.json();
  } catch (failed) {
    return NO_ANSWER;
  }
}

/** Roles that will be there, each once: "Health worker, Health". @param {Expected[]} people */
function expected(people) {
  const words = people.map(
    (one) => one.role_label + (one.agency_label && one.agency_label !== one.role_label ? ", " + one.agency_label : ""),
  );
  return words
    .filter((word, at) => words.indexOf(word) === at)
    .map((word) => {
      const many = words.filter((other) => other === word).length;
      return many > 1 ? word + " (" + many + ")" : word;
    });
}

/** @param {{token: string, look: Look}} props */
function Invitation({ token, look }) {
  const [problem, setProblem] = useState("");
  const [busy, setBusy] = useState(false);
  const ask = async () => {
    if (busy) return;
    setBusy(true);
    setProblem("");
    const answer = await post("/join", token);
    if (answer.ok) {
      window.location.replace(answer.go);
      return;
    }
    setBusy(false);
    setProblem(refusalWords(answer.error));
  };
  return html`<h1>${_("Join the meeting")}</h1>
    <p class="occasion">${look.occasion_words || look.title}<br /><span class="hint">${look.setting_words}</span></p>
    <div class="sheet is-you">
      <h2>${_("Is this you?")}</h2>
      <p class="you-are">${look.name}, ${look.role_label}</p>
      <button type="button" class="button primary wide" aria-disabled=${busy ? "true" : null} onClick=${ask}>${_("Ask to join")}</button>
      <p class="hint">${_("Not you? Please close this page and tell whoever sent you the link.")}</p>
      <div role="alert">${problem && html`<p class="problem">${problem}</p>`}</div>
    </div>
    <div class="sheet">
      <h2>${_("What is kept")}</h2>
      <ul class="dotted">${look.kept.map((one) => html`<li key=${one}>${one}</li>`)}</ul>
    </div>
    <div class="sheet">
      <h2>${_("Who will be there")}</h2>
      <ul class="dotted">${expected(look.people).map((one) => html`<li key=${one}>${one}</li>`)}</ul>
    </div>`;
}

/** @type {Record<string, [string, string]>} */
const WHAT_TO_DO = {
  no_link: [
    _("This link does not work"),
    _("Perhaps not all of it was copied. Open it again from your message, or paste it here. Or ask for a new one."),
  ],
  ended: [_("This meeting has ended"), _("Nobody can join it any more. You can ask the chair for the record.")],
  cancelled: [_("This meeting will not take place"), ""],
  stopped: [
    _("This link has stopped working"),
    _("Perhaps you were sent a newer one. If not, ask whoever sent it to you, or ring them."),
  ],
  too_many: [
    _("Please wait a moment"),
    _("There were too many tries with links that do not work. Wait a few minutes and open your link again."),
  ],
  not_now: [_("The board can't be opened just now"), _("Nothing that was saved is lost. Try again in a minute.")],
  no_answer: [_("The board does not answer"), _("Look whether you are connected, and try again.")],
  cut: [
    _("The end of this link is missing"),
    _("What was pasted has nothing after #, and that is the part that is yours. Copy the whole link from your message, over both lines if it stands on two. Or ask for a new one."),
  ],
  missing: [
    _("Join a meeting"),
    _("Open the link from the message you were sent. If that brought you here, the end of the link was lost on the way: copy the whole link from your message, and paste it in this box."),
  ],
};

/** What passes by itself: the same link is worth another try. */
const PASSES = ["no_answer", "not_now", "too_many"];

/** @param {No["error"] & {token?: string}} props */
function Trouble({ code, message, says, token }) {
  const [pasted, setPasted] = useState("");
  const known = WHAT_TO_DO[code];
  const [heading, advice] = known || WHAT_TO_DO.no_link;
  const again = (/** @type {Event} */ event) => {
    event.preventDefault();
    const token = secretOf(pasted);
    if (token) begin(token);
    else if (pasted.trim()) show(h(Trouble, { key: "cut", code: "cut", message: "" }));
  };
  return html`<h1>${heading}</h1>
    ${message && (!known || code === "cancelled") && html`<p>${refusalWords({ message, says })}</p>`}
    ${advice && html`<p>${advice}</p>`}
    ${token && PASSES.indexOf(code) >= 0 && html`<button type="button" class="button primary wide" onClick=${() => begin(token)}>${_("Try again")}</button>`}
    ${
      code !== "ended" &&
      code !== "cancelled" &&
      html`<form class="sheet" onSubmit=${again}>
      <div class="field">
        <label for="pasted">${_("Your link")}</label>
        <input id="pasted" type="text" autocomplete="off" spellcheck="false" value=${pasted}
          onInput=${(/** @type {any} */ event) => setPasted(event.target.value)} />
      </div>
      <button type="submit" class="button primary wide">${_("Open it")}</button>
    </form>`
    }`;
}

/** This browser keeps no cookie: nobody could be let in on it, and would be new at the door each time. @param {{token: string}} props */
function NoCookies({ token }) {
  return html`<h1>${_("This browser keeps no cookies")}</h1>
    <p>${_("The board needs one, to know this screen again. Without it nobody can let you in. Nobody has been told that you are here yet.")}</p>
    <p>${_("Allow cookies for this page in the browser\u2019s settings, or open your link in another browser, outside of the program that showed you the message.")}</p>
    <button type="button" class="button primary wide" onClick=${() => begin(token)}>${_("Try again")}</button>`;
}

let painted = false;

/** @param {any} what */
function show(what) {
  const root = document.getElementById("join");
  if (!root) return;
  if (!painted) root.textContent = "";
  painted = true;
  render(html`<div class="join-page">${what}</div>`, root);
  const heading = root.querySelector("h1");
  if (!heading) return;
  heading.tabIndex = -1;
  heading.focus();
}

/** @param {string} token */
async function begin(token) {
  /** @type {Look | No} */
  let look = await post("/join/look", token);
  // The first answer brought a cookie: whether this browser keeps it, the second knows.
  if (look.ok && !look.cookies) look = await post("/join/look", token);
  if (!look.ok) show(h(Trouble, { ...look.error, token }));
  else if (look.cookies) show(h(Invitation, { token, look }));
  else show(h(NoCookies, { token }));
}

// From here on the link is only in memory: to load this page again would lose it.
isAlive();
const secret = secretOf(window.location.hash);
window.history.replaceState(null, "", window.location.pathname);
if (secret) begin(secret);
else show(h(Trouble, { code: "missing", message: "" }));
