/** The big screens that are in. */
import * as store from "../../board/store/store.js";

/** @typedef {import('../../board/wire.js').Attendee} Attendee */

/** The first to come first. @returns {Attendee[]} */
export function screensIn() {
  return store
    .each("attendees")
    .map((one) => one.thing)
    .filter((one) => store.isScreen(one) && one.attendance === "here")
    .sort((a, b) => (a.joined_at || 0) - (b.joined_at || 0));
}
