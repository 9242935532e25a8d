/** What is said aloud of the agenda, turns, hands and requests: what everybody follows, and what is for me. */
import * as flow from "../reading/agenda.js";
import { _ } from "../kit/gettext.js";
import * as store from "../store/store.js";
import { questionFor } from "../reading/deciding.js";
import { fill, quoted } from "../store/words.js";
import { DESK, ROOM } from "../store/in_view.js";

/** @typedef {import('../wire.js').Patch} Patch */
/** @typedef {(kind: string, id: string) => any} Before */
/** @typedef {(words: string) => void} Say */

/** @param {Patch} patch @param {Before} before @param {Say} say */
function hearRoom({ put: { agenda = {}, turns = {}, hands = {} } }, before, say) {
  const now = agenda.agenda;
  const was = before("agenda", "agenda");
  const step = now && (!was || was.stage !== now.stage) ? flow.stepOf(now.stage) : null;
  if (step) say(flow.stepWords(step) + ".");
  const me = store.you.peek();
  const turn = turns.turns;
  const earlier = before("turns", "turns");
  const mine = (/** @type {import('../wire.js').Turns | undefined} */ one) =>
    Boolean(me && one && one.running && one.people[one.at] === me.person);
  if (mine(turn) && !mine(earlier)) say(_("It is your turn."));
  if (!store.may("minute")) return;
  Object.keys(hands).forEach((id) => {
    if (!before("hands", id) && !(me && me.person === id)) say(_("%(name)s\u2019s hand is up.", { name: store.personName(id) }));
  });
}

/** @param {Patch} patch @param {Before} before @param {Say} say */
function hearDesk({ put: { requests = {} } }, before, say) {
  const me = store.you.peek();
  Object.keys(requests).forEach((id) => {
    const request = requests[id];
    const was = before("requests", id);
    if (request.answered || (me && me.attendee === request.attendee) || (was && !was.answered && was.said === request.said)) return;
    say(requestWords(request) + ".");
  });
}

/** "Marla would like you to type for them", "Ivo has to go at 11:00". @param {import('../wire.js').Request} request */
export function requestWords(request) {
  const name = store.attendeeName(request.attendee);
  if (request.what === "type") return _("%(name)s would like you to type for them", { name });
  if (request.what === "read") return _("Read to %(name)s: %(words)s", { name, words: readWords(request) });
  return _("%(name)s has to go %(when)s", { name, when: flow.whenWords(request.said) });
}

/** The words of the point, or the question about the child. @param {import('../wire.js').Request} request */
function readWords({ attendee, said }) {
  const item = store.get("items", said);
  const person = store.personOf(attendee);
  return item ? quoted(item.text) : quoted(person ? fill(questionFor(person.id), said) : "");
}

/** @param {Patch} patch @param {Before} before @param {Say} say */
export function hearFlow(patch, before, say) {
  if (patch.audience === ROOM) hearRoom(patch, before, say);
  if (patch.audience === DESK) hearDesk(patch, before, say);
}
