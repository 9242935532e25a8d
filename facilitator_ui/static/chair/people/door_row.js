/** One row at the door: who it is, what to know first, and the presses. What turns away stands under the row's more. */
import { useState } from "../../vendor/preact-hooks.js";
import { Problem, useCommand } from "../../board/forms/command_form.js";
import { _, ngettext } from "../../board/kit/gettext.js";
import { h, html } from "../../board/kit/html.js";
import { icon } from "../../board/kit/icon.js";
import { uuid } from "../../board/kit/uuid.js";
import * as store from "../../board/store/store.js";
import { clock, labelOf, listed } from "../../board/store/words.js";
import { CommandAfterLook, CommandButton } from "../parts/desk_parts.js";
import { isThere, isTicked, tickOrNot } from "./at_the_door.js";
import { apartAndIn, byChild, childrensWordsFor } from "./before_letting_in.js";

/** @typedef {import('../../board/wire.js').Device} Device */
/** @typedef {import('../../board/wire.js').Attendee} Attendee */
/** @typedef {import('./before_letting_in.js').ChildsWords} ChildsWords */

/** The whole name: who is let in is not for a first name to decide. @param {{attendee: string}} props */
export function Who({ attendee }) {
  const person = store.personOf(attendee);
  return html`<b>${person ? person.name : store.attendeeName(attendee)}</b>${person && person.relationship ? ", " + person.relationship : ""}`;
}

/** The word of a device after its person's name: the screen shows it too. @param {Device} device @param {boolean} several */
function calledAt(device, several) {
  const name = store.attendeeName(device.attendee);
  return several && device.word ? name + ": " + device.word : name;
}

/** @param {{device: Device, tick?: boolean}} props `tick`: they may be let in with others */
export function DoorRow({ device, tick }) {
  const attendee = store.get("attendees", device.attendee);
  const template = store.template.value;
  if (!attendee || !template) return null;
  const facts = [labelOf(template.agencies, attendee.agency), labelOf(template.roles, attendee.role), device.signed_in ? _("has an account") : _("by link")];
  const who = h(Who, { attendee: attendee.id });
  const there = isThere(device);
  return html`<div class="door-row">
      <div class="door-who">
        ${tick ? html`<label class="choice"><input type="checkbox" checked=${isTicked(device)} data-fk=${"tick:" + device.id} onChange=${() => tickOrNot(device)} /> <span>${who}</span></label>` : html`<p>${who}</p>`}
        <p class="hint">${(there ? facts : [_("Not connected now")]).filter(Boolean).join(" · ")}</p>
      </div>
      ${there && !tick && h(LetThemIn, { device, attendee, several: false })}
      ${h(More, { attendee, devices: [device] })}
    </div>
    ${h(Careful, { attendee, several: false })}`;
}

/** Several devices say that they are one person: nobody is let in before somebody was asked. @param {{devices: Device[], rows: any}} props `rows`: a press for each of the devices */
export function SeveralRow({ devices, rows }) {
  const attendee = store.get("attendees", devices[0].attendee);
  if (!attendee) return null;
  const name = store.attendeeName(attendee.id);
  const phones = devices.every((one) => one.looks_like === "phone");
  const two = phones ? _("Two phones say they are %(name)s.", { name }) : _("Two screens say they are %(name)s.", { name });
  const more = _("%(count)s screens say they are %(name)s.", { count: devices.length, name });
  return html`<div class="door-row">
      <div class="door-who">
        <p><b>${devices.length === 2 ? two : more}</b> ${_("Ask them.")}</p>
        <p class="hint">${h(Who, { attendee: attendee.id })} · ${_("Which word is on their screen?")}</p>
      </div>
      <div class="door-several">${rows}</div>
      ${h(More, { attendee, devices })}
    </div>
    ${h(Careful, { attendee, several: true })}`;
}

/** The press that lets one of several in. @param {{device: Device}} props */
export function OneOfSeveral({ device }) {
  const attendee = store.get("attendees", device.attendee);
  return attendee ? h(LetThemIn, { device, attendee, several: true }) : null;
}

/** What to know before letting in. @param {{attendee: Attendee, several: boolean}} props */
function Careful({ attendee, several }) {
  const name = store.attendeeName(attendee.id);
  // Said above already where several wait; once one of them is in, the other must stay where it is.
  const second = !several && store.each("devices").some(({ thing }) => thing.attendee === attendee.id && thing.state === "in");
  const removed = attendee.attendance === "removed" ? store.get("removals", attendee.id) : undefined;
  return html`${second && html`<p class="careful">${_("A second device. %(name)s is in on another: ask them whether this is theirs.", { name })}</p>`}
    ${attendee.attendance === "removed" && html`<p class="careful">${_("Was removed before.")}${removed && " " + removed.reason}</p>`}`;
}

