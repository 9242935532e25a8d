/** What is talked about: the place that is looked at, whole; on a laptop with its tabs above, on a phone with the way to the place before and after. */
import { h, html } from "../kit/html.js";
import { Adults, CoreGroup, Earlier, Figure, Summaries } from "../reading/kinds.js";
import { rows } from "../reading/layout.js";
import { ARRIVAL, ENDED, WHOLE, allShownNow, places } from "../reading/places.js";
import * as store from "../store/store.js";
import { figured, here, wide } from "../reading/view.js";
import { Column } from "../points/column.js";
import { Deciding } from "../deciding/deciding_panel.js";
import { Numbers } from "../numbers/numbers.js";
import { NumbersPage } from "../numbers/numbers_page.js";
import { NothingRated, Ratings } from "../deciding/ratings.js";
import { RatingsBefore } from "../deciding/ratings_before.js";
import { Trends } from "../numbers/trends_panel.js";
import { People } from "../people/people_list.js";
import { ChildWords } from "../points/child_words.js";
import { Pairs } from "../points/pairs.js";
import { Plan } from "../points/plan.js";
import { Arrived } from "./arrived.js";
import { Days } from "./days.js";
import { Ended } from "./ended.js";
import { ReadBack } from "./read_back.js";

/** @typedef {import('../wire.js').Scale} Scale */
/** @typedef {import('../reading/places.js').Place} Place */
/** @typedef {Record<string, import('../../vendor/preact.js').ComponentType<{}>>} InPlace what a desk does in a place, above what all see there */

/** What stands at a place of the product, its heading above it already. @type {Record<string, (child: string | null) => any>} */
const PAGES = {
  "@people": () => h(People, {}),
  "@child_words": (child) => h(ChildWords, { child }),
  "@pairs": (child) => h(Pairs, { child }),
  "@plan": (child) => h(Plan, { child }),
  "@dates": (child) => h(Days, { child }),
  "@read_back": (child) => h(ReadBack, { child }),
  "@earlier": (child) => h(Earlier, { child }),
  "@summaries": () => h(Summaries, { bare: true }),
  "@adults": () => h(Adults, { bare: true }),
  "@numbers": (child) => h(NumbersPage, { child }),
  "@deciding": (child) => h(Deciding, { child, bare: true }),
  "@rating": (child) => html`${h(RatingsBefore, { child })} ${h(Ratings, { child, bare: true })} ${h(NothingRated, { child })}`,
  "@visits": (child) => h(CoreGroup, { child, bare: true }),
  [WHOLE]: () => h(Everything, {}),
};

/** What brings a heading of its own where the page's is its only one. */
const HEADED = ["@summaries", "@deciding", "@rating"];

/** What gathers points out of columns: no column stands below it, or points would stand there twice. */
const GATHERS = ["@earlier", "@child_words", "@pairs", "@plan", "@dates"];

/** @param {{inPlace?: InPlace}} props */
export function Board({ inPlace }) {
  if (here.value === ARRIVAL) return h(Arrived, {});
  if (here.value === ENDED) return h(Ended, {});
  return wide.value ? h(Wide, { inPlace: inPlace || {} }) : h(Narrow, { inPlace: inPlace || {} });
}

/** The place that is looked at. @param {Place[]} all */
function looked(all) {
  return all[Math.max(0, all.findIndex((one) => one.key === here.value))];
}

/** A place with its heading. What else the open step shows stands below the one it leads to. @param {{inPlace: InPlace}} props */
function Wide({ inPlace }) {
  const all = places();
  if (!all.length) return null;
  const place = looked(all);
  const shown = allShownNow();
  const more = shown.length && shown[0].key === place.key ? shown.slice(1).filter((one) => !one.block || GATHERS.indexOf(place.key) < 0) : [];
  return html`<div class=${figured.value ? "board figured" : "board"} key=${place.key}>
    ${h(OnePlace, { place, inPlace, first: true })}
    ${more.map((one) => h(OnePlace, { key: one.key, place: one, inPlace, first: false }))}
  </div>`;
}

/** @param {{place: Place, inPlace: InPlace, first: boolean}} props `first`: the page's own place, not one that stands below it */
function OnePlace({ place, inPlace, first }) {
  const mine = inPlace[place.key];
  const child = store.childInView.value;
  if (place.block) return h(Column, { block: place.block, place: first ? "page-heading" : "place-" + place.key });
  return html`<section class=${"place lined tint-" + place.tint} aria-labelledby=${first ? "page-heading" : "place-" + place.key} data-place=${place.key}>
    <h2 class=${place.key === WHOLE || place.key === "@numbers" ? "away" : "place-title"} id=${first ? "page-heading" : "place-" + place.key} tabindex="-1">${place.title}</h2>
    ${mine && html`<div class="sheet by-desk">${h(mine, {})}</div>`}
    ${place.key === WHOLE ? PAGES[place.key](child) : html`<div class="sheet">${PAGES[place.key](child)}</div>`}
  </section>`;
}

/** @param {Scale[]} scales */
function bands(scales) {
  const child = store.childInView.value;
  return scales.map((scale) => html`<div class="band" key=${scale.key}>${h(Numbers, { scale, child })}</div>`);
}

/** The columns of the layout's rows first, then everything else there is. */
function Everything() {
  const template = store.template.value;
  const all = rows();
  const child = store.childInView.value;
  if (!template) return null;
  if (figured.value && child) return h(Figure, { child });
  return html`${all.map(
      (row, at) => html`<div class=${"row lined of-" + row.length} key=${"row" + at}>
        ${row.map((block) => h(Column, { key: block.key, block }))}
      </div>`,
    )}
    ${bands(template.scales)} ${h(Summaries, { bare: false })} ${h(CoreGroup, { child })} ${h(Adults, { bare: false })} ${h(Trends, { child })} ${h(Deciding, { child })}
    ${h(RatingsBefore, { child })} ${h(Ratings, { child })}`;
}

/** One place at a time, and the way to the one before and the one after. @param {{inPlace: InPlace}} props */
function Narrow({ inPlace }) {
  const all = places();
  if (!all.length) return null;
  const place = looked(all);
  const mine = inPlace[place.key];
  return html`<div class="board narrow">
    ${
      place.block
        ? h(Column, { key: place.key, block: place.block, bare: true })
        : html`<div class="numbers-page" key=${place.key}>${HEADED.indexOf(place.key) < 0 && html`<h2 class="away">${place.title}</h2>`}${mine && html`<div class="by-desk">${h(mine, {})}</div>`}${PAGES[place.key](store.childInView.value)}</div>`
    }
  </div>`;
}
