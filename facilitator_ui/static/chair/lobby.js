/** Who waits at the door, who is in, and taking somebody out at once. */
import { useState } from "../vendor/preact-hooks.js";
import { _ } from "../board/gettext.js";
import { h, html } from "../board/html.js";
import { icon } from "../board/icon.js";
import { StillRow, useStill } from "../board/still.js";
import * as store from "../board/store.js";
import { clock, labelOf } from "../board/words.js";
import { nameAndPart } from "../board/components/number_words.js";
import { Do, DoAfterLook } from "./parts.js";

/** @typedef {import('../board/wire.js').Device} Device */
/** @typedef {import('../board/wire.js').Attendee} Attendee */

/** The devices at the door, the first to come first. */
export function waitingDevices() {
  return store
    .each("devices")
    .map((one) => one.thing)
    .filter((device) => device.state === "waiting")
    .sort((a, b) => a.at - b.at);
}

/** @param {{id: string}} one */
function idOf({ id }) {
  return id;
}

/** What became of somebody at the door. @param {Device} device as it was */
function leftTheDoor(device) {
  const now = store.get("devices", device.id);
  const name = store.attendeeName(device.attendee);
  if (now && now.state === "in") return _("%(name)s is in", { name });
  return now && now.state === "turned_away" ? _("%(name)s is turned away", { name }) : _("%(name)s has gone", { name });
}

/** Who waits at the door; nothing while nobody does. @param {{list: string}} props `list`: a desk may show it beside another's */
export function AtTheDoor({ list }) {
  const rows = useStill(list, waitingDevices(), idOf);
  if (!rows.length) return null;
  return html`<ul class="desk-list at-door" aria-label=${_("At the door")} data-still=${list}>
    ${rows.map((row) => h(StillRow, { key: row.key, list, row, kind: ["waiting"], said: () => leftTheDoor(row.one), children: h(Waiting, { device: row.one }) }))}
  </ul>`;
}

export function Lobby() {
  const waiting = waitingDevices();
  const [shown, setShown] = useState(false);
  const here = store
    .each("attendees")
    .map((one) => one.thing)
    .filter((one) => one.attendance === "here" && !store.isScreen(one))
    .sort((a, b) => store.personName(a.person).localeCompare(store.personName(b.person), "en-GB"));
  const rows = useStill("who-is-in", here, idOf);
  const gone = (/** @type {Attendee} */ one) => _("%(name)s is not here any more", { name: store.attendeeName(one.id) });
  return html`${h(AtTheDoor, { list: "door" })}
    ${!waiting.length && html`<p class="hint">${_("People who open their link appear here. They see nothing until you let them in.")}</p>`}
    <button type="button" class="button quiet small opens" aria-expanded=${String(shown)}
      onClick=${() => setShown(!shown)}>
      ${icon("chevron-right")} ${_("Who is in: %(count)s", { count: here.length })}
    </button>
    ${shown && html`<ul class="desk-list" data-still="who-is-in">
      ${rows.map((row) => h(StillRow, { key: row.key, list: "who-is-in", row, kind: ["in"], said: () => gone(row.one), children: h(In, { attendee: row.one }) }))}
    </ul>`}`;
}

/** @param {{device: Device}} props */
function Waiting({ device }) {
  const attendee = store.get("attendees", device.attendee);
  const template = store.template.value;
  if (!attendee || !template) return null;
  const name = store.personName(attendee.person);
  const person = store.get("people", attendee.person);
  // The whole name: who is let in is not for a first name to decide.
  const whole = person ? person.name + (person.relationship ? ", " + person.relationship : "") : name;
  const removed = attendee.attendance === "removed" ? store.get("removals", attendee.id) : undefined;
  const data = { device: device.id };
  const letIn = /** @type {const} */ ({ words: _("Let in"), name: "let_in" });
  const turnAway = /** @type {const} */ ({ words: _("Not this meeting"), name: "turn_away" });
  const facts = [
    labelOf(template.agencies, attendee.agency),
    labelOf(template.roles, attendee.role),
    device.looks_like === "phone" ? _("on a phone") : _("on a computer"),
    _("since %(time)s", { time: clock(device.at) }),
  ];
  return html`<p><b>${whole}</b></p>
    <p class="hint">${facts.filter(Boolean).join(" · ")}</p>
    ${device.second && html`<p class="careful">${_("A second device. %(name)s is in on another: ask them whether this is theirs.", { name })}</p>`}
    ${attendee.attendance === "removed" && html`<p class="careful">${_("Was removed before.")}${removed && " " + removed.reason}</p>`}
    <div class="buttons">
      ${h(Do, { ...letIn, about: name, data, said: _("%(name)s is let in.", { name }), primary: true, fk: "in:" + device.id })}
      ${h(Do, { ...turnAway, about: _("for %(name)s", { name }), data, said: _("%(name)s is turned away.", { name }), fk: "away:" + device.id })}
    </div>`;
}

/** @param {{attendee: Attendee}} props */
export function In({ attendee }) {
  const me = store.you.value;
  const name = store.personName(attendee.person);
  const mine = Boolean(me && me.attendee === attendee.id);
  return html`<p>${nameAndPart(attendee.person)} ${mine && html`<span class="hint">${_("you")}</span>`}${!attendee.device && html`<span class="hint">${_("no device")}</span>`}</p>
    ${
      !mine && store.may("steer")
        ? h(DoAfterLook, {
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
