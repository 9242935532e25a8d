/**
 * What life is like for each child now, at the head of the column the template names (D10): large and calm, the words
 * before it and who wrote them one press away.
 */
import { useState } from "../../vendor/preact-hooks.js";
import { _ } from "../kit/gettext.js";
import { html, h } from "../kit/html.js";
import { icon } from "../kit/icon.js";
import { written } from "../store/language.js";
import * as store from "../store/store.js";
import { canTidy, editing, notice } from "../reading/view.js";
import { clock, fill } from "../store/words.js";
import { Called } from "../kit/called.js";
import { Gone, PutAside, whoseWords } from "../asides/put_aside.js";

/** @typedef {import('../wire.js').ImpactStatement} Statement */
/** @typedef {import('../wire.js').ImpactVersion} Version */

/** Whether the server would let me write the statement now. */
export function canWriteImpact() {
  const facts = store.meeting();
  return canTidy() && !store.iAmAChild() && Boolean(facts && (facts.state !== "ended" || store.may("minute")));
}

/** @param {string} child @param {import('../reading/view.js').EditKind} kind @param {number} [version] */
function edit(child, kind, version) {
  notice.value = "";
  editing.value = { kind, item: version === undefined ? child : child + ":" + version };
}

/** Whether the statements stand at the head of this block. @param {import('../reading/layout.js').Block} block */
export function headed(block) {
  const template = store.template.value;
  return Boolean(template && template.impact && template.impact.column === block.column.key && block.first);
}

/** @param {{block: import('../reading/layout.js').Block}} props */
export function Impacts({ block }) {
  const asked = store.template.value && store.template.value.impact;
  if (!asked || !headed(block)) return null;
  const inView = store.childInView.value;
  const all = store.children().filter((one) => inView === null || one.id === inView);
  return html`<div class="impacts" data-list=${"impact." + block.key} data-row=${block.row}>
    ${all.map((one) => h(Impact, { key: one.id, child: one.id, label: fill(asked.label, one.id) }))}
  </div>`;
}

/** @param {{child: string, label: string, below?: boolean}} props `below`: it stands below a heading with the child's name */
export function Impact({ child, label, below }) {
  const [open, setOpen] = useState(false);
  const said = store.get("impacts", child);
  const id = "impact-" + child;
  const mine = editing.value && editing.value.kind === "impact" && editing.value.item === child;
  return html`<section class=${mine ? "impact being-edited" : "impact"} aria-labelledby=${id} data-home=${id}>
    ${h(below ? "h4" : "h3", { id, tabindex: "-1" }, label)}
    ${said && said.text ? html`<p class="impact-text" ...${written()}>${said.text}</p>` : html`<div class="impact-none">${said && said.taken_back ? h(Gone, { kind: "impacts", thing: child, n: said.version, gone: said.taken_back }) : html`<p>${_("Nobody has written this yet.")}</p>`}</div>`}
    <div class="impact-line">
      ${canWriteImpact() && html`<button type="button" class=${said && said.text ? "button" : "button primary"} data-fk=${"impact:" + child} onClick=${() => edit(child, "impact")}>
        ${icon("pencil")} ${said && said.text ? _("Change it") : _("Write it")}${h(Called, { of: label })}
      </button>`}
      ${said && html`<button type="button" class="button quiet small" data-fk=${"impact-who:" + child} aria-expanded=${String(open)} onClick=${() => setOpen(!open)}>
        ${_("Who wrote this")}${h(Called, { of: label })}
      </button>`}
      ${said && html`<span class="meta small">${store.attendeeName(said.by)}, ${clock(said.at)}</span>`}
      ${mine && html`<b class="state">${_("You are changing this")}</b>`}
    </div>
    ${said && open && html`<ol class="impact-versions" aria-label=${_("Who wrote this: %(label)s", { label })}>
      ${[/** @type {Statement | Version} */ (said)].concat(said.earlier.slice().reverse()).map((one, at) => h(Written, { key: String(one.version), child, one, now: at === 0 }))}
    </ol>`}
  </section>`;
}

/** One version: its words, who wrote them, and the way to take them back. @param {{child: string, one: Statement | Version, now: boolean}} props */
function Written({ child, one, now }) {
  const me = store.you.value;
  const mine = Boolean(me && one.by === me.attendee);
  const may = canTidy() && mine;
  return html`<li>
    <p class="meta"><b>${store.attendeeName(one.by)}</b> <span>${now ? _("%(time)s, as it stands now", { time: clock(one.at) }) : clock(one.at)}</span></p>
    ${one.taken_back ? h(Gone, { kind: "impacts", thing: child, n: one.version, gone: one.taken_back }) : html`<p ...${written()}>${one.text}</p>`}
    ${may && !one.taken_back && html`<button type="button" class="button quiet small" data-fk=${"impact-back:" + child + ":" + one.version} onClick=${() => edit(child, "impact_back", one.version)}>
      ${icon("undo-2")} ${_("Take these words back")}<span class="away">: ${store.attendeeName(one.by)}, ${clock(one.at)}</span>
    </button>`}
    ${!one.taken_back && h(PutAside, { kind: "impacts", thing: child, n: one.version, about: _("statement about %(child)s, %(text)s", { child: store.personName(child), text: whoseWords(store.attendeeName(one.by), one.at, one.text) }), mine })}
  </li>`;
}
