/** The place of the numbers: one child at a time, with a row of the children that ticks those I have answered for. */
import { owed } from "../reading/agenda.js";
import { here, wide } from "../reading/view.js";
import { _ } from "../kit/gettext.js";
import { h, html } from "../kit/html.js";
import { Called } from "../kit/called.js";
import { icon } from "../kit/icon.js";
import * as store from "../store/store.js";
import { roundsOf } from "./number_words.js";
import { goToNumber, picked } from "./number_form.js";
import { BesideNumber } from "./beside_number.js";
import { Numbers } from "./numbers.js";
import { Trends } from "./trends_panel.js";

/** Whether anything was asked about a child, and is not hidden. @param {string} child */
function isKnown(child) {
  const template = store.template.value;
  return Boolean(template && template.scales.some((scale) => roundsOf(scale, child).some((round) => round.state !== "hidden")));
}

/** The children that were asked about, in their order. */
function askedAbout() {
  return store.children().map((one) => one.id).filter(isKnown);
}

/** Whether the row of the children who were asked about stands in the place of the row of all children: on a phone. */
export function hasOwnRow() {
  return !wide.value && here.value === "@numbers" && askedAbout().length > 1;
}

/** The child whose numbers are in view: the one in view everywhere, the one picked here, the first one I owe, the first of all. @param {string | null} child */
export function shownChild(child) {
  const all = askedAbout();
  if (child) return child;
  if (picked.value && all.indexOf(picked.value) >= 0) return picked.value;
  const next = owed()[0];
  return (next && next.child) || all[0] || null;
}

/** @param {{child: string | null}} props `child` null: each child, one after another by their row */
export function NumbersPage({ child }) {
  const template = store.template.value;
  const now = shownChild(child);
  if (!template) return null;
  if (!now) return html`<p class="hint">${_("No number is asked for yet. When it is, each of us chooses alone, and then we look at all of them together.")}</p> ${h(Trends, { child })}`;
  return html`<div class="numbers-place">
      <div>
        ${(child === null || hasOwnRow()) && h(ChildrenRow, { now })} ${h(NotThisChild, { child })}
        ${template.scales.map((scale) => html`<div class="numbers-of-scale" key=${scale.key}>${h(Numbers, { scale, child: now })}</div>`)}
      </div>
      ${wide.value && h(BesideNumber, { child: now })}
    </div>
    ${h(Trends, { child })}`;
}

/** @param {{now: string}} props */
function ChildrenRow({ now }) {
  const all = askedAbout();
  const turn = (/** @type {string} */ id) => () => {
    if (store.childInView.value !== null) store.childInView.value = id;
    picked.value = id;
  };
  const left = owed().map((one) => one.child);
  const me = store.you.value;
  const mine = /** @type {Array<{child: string, person: string}>} */ (store.each("sealed").map((one) => one.thing)).concat(/** @type {any} */ (store.each("numbers").map((one) => one.thing)));
  const gave = (/** @type {string} */ id) => Boolean(me && mine.some((one) => one.child === id && one.person === me.person));
  if (all.length < 2) return null;
  return html`<nav class="children number-children" aria-label=${_("Numbers for")}>
    <ul>${all.map((id) => {
      const done = gave(id) && left.indexOf(id) < 0;
      return html`<li key=${id}><button type="button" class="tab" aria-current=${id === now ? "true" : null} onClick=${turn(id)}>
        ${done && html`${icon("check")} `}${store.personName(id)}${h(Called, { of: _("the numbers") })}${done && html`<span class="away">, ${_("answered")}</span>`}
      </button></li>`;
    })}</ul>
  </nav>`;
}

/** Where the chosen child was not asked about: that this is so, and the way to whom I was asked about. @param {{child: string | null}} props */
function NotThisChild({ child }) {
  if (!child || isKnown(child)) return null;
  const others = owed().filter((one, at, all) => all.findIndex((other) => other.child === one.child) === at);
  return html`<p class="hint">${_("No number is asked for %(name)s now.", { name: store.personName(child) })}</p>
    ${others.map(
      (one) => html`<p key=${one.child}><button type="button" class="button" onClick=${() => goToNumber(one.round, one.child)}>
        ${_("Numbers for %(name)s", { name: store.personName(one.child) })} ${icon("chevron-right")}
      </button></p>`,
    )}`;
}
