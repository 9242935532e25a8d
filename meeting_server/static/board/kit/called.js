/** What a button is about, heard after the words on it and not seen: no two buttons in sight have one name. */
import { html } from "./html.js";

/** @param {{of: any}} props `of`: the form the button belongs to, or the thing it is for */
export function Called({ of }) {
  return html`<span class="away">: ${of}</span>`;
}