/** "3 points of Juniper's words" @param {ChildsWords[]} words */
function wordsOf(words) {
  return listed(byChild(words).map(({ child, count }) => ngettext("%(n)s point of %(name)s\u2019s words", "%(n)s points of %(name)s\u2019s words", count, { name: store.personName(child) })));
}

/** @param {{device: Device, attendee: Attendee, several: boolean}} props */
function LetThemIn({ device, attendee, several }) {
  const which = calledAt(device, several);
  const name = store.attendeeName(attendee.id);
  const said = _("%(name)s is let in.", { name });
  const met = apartAndIn(attendee);
  const words = childrensWordsFor(attendee);
  const letIn = { name: /** @type {const} */ ("let_in"), said, fk: "in:" + device.id };
  if (met.length) {
    const inside = listed(met.map((one) => store.attendeeName(one.id)));
    return html`<div class="door-first">
      <p><b>${_("%(name)s is at the door. %(other)s is in.", { name, other: inside })}</b> ${_("They are kept apart.")}</p>
      ${words.length > 0 && html`<p>${_("Will also read: %(words)s", { words: wordsOf(words) })}</p>`}
      ${h(CommandAfterLook, {
        ...letIn,
        words: _("Let in %(name)s all the same", { name: which }),
        sure: html`<p>${_("%(name)s and %(other)s will read the same board. Has everybody been asked?", { name, other: inside })}</p>`,
        yes: _("Yes, let %(name)s in", { name: which }),
        data: () => ({ device: device.id, together: true, still_safe: words.length > 0 }),
      })}
    </div>`;
  }
  if (words.length) return h(ChildrensWords, { device, which, name, words });
  return h(CommandButton, { ...letIn, words: _("Let in %(name)s", { name: which }), data: { device: device.id } });
}

/** A child's words were found safe for those who were here: for this person too? The chair alone says so. @param {{device: Device, which: string, name: string, words: ChildsWords[]}} props */
function ChildrensWords({ device, which, name, words }) {
  const { ask, problem, busy } = useCommand();
  const why = _("To be looked at again.");
  const aside = async () => {
    for (let at = 0; at < words.length; at += 1) {
      const { kind, thing, n } = words[at];
      if (!(await ask("put_aside", { aside: uuid(), kind, thing, n, why }))) return;
    }
  };
  const letIn = { words: _("Still safe"), about: _("Let in %(name)s", { name: which }), name: /** @type {const} */ ("let_in"), data: { device: device.id, still_safe: true } };
  return html`<div class="door-first">
    <p>${_("Will also read: %(words)s", { words: wordsOf(words) })}</p>
    ${!store.may("steer") && html`<p class="hint">${_("The chair says whether these are still safe.")}</p>`}
    <div class="buttons">
      ${store.may("steer") && h(CommandButton, { ...letIn, said: _("%(name)s is let in.", { name }), fk: "in:" + device.id })}
      <button type="button" class="button" data-fk=${"aside-first:" + device.id} aria-disabled=${busy ? "true" : null} onClick=${aside}>
        ${_("Put them aside first")}<span class="away"> ${_("before %(name)s comes in", { name: which })}</span>
      </button>
    </div>
    ${h(Problem, { text: problem })}
  </div>`;
}

/** How they came, and turning them away, which asks once. @param {{attendee: Attendee, devices: Device[]}} props */
function More({ attendee, devices }) {
  const [open, setOpen] = useState(false);
  const several = devices.length > 1;
  const name = store.attendeeName(attendee.id);
  return html`<button type="button" class="button quiet door-more" data-fk=${"door-more:" + devices[0].id} aria-expanded=${String(open)} onClick=${() => setOpen(!open)}>
      ${icon("ellipsis")}<span class="away">${_("More about %(name)s at the door", { name })}</span>
    </button>
    ${
      open &&
      html`<div class="door-about">
        ${devices.map((device) => {
          const which = calledAt(device, several);
          const looks = device.looks_like === "phone" ? _("on a phone") : _("on a computer");
          return html`<p class="hint" key=${device.id}>${[several ? device.word : "", looks, _("since %(time)s", { time: clock(device.at) })].filter(Boolean).join(" · ")}</p>
            ${h(CommandAfterLook, {
              key: "away:" + device.id, words: _("Not this meeting"), about: _("for %(name)s", { name: which }),
              sure: html`<p>${_("Their page goes blank, with a number to ring.")}</p>`,
              yes: _("Yes, turn %(name)s away", { name: which }),
              name: "turn_away", data: () => ({ device: device.id }), said: _("%(name)s is turned away.", { name }), fk: "away:" + device.id,
            })}`;
        })}
      </div>`
    }`;
}
