/** The font comes behind the board: on a slow line the board is there most of a second sooner, in a font of the device. */

const AFTER_MS = 300;
const LATER = "font-later";

function useFont() {
  document.documentElement.classList.remove(LATER);
}

/** Whether this page's script lay on the device, and so its font too: then the text need not jump. */
function isHere() {
  const script = /** @type {HTMLScriptElement | null} */ (document.querySelector("script[type=module]"));
  const [asked] = script ? performance.getEntriesByName(script.src) : [];
  return Boolean(asked) && /** @type {PerformanceResourceTiming} */ (asked).transferSize === 0;
}

/** To be called as soon as the script runs. */
export function fontIfHere() {
  if (isHere()) useFont();
}

/** To be called when the board is there. */
export function fontSoon() {
  setTimeout(useFont, AFTER_MS);
}
