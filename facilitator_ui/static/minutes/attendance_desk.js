/** Who is here, by agency: what the minute-taker sees in the room and states, with the times and the reports. */
import { useRef } from "../vendor/preact-hooks.js";
import { Problem, useCommand } from "../board/forms/command_form.js";
import { partOf } from "../board/store/people_words.js";
import { _, ngettext } from "../board/kit/gettext.js";
import { h, html } from "../board/kit/html.js";
import { icon } from "../board/kit/icon.js";
import { focusSoon } from "../board/kit/keep_focus.js";
import { useOpen } from "../board/store/kept_text.js";
import * as store from "../board/store/store.js";
import { clock } from "../board/store/words.js";
import { countAtTheDoor } from "../chair/people/at_the_door.js";
import { AtTheDoor } from "../chair/people/waiting.js";
import { CommandAfterLook } from "../chair/parts/desk_parts.js";
import { ReportButton, ReportForm, ReportWords } from "./reports.js";
import { Times } from "./attendance_times.js";

/** @typedef {import('../board/wire.js').Attendee} Attendee */
/** @typedef {import('../board/wire.js').StateAttendance} StateAttendance */
/** @typedef {{label: string, attendees: Attendee[], people: string[]}} Group `people`: those of it who are not at the meeting */

/** Everybody at the meeting, without the big screens, which are nobody. */
function attendees() {
  const template = store.template.value;
  const screens = template ? template.roles.filter((one) => one.screen === "projector").map((one) => one.key) : [];
  return store
    .each("attendees")
    .map((one) => one.thing)
    .filter((one) => screens.indexOf(one.role) < 0);
}

/** How many are here of how many, for the heading. */
export function hereNote() {
  const all = attendees();
  const here = all.filter((one) => one.attendance === "here").length;
  const waiting = countAtTheDoor();
  return { needs: waiting > 0, note: waiting ? ngettext("%(n)s waiting", "%(n)s waiting", waiting) : _("%(here)s of %(count)s here", { here, count: all.length }) };
}

/** The agencies in the template's order, each with its people. @returns {Group[]} */
function groups() {
  const template = store.template.value;
  const all = attendees();
  const away = store.people().filter((one) => !one.attendee && !one.child);
  const name = (/** @type {Attendee} */ one) => store.personName(one.person);
  return (template ? template.agencies : [])
    .map(({ key, label }) => ({
      label,
      attendees: all.filter((one) => one.agency === key).sort((a, b) => name(a).localeCompare(name(b), "en-GB")),
      people: away.filter((one) => one.agency === key).map((one) => one.id),
    }))
    .filter((one) => one.attendees.length || one.people.length);
}

export function Here() {
  const waiting = countAtTheDoor();
  const facts = store.meeting();
  const running = facts && facts.state !== "ended" && facts.state !== "finished";
  return html`${h(AtTheDoor, {})}
    ${!waiting && running && html`<p class="hint">${_("People who open their link appear here, to be let in.")}</p>`}
    ${groups().map(
      (group) => html`<div class="agency" key=${group.label}>
        <h4>${group.label}</h4>
        <ul class="desk-list">
          ${group.attendees.map((one) => h(Row, { key: one.id, attendee: one }))}
          ${group.people.map((one) => h(Away, { key: one, person: one }))}
        </ul>
      </div>`,
    )}`;
}

/** Somebody who is not invited but may have sent a report. @param {{person: string}} props */
function Away({ person }) {
  return html`<li>
    <p><b>${store.personName(person)}</b> <span class="hint">${[partOf(person), _("not invited")].filter(Boolean).join(" \u00b7 ")}</span></p>
    ${h(ReportWords, { person })}
    <div class="buttons">${h(ReportButton, { person })}</div>
    ${h(ReportForm, { person })}
  </li>`;
}

/** How somebody is here, in words. @param {Attendee} one */
function how(one) {
  const came = one.joined_at ? clock(one.joined_at) : "";
  const left = one.left_at ? clock(one.left_at) : "";
  const words = {
    invited: _("not here yet"),
    here: hereWords(one.device, came),
    left: leftWords(came, left),
    removed: removedWords(came, left),
    apologies: _("apologies"),
  };
  return words[one.attendance];
}

/** @param {boolean} device @param {string} came */
function hereWords(device, came) {
  if (!came) return device ? _("here") : _("here, no device");
  return device ? _("here since %(time)s", { time: came }) : _("here, no device since %(time)s", { time: came });
}

/** @param {string} came @param {string} left */
function leftWords(came, left) {
  if (!left) return _("left");
  return came ? _("came %(came)s, left at %(left)s", { came, left }) : _("left at %(left)s", { left });
}

/** @param {string} came @param {string} left */
function removedWords(came, left) {
  if (!left) return _("removed");
  return came ? _("came %(came)s, removed at %(left)s", { came, left }) : _("removed at %(left)s", { left });
}

