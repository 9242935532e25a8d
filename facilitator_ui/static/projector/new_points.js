/** Which points are new to the room: said by a word, for twenty seconds from when they were first on the screen. */
import { signal } from "../vendor/signals.js";
import { onPatch } from "../board/store/boards.js";

const NEW_MS = 20 * 1000;

/** Ids of points that came while this screen was on. */
export const newPoints = signal(/** @type {string[]} */ ([]));
/** @type {string[]} */
const seen = [];

/** Starts noticing points as they come. */
export function noticeNew() {
  onPatch((patch, before) => {
    const items = patch.put.items || {};
    const came = Object.keys(items).filter((id) => !before("items", id));
    if (came.length) newPoints.value = newPoints.peek().concat(came);
  });
}

/** These points are on the screen now. @param {string[]} ids */
export function onScreen(ids) {
  ids
    .filter((id) => seen.indexOf(id) < 0 && newPoints.peek().indexOf(id) >= 0)
    .forEach((id) => {
      seen.push(id);
      setTimeout(() => (newPoints.value = newPoints.peek().filter((one) => one !== id)), NEW_MS);
    });
}
