/** The ratings of earlier meetings: beside today's, in equal size, and never in its place. */
import { meetingWords, ratingsBefore, toldWords } from "../reading/earlier.js";
import { _ } from "../kit/gettext.js";
import { h, html } from "../kit/html.js";
import * as store from "../store/store.js";
import { day } from "../store/words.js";
import { ColourWords, colourOf, shownRating } from "./rating_words.js";

/** @typedef {import('./rating_words.js').Colour} Colour */

/** @param {{child: string | null}} props */
export function Before({ child }) {
  return html`${ratingsBefore(child).map(
    (one) => html`<div class=${"rating-view before of-" + (one.colour || "none")} key=${one.id}>
      <p class="by">${meetingWords(one.came)}${one.came.without_family && html`. ${toldWords(one.came)}`}</p>
      <p>${h(ColourWords, { colour: one.colour, none: _("Not rated then") })}</p>
      <p>${one.reason}</p>
      ${one.better && html`<p><b>${_("What would move it one step better:")}</b> ${one.better}</p>`}
    </div>`,
  )}`;
}

/** Shape and word of a colour, or that there was none. @param {Colour | null} key @param {string} none */
function inShort(key, none) {
  const found = colourOf(key);
  return found ? found.shape + " " + found.label : none;
}

/** From the last rating to this one: "was ▲ Red (Thu 2 Apr 2026, Case supervision), now ◆ Amber". @param {{child: string | null, colour: Colour | null}} props */
export function WasAndNow({ child, colour }) {
  const before = ratingsBefore(child);
  const last = before[before.length - 1];
  if (!last) return null;
  const { came } = last;
  const words = {
    before: inShort(last.colour, _("not rated")),
    day: day(came.date) + " " + came.date.slice(0, 4),
    meeting: came.occasion || came.kind,
    now: inShort(colour, _("not rated today")),
  };
  return html`<p class="was-and-now">${_("was %(before)s (%(day)s, %(meeting)s), now %(now)s", words)}</p>`;
}

/** Those of the family, and of children, who have no rating of today yet. @param {{child: string | null}} props `child` null: each child */
export function RatingsBefore({ child }) {
  /** @type {Array<string | null>} */
  const all = store.children().map((one) => one.id);
  const alone = [null].concat(/** @type {any} */ (all)).filter((one) => (one === null || child === null || one === child) && ratingsBefore(one).length > 0 && !shownRating(one));
  if (!alone.length) return null;
  return html`<section class="ratings" aria-labelledby="before-heading">
    <h2 id="before-heading" tabindex="-1">${_("Red, amber or green, before today")}</h2>
    ${alone.map(
      (one) => html`<div class="rating" key=${one || "family"}>
        <h3>${one ? store.personName(one) : _("The family")}</h3>
        <div class="rating-views">${h(Before, { child: one })}</div>
      </div>`,
    )}
  </section>`;
}
