/** The minutes desk: beside the board, what the minute-taker looks after while the others talk. */
import { _ } from "../board/kit/gettext.js";
import { h, html } from "../board/kit/html.js";
import * as store from "../board/store/store.js";
import { AsideDesk, asideNote, hasAsides } from "../chair/points/aside_desk.js";
import { HandMinutes, minutesNote } from "../chair/people/hand_minutes.js";
import { Finished } from "../chair/ending/finished_desk.js";
import { NewLink } from "../chair/people/new_link.js";
import { Requests, requestsNeed } from "../chair/people/requests_desk.js";
import { RecordLinks } from "../board/page/record_links.js";
import { wide } from "../board/reading/view.js";
import { Section } from "../chair/parts/section.js";
import { ConfirmDesk, confirmNote } from "./confirm_desk.js";
import { Here, hereNote } from "./attendance_desk.js";
import { JustAdded, addedNote } from "./just_added.js";
import { Keys, keysOn } from "./shortcuts.js";
import { Notes, notesNote } from "./stage_notes.js";

export function MinutesDesk() {
  const facts = store.meeting();
  if (!facts) return null;
  if (!store.may("minute")) return html`<p class="hint">${_("Somebody else takes the minutes now.")}</p>`;
  const talking = facts.state !== "prepared" && facts.state !== "finished";
  const keys = { needs: false, note: keysOn.value ? _("on") : _("off") };
  const part = (/** @type {string} */ name, /** @type {string} */ title, /** @type {any} */ how, /** @type {any} */ children) =>
    h(Section, { name: "minutes-" + name, title, ...how, children });
  return html`<div class="desk-sections flat" data-list="minutes" data-row="0">
    ${h(Title, {})}
    ${facts.state === "finished" && part("finished", _("The finished record"), { needs: true, note: "" }, h(Finished, {}))}
    ${talking && part("added", _("Just added"), { ...addedNote(), starts: true }, h(JustAdded, {}))}
    ${talking && part("confirm", _("Waiting to be confirmed"), confirmNote(), h(ConfirmDesk, {}))}
    ${(talking || facts.state === "prepared") && facts.state !== "ended" && part("requests", _("Hands and requests"), requestsNeed(), h(Requests, {}))}
    ${facts.state !== "finished" && hasAsides() && part("asides", _("Put aside"), { needs: false, note: asideNote() }, h(AsideDesk, {}))}
    ${part("here", _("Who is here"), hereNote(), h(Here, {}))}
    ${facts.state !== "finished" && facts.state !== "ended" && part("link", _("A new link"), { needs: false, note: "" }, h(NewLink, {}))}
    ${talking && part("notes", _("Notes for each step"), notesNote(), h(Notes, {}))}
    ${facts.state !== "finished" && part("record", _("The record as it will read"), { needs: false, note: "" }, h(RecordDesk, {}))}
    ${facts.state !== "finished" && part("hand", _("Who takes the minutes"), minutesNote(), h(HandMinutes, {}))}
    ${part("keys", _("Keys"), keys, h(Keys, {}))}
  </div>`;
}

/** Beside the board a part of the page; on a small screen, where it stands alone, the page's own heading with the one of its parts. */
function Title() {
  const kept = _("What is kept here is for everyone's record");
  return wide.value
    ? html`<h2 class="desk-title">${_("Minutes desk")}</h2> <p class="hint">${kept}</p>`
    : html`<h1 class="desk-title">${_("Minutes desk")}</h1> <h2 class="hint">${kept}</h2>`;
}

/** The record as it will read: made from the log, for the people it is for, and following the meeting while it is open. */
function RecordDesk() {
  return html`<p class="hint">${_("The record opens beside the board and follows the meeting.")}</p>
    ${h(RecordLinks, {})}`;
}
