/** The way from place to place: on a laptop one line of tabs, on a phone the one before, the one after, and the list of all. */
import { useState } from "../../vendor/preact-hooks.js";
import { _, ngettext } from "../kit/gettext.js";
import { h, html } from "../kit/html.js";
import { icon } from "../kit/icon.js";
import { focusSoon } from "../kit/keep_focus.js";
import { going } from "../reading/agenda.js";
import { ARRIVAL, WHOLE, countOf, greets, isNewIn, places, shownNow } from "../reading/places.js";
import { here, lookAt } from "../reading/view.js";
import { come } from "./follow.js";
import { room } from "../kit/room.js";
import { say } from "../kit/say.js";
import { useWidth } from "../kit/width.js";

/** @typedef {import('../reading/places.js').Place} Place */

/** Whether this person reads the largest text: then a title has the fewest words. */
function hasLargestText() {
  return document.documentElement.classList.contains("text-2");
}

/** Goes to a place; to the one of the open step as one who is with the meeting. @param {Place} place */
export function turnTo(place) {
  const now = going() ? shownNow() : null;
  const was = here.value;
  if (now && now.key === place.key) come();
  else lookAt(place.key);
  // A place that is come back to stays as far down as it was left.
  focusSoon("#page-heading", "", was !== place.key);
}


/** @param {Place} place */
function pointsIn(place) {
  const count = countOf(place);
  return count ? html` <span class="count">${count}</span>` : null;
}

/** @param {{place: Place, now: string}} props `now`: the key of the open step's place */
function Marks({ place, now }) {
  const isNow = place.key === now;
  return html`${pointsIn(place)}${isNow && html` <span class="now">${_("Now")}</span>`}${countOf(place) > 0 && html`<span class="away"> ${ngettext("point", "points", countOf(place))}</span>`}${
    isNewIn(place) && html`<span class="new-mark"><span class="away">${_("Something new")}</span></span>`
  }`;
}

function nowKey() {
  const place = going() ? shownNow() : null;
  return place ? place.key : "";
}

/** About how wide a tab is, in the size of the page's letters. @param {Place} place @param {string} now */
function tabWidth(place, now) {
  return place.short.length * 0.56 + 1.5 + (countOf(place) ? 1.4 : 0) + (place.key === now ? 3.4 : 0) + (isNewIn(place) ? 0.9 : 0);
}

/**
 * The tabs that fit in the line and those that go behind More: never the open step's, the one looked at, one with
 * something new, or the whole board.
 * @param {Place[]} all @param {number} room @param {string} now
 */
function fitting(all, room, now) {
  const width = (/** @type {Place[]} */ some) => some.reduce((sum, one) => sum + tabWidth(one, now), 0);
  if (!room || width(all) <= room) return { shown: all, more: /** @type {Place[]} */ ([]) };
  const keeps = (/** @type {Place} */ one) => one.key === now || one.key === here.value || one.key === WHOLE || isNewIn(one);
  const at = all.findIndex((one) => one.key === (now || here.value));
  const near = all.filter((one) => !keeps(one)).sort((a, b) => Math.abs(all.indexOf(a) - at) - Math.abs(all.indexOf(b) - at));
  let left = room - width(all.filter(keeps)) - 5;
  const fit = near.filter((one) => {
    left -= tabWidth(one, now);
    return left >= 0;
  });
  return { shown: all.filter((one) => keeps(one) || fit.indexOf(one) >= 0), more: near.filter((one) => fit.indexOf(one) < 0).sort((a, b) => all.indexOf(a) - all.indexOf(b)) };
}

/** The line of tabs of a wide screen. */
export function PlaceTabs() {
  const [ref, room] = useWidth();
  const [open, setOpen] = useState(false);
  // Being let in has no tab: the others would move when it goes.
  const all = places().filter((one) => one.key !== ARRIVAL);
  const now = nowKey();
  const { shown, more } = fitting(all, room - 2, now);
  if (!all.length) return null;
  const tab = (/** @type {Place} */ place) => html`<li key=${place.key} class=${"tint-" + place.tint + (place.key === WHOLE ? " last" : "")}>
    <button type="button" class="place-tab" aria-current=${place.key === here.value ? "page" : null} data-fk=${"place:" + place.key} onClick=${() => {
      setOpen(false);
      turnTo(place);
    }}>
      ${place.short}${h(Marks, { place, now })}
    </button>
  </li>`;
  return html`<nav class="places" aria-label=${_("Parts of the board")} ref=${ref} onKeyDown=${(/** @type {KeyboardEvent} */ event) => event.key === "Escape" && setOpen(false)}>
    <ul>
      ${shown.filter((one) => one.key !== WHOLE).map(tab)}
      ${more.length > 0 && html`<li key="more" class="more-places">
        <button type="button" class="place-tab" aria-expanded=${String(open)} data-fk="more-places" onClick=${() => setOpen(!open)}>${_("More")}<span class="away"> ${_("parts of the board")}</span> ${icon("chevron-right")}</button>
        ${open && html`<ul class="panel">${more.map(tab)}</ul>`}
      </li>`}
      ${shown.filter((one) => one.key === WHOLE).map(tab)}
    </ul>
  </nav>`;
}

