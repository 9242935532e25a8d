/** Where somebody is who has just been let in: who is here, which step it is, and what there is so far, with the way to each. */
import * as flow from "../reading/agenda.js";
import { _, ngettext } from "../kit/gettext.js";
import { h, html } from "../kit/html.js";
import { icon } from "../kit/icon.js";
import { focusSoon } from "../kit/keep_focus.js";
import { rule } from "../reading/deciding.js";
import { countOf, places, shownNow } from "../reading/places.js";
import { goAlong } from "../reading/view.js";
import { DESK } from "../store/in_view.js";
import { partOf, sideOf } from "../store/people_words.js";
import * as store from "../store/store.js";
import { turnTo } from "./place_tabs.js";

/** @typedef {import('../reading/places.js').Place} Place */

/** Everybody else who is here, whoever runs the meeting first, then family, then by name. @returns {string[]} people's ids */
function others() {
  const me = store.you.value;
  const order = (/** @type {string} */ id) => {
    const role = store.roleOf(id);
    return (role && role.audiences.indexOf(DESK) >= 0 ? "0" : sideOf(id) === "professional" ? "2" : "1") + store.personName(id);
  };
  return store
    .each("attendees")
    .map((one) => one.thing)
    .filter((one) => one.attendance === "here" && !store.isScreen(one) && !(me && one.id === me.attendee))
    .map((one) => one.person)
    .sort((a, b) => order(a).localeCompare(order(b), "en-GB"));
}

/** @param {{words: any, fk: string, press: () => void, now?: boolean}} props */
function Row({ words, fk, press, now }) {
  return html`<li><button type="button" class="button quiet" data-fk=${fk} onClick=${press}>${icon("chevron-right")} <span>${words}</span>${now && html` <span class="now">${_("Now")}</span>`}</button></li>`;
}

/** @param {Place} place */
function countWords(place) {
  const n = countOf(place);
  return n ? ngettext("%(n)s point in %(place)s", "%(n)s points in %(place)s", n, { place: place.title }) : _("Go to %(place)s", { place: place.title });
}

function SoFar() {
  const now = flow.going() ? shownNow() : null;
  const decided = store.each("decisions").length;
  const toTheMeeting = () => {
    if (now) turnTo(now);
    else {
      goAlong("");
      focusSoon("#page-heading");
    }
  };
  const rows = places().filter((one) => countOf(one) > 0 && !(now && one.key === now.key));
  return html`<h2>${_("So far")}</h2>
    <ul class="arrived-rows">
      ${h(Row, { words: now ? countWords(now) : _("Go to the board"), fk: "arrived:on", press: toTheMeeting, now: Boolean(now) })}
      ${rows.map((one) => h(Row, { key: one.key, words: countWords(one), fk: "arrived:" + one.key, press: () => turnTo(one) }))}
    </ul>
    ${rule() && html`<p>${decided ? ngettext("It is decided for %(n)s child.", "It is decided for %(n)s children.", decided) : _("Nothing is decided yet.")}</p>`}`;
}

export function Arrived() {
  const me = store.you.value;
  if (!me) return null;
  const people = others();
  const step = flow.stepNow();
  return html`<div class="board"><section class="arrived" aria-labelledby="page-heading">
    <h1 id="page-heading" tabindex="-1">${_("You are in. Hello, %(name)s.", { name: store.personName(me.person) })}</h1>
    ${people.length
      ? html`<p>${ngettext("%(n)s other is here and reads what is written:", "%(n)s others are here and read what is written:", people.length)}</p>
          <ul class="arrived-people">${people.map((id) => html`<li key=${id}><b>${store.personName(id)}</b> <span class="hint">${partOf(id)}</span></li>`)}</ul>`
      : html`<p>${_("Nobody else is here yet.")}</p>`}
    ${step && html`<p class="arrived-step">${_("We are at step %(at)s of %(count)s: %(label)s.", { at: step.at + 1, count: step.count, label: step.label })}</p>`}
    ${h(SoFar, {})}
  </section></div>`;
}
