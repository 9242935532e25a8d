/** The record as it stands: to read and print, as a Word file, and as a PDF where the server can make one. */
import { _ } from "../kit/gettext.js";
import { html } from "../kit/html.js";
import { icon } from "../kit/icon.js";
import { pageOf } from "../kit/seat.js";

/** @param {{children?: any}} props what else can be fetched, beside them */
export function RecordLinks({ children }) {
  const at = pageOf("board") + "/record";
  const app = document.getElementById("app");
  return html`<div class="buttons">
    <a class="button" href=${at} target="_blank" rel="noopener">${icon("eye")} ${_("The record, to read and print")}<span class="away"> ${_("(opens in a new tab)")}</span></a>
    <a class="button" href=${at + ".docx"} download>${icon("file-text")} ${_("The record, as a Word file")}</a>
    ${app && app.dataset.pdf && html`<a class="button" href=${at + ".pdf"}>${icon("file-text")} ${_("The record, as a PDF")}</a>`}
    ${children}
  </div>`;
}
