/** How actions come along, in words. */
import { _ } from "../kit/gettext.js";
import * as store from "../store/store.js";

/** @typedef {import('../wire.js').Progress} Progress */
/** @typedef {Progress["state"]} State */

/** @type {State[]} */
export const STATES = ["done", "partly", "not_yet", "changed"];

/** The mark and the words of how an action comes along: no rating, so no red, amber or green. @param {State} state */
export function stateWords(state) {
  /** @type {Record<State, [string, string]>} */
  const words = {
    done: ["●", _("Done")],
    partly: ["◐", _("Partly")],
    not_yet: ["○", _("Not yet")],
    changed: ["↻", _("Changed, it didn't help")],
  };
  return { mark: words[state][0], words: words[state][1] };
}

/** What difference it makes for the child in view, or for each. @param {Progress} one */
export function differencesInView(one) {
  const child = store.childInView.value;
  return one.differences.filter((said) => child === null || said.child === child);
}
