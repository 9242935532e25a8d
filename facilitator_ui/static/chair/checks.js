/** What is missing before the end: each check's own sentence, where it is, and a reason where one is enough. */
import { Field } from "../board/components/fields.js";
import { h, html } from "../board/html.js";
import { icon } from "../board/icon.js";
import { focusSoon } from "../board/keep_focus.js";
import * as store from "../board/store.js";
import { lookAt } from "../board/view.js";
import { names, short } from "../board/words.js";

/** @typedef {import('../board/wire.js').Check} Check */
/** @typedef {import('../board/wire.js').Item} Item */
/** @typedef {(key: string, text: string) => void} Write */

/** @param {{reasons: Record<string, string>, write?: Write}} props without `write` no reasons are asked for */
export function Checks({ reasons, write }) {
  const template = store.template.value;
  const gaps = store.gaps.value;
  if (!template) return null;
  if (!gaps.length) return html`<p class="all-well">${icon("check")} <span>Nothing is missing.</span></p>`;
  return html`<ul class="desk-list checks">
    ${gaps.map((gap) => {
      const check = template.checks.find((one) => one.key === gap.check);
      return check && h(Missing, { key: check.key, check, ids: gap.things, reason: reasons[check.key] || "", write });
    })}
  </ul>`;
}

/** @param {{check: Check, ids: string[], reason: string, write?: Write}} props */
function Missing({ check, ids, reason, write }) {
  const must = check.blocks && write ? html` <b>Must be put right first.</b>` : null;
  const why = { id: "why-" + check.key, label: "Why it stays open", value: reason };
  return html`<li class=${check.blocks ? "blocks" : null}>
    <p>${icon(check.blocks ? "x" : "ellipsis")} <span>${check.says}${must}</span></p>
    ${h(Things, { ids })}
    ${write && !check.blocks && h(Field, { ...why, write: (text) => write(check.key, text) })}
  </li>`;
}

/** Points as buttons that lead to them; people by name. @param {{ids: string[]}} props */
function Things({ ids }) {
  const items = /** @type {Item[]} */ (ids.map((id) => store.get("items", id)).filter(Boolean));
  const people = ids.map((id) => store.personOf(id) || store.get("people", id)).filter(Boolean);
  return html`${people.length > 0 && html`<p class="hint">${names(people.map((one) => (one ? one.id : "")))}</p>`}
    ${
      items.length > 0 &&
      html`<ul class="leads">
        ${items.map(
          (item) => html`<li key=${item.id}>
            <button type="button" class="button quiet small" data-fk=${"lead:" + item.id} onClick=${() => lead(item)}>
              ${icon("move-right")} <span>${short(item.text)}</span>
            </button>
          </li>`,
        )}
      </ul>`
    }`;
}

/** Brings a point into view and puts focus on it; a held one has its place on the desk. @param {Item} item */
function lead(item) {
  if (item.held) {
    focusSoon("release:" + item.id);
    return;
  }
  const inView = store.childInView.value;
  if (inView && item.children.length && item.children.indexOf(inView) < 0) store.childInView.value = null;
  lookAt(item.column, item.category);
  focusSoon("point:" + item.id);
}
