/** Showing private points to everyone: one after another, each a command of its own. */
import { signal } from "../../vendor/signals.js";
import { whenShown } from "../forms/act.js";
import { ngettext } from "../kit/gettext.js";
import { send } from "../line/connection.js";
import { refusalWords } from "../kit/refusal_words.js";
import * as store from "../store/store.js";
import { notice } from "../reading/view.js";
import { say } from "../kit/say.js";
import { ROOM } from "../store/in_view.js";

/** @typedef {import('./private_writing.js').PrivateItem} PrivateItem */

/** Ids of the points on their way now. */
export const showing = signal(/** @type {string[]} */ ([]));

/** What is said of points that the room has now, or that wait on the chair's desk. @param {number} shown @param {number} held */
function done(shown, held) {
  const said = shown ? [ngettext("%(n)s point shown to everyone.", "%(n)s points shown to everyone.", shown)] : [];
  if (held) said.push(ngettext("%(n)s point sent to the chair first.", "%(n)s points sent to the chair first.", held));
  return said.join(" ");
}

/** Shows these points. What is refused stays private, and why is said. @param {PrivateItem[]} items */
export async function showToEveryone(items) {
  const mine = items.filter((one) => showing.peek().indexOf(one.id) < 0);
  if (!mine.length) return;
  notice.value = "";
  showing.value = showing.peek().concat(mine.map((one) => one.id));
  let shown = 0;
  let held = 0;
  let refused = "";
  for (let at = 0; at < mine.length; at += 1) {
    const { id } = mine[at];
    const answer = await send("show_private", { item: id, shown_as: id });
    if (answer.ok) await whenShown(answer);
    if (answer.ok && answer.audience === ROOM) shown += 1;
    else if (answer.ok) held += 1;
    // Shown from another device of mine meanwhile: that is what was asked for.
    else if (answer.error.code !== "shown" || !store.get("items", id)) refused = refusalWords(answer.error);
    showing.value = showing.peek().filter((one) => one !== id);
  }
  notice.value = refused;
  say([done(shown, held), refused].filter(Boolean).join(" "));
}
