/** Icons from the sprite, always beside words. */
import { html } from "./html.js";

let sprite = "";

function address() {
  const app = document.getElementById("app");
  if (!sprite && app) sprite = "/static/" + app.getAttribute("data-release") + "/icons.svg";
  return sprite;
}

/** @param {string} name an id of icons.svg */
export function icon(name) {
  return html`<svg class="i" aria-hidden="true" focusable="false"><use href=${address() + "#" + name}></use></svg>`;
}
