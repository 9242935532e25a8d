/** Where the meeting stands, when it is not simply going on. */
import { html } from "../html.js";
import { icon } from "../icon.js";
import * as store from "../store.js";

/** @type {Record<string, [string, string, string]>} */
const SAYS = {
  prepared: ["clock", "The meeting has not started yet.", "You can look around. The box to write in appears when it starts."],
  paused: ["clock", "We are taking a pause.", "Nothing is lost. The board stays as it is."],
  ended: [
    "file-text",
    "The meeting has ended. Nothing new can be added.",
    "The record is a draft now. You can still say whether your words are right, and correct or take back what is yours.",
  ],
  finished: ["lock", "The record is finished and locked.", "It can only be added to. You can ask to see it at any time."],
};

export function Banner() {
  const facts = store.meeting();
  const says = facts && SAYS[facts.state];
  if (!says) return null;
  return html`<div class="banner">${icon(says[0])} <p><b>${says[1]}</b> ${says[2]}</p></div>`;
}
