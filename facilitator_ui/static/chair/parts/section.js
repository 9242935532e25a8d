/** A part of the desk: it opens by itself while it needs the chair, until the chair opens, closes or works in it. */
import { useEffect, useRef } from "../../vendor/preact-hooks.js";
import { signal } from "../../vendor/signals.js";
import { html } from "../../board/kit/html.js";
import { icon } from "../../board/kit/icon.js";

/** What the chair opened and closed; it outlasts turning a tablet, which lays the page out anew. */
const chosen = signal(/** @type {Record<string, boolean>} */ ({}));

/** Whether the tools are open; null until somebody chose. */
export const toolsOpen = signal(/** @type {boolean | null} */ (null));

/** Opens a section, whoever had closed it, with the tools it is among. @param {string} name */
export function openSection(name) {
  chosen.value = { ...chosen.value, [name]: true };
  toolsOpen.value = true;
}

/** @param {{name: string, title: string, note: string, needs: boolean, starts?: boolean, children: any}} props `starts`: open at first */
export function Section({ name, title, note, needs, starts, children }) {
  const own = chosen.value[name];
  const open = own === undefined ? needs || Boolean(starts) : own;
  const choose = (/** @type {boolean} */ now) => (chosen.value = { ...chosen.value, [name]: now });
  const before = useRef(needs);
  useEffect(() => {
    // Something new came up since: what was closed while it was quiet opens again.
    if (needs && !before.current && own === false) choose(true);
    before.current = needs;
  });
  const keep = () => {
    if (own === undefined) choose(true);
  };
  const id = "desk-" + name;
  return html`<section class=${needs ? "desk-section needs" : "desk-section"} aria-labelledby=${id} data-home=${id}>
    <h3>
      <button type="button" id=${id} class="desk-head" aria-expanded=${String(open)} onClick=${() => choose(!open)}>
        <span class="desk-arrow">${icon("chevron-right")}</span> <span>${title}</span>
        ${note && html` <span class="desk-note">${note}</span>`}
      </button>
    </h3>
    <div class="desk-body" hidden=${!open} onFocusIn=${keep} onPointerDown=${keep}>${children}</div>
  </section>`;
}
