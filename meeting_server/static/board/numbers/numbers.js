/** One scale of the template for the child in view: what is asked, what I gave, and what was shown. */
import { useState } from "../../vendor/preact-hooks.js";
import { _ } from "../kit/gettext.js";
import { h, html } from "../kit/html.js";
import { icon } from "../kit/icon.js";
import { theirWords } from "../store/language.js";
import * as store from "../store/store.js";
import { fill, short } from "../store/words.js";
import { Called } from "../kit/called.js";
import { Asked } from "./number_asked.js";
import { questionId } from "./number_form.js";
import { Shown } from "./number_shown.js";
import { mine, roundsOf } from "./number_words.js";

/** @typedef {import('./number_words.js').Scale} Scale */
/** @typedef {import('./number_words.js').Round} Round */

/** @param {{scale: Scale, child: string | null}} props `child` null: each child */
export function Numbers({ scale, child }) {
  const wanted = store.children().filter((one) => child === null || one.id === child);
  const asked = wanted.filter((one) => current(scale, one.id).length > 0);
  if (!asked.length) return null;
  const first = asked.find((one) =>
    current(scale, one.id).some((round) => round.state === "asked" && !mine(round, one.id)),
  );
  const alone = asked.length === 1;
  const abouts = asked.reduce(
    (all, one) => all.concat(current(scale, one.id).map((round) => round.about || "")),
    /** @type {string[]} */ ([]),
  );
  const shared = abouts.every((about) => about === abouts[0]) ? abouts[0] : "";
  return html`<div class="numbers" data-place="@numbers">
    ${shared && h(Danger, { id: shared, child: "" })}
    ${asked.map((one) => h(OneChild, { key: one.id, scale, child: one.id, alone, next: one === first, told: Boolean(shared) }))}
  </div>`;
}

/**
 * The newest asking of each question about this child: today in general, or about one danger.
 * @param {Scale} scale
 * @param {string} child
 */
function current(scale, child) {
  const rounds = roundsOf(scale, child).filter((round) => round.state !== "hidden");
  return rounds.filter((round, at) => rounds.findIndex((other) => other.about === round.about) === at);
}

/** @param {{scale: Scale, child: string, alone: boolean, next: boolean, told: boolean}} props `told`: the danger stands above */
function OneChild({ scale, child, alone, next, told }) {
  const id = questionId(scale.key, child);
  return html`<section class="child-numbers" aria-labelledby=${id} data-home=${id}>
    <h3 id=${id} tabindex="-1">${fill(scale.question, child)}</h3>
    ${current(scale, child).map(
      (round) => html`<div class="asking" key=${round.id}>
        ${round.about && !told && h(Danger, { id: round.about, child })}
        ${round.state === "asked" && h(Asked, { round, scale, child, open: alone || next })}
        ${round.state === "shown" && h(Shown, { round, scale, child, alone })}
      </div>`,
    )}
  </section>`;
}

/** The danger these numbers are about, long ones on request: they stand on the board in full. @param {{id: string, child: string}} props `child`: whom alone they are for */
function Danger({ id, child }) {
  const [whole, setWhole] = useState(false);
  const item = store.get("items", id);
  if (!item || !item.text) return html`<p class="about-danger">${_("About a danger that was taken back.")}</p>`;
  const begins = short(item.text);
  return html`<div class="about-danger">
    <p><b>${_("About this danger:")}</b> ${theirWords(whole ? item.text : begins, item.lang)}</p>
    ${
      begins !== item.text &&
      html`<button type="button" class="button quiet small opens" aria-expanded=${String(whole)}
        onClick=${() => setWhole(!whole)}>${icon("chevron-right")} ${_("All of it")}${h(Called, { of: [theirWords(begins, item.lang), child && " " + _("for %(name)s", { name: fill("{child}", child) })] })}</button>`
    }
  </div>`;
}
