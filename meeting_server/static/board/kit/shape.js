/** The shapes that say on which side somebody stands; colour only repeats who sent them. */
import { html } from "./html.js";

const STAR = "7 0.6 8.9 4.9 13.6 5.3 10 8.4 11.1 13 7 10.5 2.9 13 4 8.4 0.4 5.3 5.1 4.9";

/** Round for family, square for those who come with their work, a star for children. @param {{side: string}} props */
export function Shape({ side }) {
  return html`<svg class="shape" viewBox="0 0 14 14" aria-hidden="true" focusable="false">
    ${side === "child" && html`<polygon points=${STAR} />`}
    ${side === "professional" && html`<rect x="1.5" y="1.5" width="11" height="11" rx="1.5" />`}
    ${side === "family" && html`<circle cx="7" cy="7" r="6" />`}
  </svg>`;
}
