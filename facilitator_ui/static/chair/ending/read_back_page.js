/**
 * What is read aloud before the end, in place of the board: for each child the numbers with their differences, the views,
 * the decision, the rating and what happens next. One child a page; nothing here changes anything.
 */
import { signal } from "../../vendor/signals.js";
import { _ } from "../../board/kit/gettext.js";
import { h, html } from "../../board/kit/html.js";
import { icon } from "../../board/kit/icon.js";
import { focusSoon } from "../../board/kit/keep_focus.js";
import * as store from "../../board/store/store.js";
import { atDesk, inPlaceOfBoard, wide } from "../../board/reading/view.js";
import { DatesAloud } from "./dates.js";
import { CoreRead } from "./read_back_core.js";
import { standsInPlace } from "../parts/in_place.js";
import { Deciding, NextSteps, NumbersGiven, RatingSaid, stepsFor } from "./read_back_parts.js";
import { openSection } from "../parts/section.js";

const at = signal(0);

/** Brings the pages up, at the first. */
function readBack() {
  at.value = 0;
  inPlaceOfBoard.value = ReadBack;
  if (!wide.value) atDesk.value = false;
  focusSoon("#read-back-heading");
}

function close() {
  inPlaceOfBoard.value = null;
  if (!wide.value) atDesk.value = true;
  if (!standsInPlace("read_back")) openSection("ending");
  focusSoon("read-back");
}

/** @typedef {{title: string, child: string | null}} Page `child` null: what is for all the children */

/** @returns {Page[]} */
function pages() {
  const children = store.children();
  /** @type {Page[]} */
  const each = children.map((child) => ({ title: store.personName(child.id), child: child.id }));
  if (ratesFamily()) return each.concat([{ title: _("The family"), child: null }]);
  return children.length > 1 && stepsFor(null).length ? each.concat([{ title: _("All the children"), child: null }]) : each;
}

/** Whether there is one rating for the family, said once, and none for each child. */
function ratesFamily() {
  const template = store.template.value;
  return Boolean(template && template.rating.scope === "family");
}

/** @param {number} to */
function turn(to) {
  at.value = to;
  focusSoon("#read-back-heading");
}

function ReadBack() {
  const all = pages();
  const page = all[Math.min(at.value, all.length - 1)];
  if (!page) return null;
  const place = all.indexOf(page);
  const last = place === all.length - 1;
  return html`<section class="read-back" aria-labelledby="read-back-heading">
    <p class="hint">${_("Read this aloud. Page %(page)s of %(count)s. Nobody else sees this page.", { page: place + 1, count: all.length })}</p>
    <h2 id="read-back-heading" tabindex="-1">${page.title}</h2>
    ${page.child && html`${h(CoreRead, { child: page.child })} ${h(NumbersGiven, { child: page.child })} ${h(Deciding, { child: page.child })} ${!ratesFamily() && h(RatingSaid, { child: page.child })}`}
    ${!page.child && ratesFamily() && h(RatingSaid, { child: null })}
    ${(page.child || store.children().length > 1) && h(NextSteps, { child: page.child })} ${last && h(DatesAloud, {})}
    <div class="buttons">
      ${place > 0 && html`<button type="button" class="button" onClick=${() => turn(place - 1)}>${icon("chevron-left")} ${_("Back")}</button>`}
      ${
        last
          ? html`<button type="button" class="button primary" data-fk="read-on" onClick=${close}>${_("All read. Go to the end")}</button>`
          : html`<button type="button" class="button primary" data-fk="read-on" onClick=${() => turn(place + 1)}>
              ${_("Read aloud: go on")} ${icon("chevron-right")}
            </button>`
      }
      ${!last && html`<button type="button" class="button quiet" onClick=${close}>${_("Stop reading")}</button>`}
    </div>
  </section>`;
}

/** The button that brings the pages up. */
export function ReadIt() {
  return html`<p>${_("Read back what was decided for each child, and what each person does.")}</p>
    <button type="button" class="button" data-fk="read-back" onClick=${readBack}>${_("Read it back aloud")}</button>`;
}
