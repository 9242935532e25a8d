/** What a page does first when its script runs: what else it loads may have been lost on the way. */

const FIRST_MS = 500;
const LONGEST_MS = 30000;

/** Asks for a style sheet again, until it comes. @param {HTMLLinkElement} lost @param {number} wait */
function again(lost, wait) {
  const fresh = /** @type {HTMLLinkElement} */ (lost.cloneNode());
  fresh.addEventListener("error", () => setTimeout(() => again(fresh, Math.min(2 * wait, LONGEST_MS)), wait));
  lost.replaceWith(fresh);
}

/** True if a style sheet of ours came. One that was lost has a `sheet` in Chromium too, whose rules no one may read. @param {HTMLLinkElement} link */
function came(link) {
  try {
    return Boolean(link.sheet && link.sheet.cssRules.length);
  } catch (lost) {
    return false;
  }
}

/** The page's style sheets that did not come are asked for again. A script runs only once each has come, or failed. */
export function mendStyles() {
  document.querySelectorAll('link[rel="stylesheet"]').forEach((one) => {
    const link = /** @type {HTMLLinkElement} */ (one);
    if (!came(link)) again(link, FIRST_MS);
  });
}

/** Takes away what the page says where its script does not run. */
export function isAlive() {
  mendStyles();
  const said = document.getElementById("not-yet");
  if (said) said.remove();
}
