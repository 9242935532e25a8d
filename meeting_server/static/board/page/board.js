/** The columns: side by side where there is room, one at a time on a phone; the number line as a band between them. */
import { _ } from "../kit/gettext.js";
import { h, html } from "../kit/html.js";
import { icon } from "../kit/icon.js";
import { rows } from "../reading/layout.js";
import { places } from "../reading/places.js";
import * as store from "../store/store.js";
import { goTo, here, wide } from "../reading/view.js";
import { Adults } from "../supervision/adults_panel.js";
import { Column } from "../points/column.js";
import { CoreGroup } from "../core_group/core_group_panel.js";
import { Deciding } from "../deciding/deciding_panel.js";
import { Numbers } from "../numbers/numbers.js";
import { NumbersPage } from "../numbers/numbers_page.js";
import { NothingRated, Ratings } from "../deciding/ratings.js";
import { RatingsBefore } from "../deciding/ratings_before.js";
import { Summaries } from "../supervision/summaries_panel.js";
import { Trends } from "../numbers/trends_panel.js";

/** @typedef {import('../wire.js').Scale} Scale */

export function Board() {
  return wide.value ? h(Wide, {}) : h(Narrow, {});
}

/** @param {Scale[]} scales */
function bands(scales) {
  const child = store.childInView.value;
  return scales.map((scale) => html`<div class="band" key=${scale.key}>${h(Numbers, { scale, child })}</div>`);
}

/** The layout's rows; a scale stands above row `band`. */
function Wide() {
  const template = store.template.value;
  const all = rows();
  if (!template) return null;
  const above = (/** @type {number} */ at) => bands(template.scales.filter((one) => Math.min(one.band, all.length) === at));
  return html`<div class="board">
    ${h(Summaries, { bare: false })} ${h(CoreGroup, { child: store.childInView.value })}
    ${all.map((row, at) => [
      above(at),
      html`<div class=${"row of-" + row.length} key=${"row" + at}>
        ${row.map((block) => h(Column, { key: block.key, block }))}
      </div>`,
    ])}
    ${above(all.length)} ${h(Adults, { bare: false })} ${h(Trends, { child: store.childInView.value })} ${h(Deciding, { child: store.childInView.value })}
    ${h(RatingsBefore, { child: store.childInView.value })} ${h(Ratings, { child: store.childInView.value })}
  </div>`;
}

/** What stands at a place of the product, its heading above it already. @type {Record<string, (child: string | null) => any>} */
const PAGES = {
  "@summaries": () => h(Summaries, { bare: true }),
  "@adults": () => h(Adults, { bare: true }),
  "@numbers": (child) => h(NumbersPage, { child }),
  "@deciding": (child) => h(Deciding, { child }),
  "@rating": (child) => html`${h(RatingsBefore, { child })} ${h(Ratings, { child })} ${h(NothingRated, { child })}`,
  "@visits": (child) => h(CoreGroup, { child, bare: true }),
};

/** One place at a time, and the way to the one before and the one after. */
function Narrow() {
  const all = places();
  if (!all.length) return null;
  const at = Math.max(0, all.findIndex((one) => one.key === here.value));
  const place = all[at];
  const step = (/** @type {number} */ to, /** @type {(name: string) => string} */ words, /** @type {string} */ arrow) =>
    html`<button type="button" class="step" aria-disabled=${all[to] ? null : "true"}
      aria-label=${all[to] ? words(all[to].title) : _("No more columns")} onClick=${all[to] ? () => goTo(all[to].key) : null}>
      ${icon(arrow)}
    </button>`;
  return html`<div class="board narrow">
    <div class=${"pager tint-" + place.tint}>
      ${step(at - 1, (name) => _("Back to %(name)s", { name }), "chevron-left")}
      <div>
        <h2 id="page-heading" tabindex="-1">${place.title}</h2>
        <p>${_("%(at)s of %(count)s", { at: at + 1, count: all.length })}</p>
      </div>
      ${step(at + 1, (name) => _("On to %(name)s", { name }), "chevron-right")}
    </div>
    ${
      place.block
        ? h(Column, { key: place.key, block: place.block, bare: true })
        : html`<div class="numbers-page" key=${place.key}>${PAGES[place.key](store.childInView.value)}</div>`
    }
  </div>`;
}
