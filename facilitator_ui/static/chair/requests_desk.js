/** Who asks for something: raised hands, Type for me, I have to go. */
import * as flow from "../board/flow.js";
import { requestWords } from "../board/flow_voice.js";
import { _, ngettext } from "../board/gettext.js";
import { h, html } from "../board/html.js";
import { icon } from "../board/icon.js";
import * as store from "../board/store.js";
import { Do } from "./parts.js";

/** @typedef {import('../board/wire.js').Request} Request */

/** What waits for an answer, the oldest first; of people who are still here. @returns {Request[]} */
function open() {
  return store
    .each("requests")
    .filter(({ audience }) => audience === "chairs_desk")
    .map((one) => one.thing)
    .filter((one) => {
      const attendee = store.get("attendees", one.attendee);
      return !one.answered && attendee && attendee.attendance === "here";
    })
    .sort((a, b) => a.at - b.at);
}

/** How many hands are up, and how many other requests wait. */
export function asking() {
  return open().length + flow.handsUp().length;
}

/** What the section's head says. */
export function requestsNeed() {
  const count = asking();
  return { needs: count > 0, note: count ? ngettext("%(n)s waiting", "%(n)s waiting", count) : _("Nobody asks for anything") };
}

export function Requests() {
  const requests = open();
  const hands = flow.handsUp();
  if (!requests.length && !hands.length) {
    return html`<p class="hint">${_("Raised hands, and people who want somebody to type for them or have to go, appear here.")}</p>`;
  }
  return html`<ul class="desk-list">
    ${requests.map((request) => h(One, { key: request.id, request }))} ${hands.map((id) => h(Hand, { key: id, id }))}
  </ul>`;
}

/** @param {{request: Request}} props */
function One({ request }) {
  const name = store.attendeeName(request.attendee);
  const data = { request: request.id };
  return html`<li>
    <p><b>${requestWords(request)}.</b></p>
    ${request.what === "leaving" && html`<p>${_("Ask for last points, number and view per child now.")}</p>`}
    ${h(Do, { fk: "done:" + request.id, words: _("Done"), about: _("for %(name)s", { name }), name: "answer_request", data, said: _("Done.") })}
  </li>`;
}

/** @param {{id: string}} props a person's id */
function Hand({ id }) {
  const name = store.personName(id);
  return html`<li>
    <p>${icon("hand")} <b>${_("%(name)s’s hand is up.", { name })}</b></p>
    ${h(Do, { fk: "lower:" + id, words: _("Lower the hand"), about: _("of %(name)s", { name }), name: "lower_hand", data: { person: id }, said: _("%(name)s\u2019s hand is down.", { name }) })}
  </li>`;
}
