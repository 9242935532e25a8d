/** How what stands in the box is sent, and what its writer is told once it is: to the room, or kept for them alone. */
import { apartIn, holding, seenBy } from "./private_writing.js";
import { _ } from "../kit/gettext.js";
import { columnOf } from "../reading/layout.js";
import * as store from "../store/store.js";
import { fill } from "../store/words.js";
import { OWN } from "../store/in_view.js";

/** @typedef {import('../wire.js').AddItem} AddItem */
/** @typedef {import('../store/outbox.js').How} How */

/**
 * Chosen when Add is pressed and kept for every repetition: what was private then is never sent to the room later,
 * whatever has ended meanwhile.
 * @param {string} column
 * @returns {How}
 */
export function destinationNow(column) {
  const seen = seenBy(column);
  if (seen === "apart") return { name: "write_privately", apart: apartIn(column) };
  return { name: seen === "room" || seen === "held" ? "add_item" : "write_privately", apart: null };
}

/** What goes on the wire. @param {AddItem} data @param {How} how */
export function asCommand(data, how) {
  return how.name === "add_item" ? data : { ...data, apart: how.apart };
}

/** @param {AddItem} data */
function isChilds(data) {
  const me = store.you.value;
  const person = store.get("people", data.speaker || (me ? me.person : ""));
  return Boolean(person && person.child);
}

/** @param {AddItem} data @param {How} how @param {string} audience where it is now */
export function arrivedWords(data, how, audience) {
  const column = columnOf(data.column);
  if (audience !== OWN) return _("Added to %(column)s", { column: column ? fill(column.label) : _("the board") });
  // Private writing began while it was on its way: the server kept it private.
  if (how.name === "write_privately" || (apartIn(data.column) && !holding())) return _("Kept. Only you can see it.");
  return isChilds(data) ? _("Sent to the chair, who looks at a child's words first.") : _("Sent to the chair, who sees it first.");
}
