/** Who asks for something: raised hands, Type for me, I have to go. */
import * as flow from "../../board/reading/agenda.js";
import { requestWords } from "../../board/page/announce_agenda.js";
import { _, ngettext } from "../../board/kit/gettext.js";
import { h, html } from "../../board/kit/html.js";
import { icon } from "../../board/kit/icon.js";
import { StillRow, useStill } from "../../board/kit/still_rows.js";
import * as store from "../../board/store/store.js";
import { CommandButton } from "../parts/desk_parts.js";
import { RingRows, ringsWaiting } from "./ring_rows.js";
import { DESK } from "../../board/store/in_view.js";

/** @typedef {import('../../board/wire.js').Request} Request */

/** What waits for an answer, the oldest first; of people who are still here. @returns {Request[]} */
function open() {
  return store
    .each("requests")
    .filter(({ audience }) => audience === DESK)
    .map((one) => one.thing)
    .filter((one) => {
      const attendee = store.get("attendees", one.attendee);
      return !one.answered && attendee && attendee.attendance === "here";
    })
    .sort((a, b) => a.at - b.at);
}

/** How many hands are up, and how many other requests wait. */
export function asking() {
  return ringsWaiting() + open().length + flow.handsUp().length;
}

/** What the section's head says. */
export function requestsNeed() {
  const count = asking();
  return { needs: count > 0, note: count ? ngettext("%(n)s waiting", "%(n)s waiting", count) : _("Nobody asks for anything") };
}

/** @typedef {{key: string, request: Request | null, hand: string}} Asked somebody's request, or the person whose hand is up */

/** @returns {Asked[]} */
function asked() {
  /** @type {Asked[]} */
  const requests = open().map((request) => ({ key: request.id, request, hand: "" }));
  return requests.concat(flow.handsUp().map((hand) => ({ key: "hand:" + hand, request: null, hand })));
}

/** @param {Asked} one */
function keyOf(one) {
  return one.key;
}

/** What became of it. @param {Asked} one */
function answered({ request, hand }) {
  return request ? _("Done for %(name)s", { name: store.attendeeName(request.attendee) }) : _("%(name)s\u2019s hand is down", { name: store.personName(hand) });
}

export function Requests() {
  const rows = useStill("requests", asked(), keyOf);
  if (!rows.length) {
    return html`${h(RingRows, {})} <p class="hint">${_("Raised hands, and people who want somebody to type for them or have to go, appear here.")}</p>`;
  }
  return html`${h(RingRows, {})} <ul class="desk-list" data-still="requests">
    ${rows.map((row) => h(StillRow, { key: row.key, list: "requests", row, said: () => answered(row.one), children: row.one.request ? h(One, { request: row.one.request }) : h(Hand, { id: row.one.hand }) }))}
  </ul>`;
}

/** @param {{request: Request}} props */
function One({ request }) {
  const name = store.attendeeName(request.attendee);
  const data = { request: request.id };
  return html`<p><b>${requestWords(request)}.</b></p>
    ${request.what === "leaving" && html`<p>${_("Ask for last points, number and view per child now.")}</p>`}
    ${h(CommandButton, { fk: "done:" + request.id, words: _("Done"), about: _("for %(name)s", { name }), name: "answer_request", data, said: _("Done.") })}`;
}

/** @param {{id: string}} props a person's id */
function Hand({ id }) {
  const name = store.personName(id);
  return html`<p>${icon("hand")} <b>${_("%(name)s’s hand is up.", { name })}</b></p>
    ${h(CommandButton, { fk: "lower:" + id, words: _("Lower the hand"), about: _("of %(name)s", { name }), name: "lower_hand", data: { person: id }, said: _("%(name)s\u2019s hand is down.", { name }) })}`;
}
