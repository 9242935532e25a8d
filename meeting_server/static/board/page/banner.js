/** Where the meeting stands, when it is not simply going on. */
import { _ } from "../kit/gettext.js";
import { html } from "../kit/html.js";
import { icon } from "../kit/icon.js";
import * as store from "../store/store.js";

/** @type {Record<string, [string, string, string]>} */
const SAYS = {
  prepared: ["clock", _("The meeting has not started yet."), _("You can look around.")],
  ended: [
    "file-text",
    _("The meeting has ended. Nothing new can be added."),
    _("The record is a draft now. You can still say whether your words are right, and correct or take back what is yours."),
  ],
  finished: ["lock", _("The record is finished and locked."), _("It can only be added to. You can ask to see it at any time.")],
};

const PREPARE = ["pencil", _("The meeting has not started yet."), _("You can write your points now. Nobody else sees them until you show them in the meeting.")];

export function Banner() {
  const facts = store.meeting();
  const prepares = facts && facts.state === "prepared" && store.may("contribute");
  const says = prepares ? PREPARE : facts && SAYS[facts.state];
  if (!says) return null;
  return html`<div class="banner">${icon(says[0])} <p><b>${says[1]}</b> ${says[2]}</p></div>`;
}
