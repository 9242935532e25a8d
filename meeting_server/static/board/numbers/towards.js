/** Which way is better along a line of numbers: a word and an arrow at each end, the same on every drawing of every line. */
import { _ } from "../kit/gettext.js";
import { html } from "../kit/html.js";

const ARROWS = { left: "\u2190", right: "\u2192", top: "\u2191", bottom: "\u2193" };

/** @param {{number: number, side: keyof typeof ARROWS}} props `number`: 10 or 0; `side`: at which end it stands */
export function Towards({ number, side }) {
  const word = number === 10 ? _("better") : _("worse");
  const arrow = html`<bdi aria-hidden="true">${ARROWS[side]}</bdi>`;
  return html`<b class="towards">${side === "right" ? html`${word} ${arrow}` : html`${arrow} ${word}`}</b>`;
}
