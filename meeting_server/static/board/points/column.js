/** One column or part of one: its question, its points by category, and quiet while somebody's hands are on it. */
import { useRef, useState } from "../../vendor/preact-hooks.js";
import { faced } from "./answer_link.js";
import { writeIn } from "../reading/box_place.js";
import { fresh } from "../store/unseen.js";
import { _ } from "../kit/gettext.js";
import { focusSoon } from "../kit/keep_focus.js";
import { mustHold, steady } from "../kit/pointer_held.js";
import { h, html } from "../kit/html.js";
import { icon } from "../kit/icon.js";
import { above, groups, heading, opensToMe } from "../reading/layout.js";
import { drafts } from "../store/outbox.js";
import * as store from "../store/store.js";
import { canAdd } from "../reading/view.js";
import { fill } from "../store/words.js";
import { Called } from "../kit/called.js";
import { DraftPoints } from "./draft_point.js";
import { PrivatePoints } from "../writing/private_points.js";
import { headed, Impacts } from "../deciding/impacts.js";
import { Point } from "./point.js";

/** @typedef {import('../reading/layout.js').Block} Block */
/** @typedef {import('../reading/layout.js').Group} Group */

/**
 * A point under somebody's hands: its words as they are now, and gone from here at once when taken back; but where it
 * was moved to meanwhile waits.
 * @param {import('../store/store.js').Item} item as it was shown last
 */
function asItStood(item) {
  const now = store.get("items", item.id);
  if (!now || (!now.taken_back && now.version === item.version && now.refiled.length > item.refiled.length)) return item;
  return now;
}

/**
 * The groups to show: as they should stand, or, under somebody's hands, as they stood with only what comes last added.
 * @param {Block} block
 * @param {Group[]} wanted
 */
function useSteady(block, wanted) {
  const shown = useRef(/** @type {Group[]} */ ([]));
  const mine = useRef("");
  const scope = String(store.childInView.value);
  if (!mustHold(block.key, block.row) || mine.current !== scope) {
    mine.current = scope;
    shown.current = wanted;
    return wanted;
  }
  const ids = (/** @type {Group[]} */ list) => list.reduce((all, one) => all.concat(one.items.map((item) => item.id)), /** @type {string[]} */ ([]));
  const before = ids(shown.current);
  const added = steady(before, ids(wanted)).slice(before.length);
  const now = shown.current.map((group) => ({
    ...group,
    items: group.items.map((item) => asItStood(item)),
  }));
  const last = wanted[wanted.length - 1];
  if (added.length && last) {
    const more = last.items.filter((item) => added.indexOf(item.id) >= 0);
    const same = now[now.length - 1];
    if (same && same.key === last.key) same.items = same.items.concat(more);
    else now.push({ ...last, items: more });
  }
  shown.current = /** @type {Group[]} */ (now);
  return shown.current;
}

/** @param {{block: Block, bare?: boolean}} props `bare`: the heading stands above already */
export function Column({ block, bare }) {
  const items = store.columnItems(block.column.key, store.childInView.value);
  const shown = useSteady(block, faced(block, groups(block, items)));
  const count = shown.reduce((sum, group) => sum + group.items.length, 0);
  const id = "column-" + block.key.replace(/\W/g, "-");
  const waiting = block.first ? drafts.value.filter((one) => one.data.column === block.column.key && !store.get("items", one.id) && !store.get("private_items", one.id)) : [];
  const category = block.categories.length === 1 || !block.first ? block.categories[0] : null;
  return html`<section class=${"column tint-" + block.column.tint} aria-labelledby=${id} data-home=${id} data-place=${block.column.key}>
    ${h(Top, { block, id, bare: Boolean(bare), empty: !count && !waiting.length && !headed(block) })}
    ${h(Impacts, { block })}
    <div class="lists" data-list=${block.key} data-row=${block.row}>
      ${shown.map((group) => h(GroupList, { key: group.key || "loose", group, label: heading(block) }))}
      ${h(DraftPoints, { list: "drafts:" + block.key, waiting })}
      ${block.first && h(PrivatePoints, { column: block.column.key })}
    </div>
    ${canAdd() && !bare && opensToMe(block.column)
      ? html`<button type="button" class="button quiet add" onClick=${() => {
          writeIn(block.column.key, category);
          focusSoon("composer");
        }}>${icon("plus")} ${fill(block.column.add)}</button>`
      : null}
  </section>`;
}

/** @param {{block: Block, id: string, children?: any}} props `children`: what stands at the end of the line */
function Head({ block, id, children }) {
  const over = above(block);
  return html`<div class="column-head">
    <span class="badge">${icon(block.column.icon)}</span>
    <div class="column-words">
      ${over && html`<p class="over">${over}</p>`}
      <h2 id=${id} tabindex="-1">${heading(block)}</h2>
    </div>
    ${children}
  </div>`;
}

/** Heading and questions: the first question stands there until somebody answers, the others open on asking.
 * @param {{block: Block, id: string, bare: boolean, empty: boolean}} props */
function Top({ block, id, bare, empty }) {
  const [open, setOpen] = useState(false);
  const prompts = block.first ? block.column.prompts : [];
  const lead = empty && block.first ? prompts[0] || block.column.empty : "";
  const more = lead ? prompts.slice(1) : prompts;
  const button =
    more.length > 0 &&
    html`<button type="button" class="button quiet small" aria-expanded=${String(open)} onClick=${() => setOpen(!open)}>
      ${open ? _("Hide the questions") : _("Questions that help")}${h(Called, { of: heading(block) })}
    </button>`;
  return html`${bare ? html`<h2 class="away" id=${id} tabindex="-1">${heading(block)}</h2>` : h(Head, { block, id }, button)}
    <div class="prompts">
      ${lead && html`<p>${fill(lead)}</p>`} ${bare && button}
      ${open && html`<ul>${more.map((one) => html`<li key=${one}>${fill(one)}</li>`)}</ul>`}
    </div>`;
}

/** @param {{group: Group, label: string}} props */
function GroupList({ group, label }) {
  return html`<div class="group">
    ${group.label && html`<h3>${group.label}${group.meaning && html`<span class="meaning">: ${group.meaning}</span>`}</h3>`}
    <ul class="points" aria-label=${group.label || label}>
      ${group.items.map((item) => h(Point, { key: item.id, item, isNew: fresh.value.has(item.id) }))}
    </ul>
  </div>`;
}
