/** Asking a danger's own question again: with the ends of an earlier meeting, word for word, the numbers make one line. */
import { _ } from "../board/gettext.js";
import { html } from "../board/html.js";
import * as store from "../board/store.js";
import { fill, short } from "../board/words.js";

/** @typedef {import('../board/wire.js').Scale} Scale */
/** @typedef {{ten: string, zero: string}} Ends */

/** The ends that earlier meetings had of their own, of those whose numbers were brought forward. @param {Scale} scale @returns {Ends[]} */
function endsBefore(scale) {
  const template = store.template.value;
  const series = scale.series || (template ? template.key : "") + "/" + scale.key;
  /** @type {Map<string, Ends>} */
  const found = new Map();
  store.each("earlier_numbers").forEach(({ thing: one }) => {
    const same = one.series === series && one.question === scale.question && one.left === scale.left;
    if (same && (one.ten !== scale.ten || one.zero !== scale.zero)) found.set(one.ten + "\n" + one.zero, { ten: one.ten, zero: one.zero });
  });
  return Array.from(found.values());
}

/** @param {{scale: Scale, choose: (ends: Ends) => void}} props */
export function AskAsBefore({ scale, choose }) {
  const all = endsBefore(scale);
  if (!all.length) return null;
  return html`<div class="field">
    <p class="hint">${_("Ask with the same words for 10 and 0 as before, so that the numbers make one line:")}</p>
    <div class="buttons">${all.map(
      (one) => html`<button type="button" class="button small" key=${one.ten + one.zero} onClick=${() => choose(one)}>
        ${_("As before: 10 = %(ten)s", { ten: short(fill(one.ten, null)) })}
      </button>`,
    )}</div>
  </div>`;
}
