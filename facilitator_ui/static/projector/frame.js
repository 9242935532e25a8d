/** What every page has: its title and the child, large, at the top; at the bottom the step and what part is shown. */
import { _ } from "../board/kit/gettext.js";
import { h, html } from "../board/kit/html.js";
import { icon } from "../board/kit/icon.js";
import { stepNow, stepWords } from "../board/reading/agenda.js";
import { standing } from "../board/reading/big_screen.js";
import * as store from "../board/store/store.js";
import { fill } from "../board/store/words.js";
import { SlotBanner } from "../board/supervision/slot_banner.js";
import { partShown } from "./part_shown.js";

/** How wide a screen has room for the name of the step, and for a mark for each. */
const WORDS = 30;
const MARKS = 40;

/** @typedef {{width: number, height: number, asAt: string}} Place how wide and high the screen is, in its letters; the time it was last true */

/**
 * @param {{title: string, statement: string, mark: string, tint: string, who: string, place: Place, children: any}} props
 *   `statement`: the few words above a column, or an empty text; `mark`: an icon; `who`: the child it is about, or an empty text
 */
export function Frame({ title, statement, mark, tint, who, place, children }) {
  const facts = store.meeting();
  const { view, column, child, page, larger, waits } = standing();
  const shown = [view, column, child, page, larger].concat(/** @type {any[]} */ (waits ? ["waits"] : [])).join(" ");
  return html`<div class=${"page tint-" + tint + (facts && facts.slot ? " in-sitting" : "") + (place.width < WORDS ? " narrow" : "") + (view === "overview" ? " whole" : "")} data-shown=${shown}>
    ${h(SlotBanner, {})}
    <header class="top">
      ${statement && html`<p class="statement">${statement}</p>`}
      <span class="mark" aria-hidden="true">${icon(mark)}</span>
      <h1>${title}</h1>
      ${who && html`<p class="who">${who}</p>`} ${h(Here, { asAt: place.asAt })}
    </header>
    ${children} ${h(Foot, { width: place.width })}
  </div>`;
}

/** Whom a page is about, where that is a child: by name, or that it is all of them. @param {string | null} child */
export function whoIs(child) {
  const all = store.children();
  if (child) return store.personName(child);
  return all.length > 1 ? _("All the children") : all.map((one) => store.personName(one.id)).join("");
}

/** @param {{asAt: string}} props */
function Here({ asAt }) {
  const here = store.countHere();
  return html`<p class="state">
    ${here > 0 && html`<span>${icon("users")} <b>${here}</b> ${_("here")}</span>`}
    ${asAt && html`<span class="as-at">${_("as at %(time)s", { time: asAt })}</span>`}
  </p>`;
}

/** The steps as dashes, the step's name, and what part is shown. @param {{width: number, said?: string}} props `said`: in place of the part */
export function Foot({ width, said }) {
  const template = store.template.value;
  const facts = store.meeting();
  const step = stepNow();
  const at = step ? step.at : -1;
  const mark = (/** @type {number} */ n) => (n < at ? "done" : n === at ? "on" : "");
  const occasion = fill((facts && facts.occasion) || (template ? template.title : ""), null);
  return html`<footer class="bottom">
    ${width >= MARKS && html`<span class="steps" aria-hidden="true">${template && template.stages.map((one, n) => html`<i key=${one.key} class=${mark(n)}></i>`)}</span>`}
    ${width >= WORDS && html`<p>${step ? stepWords(step) : occasion}</p>`}
    <p class="foot">${said === undefined ? partShown.value : said}</p>
  </footer>`;
}
