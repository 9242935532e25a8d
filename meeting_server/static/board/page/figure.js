/**
 * The whole board about one child as the printed form has it: the rows of the layout in the height of the window, and the band
 * with the line between them. Each part shows what fits, the newest of each kind first; "6 more" opens that part alone.
 */
import { useLayoutEffect, useRef, useState } from "../../vendor/preact-hooks.js";
import { _, ngettext } from "../kit/gettext.js";
import { h, html } from "../kit/html.js";
import { icon } from "../kit/icon.js";
import { focusSoon } from "../kit/keep_focus.js";
import { mustHold } from "../kit/pointer_held.js";
import { groups, heading, rows } from "../reading/layout.js";
import { lookAt } from "../reading/view.js";
import * as store from "../store/store.js";
import { fill } from "../store/words.js";
import { NumberLine } from "../numbers/number_line.js";
import { numbersOf, roundsOf } from "../numbers/number_words.js";
import { headed } from "../deciding/impacts.js";
import { GroupList, Statement } from "../points/column.js";

/** @typedef {import('../reading/layout.js').Block} Block */
/** @typedef {import('../store/store.js').Item} Item */

/** @param {{child: string}} props */
export function Figure({ child }) {
  const template = store.template.value;
  const all = rows();
  if (!template) return null;
  const lines = (/** @type {number} */ at) =>
    template.scales.map((scale) => {
      if (Math.min(scale.band, all.length) !== at) return null;
      // The form has its line before anybody was asked.
      const round = roundsOf(scale, child).find((one) => one.state === "shown") || /** @type {any} */ ({ id: scale.key, ten: "", zero: "" });
      return h(NumberLine, { key: round.id, round, scale, child, numbers: numbersOf(round, child), open: false, bare: true });
    });
  return html`<div class="figure lined">
    ${all.map((row, at) => html`<div class=${row.length > 1 ? "corners" : "across"} key=${at}>
      ${row.map((block) => h(Part, { key: block.key, block, child }))} ${lines(at + 1)}
    </div>`)}
  </div>`;
}

/** The newest of each kind, then the next of each, and so on. @param {Block} block @param {string} child @returns {Item[]} */
function newestOfEach(block, child) {
  const kinds = groups(block, store.columnItems(block.column.key, child)).map((one) => one.items.filter((item) => !item.taken_back).sort((a, b) => b.at - a.at));
  /** @type {Item[]} */
  const found = [];
  for (let at = 0; kinds.some((items) => items[at]); at += 1) kinds.forEach((items) => items[at] && found.push(items[at]));
  return found;
}

/**
 * Those of these that fit whole, the first ones first, found out anew whenever they or the room change. Under somebody's
 * hands what stands there stays.
 * @param {Block} block @param {Item[]} wanted
 * @returns {[import('../../vendor/preact.js').RefObject<HTMLDivElement>, Item[]]}
 */
function useFitting(block, wanted) {
  const ref = useRef(/** @type {HTMLDivElement | null} */ (null));
  const [size, setSize] = useState("");
  const shown = useRef(/** @type {Item[]} */ ([]));
  const key = size + wanted.map((one) => one.id + one.version).join();
  const [fit, setFit] = useState({ key: "", items: wanted });
  const measuring = fit.key !== key;
  const held = mustHold("figure:" + block.key, block.row);
  shown.current = (held ? shown.current : measuring ? wanted : fit.items).map((one) => store.get("items", one.id) || one);
  useLayoutEffect(() => {
    const area = /** @type {HTMLDivElement} */ (ref.current);
    const watcher = new ResizeObserver(() => setSize(area.clientWidth + " " + area.clientHeight));
    watcher.observe(area);
    return () => watcher.disconnect();
  }, []);
  useLayoutEffect(() => {
    const area = /** @type {HTMLDivElement} */ (ref.current);
    if (!measuring || held) return;
    let left = area.clientHeight;
    /** @type {(Element | null)[]} */
    const headed = [];
    const items = wanted.filter((one) => {
      const row = /** @type {HTMLElement | null} */ (area.querySelector('[data-point="' + one.id + '"]'));
      if (!row) return true;
      const group = row.closest(".group");
      const high = row.offsetHeight + (group && headed.indexOf(group) < 0 ? group.clientHeight - /** @type {HTMLElement} */ (row.parentElement).clientHeight : 0);
      if (high > left) return false;
      left -= high;
      headed.push(group);
      return true;
    });
    setFit({ key, items });
  }, [key, measuring, held]);
  return [ref, shown.current];
}

/** @param {{block: Block, child: string}} props */
function Part({ block, child }) {
  const { column } = block;
  const id = "part-" + block.key.replace(/\W/g, "-");
  const said = headed(block) ? store.get("impacts", child) : undefined;
  const wanted = newestOfEach(block, child);
  const [ref, shown] = useFitting(block, wanted);
  const more = Math.max(0, wanted.length - shown.length);
  const open = () => {
    lookAt(column.key);
    focusSoon("#page-heading");
  };
  return html`<section class=${"column tint-" + column.tint} aria-labelledby=${id} data-place=${column.key}>
    <div class="column-head">
      <div class="column-words">${h(Statement, { block })}<h2 id=${id} tabindex="-1">${heading(block)}</h2></div>
      <button type="button" class="button quiet small" data-fk=${"part:" + block.key} onClick=${open}>
        ${!more ? _("Open") : shown.length ? ngettext("%(n)s more", "%(n)s more", more) : ngettext("%(n)s point", "%(n)s points", more)}<span class="away"> ${_("in %(name)s", { name: heading(block) })}</span> ${icon("chevron-right")}
      </button>
    </div>
    ${said && said.text && html`<p class="impact-text">${said.text}</p>`}
    <div class="fitting" ref=${ref} data-list=${"figure:" + block.key} data-row=${block.row}>
      ${!wanted.length && !(said && said.text) && html`<p class="hint">${fill(column.empty)}</p>`}
      ${groups(block, shown).map((group) => h(GroupList, { key: group.key, group, label: heading(block) }))}
    </div>
  </section>`;
}
