/** What is said aloud of the decisions, and of who has the chair's controls. */
import { effect } from "../../vendor/signals.js";
import { holder } from "../reading/controls.js";
import { outcomeWords } from "../reading/deciding.js";
import { _ } from "../kit/gettext.js";
import * as store from "../store/store.js";
import { takenOffWords } from "../deciding/not_yet.js";

/** @typedef {import('../wire.js').Patch} Patch */

/** @param {Patch} patch @param {(kind: string, id: string) => any} before @param {(words: string) => void} say */
export function hearDecisions({ put: { decisions = {}, dissents = {}, taken_off: off = {} } }, before, say) {
  const region = document.getElementById("voice");
  Object.keys(off).forEach((id) => {
    // What was said last may be what has just been taken off.
    if (region) region.textContent = "";
    say(takenOffWords(off[id]));
  });
  if (Object.keys(off).length) return;
  Object.keys(decisions).forEach((id) => {
    say(_("Decided for %(name)s: %(outcome)s.", { name: store.personName(id), outcome: outcomeWords(decisions[id]) }));
  });
  const me = store.you.peek();
  Object.keys(dissents).forEach((id) => {
    const one = dissents[id];
    if (one.withdrawn_at !== null || before("dissents", id) || (me && me.person === one.person)) return;
    const name = store.personName(one.person);
    say(one.formal ? _("%(name)s formally disagrees.", { name }) : _("%(name)s disagrees.", { name }));
  });
}

/**
 * Who gets or loses the controls is told by a snapshot, everybody else by a patch: so the board is watched, not the line.
 * @param {(words: string) => void} say
 */
export function watchControls(say) {
  let known = false;
  /** @type {string | null} */
  let before = null;
  effect(() => {
    if (store.phase.value !== "in") return;
    const now = holder();
    const changed = known && now !== before;
    known = true;
    before = now;
    if (!changed) return;
    const me = store.you.peek();
    if (now === null) say(_("The chair has the controls again."));
    else if (!me || me.attendee !== now) say(_("%(name)s has the chair\u2019s controls.", { name: store.attendeeName(now) }));
  });
}
