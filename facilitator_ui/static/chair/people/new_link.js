/** A new link for somebody who lost theirs, made from the desk while the meeting goes on. It is shown once; the old one stops. */
import { useState } from "../../vendor/preact-hooks.js";
import { Problem } from "../../board/forms/command_form.js";
import { nameAndPart } from "../../board/store/people_words.js";
import { _ } from "../../board/kit/gettext.js";
import { h, html } from "../../board/kit/html.js";
import { focusSoon } from "../../board/kit/keep_focus.js";
import { forget, useChoice } from "../../board/store/kept_text.js";
import { pageOf } from "../../board/kit/seat.js";
import { refusalWords } from "../../board/kit/refusal_words.js";
import * as store from "../../board/store/store.js";

/** @typedef {import('../../board/wire.js').Attendee} Attendee */
/** @typedef {{attendee: string, link: string, size: number, path: string}} Made */

/** Whoever may come by a link: not the chair, who signs in; who was removed, by the chair alone. @returns {Attendee[]} */
function whose() {
  return store
    .each("attendees")
    .map((one) => one.thing)
    .filter((one) => {
      const role = store.roleOf(one.person);
      const steers = Boolean(role && role.powers.indexOf("steer") >= 0);
      return !store.isScreen(one) && !steers && (one.attendance !== "removed" || store.may("steer"));
    })
    .sort((a, b) => store.personName(a.person).localeCompare(store.personName(b.person), "en-GB"));
}

/** @param {string} attendee @returns {Promise<{made?: Made, problem?: string}>} */
async function asked(attendee) {
  try {
    const answer = await fetch(pageOf("board") + "/link", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      credentials: "same-origin",
      body: JSON.stringify({ attendee }),
    });
    const said = await answer.json();
    return said.ok ? { made: { attendee, link: said.link, size: said.size, path: said.path } } : { problem: refusalWords(said.error) };
  } catch (failed) {
    return { problem: _("The board does not answer. Look whether you are connected, and try again.") };
  }
}

export function NewLink() {
  const [chosen, setChosen] = useChoice("new-link", "chosen", "");
  const [made, setMade] = useState(/** @type {Made | null} */ (null));
  const [problem, setProblem] = useState("");
  const [busy, setBusy] = useState(false);
  const make = async (/** @type {Event} */ event) => {
    event.preventDefault();
    if (busy) return;
    if (!chosen) return setProblem(_("Choose whose link it is."));
    setBusy(true);
    const answer = await asked(chosen);
    setBusy(false);
    setProblem(answer.problem || "");
    if (!answer.made) return undefined;
    setMade(answer.made);
    forget("new-link");
    return focusSoon("new-link");
  };
  if (made) return h(Shown, { made, done: () => { setMade(null); focusSoon("make-link"); } });
  return html`<form class="desk-form" onSubmit=${make}>
    <p class="hint">${_("Somebody lost their link, or others have it? The new one is shown here once, and the old one stops at once. Whoever opens it waits at the door.")}</p>
    <div class="field">
      <label for="link-whose">${_("Whose link?")}</label>
      <select id="link-whose" value=${chosen} onChange=${(/** @type {any} */ event) => setChosen(event.target.value)}>
        <option value="">${_("Choose")}</option>
        ${whose().map((one) => html`<option key=${one.id} value=${one.id}>${nameAndPart(one.person)}</option>`)}
      </select>
    </div>
    ${h(Problem, { text: problem })}
    <button type="submit" class="button" data-fk="make-link" aria-disabled=${busy ? "true" : null}>${_("Make a new link")}</button>
  </form>`;
}

/** @param {{made: Made, done: () => void}} props */
function Shown({ made, done }) {
  const name = store.attendeeName(made.attendee);
  return html`<div class="new-link" role="group" tabindex="-1" data-fk="new-link" aria-label=${_("Link for %(name)s", { name })}>
    <p>${_("Link for %(name)s. It is shown only now.", { name })}</p>
    <p><code>${made.link}</code></p>
    <svg class="qr" viewBox=${`0 0 ${made.size} ${made.size}`} role="img" shape-rendering="crispEdges"
      aria-label=${_("QR code with the link for %(name)s", { name })}>
      <rect class="qr-light" width=${made.size} height=${made.size} /><path class="qr-dark" d=${made.path} />
    </svg>
    <button type="button" class="button" data-fk="link-done" onClick=${done}>${_("Put it away")}</button>
  </div>`;
}
