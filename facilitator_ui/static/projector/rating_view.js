/** Red, amber, green as everyone has been shown it, each with its shape, its words and its reason. */
import { _ } from "../board/kit/gettext.js";
import { h, html } from "../board/kit/html.js";
import { rated, shownRating } from "../board/deciding/rating_words.js";
import { standing } from "../board/reading/big_screen.js";
import { ofRatings } from "./entries.js";
import { Paged } from "./paged_list.js";

/** @typedef {import('../board/wire.js').Rating} Rating */

/** @param {{asked: string}} props */
export function RatingView({ asked }) {
  const { child, page } = standing();
  const about = rated().filter((one) => one === null || child === null || one === child);
  const found = about.map(shownRating).filter((one) => Boolean(one));
  const entries = ofRatings(/** @type {Rating[]} */ (found));
  if (!entries.length) return html`<div class="calm"><p>${_("Nothing is shown here yet.")}</p></div>`;
  return html`<div class="body">
    <section class="sheet large tint-impact" aria-labelledby="rating-title">
      <h2 id="rating-title">${_("Red, amber, green")}</h2>
      ${h(Paged, { entries, asked, page, empty: "", beside: false, brief: false, foot: true })}
    </section>
  </div>`;
}
