/** One column or part of one: its question, its points by category, and quiet while somebody's hands are on it. */
import { useRef, useState } from "../../vendor/preact-hooks.js";
import { faced } from "./answer_link.js";
import { fresh } from "../store/unseen.js";
import { _, ngettext } from "../kit/gettext.js";
import { mustHold, steady } from "../kit/pointer_held.js";
import { h, html } from "../kit/html.js";
import { icon } from "../kit/icon.js";
import { above, groups, heading } from "../reading/layout.js";
import { drafts } from "../store/outbox.js";
import { besideDesk } from "../reading/view.js";
import * as store from "../store/store.js";
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

/**
 * Which of the sheet's columns each kind stands in, settled when the place opens: nothing moves to another one while
 * somebody looks. A single kind is split where it stands; what comes later goes to the end.
 * @param {Group[]} shown @param {string} scope changes when everything may be laid out anew
 * @returns {Group[][]}
 */
function useStacks(shown, scope) {
  const kept = useRef({ scope: "", at: /** @type {Map<string, number>} */ (new Map()) });
  // As in a newspaper; fewer columns where a desk stands beside the board.
  const count = besideDesk.value ? 2 : 3;
  const several = shown.length > 1;
  const pieces = several ? shown : shown.reduce((all, group) => all.concat(group.items.map((item) => ({ ...group, items: [item] }))), /** @type {Group[]} */ ([]));
  const name = (/** @type {Group} */ piece) => (several ? "kind:" + piece.key : "point:" + piece.items[0].id);
  const weight = (/** @type {Group} */ piece) => piece.items.reduce((sum, item) => sum + 90 + item.text.length, several ? 60 : 0);
  const now = scope + (several ? "kinds" : "points");
  if (kept.current.scope !== now) {
    const share = pieces.reduce((sum, piece) => sum + weight(piece), 0) / count;
    let before = 0;
    kept.current = { scope: now, at: new Map() };
    pieces.forEach((piece) => {
      kept.current.at.set(name(piece), Math.min(count - 1, Math.floor((before + weight(piece) / 2) / (share || 1))));
      before += weight(piece);
    });
  }
  const stacks = Array.from({ length: count }, () => /** @type {Group[]} */ ([]));
  pieces.forEach((piece) => {
    const at = kept.current.at.get(name(piece));
    const stack = stacks[at === undefined ? count - 1 : at];
    const last = stack[stack.length - 1];
    if (!several && last) last.items = last.items.concat(piece.items);
    else stack.push({ ...piece });
  });
  return stacks;
}

/** What has no kind yet stands last, and says so. @param {Group[]} all */
function unsortedLast(all) {
  const loose = all.filter((one) => !one.key).map((one) => (all.length > 1 ? { ...one, label: _("Said, not sorted yet") } : one));
  return all.filter((one) => one.key).concat(loose);
}

/** @param {{block: Block, bare?: boolean, place?: string}} props `bare`: the heading stands above already; `place`: it is a place of a wide screen, with a heading of this id */
export function Column({ block, bare, place }) {
  const items = store.columnItems(block.column.key, store.childInView.value);
  const shown = useSteady(block, place ? unsortedLast(faced(block, groups(block, items))) : faced(block, groups(block, items)));
  const count = shown.reduce((sum, group) => sum + group.items.length, 0);
  const stacks = useStacks(shown, place ? place + store.childInView.value : "");
  const id = place || "column-" + block.key.replace(/\W/g, "-");
  const waiting = block.first ? drafts.value.filter((one) => one.data.column === block.column.key && !store.get("items", one.id) && !store.get("private_items", one.id)) : [];
  const empty = !count && !waiting.length && !headed(block);
  return html`<section class=${(place ? "column place lined tint-" : bare ? "column lined tint-" : "column tint-") + block.column.tint} aria-labelledby=${id} data-home=${id} data-place=${block.column.key}>
    ${h(Top, { block, id, bare: Boolean(bare), place: place ? count : null, empty })}
    ${h(Impacts, { block })}
    <div class=${place ? "lists sheet" : "lists"} data-list=${block.key} data-row=${block.row}>
      ${empty && (place || bare) && html`<p class="hint">${fill(block.column.empty)}</p>`}
      ${
        place && !empty
          ? html`<div class="stacks">${stacks.map((stack, at) => html`<div class="stack" key=${at}>${stack.map((group) => h(GroupList, { key: group.key || "loose", group, label: heading(block) }))}</div>`)}</div>`
          : !empty && shown.map((group) => h(GroupList, { key: group.key || "loose", group, label: heading(block) }))
      }
      ${h(DraftPoints, { list: "drafts:" + block.key, waiting })}
      ${block.first && h(PrivatePoints, { column: block.column.key })}
    </div>
  </section>`;
}

/** The few words that say what to do in a column, once for each column. @param {{block: Block}} props */
export function Statement({ block }) {
  return block.first && block.column.banner ? html`<p class="over">${block.column.banner}</p>` : null;
}

/** @param {{block: Block, id: string, place: number | null, children?: any}} props `place`: how many points it has, where it is a place; `children`: what stands at the end of the line */
function Head({ block, id, place, children }) {
  const over = above(block);
  return html`<div class="column-head">
    ${place === null && html`<span class="badge">${icon(block.column.icon)}</span>`}
    <div class=${place === null ? "column-words" : "column-words titled"}>
      ${h(Statement, { block })} ${over && html`<p class="over">${over}</p>`}
      <h2 id=${id} class=${place === null ? null : "place-title"} tabindex="-1">${heading(block)}</h2>
    </div>
    ${place !== null && place > 0 && html`<p class="place-count">${icon(block.column.icon)} ${ngettext("%(n)s point", "%(n)s points", place)}</p>`}
    ${children}
  </div>`;
}

/** Heading and questions: the first question stands there until somebody answers, the others open on asking.
 * @param {{block: Block, id: string, bare: boolean, place: number | null, empty: boolean}} props */
function Top({ block, id, bare, place, empty }) {
  const [open, setOpen] = useState(false);
  const prompts = block.first ? block.column.prompts : [];
  const lead = empty && block.first ? prompts[0] || (place === null && !bare ? block.column.empty : "") : "";
  const more = lead ? prompts.slice(1) : prompts;
  const button =
    more.length > 0 &&
    html`<button type="button" class="button quiet small" aria-expanded=${String(open)} onClick=${() => setOpen(!open)}>
      ${open ? _("Hide the questions") : _("Questions that help")}${h(Called, { of: heading(block) })}
    </button>`;
  return html`${bare ? html`${h(Statement, { block })}<h2 class="away" id=${id} tabindex="-1">${heading(block)}</h2>` : h(Head, { block, id, place }, button)}
    <div class="prompts">
      ${lead && html`<p>${fill(lead)}</p>`} ${bare && button}
      ${open && html`<ul>${more.map((one) => html`<li key=${one}>${fill(one)}</li>`)}</ul>`}
    </div>`;
}

/** @param {{group: Group, label: string}} props */
export function GroupList({ group, label }) {
  return html`<div class="group">
    ${group.label && html`<h3>${group.label}${group.meaning && html`<span class="meaning">: ${group.meaning}</span>`}</h3>`}
    <ul class="points" aria-label=${group.label || label}>
      ${group.items.map((item) => h(Point, { key: item.id, item, isNew: fresh.value.has(item.id) }))}
    </ul>
  </div>`;
}
