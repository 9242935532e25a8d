/** The line that makes a point an action: who, by when, how we will know, what if not, and who has said yes. */
import { act } from "../forms/act.js";
import { consentNames, saidYes } from "./consent.js";
import { _, ngettext } from "../kit/gettext.js";
import { h, html } from "../kit/html.js";
import { icon } from "../kit/icon.js";
import { theirWords } from "../store/language.js";
import { StillRow, useStill } from "../kit/still_rows.js";
import * as store from "../store/store.js";
import { day, listed, names } from "../store/words.js";

/** @typedef {import('../store/store.js').Item} Item */

/** Whether I will do it; where my yes was, once it is said. @param {{item: Item, mine: boolean}} props */
function WillI({ item, mine }) {
  const list = "will-i:" + item.id;
  const rows = useStill(list, mine ? [item] : [], (one) => one.id);
  return rows.length > 0 && html`<div data-still=${list}>
    ${rows.map((row) => h(StillRow, { key: row.key, list, row, kind: ["buttons"], tag: "div", said: () => _("You said yes."), children: h(IWill, { item }) }))}
  </div>`;
}

/** @param {{item: Item}} props */
function IWill({ item }) {
  return html`<button type="button" class="button primary" data-fk=${"do:" + item.id} onClick=${() => act("accept_action", { item: item.id }, _("You said yes."))}>
    ${icon("check")} ${_("I'll do it")}
  </button>`;
}

/** @param {{item: Item}} props */
export function ActionLine({ item }) {
  const action = item.action;
  const me = store.you.value;
  if (!action) return null;
  const waiting = action.owners.filter((one) => !saidYes(action.accepted, one));
  const mine = me && waiting.indexOf(me.person) >= 0;
  const others = waiting.filter((one) => !me || one !== me.person);
  const yes = ngettext("%(names)s said yes", "%(names)s said yes", action.accepted.length, { names: listed(consentNames(action.accepted)) });
  return html`<div class="action">
    <p><b>${names(action.owners)}</b> ${action.by ? html`<span class="chip tint-next">${_("By %(date)s", { date: day(action.by) })}</span>` : html`<span class="hint">${_("No date yet")}</span>`}</p>
    ${action.measure && html`<p class="meta">${_("How we will know:")} ${theirWords(action.measure)}</p>`}
    ${action.if_not && html`<p class="meta">${_("If not:")} ${theirWords(action.if_not)}</p>`}
    ${action.accepted.length > 0 && html`<p class="meta">${icon("check")} <span>${yes}</span></p>`}
    ${others.length > 0 && html`<p class="meta">${icon("clock")} <span>${_("Waiting for %(names)s to say yes", { names: names(others) })}</span></p>`}
    ${h(WillI, { item, mine: Boolean(mine) })}
  </div>`;
}
