/** What the chair has put on the big screen. */
import * as store from "../board/store/store.js";

/** @typedef {import('../board/wire.js').Screen} Screen */

/** @type {Screen} */
const NOTHING = { id: "screen", view: "blank", column: null, child: null, page: 0, larger: false };

/** What is on the screen now: nothing, until the chair chooses. @returns {Screen} */
export function chosen() {
  return store.get("screen", "screen") || NOTHING;
}
