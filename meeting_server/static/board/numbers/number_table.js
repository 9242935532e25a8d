/** The numbers of one asking as a table, with the reasons and what became of each. */
import { useState } from "../../vendor/preact-hooks.js";
import { _ } from "../kit/gettext.js";
import { h, html } from "../kit/html.js";
import { icon } from "../kit/icon.js";
import { theirWords } from "../store/language.js";
import * as store from "../store/store.js";
import { fill } from "../store/words.js";
import { Called } from "../kit/called.js";
import { answerWords, danger, inRoomOrder, story } from "./number_words.js";
import { partOf, sideOf } from "../store/people_words.js";
import { PutAside, whoseWords } from "../asides/put_aside.js";
import { Shape } from "../kit/shape.js";

/** @typedef {import('./number_line.js').Shown} Shown */
/** @typedef {import('./number_words.js').Number_} Number_ */

/**
 * @param {Shown & {open: boolean, narrow: boolean}} props `open`: until somebody opens or closes it; `narrow`: reasons
 *   stand under the names
 */
export function NumberTable({ round, scale, child, numbers, open, narrow }) {
  const [own, setOwn] = useState(/** @type {boolean | null} */ (null));
  const shown = own === null ? open : own;
  const rows = inRoomOrder(numbers);
  const heads = narrow ? [_("Number"), _("Who and why")] : [_("Who"), _("Number"), _("Why")];
  return html`<button type="button" class="button quiet small opens" aria-expanded=${String(shown)}
      data-fk=${"reasons:" + round.id + child} onClick=${() => setOwn(!shown)}>
      ${icon("chevron-right")} ${_("Names, numbers and reasons")}${h(Called, { of: fill("{child}", child) + ", " + fill(scale.question, child) + danger(round) })}
    </button>
    ${
      shown &&
      html`<table class="numbers-table">
        <caption class="away">${_("Numbers for %(name)s, the family first", { name: fill("{child}", child) })}</caption>
        <thead><tr>${heads.map((head) => html`<th scope="col" key=${head}>${head}</th>`)}</tr></thead>
        <tbody>${rows.map((one) => h(narrow ? NarrowRow : WideRow, { key: one.id, one }))}</tbody>
      </table>`
    }`;
}

/** @param {{one: Number_}} props */
function WideRow({ one }) {
  return html`<tr>
    <th scope="row">${h(Who, { one })}</th>
    <td class=${one.value === null ? "words" : "value"}>${answerWords(one)}</td>
    <td>${h(Why, { one })}</td>
  </tr>`;
}

/** @param {{one: Number_}} props */
function NarrowRow({ one }) {
  return html`<tr>
    <td class=${one.value === null ? "words" : "value"}>${answerWords(one)}</td>
    <td><b>${h(Who, { one })}</b> <span class="why-below">${h(Why, { one })}</span></td>
  </tr>`;
}

/** @param {{one: Number_}} props */
function Who({ one }) {
  return html`${h(Shape, { side: sideOf(one.person) })} <span>${store.personName(one.person)}</span>
    ${" "}<span class="part">${partOf(one.person)}</span>`;
}

/** @param {{one: Number_}} props */
function Why({ one }) {
  const told = story(one);
  const words = one.sources.length && one.reason;
  const who = whoseWords(store.personName(one.person), one.at, one.reason);
  const about = words ? _("reason for the number for %(child)s, %(text)s", { child: fill("{child}", one.child), text: who }) : "";
  return html`${theirWords(one.reason)} ${told && html`<b class="story">${told}</b>`} ${h(PutAside, { kind: "numbers", thing: one.id, about, mine: false })}`;
}
