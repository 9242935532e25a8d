/** What is read out at the end, to read along: for each child what was decided and why, the colour, and who does what by when. */
import { ColourWords, shownRating } from "../deciding/rating_words.js";
import { Plan } from "../points/plan.js";
import { decisionFor, outcomeWords } from "../reading/deciding.js";
import { _ } from "../kit/gettext.js";
import { h, html } from "../kit/html.js";
import { theirWords } from "../store/language.js";

/** @param {string | null} child null: the family, where it is rated as one */
function said(child) {
  const decision = child ? decisionFor(child) : undefined;
  const rating = shownRating(child);
  if (!decision && !rating) return null;
  return html`${decision && html`<p><b>${outcomeWords(decision)}.</b> ${_("Why:")} ${theirWords(decision.reasons)}</p>`}
    ${rating && html`<p>${h(ColourWords, { colour: rating.colour })} ${theirWords(rating.reason)}</p>`}`;
}

/** @param {{child: string | null}} props `child` null: each child, then what is for more than one of them */
export function ReadBack({ child }) {
  return html`${said(null)} ${h(Plan, { child, said, none: _("Nothing is decided yet. At the end, what we decided and who does what is read out from here.") })}`;
}
