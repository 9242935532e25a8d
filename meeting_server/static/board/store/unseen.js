/** Which points are new since this person looked: "away" until they have been on the screen, then "seen" for a while. */
import { signal } from "../../vendor/signals.js";
import { onPatch } from "./boards.js";
import * as store from "./store.js";
import { ROOM } from "./in_view.js";

const SEEN_MS = 8000;

/** @type {import('../../vendor/signals.js').Signal<Map<string, "away" | "seen">>} */
export const fresh = signal(new Map());

/** @param {string} id @param {"away" | "seen" | null} state */
function mark(id, state) {
  const next = new Map(fresh.peek());
  if (state) next.set(id, state);
  else next.delete(id);
  fresh.value = next;
}

const watcher =
  typeof IntersectionObserver === "undefined"
    ? null
    : new IntersectionObserver(
        (entries) =>
          entries.forEach((entry) => {
            const id = entry.target.getAttribute("data-point") || "";
            if (!entry.isIntersecting || fresh.peek().get(id) !== "away") return;
            /** @type {IntersectionObserver} */ (watcher).unobserve(entry.target);
            mark(id, "seen");
            setTimeout(() => mark(id, null), SEEN_MS);
          }),
        { threshold: 0.5, rootMargin: "0px 0px -15% 0px" }
      );

/** Watches whether a point comes on the screen. @param {Element | null} element */
export function look(element) {
  if (element && watcher) watcher.observe(element);
}

/** Starts noticing other people's new points. */
export function noticeFresh() {
  onPatch((patch, before) => {
    const items = patch.put.items || {};
    Object.keys(items).forEach((id) => {
      const item = items[id];
      if (!before("items", id) && patch.audience === ROOM && !store.isMine(item)) mark(id, "away");
      if (item.taken_back && fresh.peek().has(id)) mark(id, null);
    });
  });
}
