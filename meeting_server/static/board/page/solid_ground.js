/**
 * What somebody reads at the end of a page stays where it is when room comes free below it: the bar of asks goes because
 * what it asked for is in sight, a notice goes, the box closes. A browser would let the page slide down into that room,
 * under a finger that is about to press. So the room stays, empty, until somebody scrolls up.
 */
import { effect } from "../../vendor/signals.js";
import { here, wide } from "../reading/view.js";
import * as store from "../store/store.js";

/** How much of the window may be kept empty: more has gone than a bar and a box. */
const MOST = 0.5;

/** How far down the page was last seen. */
let down = 0;
/** How much room is kept, in pixels. */
let kept = 0;
/** Whether another place came, which begins where it begins. */
let turned = false;

/** @param {HTMLElement} main @param {number} room */
function keep(main, room) {
  kept = room;
  main.style.setProperty("--kept", room + "px");
}

/** @param {boolean} changed whether the page changed, and was not scrolled */
function look(changed) {
  const main = document.getElementById("main");
  const scroller = wide.value ? main : document.scrollingElement;
  if (!main || !scroller) return;
  const most = scroller.scrollHeight - scroller.clientHeight;
  const lost = down - scroller.scrollTop;
  if (changed && !turned && lost > 0 && most - scroller.scrollTop < 1 && kept + lost <= window.innerHeight * MOST) {
    keep(main, kept + lost);
    scroller.scrollTop = down;
  } else if (kept > 0) {
    keep(main, Math.max(0, kept - (turned ? kept : most - scroller.scrollTop)));
  }
  turned = false;
  down = scroller.scrollTop;
}

/** Starts watching the page and how it is scrolled. */
export function watchGround() {
  effect(() => {
    // Both are read, so that this runs when either changes.
    turned = [here.value, store.childInView.value].length > 0;
  });
  document.addEventListener("scroll", () => look(false), { capture: true, passive: true });
  const root = document.getElementById("app");
  // At the start of a page there is no room below it that could come free: then nothing is measured.
  if (root) new MutationObserver(() => (down > 0 || kept > 0) && look(true)).observe(root, { childList: true, subtree: true, characterData: true, attributes: true });
}
