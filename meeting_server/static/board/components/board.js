/** The columns: side by side where there is room, one at a time on a phone; the number line as a band between them. */
import { anyBefore } from "../came.js";
import { asksMore } from "../core.js";
import { inSight } from "../deciding.js";
import { _ } from "../gettext.js";
import { h, html } from "../html.js";
import { icon } from "../icon.js";
import { heading, pages, rows } from "../layout.js";
import * as store from "../store.js";
import { asked, panels } from "../summaries.js";
import { columnInView, coreInView, decidingInView, lookAt, numbersInView, summariesInView, wide } from "../view.js";
import { Column } from "./column.js";
import { CoreGroup, coreHeading } from "./core_group.js";
import { Deciding } from "./deciding.js";
import { Numbers } from "./numbers.js";
import { Ratings } from "./ratings.js";
import { RatingsBefore } from "./ratings_before.js";
import { Summaries } from "./summaries.js";
import { Trends } from "./trend.js";

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
    ${above(all.length)} ${h(Trends, { child: store.childInView.value })} ${h(Deciding, { child: store.childInView.value })}
    ${h(RatingsBefore, { child: store.childInView.value })} ${h(Ratings, { child: store.childInView.value })}
  </div>`;
}

/** What the pages after the columns are called. @returns {Record<string, string>} */
function pagesMore() {
  return { numbers: _("The numbers"), deciding: _("What we decide"), core: coreHeading(), summaries: (asked() || { label: "" }).label };
}

/** One column at a time, and after the last the numbers, then what is decided. */
function Narrow() {
  const template = store.template.value;
  const all = pages();
  if (!template || !all.length) return null;
  const asked = store.each("rounds").length > 0 || anyBefore();
  const more = [asked ? "numbers" : "", inSight() ? "deciding" : "", asksMore() ? "core" : "", panels().length ? "summaries" : ""].filter(Boolean);
  const numbers = numbersInView.value && asked;
  const deciding = !numbers && decidingInView.value && inSight();
  const core = !numbers && !deciding && coreInView.value && asksMore();
  const summaries = !numbers && !deciding && !core && summariesInView.value && panels().length > 0;
  const place = numbers ? more.indexOf("numbers") : deciding ? more.indexOf("deciding") : core ? more.indexOf("core") : summaries ? more.indexOf("summaries") : -1;
  const at = place >= 0 ? all.length + place : all.findIndex((page) => page.column.key === columnInView.value);
  const count = all.length + more.length;
  const go = (/** @type {number} */ to) => () => {
    if (to < all.length) lookAt(all[to].column.key);
    numbersInView.value = more[to - all.length] === "numbers";
    decidingInView.value = more[to - all.length] === "deciding";
    coreInView.value = more[to - all.length] === "core";
    summariesInView.value = more[to - all.length] === "summaries";
  };
  const named = (/** @type {number} */ to) =>
    to < all.length ? heading(all[to]) : (pagesMore()[more[to - all.length]] || "");
  const step = (/** @type {number} */ to, /** @type {(name: string) => string} */ words, /** @type {string} */ arrow) =>
    html`<button type="button" class="step" aria-disabled=${to < 0 || to >= count ? "true" : null}
      aria-label=${to >= 0 && to < count ? words(named(to)) : _("No more columns")} onClick=${to >= 0 && to < count ? go(to) : null}>
      ${icon(arrow)}
    </button>`;
  const tint = place >= 0 ? "impact" : all[at].column.tint;
  return html`<div class="board narrow">
    <div class=${"pager tint-" + tint}>
      ${step(at - 1, (name) => _("Back to %(name)s", { name }), "chevron-left")}
      <div>
        <h2 id="page-heading" tabindex="-1">${named(at)}</h2>
        <p>${_("%(at)s of %(count)s", { at: at + 1, count })}</p>
      </div>
      ${step(at + 1, (name) => _("On to %(name)s", { name }), "chevron-right")}
    </div>
    ${numbers
      ? html`<div class="numbers-page">${bands(template.scales)} ${h(Trends, { child: store.childInView.value })}
          ${h(RatingsBefore, { child: store.childInView.value })} ${h(Ratings, { child: store.childInView.value })}</div>`
      : deciding
        ? html`<div class="numbers-page">${h(Deciding, { child: store.childInView.value })}</div>`
        : core
        ? html`<div class="numbers-page">${h(CoreGroup, { child: store.childInView.value, bare: true })}</div>`
        : summaries
        ? html`<div class="numbers-page">${h(Summaries, { bare: true })}</div>`
        : h(Column, { key: all[at].key, block: all[at], bare: true })}
  </div>`;
}