/** @param {{attendee: Attendee}} props */
function Row({ attendee }) {
  const [times, setTimes] = useOpen("times:" + attendee.id);
  const name = store.personName(attendee.person);
  const facts = store.meeting();
  const may = facts && facts.state !== "finished";
  const key = "times:" + attendee.id;
  const person = attendee.person;
  const close = () => {
    setTimes(false);
    focusSoon(key);
  };
  const timed = attendee.attendance === "here" || attendee.attendance === "left";
  // Where focus goes when the button that was pressed is not there any more: to the row, which says what came of it.
  return html`<li data-point=${attendee.id} data-fk=${"here:" + attendee.id} tabindex="-1">
    <p><b>${name}</b> <span class="hint">${partOf(person)}</span></p>
    <p class="how">${attendee.attendance === "here" && icon("check")} <span>${how(attendee)}</span></p>
    ${h(ReportWords, { person })}
    ${
      may &&
      html`<div class="buttons">
      ${
        timed &&
        html`<button type="button" class="button" data-fk=${key} aria-expanded=${String(times)} onClick=${() => setTimes(!times)}>
          ${_("Times")}<span class="away"> ${_("of %(name)s", { name })}</span>
        </button>`
      }
      ${h(Stating, { attendee, name })}
      ${h(ReportButton, { person })}
    </div>`
    }
    ${times && timed && h(Times, { attendee, name, close })} ${h(ReportForm, { person })}
  </li>`;
}

/** A press so soon after the buttons changed was meant for the one that stood there before. */
const TOO_SOON_MS = 700;

/** What can be stated of somebody now. @param {{attendee: Attendee, name: string}} props */
function Stating({ attendee, name }) {
  const me = store.you.value;
  const { ask, problem, busy } = useCommand();
  const now = attendee.attendance + attendee.device;
  const changed = useRef({ now, at: 0 });
  if (changed.current.now !== now) changed.current = { now, at: Date.now() };
  const state = (/** @type {string} */ words, /** @type {StateAttendance["attendance"]} */ attendance, /** @type {boolean} */ device, /** @type {string} */ said) => {
    const press = () => {
      if (Date.now() - changed.current.at > TOO_SOON_MS) ask("state_attendance", { attendee: attendee.id, attendance, device }, said);
    };
    return html`<button type="button" class="button" key=${words} data-fk=${"state-" + attendance + ":" + attendee.id} aria-disabled=${busy ? "true" : null} onClick=${press}>
      ${words}<span class="away"> ${name}</span>
    </button>`;
  };
  const noDevice = (/** @type {string} */ words) => state(words, "here", false, _("%(name)s is here, with no device.", { name }));
  const notYet = (/** @type {string} */ words) => state(words, "invited", true, _("%(name)s: not here yet.", { name }));
  const choices = () => {
    if (attendee.attendance === "invited") return [noDevice(_("Here, no device")), state(_("Apologies"), "apologies", true, _("%(name)s: apologies noted.", { name }))];
    if (attendee.attendance === "apologies") return [noDevice(_("Here, no device")), notYet(_("Not yet"))];
    if (attendee.attendance === "left") return [noDevice(_("Still here, no device"))];
    if (attendee.attendance === "removed") return [];
    if (!attendee.device) return [state(_("Left"), "left", false, _("%(name)s has left.", { name })), notYet(_("Not here after all"))];
    return [h(NoDevice, { key: "none", attendee, name }), h(HasLeft, { key: "left", attendee, name })];
  };
  if (me && me.attendee === attendee.id) return null;
  return html`${choices()} ${problem && h(Problem, { text: problem })}`;
}

/** Somebody with a device: it leaves the meeting too, so that is said before. @param {{attendee: Attendee, name: string}} props */
function HasLeft({ attendee, name }) {
  return h(CommandAfterLook, {
    words: _("Left\u2026"),
    about: name,
    sure: html`<p>${_("%(name)s has gone? Their device leaves the meeting too. What they said stays.", { name })}</p>`,
    yes: _("%(name)s has left", { name }),
    name: "state_attendance",
    data: () => ({ attendee: attendee.id, attendance: "left" }),
    said: _("%(name)s has left.", { name }),
    fk: "state-left:" + attendee.id,
  });
}

/** Somebody whose device is of no use any more: their connection ends, and from then on they are typed for. @param {{attendee: Attendee, name: string}} props */
function NoDevice({ attendee, name }) {
  const phone = store
    .each("devices")
    .some(({ thing }) => thing.attendee === attendee.id && thing.state === "in" && thing.looks_like === "phone");
  const here = phone ? _("%(name)s is here on a phone.", { name }) : _("%(name)s is here on a computer.", { name });
  return h(CommandAfterLook, {
    words: _("Here, no device\u2026"),
    about: name,
    sure: html`<p>${here} ${_("Is it no longer any use to them? Their connection ends, and what they say is typed for them.")}</p>`,
    yes: _("%(name)s is here without a device", { name }),
    name: "state_attendance",
    data: () => ({ attendee: attendee.id, attendance: "here", device: false, anyway: true }),
    said: _("%(name)s is here, with no device.", { name }),
    fk: "state-none:" + attendee.id,
  });
}
