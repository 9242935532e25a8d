/** Who can still open the locked record: each can be taken out of it. */
import { h, html } from "../board/html.js";
import * as store from "../board/store.js";
import { In } from "./lobby.js";

/** Whoever was here to the end; the big screens are nobody. */
export function Inside() {
  const here = store
    .each("attendees")
    .map((one) => one.thing)
    .filter((one) => one.attendance === "here" && !store.isScreen(one))
    .sort((a, b) => store.personName(a.person).localeCompare(store.personName(b.person), "en-GB"));
  return html`<ul class="desk-list">${here.map((one) => h(In, { key: one.id, attendee: one }))}</ul>`;
}
