/** What is said when something is typed for me and waits for my yes, and when what I typed for somebody was answered. */
import { _ } from "../kit/gettext.js";
import { proposalWords, sentWords } from "../reading/proposals.js";
import * as store from "../store/store.js";

/**
 * @param {import("../wire.js").Patch} patch
 * @param {(kind: string, id: string) => any} before
 * @param {(words: string) => void} say
 */
export function hearProposals({ put: { proposals = {}, sent_proposals: sent = {} } }, before, say) {
  Object.keys(proposals).forEach((id) => {
    if (before("proposals", id)) return;
    const { what, words } = proposalWords(proposals[id]);
    say([_("%(name)s typed this for you. Is it right?", { name: store.attendeeName(proposals[id].typed_by) }), what].concat(words).join(" "));
  });
  Object.keys(sent).forEach((id) => {
    if (sent[id].answer !== "waiting") say(sentWords(sent[id]));
  });
}
