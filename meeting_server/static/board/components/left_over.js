/** The meeting is over, and what I said did not reach it in time: my own words, and nothing of the board. */
import { useEffect, useState } from "../../vendor/preact-hooks.js";
import { _ } from "../gettext.js";
import { html } from "../html.js";
import { written } from "../language.js";
import { leave } from "../leaving.js";
import { leftOver } from "../store.js";

export function LeftOver() {
  const [copied, setCopied] = useState("");
  const words = leftOver.value;
  useEffect(() => {
    const heading = document.getElementById("left-over-heading");
    if (heading) heading.focus();
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
    <h1 id="left-over-heading" tabindex="-1">${_("The meeting has ended before this was sent.")}</h1>
    <p>${_("Nobody has read these words of yours. Give them to the minute-taker or the chair: they can add them to the record.")}</p>
    <ul class="left-over">${words.map((one) => html`<li class="sheet" key=${one}><p class="text" ...${written()}>${one}</p></li>`)}</ul>
    <p>${_("They are on this page only. When you close it, they are gone.")}</p>
    <p role="status">${copied}</p>
    <div class="buttons">
      <button type="button" class="button primary" data-fk="copy-left" onClick=${copy}>${_("Copy my words")}</button>
      <button type="button" class="button" data-fk="close-left" onClick=${() => leave("ended")}>${_("Close this page")}</button>
    </div>
  </div>`;
}
