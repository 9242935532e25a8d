/** Who is in, or can still open the locked record: each can be taken out of it at once. */
import { going, whenWords } from "../../board/reading/agenda.js";
import { _ } from "../../board/kit/gettext.js";
import { h, html } from "../../board/kit/html.js";
import { StillRow, useStill } from "../../board/kit/still_rows.js";
import * as store from "../../board/store/store.js";
import { nameAndPart } from "../../board/store/people_words.js";
import { NameTypist, typistWords } from "../../board/people/name_typist.js";
import { CommandAfterLook, CommandButton } from "../parts/desk_parts.js";

/** @typedef {import('../../board/wire.js').Attendee} Attendee */

/** Whoever is here, by name; the big screens are nobody. @returns {Attendee[]} */
export function peopleInside() {
  return store
    .each("attendees")
    .map((one) => one.thing)
    .filter((one) => one.attendance === "here" && !store.isScreen(one))
    .sort((a, b) => store.personName(a.person).localeCompare(store.personName(b.person), "en-GB"));
}

export function Inside() {
  const rows = useStill("inside", peopleInside(), (one) => one.id);
  const gone = (/** @type {Attendee} */ one) => _("%(name)s is not here any more", { name: store.attendeeName(one.id) });
  return html`<ul class="desk-list" data-still="inside">
    ${rows.map((row) => h(StillRow, { key: row.key, list: "inside", row, kind: ["in"], said: () => gone(row.one), children: h(In, { attendee: row.one }) }))}
  </ul>`;
}

/** @param {{attendee: Attendee}} props */
function In({ attendee }) {
  const me = store.you.value;
  const facts = store.meeting();
  const name = store.personName(attendee.person);
  const mine = Boolean(me && me.attendee === attendee.id);
  const role = store.roleOf(attendee.person);
  const takesPart = Boolean(role && role.powers.indexOf("contribute") >= 0);
  const typist = typistWords(attendee.person);
  const leaves = store.get("requests", attendee.id + ":leaving");
  return html`<p>${nameAndPart(attendee.person)} ${mine && html`<span class="hint">${_("you")}</span>`}${!attendee.device && html`<span class="hint">${_("no device")}</span>`}
      ${leaves && html` <span class="hint">${_("has to go %(when)s", { when: whenWords(leaves.said) })}</span>`}
      ${typist && html` <span class="hint">${typist}</span>`}</p>
    ${!attendee.device && facts && facts.state !== "finished" && h(CommandButton, { words: _("Left"), about: name, name: "state_attendance", data: { attendee: attendee.id, attendance: "left", device: false }, said: _("%(name)s has left.", { name }), fk: "left:" + attendee.id })}
    ${!mine && store.may("steer") && going() && takesPart && h(NameTypist, { person: attendee.person })}
    ${
      !mine && store.may("steer")
        ? h(CommandAfterLook, {
            words: _("Remove\u2026"),
            about: name,
            sure: html`<p>${_("The screens of %(name)s go blank at once. What they said stays.", { name })}</p>`,
            reason: _("Why? Only the chair's desk sees this"),
            yes: _("Remove %(name)s", { name }),
            name: "remove_attendee",
            data: (reason) => ({ attendee: attendee.id, reason }),
            said: _("%(name)s is removed.", { name }),
            fk: "remove:" + attendee.id,
          })
        : null
    }`;
}
