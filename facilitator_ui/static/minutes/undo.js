/** What the minute-taker did last, so that it can be undone: read from the board, and from the patches of this page. */
import { signal } from "../vendor/signals.js";
import { act } from "../board/forms/act.js";
import { onPatch } from "../board/store/boards.js";
import { _ } from "../board/kit/gettext.js";
import { focusSoon } from "../board/kit/keep_focus.js";
import { show } from "../board/store/outbox.js";
import { saidOf } from "../board/store/said.js";
import * as store from "../board/store/store.js";
import { uuid } from "../board/kit/uuid.js";
import { editing, notice } from "../board/reading/view.js";
import { say } from "../board/kit/say.js";
import { putBack } from "../board/writing/words_back.js";
import { DESK, OWN } from "../board/store/in_view.js";

/** @typedef {import('../board/store/store.js').Item} Item */
/**
 * @typedef {Object} Doing
 * @property {"added" | "changed" | "moved"} what
 * @property {Item} item as it was just before, or, for one added, as it is
 * @property {number} at
 */

const KEPT = 10;

/** Changes and moves of mine on this page; what I added is on the board itself. */
const seen = signal(/** @type {Doing[]} */ ([]));
/** Points whose undoing is on its way: what comes back of it is not something to undo. */
const undoing = new Set();

/** @param {Item} item @param {Item | undefined} before @param {string} me @returns {Doing["what"] | null} */
function mine(item, before, me) {
  if (!before || item.taken_back) return null;
  if (item.version > before.version && item.changed_by === me) return "changed";
  const last = item.refiled[item.refiled.length - 1];
  return item.refiled.length > before.refiled.length && last.by === me ? "moved" : null;
}

/** Starts noticing. */
export function noticeDoings() {
  onPatch((patch, before) => {
    const me = store.you.peek();
    const items = patch.put.items || {};
    if (!me || patch.audience === DESK) return;
    Object.keys(items).forEach((id) => {
      const was = before("items", id);
      const what = mine(items[id], was, me.attendee);
      const at = items[id].changed_at || store.now();
      if (undoing.has(id)) seen.value = seen.peek().filter((one) => one.item.id !== id);
      else if (what) seen.value = seen.peek().concat([{ what, item: was, at: what === "moved" ? store.now() : at }]);
    });
  });
}

/** The last things I did, the newest first. @returns {Doing[]} */
export function doings() {
  const me = store.you.value;
  if (!me) return [];
  const ids = new Set();
  /** @type {Doing[]} */
  const added = [];
  store.each("items").forEach(({ audience, thing }) => {
    const gone = thing.taken_back || (audience === OWN && thing.shown_as);
    if (gone || audience === DESK || thing.recorded_by !== me.attendee || ids.has(thing.id)) return;
    ids.add(thing.id);
    added.push({ what: "added", item: thing, at: thing.at });
  });
  const still = seen.value.filter((one) => {
    const now = store.get("items", one.item.id);
    return Boolean(now && !now.taken_back);
  });
  return added.concat(still).sort((a, b) => b.at - a.at).slice(0, KEPT);
}

/** Whether others have answered the point since: then it is not a slip any more, and is taken back with a reason. @param {Item} item */
export function answered(item) {
  const views = store.each("views").some(({ thing }) => thing.item === item.id && !thing.taken_back);
  return views || item.agreed_by.length > 0 || item.confirmed === "yes" || Boolean(item.action);
}

/** Undoes one thing. What was typed comes back into the box, if the box is free. @param {Doing} one */
export async function undo(one) {
  const now = store.get("items", one.item.id);
  if (!now || now.taken_back) return;
  if (one.what === "added") {
    await undoAdding(now);
    return;
  }
  undoing.add(now.id);
  await (one.what === "changed" ? changeBack(one.item, now) : moveBack(one.item, now));
  undoing.delete(now.id);
}

/** Whether hands have gone elsewhere since `from` had them; focus is not to be taken from them then. @param {Element | null} from */
function wentOn(from) {
  const now = document.activeElement;
  return Boolean(now && now !== from && now !== document.body && now.id !== "desk-minutes-added");
}

/** @param {Item} item */
async function undoAdding(item) {
  if (answered(item)) {
    notice.value = "";
    editing.value = { kind: "take_back", item: item.id };
    return;
  }
  const from = document.activeElement;
  if (!(await act("take_back_item", { item: item.id, why: _("Undone by whoever typed it") }))) return;
  const data = { ...saidOf(item), item: uuid() };
  if (!putBack(data)) {
    // The box holds other words: these wait beside the board, where they can be put back or thrown away.
    show({ id: data.item, data, how: { name: "add_item", apart: null }, state: "refused", message: _("You took this back. There were other words in the box.") });
    say(_("Undone: the point is taken back. Its words wait beside the board."));
    return;
  }
  say(_("Undone: the point is taken back. Its words are in the box again."));
  if (!wentOn(from)) focusSoon("composer");
}

/** @param {Item} was @param {Item} now */
function changeBack(was, now) {
  return act("change_item", { item: now.id, version: now.version, text: /** @type {string} */ (was.text) }, _("Undone: it says what it said before."));
}

/** @param {Item} was @param {Item} now */
function moveBack(was, now) {
  const before = store
    .columnItems(was.column, null)
    .filter((one) => one.id !== now.id && !one.held && store.compareOrder(one.order, was.order) < 0);
  const after = before.length ? before[before.length - 1].id : null;
  const { column, category, children } = was;
  const data = { item: now.id, column, category, children, place: /** @type {"after" | "first"} */ (after ? "after" : "first"), after };
  return act("move_item", data, _("Undone: it is back where it was."));
}
