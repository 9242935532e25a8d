/** The page of one family while I am at another: nothing of the board, and what was not sent is kept for later. */
import { useEffect } from "../../vendor/preact-hooks.js";
import { _ } from "../kit/gettext.js";
import { html } from "../kit/html.js";
import { comeBack } from "../line/connection.js";
import { away } from "../store/store.js";

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
