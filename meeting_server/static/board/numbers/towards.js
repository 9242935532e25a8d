/** Which way is better along a line of numbers: a word and an arrow at each end, the same on every drawing of every line. */
import { _ } from "../kit/gettext.js";
import { html } from "../kit/html.js";

/** @param {{number: number, side: "left" | "right"}} props `number`: 10 or 0; `side`: at which end it stands */
export function Towards({ number, side }) {
  const word = number === 10 ? _("better") : _("worse");
  const arrow = html`<span aria-hidden="true">${side === "left" ? "\u2190" : "\u2192"}</span>`;
  return html`<b class="towards">${side === "left" ? html`${arrow} ${word}` : html`${word} ${arrow}`}</b>`;
}
