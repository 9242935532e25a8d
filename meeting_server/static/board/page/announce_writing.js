/** What is said aloud of private writing, of holding, and of a point that came back. Never what anybody wrote. */
import { _ } from "../kit/gettext.js";

/**
 * @param {import('../wire.js').Patch} patch
 * @param {(kind: string, id: string) => any} before
 * @param {(words: string) => void} say
 */
export function hearApart({ put: { private_writing = {}, holding = {}, private_items = {} } }, before, say) {
  Object.keys(private_writing).forEach((id) => {
    const was = before("private_writing", id);
    const { running } = private_writing[id];
    if (running) say(_("Private writing is on. What people write is shown together when the chair says so."));
    else if (was && was.running) say(_("Private writing is over."));
  });
  Object.keys(holding).forEach((id) => {
    const was = before("holding", id);
    if (holding[id].on) say(_("New points go to the chair first."));
    else if (was && was.on) say(_("New points go to everyone again."));
  });
  Object.keys(private_items).forEach((id) => {
    const item = private_items[id];
    if (!before("items", id)) return;
    say(item.sent_back ? _("The chair sent a point of yours back. Why: %(why)s", { why: item.sent_back }) : _("The chair sent a point of yours back."));
  });
}
