/** My page was closed, and what I said did not reach the meeting in time: my own words, and nothing of the board. */
import { useEffect, useState } from "../../vendor/preact-hooks.js";
import { _ } from "../kit/gettext.js";
import { html } from "../kit/html.js";
import { written } from "../store/language.js";
import { leave } from "../line/page_leaving.js";
import { leftOver } from "../store/store.js";

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
