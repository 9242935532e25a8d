/** A page that was closed, and nothing of the board on it: what I said in vain, or the way back from another family. */
import { useEffect, useState } from "../../vendor/preact-hooks.js";
import { _ } from "../kit/gettext.js";
import { html } from "../kit/html.js";
import { written } from "../store/language.js";
import { comeBack } from "../line/connection.js";
import { leave } from "../line/page_leaving.js";
import { away, leftOver } from "../store/store.js";

/** What to say and do, by why the page was closed. */
function sentences() {
  return {
    ended: [
      _("The meeting has ended before this was sent."),
      _("Nobody has read these words of yours. Give them to the minute-taker or the chair: they can add them to the record."),
    ],
    no_device: [
      _("You are at the meeting without a device."),
      _("The person who takes notes wrote that down, so this page is closed. Nobody has read these words of yours: say them, or let the person who takes notes type them."),
    ],
  };
}

/** My words that did not reach the meeting in time. */
export function LeftOver() {
  const [copied, setCopied] = useState("");
  const { reason, words } = /** @type {NonNullable<typeof leftOver.value>} */ (leftOver.value);
  const [heading, what] = sentences()[reason];
  useEffect(() => {
    const at = document.getElementById("left-over-heading");
    if (at) at.focus();
  }, []);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(words.join("\n\n"));
      setCopied(_("Copied."));
    } catch (refused) {
      setCopied(_("This browser does not let us copy. Mark the words and copy them yourself."));
    }
  };
  return html`<div class="join-page">
    <h1 id="left-over-heading" tabindex="-1">${heading}</h1>
    <p>${what}</p>
    <ul class="left-over">${words.map((one) => html`<li class="sheet" key=${one}><p class="text" ...${written()}>${one}</p></li>`)}</ul>
    <p>${_("They are on this page only. When you close it, they are gone.")}</p>
    <p role="status">${copied}</p>
    <div class="buttons">
      <button type="button" class="button primary" data-fk="copy-left" onClick=${copy}>${_("Copy my words")}</button>
      <button type="button" class="button" data-fk="close-left" onClick=${() => leave(reason)}>${_("Close this page")}</button>
    </div>
  </div>`;
}

/** The page of one family while I am at another: what was not sent is kept for later. */
export function Away() {
  useEffect(() => {
    const heading = document.getElementById("away-heading");
    if (heading) heading.focus();
  }, []);
  return html`<div class="join-page">
    <h1 id="away-heading" tabindex="-1">${_("You are with another family now.")}</h1>
    <p>${_("So this family's page is closed to you. What you had not sent is kept here, out of sight, for as long as this page is open. Come back to it when the other family's time has ended.")}</p>
    <p role="status">${away.value > 1 && _("It is still closed: the other family's time has not ended.")}</p>
    <p><button type="button" class="button" data-fk="come-back" onClick=${comeBack}>${_("Come back to this family")}</button></p>
  </div>`;
}
