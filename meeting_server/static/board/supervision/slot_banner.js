/**
 * Whose time it is in a sitting of several families: across the whole screen, at its top, so that nobody writes about one
 * family on another's board.
 */
import { _ } from "../kit/gettext.js";
import { html } from "../kit/html.js";
import { icon } from "../kit/icon.js";
import { wide } from "../reading/view.js";
import * as store from "../store/store.js";
import { clock } from "../store/words.js";

/** "Family 2 of 6", and the names that were given. @param {{number: number, of: number}} slot @param {string[]} names */
export function slotWords(slot, names) {
  const at = { number: slot.number, of: slot.of, names: names.join(", ") };
  return names.length ? _("Family %(number)s of %(of)s: %(names)s", at) : _("Family %(number)s of %(of)s", at);
}

/** Whether this meeting is one of a sitting of several. */
export function inSitting() {
  const facts = store.meeting();
  return Boolean(facts && facts.slot);
}

/** On the board: the children's whole names; on a phone what they are called, so that it takes one line. */
export function SlotBanner() {
  const facts = store.meeting();
  if (!facts || !facts.slot) return null;
  return html`<p class="slot-banner">${slotWords(facts.slot, store.children().map((child) => (wide.value ? store.wholeName(child.id) : store.personName(child.id))))}</p>`;
}

/** In the waiting room: when this family is planned for, and that it is next. */
export function SlotWaiting() {
  const waited = store.slot.value;
  if (!waited) return null;
  const planned = _("Planned for %(time)s. It may be later.", { time: waited.starts });
  return html`<p class="slot-banner">${slotWords(waited, waited.children)}</p>
    <p role="status" class=${waited.called_at === null ? "" : "banner"}>
      ${waited.called_at === null ? planned : html`${icon("clock")} <b>${_("Your family is next. Please come.")}</b> ${_("Called at %(time)s.", { time: clock(waited.called_at) })}`}
    </p>`;
}
