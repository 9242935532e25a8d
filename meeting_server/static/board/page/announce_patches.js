/** What is said aloud of each patch, and of the connection. */
import { effect } from "../../vendor/signals.js";
import { hearApart } from "./announce_writing.js";
import { onPatch } from "../store/boards.js";
import { saidYes } from "../points/consent.js";
import { hearDecisions, watchControls } from "./announce_deciding.js";
import { paused } from "../reading/agenda.js";
import { hearFlow } from "./announce_agenda.js";
import { _ } from "../kit/gettext.js";
import { announcer, remembered, say } from "../kit/say.js";
import { hearProposals } from "./announce_proposals.js";
import { covered } from "../store/covered.js";
import * as store from "../store/store.js";
import { fill } from "../store/words.js";
import { DESK, OWN } from "../store/in_view.js";

/** @typedef {import('../store/store.js').Item} Item */

/** @param {string} column */
function columnLabel(column) {
  const template = store.template.peek();
  const found = template && template.columns.find((one) => one.key === column);
  return found ? found.label : _("the board");
}

/** @param {Item} item @param {Item | undefined} before */
function hearItem(item, before) {
  const me = store.you.peek();
  if (!me) return;
  const who = store.personName(item.speaker);
  if (item.taken_back && item.taken_back.put_aside) return;
  const words = item.taken_back ? _("%(name)s took a point back.", { name: who }) : _("%(name)s, in %(column)s: %(text)s", { name: who, column: columnLabel(item.column), text: item.text });
  const forMe = item.speaker === me.person && item.confirmed === "waiting";
  const mineToDo = item.action && item.action.owners.indexOf(me.person) >= 0;
  const wasMine = before && before.action && before.action.owners.indexOf(me.person) >= 0;
  if (forMe && item.recorded_by !== me.attendee && (!before || before.version !== item.version)) {
    say(_("%(name)s typed this for you. Is it right?", { name: store.attendeeName(item.recorded_by) }) + " " + item.text);
  } else if (mineToDo && !wasMine && item.action && !saidYes(item.action.accepted, me.person)) {
    say(_("You are asked to do this: %(text)s", { text: item.text }));
  } else if (item.recorded_by !== me.attendee && (!before || before.text !== item.text)) {
    announcer.hear({ column: columnLabel(item.column), words, isNew: !before });
  }
}

/** @param {import('../wire.js').Round} round @param {import('../wire.js').Round | undefined} before */
function hearRound(round, before) {
  if (before && before.state === round.state) return;
  if (round.state === "asked") say(store.may("place") ? _("You are asked for a number.") : _("Numbers are asked for."));
  if (round.state === "shown") say(_("The numbers are shown."));
}

/** @type {Record<string, string>} */
const STATES = {
  open: _("The meeting has started."),
  ended: _("The meeting has ended."),
  finished: _("The record is finished and locked."),
};

/** @param {import('../wire.js').View} view @param {import('../wire.js').View | undefined} before */
function hearView(view, before) {
  const me = store.you.peek();
  const item = store.get("items", view.item);
  if (before || !me || !item || item.speaker !== me.person || view.person === me.person) return;
  say(_("%(name)s sees your point differently: %(text)s", { name: store.personName(view.person), text: view.text }));
}

/** @param {import('../wire.js').ImpactStatement} now @param {import('../wire.js').ImpactStatement | undefined} before */
function hearImpact(now, before) {
  const me = store.you.peek();
  const template = store.template.peek();
  const asked = template && template.impact;
  if (!me || !asked || now.by === me.attendee || (before && before.text === now.text)) return;
  const label = fill(asked.label, now.id);
  announcer.hear({ column: label, words: label + ": " + (now.text || _("the words were taken back.")), isNew: !before });
}

/**
 * What comes to the chair's desk: somebody at the door, a child's words to look at.
 * @param {import("../wire.js").Patch} patch
 * @param {(kind: string, id: string) => any} before
 */
function hearDesk({ put: { devices = {}, items = {} } }, before) {
  Object.keys(devices).forEach((id) => {
    const device = devices[id];
    if (device.state === "waiting" && !before("devices", id)) say(_("%(name)s is at the door.", { name: store.attendeeName(device.attendee) }));
  });
  const fresh = Object.keys(items).filter((id) => items[id].held && !before("items", id));
  const childs = fresh.filter((id) => (store.get("people", items[id].speaker) || { child: false }).child);
  if (childs.length) say(_("A child's words are on the chair's desk."));
  if (childs.length < fresh.length) say(_("A new point is on the chair's desk."));
}

/**
 * Somebody's words were put aside. What was said last may be just these words, so they go from the region too.
 * @param {Record<string, import("../wire.js").Aside>} asides
 * @param {(kind: string, id: string) => any} before
 */
function hearAsides(asides, before) {
  const fresh = Object.keys(asides).filter((id) => !before("asides", id));
  const region = document.getElementById("voice");
  if (!fresh.length || !region) return;
  region.textContent = "";
  say(_("%(name)s put words aside.", { name: store.attendeeName(asides[fresh[0]].by) }));
}

/** Starts listening to patches and to the connection. */
export function startVoice() {
  remembered();
  onPatch((patch, before) => {
    const { items = {}, rounds = {}, views = {}, meeting = {}, impacts = {}, asides = {} } = patch.put;
    hearAsides(asides, before);
    if (patch.audience === DESK) hearDesk(patch, before);
    hearFlow(patch, before, say);
    hearDecisions(patch, before, say);
    hearApart(patch, before, say);
    hearProposals(patch, before, say);
    const shared = patch.audience !== DESK && patch.audience !== OWN;
    if (shared) Object.keys(items).forEach((id) => hearItem(items[id], before("items", id)));
    Object.keys(rounds).forEach((id) => hearRound(rounds[id], before("rounds", id)));
    Object.keys(impacts).forEach((id) => hearImpact(impacts[id], before("impacts", id)));
    Object.keys(views).forEach((id) => hearView(views[id], before("views", id)));
    Object.keys(meeting).forEach((id) => {
      const was = before("meeting", id);
      if (!was || was.state === meeting[id].state) return;
      if (was.state === "paused" && meeting[id].state === "open") say(_("The meeting goes on."));
      else if (STATES[meeting[id].state]) say(STATES[meeting[id].state]);
    });
  });
  effect(() => {
    const silent = paused();
    const hidden = covered.value;
    announcer.hold(silent || hidden);
    const region = document.getElementById("voice");
    // What was said last may be what somebody wrote.
    if ((silent || hidden) && region) region.textContent = hidden ? "" : _("We are taking a pause.");
  });
  effect(() => {
    // The page was closed, and may stay in sight: with words of mine only, or while I am at another family.
    if (store.phase.value !== "none") return;
    announcer.forget();
    const region = document.getElementById("voice");
    if (region) region.textContent = "";
  });
  watchControls(say);
  let lost = false;
  effect(() => {
    const now = store.status.value;
    if (now === "offline" && !lost) say(_("Not connected. What you write is kept on this page."));
    if (now === "connected" && lost) say(_("Back, nothing lost."));
    lost = now === "offline" || (lost && now !== "connected");
  });
}
