/** What each person sets for this screen: how much is said aloud, the size of the text, and leaving. */
import { useState } from "../../vendor/preact-hooks.js";
import { act } from "../forms/act.js";
import { over } from "../reading/agenda.js";
import { _ } from "../kit/gettext.js";
import { h, html } from "../kit/html.js";
import { icon } from "../kit/icon.js";
import * as store from "../store/store.js";
import { showWriting, writingShown } from "../reading/view.js";
import { choose, setting } from "../kit/say.js";
import { UnshownReminder } from "../writing/my_points.js";
import { HelpSwitch } from "../writing/word_help_panel.js";
import { RingMeLater } from "../people/ring_me_later.js";
import { WhoIsNear } from "../people/who_is_near.js";
import { RecordLinks } from "./record_links.js";

/** @type {Array<[import('../kit/announcer.js').Setting, string]>} */
const VOICES = [
  ["everything", _("Everything")],
  ["summaries", _("Summaries")],
  ["mine", _("Only what is for me")],
];
const SIZES = [_("Normal"), _("Larger"), _("Largest")];

/** @param {number} size 0, 1 or 2 */
function setSize(size) {
  SIZES.forEach((_size, at) => document.documentElement.classList.toggle("text-" + at, at === size));
}

export function Settings() {
  const [size, setChosen] = useState(SIZES.findIndex((_size, at) => document.documentElement.classList.contains("text-" + at)));
  const [leaving, setLeaving] = useState(false);
  const pick = (/** @type {number} */ at) => () => {
    setSize(at);
    setChosen(at);
  };
  const facts = store.meeting();
  return html`<div class="settings">
    <fieldset>
      <legend>${_("Read aloud by a screen reader")}</legend>
      ${VOICES.map(
        ([key, label]) => html`<label class="choice" key=${key}>
          <input type="radio" name="voice" checked=${setting.value === key} onChange=${() => choose(key)} /> ${label}
        </label>`
      )}
    </fieldset>
    <fieldset>
      <legend>${_("Size of the text")}</legend>
      ${SIZES.map(
        (label, at) => html`<label class="choice" key=${label}>
          <input type="radio" name="size" checked=${Math.max(0, size) === at} onChange=${pick(at)} /> ${label}
        </label>`
      )}
    </fieldset>
    <label class="choice">
      <input type="checkbox" checked=${writingShown()} onChange=${() => (showWriting.value = !writingShown())} />
      ${_("Show who is writing")}
    </label>
    ${h(HelpSwitch, {})} ${h(WhoIsNear, {})} ${h(RingMeLater, {})}
    ${facts && (store.may("minute") || over()) && h(RecordLinks, {})}
    ${leaving
      ? html`<p>${_("Leave the meeting on this device? What you said stays.")}</p>
          ${h(UnshownReminder, {})}
          <p class="buttons">
            <button type="button" class="button primary" onClick=${() => act("leave", {})}>${_("Leave now")}</button>
            <button type="button" class="button" onClick=${() => setLeaving(false)}>${_("Stay")}</button>
          </p>`
      : html`<p><button type="button" class="button" onClick=${() => setLeaving(true)}>${icon("log-out")} ${_("Leave the meeting")}</button></p>`}
  </div>`;
}
