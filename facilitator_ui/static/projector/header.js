/** The line at the top: which meeting, which child, which step, how many are here; and the time it was last true. */
import { _ } from "../board/kit/gettext.js";
import { html } from "../board/kit/html.js";
import { icon } from "../board/kit/icon.js";
import * as store from "../board/store/store.js";
import { fill } from "../board/store/words.js";
import { standing } from "../board/reading/big_screen.js";

/** How wide a screen has room for "Step 3 of 11", and for a mark for each step. */
const WORDS = 38;
const MARKS = 48;

/** @param {{title: string, asAt: string, wide: number, low: boolean}} props `wide`: how wide the screen is, in its letters; `low`: hardly any room above the points */
export function Top({ title, asAt, wide, low }) {
  const { child } = standing();
  const all = store.children();
  const here = store.countHere();
  return html`<header class="top">
    <h1 class=${low ? "away" : ""}>${title}</h1>
    ${
      all.length > 1 &&
      !low &&
      html`<ul class="kids" aria-label=${_("Children")}>
        ${all.map((one) => html`<li key=${one.id} aria-current=${one.id === child ? "true" : null}>${store.personName(one.id)}</li>`)}
      </ul>`
    }
    ${wide >= WORDS && steps(wide >= MARKS)}
    <p class="state">
      ${here > 0 && html`<span>${icon("users")} <b>${here}</b> ${_("here")}</span>`}
      ${asAt ? html`<span class="as-at">${_("as at %(time)s", { time: asAt })}</span>` : html`<span class="live"><i></i>${_("Up to date")}</span>`}
    </p>
  </header>`;
}

/** "Step 3 of 11", once the chair has opened one. @param {boolean} drawn whether there is room for a mark for each */
function steps(drawn) {
  const agenda = store.get("agenda", "agenda");
  const template = store.template.value;
  const all = (template && template.stages) || [];
  const at = agenda ? all.findIndex((one) => one.key === agenda.stage) : -1;
  if (at < 0) return null;
  const column = template && template.columns.find((one) => one.key === all[at].column);
  const mark = (/** @type {number} */ n) => (n < at ? "done" : n === at ? "on tint-" + (column ? column.tint : "impact") : "");
  return html`<div class="now">
    ${drawn && html`<ol class="steps" aria-hidden="true">${all.map((one, n) => html`<li key=${one.key} class=${mark(n)}></li>`)}</ol>`}
    <p><span class="away">${fill(all[at].label)}. </span>${_("Step %(n)s of %(count)s", { n: at + 1, count: all.length })}</p>
  </div>`;
}
