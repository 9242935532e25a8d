/** Asking the same again: about the same danger, with the ends of the earlier meeting word for word, the numbers make one line. */
import { _ } from "../../board/kit/gettext.js";
import { html } from "../../board/kit/html.js";
import * as store from "../../board/store/store.js";
import { dangerHere } from "../../board/numbers/trends.js";
import { fill, short } from "../../board/store/words.js";

/** @typedef {import('../../board/wire.js').Scale} Scale */
/** @typedef {{ten: string, zero: string, about: string}} Ends ends as the scale has them are empty; `about`: the danger's id here */

/** What earlier meetings asked with ends of their own or about a danger, of those whose numbers were brought forward; not
 * about a danger that is not here: nobody can be asked about it. @param {Scale} scale @returns {Ends[]} */
function endsBefore(scale) {
  const template = store.template.value;
  const series = scale.series || (template ? template.key : "") + "/" + scale.key;
  /** @type {Map<string, Ends>} */
  const found = new Map();
  store.each("earlier_numbers").forEach(({ thing: one }) => {
    const same = one.series === series && one.question === scale.question && one.left === scale.left;
    const danger = one.about ? dangerHere(one.about) : undefined;
    const own = one.ten !== scale.ten || one.zero !== scale.zero;
    if (!same || one.at === null || Boolean(one.about) !== Boolean(danger && !danger.taken_back) || !(own || danger)) return;
    const ends = { ten: own ? one.ten : "", zero: own ? one.zero : "", about: danger ? danger.id : "" };
    found.set(JSON.stringify(ends), ends);
  });
  return Array.from(found.values());
}

/** @param {Ends} one */
function asBefore(one) {
  const danger = one.about ? store.get("items", one.about) : undefined;
  const ten = one.ten && _("As before: 10 = %(ten)s", { ten: short(fill(one.ten, null)) });
  const about = danger && (ten ? _("about: %(text)s", { text: short(danger.text) }) : _("As before, about: %(text)s", { text: short(danger.text) }));
  return [ten, about].filter(Boolean).join(" ");
}

/** @param {{scale: Scale, choose: (ends: Ends) => void}} props */
export function AskAsBefore({ scale, choose }) {
  const all = endsBefore(scale);
  if (!all.length) return null;
  return html`<div class="field">
    <p class="hint">${_("Ask the same as before, so that the numbers make one line:")}</p>
    <div class="buttons">${all.map(
      (one) => html`<button type="button" class="button small" key=${one.ten + one.zero + one.about} onClick=${() => choose(one)}>
        ${asBefore(one)}
      </button>`,
    )}</div>
  </div>`;
}
