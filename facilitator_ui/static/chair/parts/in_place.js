/** Which parts of the chair's desk stand in a place of the board, on a wide screen: where the step is, not beside it. */
import { html } from "../../board/kit/html.js";
import { allShownNow, placeOf } from "../../board/reading/places.js";
import { atDesk, here, wide } from "../../board/reading/view.js";

/** @type {Record<string, string>} */
const PLACES = { lobby: "@people", earlier: "@earlier", numbers: "@numbers", deciding: "@deciding", rating: "@rating", dates: "@dates", read_back: "@read_back" };

/** Whether the board is looked at, so that what is done in a place is done there: on a phone the desk may stand in its stead. */
export function onBoard() {
  return wide.value || atDesk.value === false;
}

/** The key of the place a part stands in, if this meeting has it; else "". @param {string} name */
export function placeOfSection(name) {
  const place = PLACES[name] ? placeOf(PLACES[name]) : undefined;
  return place ? place.key : "";
}

/** Whether a part is in sight in its place now, so that it does not stand among the tools a second time. @param {string} name */
export function standsInPlace(name) {
  const place = placeOfSection(name);
  if (!onBoard() || place === "") return false;
  const shown = allShownNow().map((one) => one.key);
  // What else the open step shows stands below the place it leads to.
  return place === here.value || (wide.value && shown[0] === here.value && shown.indexOf(place) >= 0);
}

/** A part in its place. @param {string} name @param {string} title @param {any} children */
export function inItsPlace(name, title, children) {
  return html`<section class="in-place" aria-labelledby=${"desk-" + name} data-home=${"desk-" + name}>
    <h3 id=${"desk-" + name} tabindex="-1">${title}</h3>
    <div class="desk-body">${children}</div>
  </section>`;
}
