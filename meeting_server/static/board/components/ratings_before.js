/** The ratings of earlier meetings: beside today's, in equal size, and never in its place. */
import { meetingWords, ratingsBefore } from "../came.js";
import { _ } from "../gettext.js";
import { h, html } from "../html.js";
import * as store from "../store.js";
import { ColourWords, shownRating } from "./rating_words.js";

/** @param {{child: string | null}} props */
export function Before({ child }) {
  return child
    ? html`${ratingsBefore(child).map(
        (one) => html`<div class=${"rating-view before of-" + (one.colour || "none")} key=${one.id}>
          <p class="by">${meetingWords(one.came)}</p>
          <p>${h(ColourWords, { colour: one.colour, none: _("Not rated then") })}</p>
          <p>${one.reason}</p>
          ${one.better && html`<p><b>${_("What would move it one step better:")}</b> ${one.better}</p>`}
        </div>`,
      )}`
    : null;
}

/** Those of children who have no rating of today yet. @param {{child: string | null}} props `child` null: each child */
export function RatingsBefore({ child }) {
  const alone = store
    .children()
    .filter((one) => (child === null || one.id === child) && ratingsBefore(one.id).length > 0 && !shownRating(one.id));
  if (!alone.length) return null;
  return html`<section class="ratings" aria-labelledby="before-heading">
    <h2 id="before-heading" tabindex="-1">${_("Red, amber or green, before today")}</h2>
    ${alone.map(
      (one) => html`<div class="rating" key=${one.id}>
        <h3>${store.personName(one.id)}</h3>
        <div class="rating-views">${h(Before, { child: one.id })}</div>
      </div>`,
    )}
  </section>`;
}
