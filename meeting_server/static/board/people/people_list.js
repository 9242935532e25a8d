/** Who is here: what the button with the number of people opens. */
import { chairsNow, deputy } from "../reading/controls.js";
import { _ } from "../kit/gettext.js";
import { h, html } from "../kit/html.js";
import * as store from "../store/store.js";
import { clock } from "../store/words.js";
import { partOf, sideOf } from "../store/people_words.js";
import { typistWords } from "./name_typist.js";
import { Shape } from "../kit/shape.js";

/** @typedef {import('../wire.js').Attendee} Attendee */
/** @typedef {import('../wire.js').Person} Person */

const LATE_MS = 5 * 60 * 1000;

/** @param {Attendee} one */
function times(one) {
  const facts = store.meeting();
  if ((one.attendance === "left" || one.attendance === "removed") && one.left_at) return _("left %(time)s", { time: clock(one.left_at) });
  const late = facts && facts.opened_at && one.joined_at && one.joined_at - facts.opened_at > LATE_MS;
  return late && one.joined_at ? _("came %(time)s", { time: clock(one.joined_at) }) : "";
}

/** Who chairs now, and who is deputy. @param {Attendee} one */
function chairing(one) {
  if (chairsNow(one)) return _("chairs now");
  return deputy() === one.id ? _("deputy") : "";
}

/** @param {{id: string, more: string}} props `id` a person's */
function One({ id, more }) {
  const agency = store.agencyOf(id);
  const part = partOf(id);
  const from = agency && agency.tint !== "family" && agency.tint !== "child" ? agency.label : "";
  return html`<li>
    <span class=${"person-mark tint-" + (agency ? agency.tint : "family")}>${h(Shape, { side: sideOf(id) })}</span>
    <span><b>${store.personName(id)}</b> <span class="part">${[part, from, more].filter(Boolean).join(" · ")}</span></span>
  </li>`;
}

/** @param {{title: string, note?: string, rows: Array<{id: string, more: string}>}} props */
function Group({ title, note, rows }) {
  if (!rows.length) return null;
  return html`<h3>${title}</h3>
    ${note && html`<p class="part">${note}</p>`}
    <ul>${rows.map((row) => h(One, { key: row.id, ...row }))}</ul>`;
}

export function People() {
  const here = store.presence.value.here;
  const attendees = store
    .each("attendees")
    .map((one) => one.thing)
    .filter((one) => !store.isScreen(one));
  const rows = (/** @type {Attendee[]} */ found) =>
    found
      .map((one) => ({ id: one.person, more: [chairing(one), times(one), one.attendance === "here" ? typistWords(one.person) : ""].filter(Boolean).join(" · ") }))
      .sort((a, b) => store.personName(a.id).localeCompare(store.personName(b.id), "en-GB"));
  const inRoom = attendees.filter((one) => one.attendance === "here");
  const connected = inRoom.filter((one) => here.indexOf(one.id) >= 0);
  const without = inRoom.filter((one) => !one.device);
  const unheard = inRoom.filter((one) => one.device && here.indexOf(one.id) < 0);
  const spokenOf = store
    .people()
    .filter((one) => !one.attendee)
    .map((one) => ({ id: one.id, more: one.age }));
  return html`<div class="people" aria-label=${_("Who is here")} role="group">
    ${h(Group, { title: _("Here"), rows: rows(connected) })}
    ${h(Group, { title: _("Here, no device"), rows: rows(without) })}
    ${h(Group, { title: _("Here, no device connected now"), rows: rows(unheard) })}
    ${h(Group, { title: _("Not here yet"), rows: rows(attendees.filter((one) => one.attendance === "invited")) })}
    ${h(Group, { title: _("Apologies"), rows: rows(attendees.filter((one) => one.attendance === "apologies")) })}
    ${h(Group, { title: _("Left"), rows: rows(attendees.filter((one) => one.attendance === "left" || one.attendance === "removed")) })}
    ${h(Group, { title: _("Spoken of, not at the meeting"), rows: spokenOf })}
    <p class="shape-key">
      ${h(Shape, { side: "family" })} <span>${_("family")}</span>
      ${h(Shape, { side: "professional" })} <span>${_("works with the family")}</span>
      ${h(Shape, { side: "child" })} <span>${_("child")}</span>
    </p>
  </div>`;
}
