/** The way from the box to a number that is asked for: typed for somebody, sealed, and hidden from its typist once sent. */
import { _ } from "../board/kit/gettext.js";
import { html } from "../board/kit/html.js";
import { icon } from "../board/kit/icon.js";
import * as store from "../board/store/store.js";
import { goToNumber } from "../board/numbers/number_form.js";

/** @typedef {import('../board/wire.js').Round} Round */

/** The children a number is asked for now, each with the newest asking. */
function asked() {
  const rounds = store
    .each("rounds")
    .map((one) => one.thing)
    .filter((one) => one.state === "asked")
    .sort((a, b) => b.asked_at - a.asked_at);
  /** @type {Array<{child: string, round: Round}>} */
  const found = [];
  store.children().forEach(({ id }) => {
    const round = rounds.find((one) => one.children.indexOf(id) >= 0);
    if (round) found.push({ child: id, round });
  });
  return found;
}

export function NumbersFor() {
  const all = asked();
  if (!all.length) return null;
  return html`<div class="entry-numbers" role="group" aria-label=${_("A number is asked for")}>
    <p>${icon("lock")} <span>${_("A number is asked for. Type it for somebody without a device:")}</span></p>
    <div class="buttons">
      ${all.map(
        ({ child, round }) => html`<button type="button" class="button" key=${child} onClick=${() => goToNumber(round, child)}>
        ${_("About %(name)s", { name: store.personName(child) })}
      </button>`,
      )}
    </div>
  </div>`;
}