/** The places behind one button of the header, where a laptop is too low for a line of their own. */
export function FoldedPlaces() {
  const [open, setOpen] = useState(false);
  const all = places();
  const now = nowKey();
  if (!all.length) return null;
  const place = all[Math.max(0, all.findIndex((one) => one.key === here.value))];
  const choose = (/** @type {Place} */ one) => () => {
    setOpen(false);
    turnTo(one);
  };
  return html`<nav class="places-folded" aria-label=${_("Parts of the board")} onKeyDown=${(/** @type {KeyboardEvent} */ event) => event.key === "Escape" && setOpen(false)}>
    <button type="button" class=${"place-tab tint-" + place.tint} aria-expanded=${String(open)} data-fk="all-places" onClick=${() => setOpen(!open)}>
      <b>${place.short}</b>${h(Marks, { place, now })} ${icon("chevron-right")}<span class="away"> ${_("All the pages")}</span>
      ${place.key !== now && all.some(isNewIn) && html`<span class="new-mark"><span class="away">${_("Something new")}</span></span>`}
    </button>
    ${open && html`<ul class="panel">${all.map((one) => html`<li key=${one.key} class=${"tint-" + one.tint}><button type="button" class="place-tab" aria-current=${one.key === place.key ? "page" : null} data-fk=${"place:" + one.key} onClick=${choose(one)}>${one.short}${h(Marks, { place: one, now })}</button></li>`)}</ul>`}
  </nav>`;
}

/** What stands in the one line of a phone's header: the way back, the place with the list of all of them, the way on. @param {{children?: any}} props `children`: what stands under the title */
export function Pager({ children }) {
  const [open, setOpen] = useState(false);
  const all = places();
  if (!all.length) return null;
  const at = Math.max(0, all.findIndex((one) => one.key === here.value));
  const place = all[at];
  const now = nowKey();
  const step = (/** @type {number} */ to, /** @type {(name: string) => string} */ words, /** @type {string} */ arrow) =>
    html`<button type="button" class="step" aria-disabled=${all[to] ? null : "true"}
      aria-label=${all[to] ? words(all[to].title) : _("No more columns")} onClick=${all[to] ? () => turn(to) : null}>
      ${icon(arrow)}
    </button>`;
  // Where the page itself says hello, that is its heading.
  const titled = greets(place.key);
  const choose = (/** @type {Place} */ one) => () => {
    setOpen(false);
    turnTo(one);
  };
  const where = (/** @type {number} */ to) => {
    const count = countOf(all[to]);
    return [_("%(at)s of %(count)s", { at: to + 1, count: all.length }), count > 0 && ngettext("%(n)s point", "%(n)s points", count)].filter(Boolean).join(", ");
  };
  const turn = (/** @type {number} */ to) => {
    say(all[to].title + ", " + where(to) + ".");
    turnTo(all[to]);
  };
  return html`<div class=${"pager tint-" + place.tint}>
      ${step(at - 1, (name) => _("Back to %(name)s", { name }), "chevron-left")}
      <div class="top-words">
        ${h(titled ? "div" : "h1", { class: "pager-title", id: titled ? null : "page-heading", tabindex: titled ? null : "-1", children: html`<button type="button" class="all-places" aria-expanded=${String(open)} data-fk="all-places" onClick=${() => setOpen(!open)}>
          <span class="page-title">${room.value !== "tall" && hasLargestText() ? place.short : place.title}</span><span class="away">, ${where(at)}. ${_("All the pages")}</span>
          ${place.key !== now && all.some(isNewIn) && html`<span class="new-mark"><span class="away">${_("Something new")}</span></span>`}
        </button>` })}
        ${children}
      </div>
      ${step(at + 1, (name) => _("On to %(name)s", { name }), "chevron-right")}
    </div>
    ${
      open &&
      html`<nav class="page-list" aria-label=${_("Parts of the board")}>
      <ul>${all.map(
        (one) => html`<li key=${one.key} class=${"tint-" + one.tint}><button type="button" class="button quiet" aria-current=${one.key === place.key ? "page" : null} onClick=${choose(one)}>${one.title}${h(Marks, { place: one, now })}</button></li>`,
      )}</ul>
    </nav>`
    }`;
}
