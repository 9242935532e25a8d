/** What is missing before the end: each check's own sentence, links to it, and a reason where one is enough. */
import { Field } from "../../board/forms/fields.js";
import { _ } from "../../board/kit/gettext.js";
import { h, html } from "../../board/kit/html.js";
import { icon } from "../../board/kit/icon.js";
import * as store from "../../board/store/store.js";
import { PlaceLinks, linksOf } from "./links_to_place.js";

/** @typedef {import('../../board/wire.js').Check} Check */
/** @typedef {(key: string, text: string) => void} Write */

/**
 * @param {{reasons: Record<string, string>, write?: Write, without?: string[]}} props without `write` no reasons are
 *   asked for; `without`: checks that are said elsewhere
 */
export function Checks({ reasons, write, without }) {
  const template = store.template.value;
  const gaps = store.gaps.value.filter((gap) => !without || without.indexOf(gap.check) < 0);
  if (!template) return null;
  if (!gaps.length) return html`<p class="all-well">${icon("check")} <span>${without ? _("Nothing else is missing.") : _("Nothing is missing.")}</span></p>`;
  return html`<ul class="desk-list checks">
    ${gaps.map((gap) => {
      const check = template.checks.find((one) => one.key === gap.check);
      return check && h(Missing, { key: check.key, check, ids: gap.things, reason: reasons[check.key] || "", write });
    })}
  </ul>`;
}

/** @param {{check: Check, ids: string[], reason: string, write?: Write}} props */
function Missing({ check, ids, reason, write }) {
  const must = check.blocks && write ? html` <b>${_("Must be put right first.")}</b>` : null;
  const why = { id: "why-" + check.key, label: _("Why it stays open"), value: reason };
  return html`<li class=${check.blocks ? "blocks" : null}>
    <p>${icon(check.blocks ? "x" : "ellipsis")} <span>${check.says}${must}</span></p>
    ${h(PlaceLinks, { links: linksOf(check.key, ids), about: check.says })}
    ${write && !check.blocks && h(Field, { ...why, write: (text) => write(check.key, text) })}
  </li>`;
}
