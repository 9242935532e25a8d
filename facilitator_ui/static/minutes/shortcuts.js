/** Short ways for hands that stay on the keys. All are made with Ctrl, so that no letter typed or spoken sets one off. */
import { signal } from "../vendor/signals.js";
import { _ } from "../board/kit/gettext.js";
import { html } from "../board/kit/html.js";
import { byKey } from "../board/kit/keep_focus.js";

const KEPT_AS = "common-ground-keys";

/** Whether they work, chosen for this browser. Ctrl and Enter is every box's own and always does. */
export const keysOn = signal(remembered());

function remembered() {
  try {
    return localStorage.getItem(KEPT_AS) !== "off";
  } catch (closed) {
    return true;
  }
}

/** @param {boolean} on */
function choose(on) {
  keysOn.value = on;
  try {
    localStorage.setItem(KEPT_AS, on ? "on" : "off");
  } catch (closed) {
    // Then the choice lasts as long as the page.
  }
}

/** Where each leads, by `data-fk`. */
/** @type {Record<string, string>} */
const GO = { "/": "composer", ".": "composer-speaker", ",": "composer-column" };

/** At once: whoever types on must not lose the first letters. @param {string} key */
function goTo(key) {
  const found = byKey(key);
  if (found) found.focus();
}

/** Starts listening. */
export function listenForKeys() {
  document.addEventListener("keydown", (event) => {
    if (!keysOn.peek() || !event.ctrlKey || event.altKey || event.shiftKey || event.metaKey) return;
    const go = GO[event.key];
    if (!go) return;
    event.preventDefault();
    goTo(go);
  });
}

/** @type {Array<[string, string]>} */
const KEYS = [
  ["Ctrl Enter", _("Add what is in the box")],
  ["Ctrl /", _("Go to the box")],
  ["Ctrl .", _("Go to \u201cFor\u201d; then the first letters of a name choose a person")],
  ["Ctrl ,", _("Go to \u201cIn\u201d")],
];

export function Keys() {
  return html`<dl class="keys">
      ${KEYS.map(([key, does]) => html`<div key=${key}><dt><kbd>${key}</kbd></dt><dd>${does}</dd></div>`)}
    </dl>
    <label class="choice">
      <input type="checkbox" checked=${keysOn.value} onChange=${() => choose(!keysOn.value)} /> ${_("These keys work on this computer")}
      <span class="hint">${_("Ctrl Enter always does")}</span>
    </label>`;
}
