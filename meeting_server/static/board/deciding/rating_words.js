/** What the rating's colours are called: always shape, word and sentence together, never the bare colour. */
import { _ } from "../kit/gettext.js";
import { html } from "../kit/html.js";
import * as store from "../store/store.js";
import { ROOM } from "../store/in_view.js";

/** @typedef {import('../wire.js').Rating} Rating */
/** @typedef {"red" | "amber" | "green"} Colour */

/** @param {Colour | null} key */
export function colourOf(key) {
  const template = store.template.value;
  return template && key ? template.rating.colours.find((one) => one.key === key) : undefined;
}

/** "▲ Red: big worries, act now", or that it was not rated. @param {{colour: Colour | null, none?: string}} props */
export function ColourWords({ colour, none }) {
  const found = colourOf(colour);
  if (!found) return html`<span class="rating-words none">${none || _("Not rated today")}</span>`;
  return html`<span class=${"rating-words rating-" + found.key}>
    <span class="rating-shape" aria-hidden="true">${found.shape}</span> <b>${found.label}:</b> ${found.meaning}
  </span>`;
}

/**
 * The rating as the room has been shown it, for a child or (null) for the family.
 * @param {string | null} child
 * @returns {Rating | undefined}
 */
export function shownRating(child) {
  const found = store
    .each("ratings")
    .find(({ audience, thing }) => audience === ROOM && thing.child === child && !thing.replaced);
  return found && found.thing;
}

export const RATING_MISSING = _("A rating is missing. Rate, and show it to everyone, before you lock the record.");

/** Of whom a required rating is missing, as closing checks name them: "Not rated today" is none. @returns {string[]} */
export function ratingLacks() {
  const template = store.template.value;
  if (!template || !template.rating.required) return [];
  return rated()
    .filter((child) => {
      const found = shownRating(child);
      return !found || !found.colour;
    })
    .map((child) => child || "family");
}

/** Whom ratings are about: each child, or null once for the family. @returns {Array<string | null>} */
export function rated() {
  const template = store.template.value;
  return template && template.rating.scope === "family" ? [null] : store.children().map((child) => child.id);
}
