/** What I was writing to something that is not there any more: my words stay, and can go on as a point or be copied. */
import { useState } from "../../vendor/preact-hooks.js";
import { _ } from "../kit/gettext.js";
import { h, html } from "../kit/html.js";
import { icon } from "../kit/icon.js";
import { forget, stranded } from "../store/kept_text.js";
import { written } from "../store/language.js";
import * as store from "../store/store.js";
import { canAdd } from "../reading/view.js";
import { short } from "../store/words.js";
import { putBack } from "./words_back.js";
import { Called } from "../kit/called.js";

/** @typedef {{name: string, text: string, speaker: string}} Words */

export function Stranded() {
  return html`${stranded().map((one) => h(One, { key: one.name, one }))}`;
}

/** @param {{one: Words}} props */
function One({ one }) {
  const [copied, setCopied] = useState("");
  const whose = one.speaker && store.get("people", one.speaker) ? one.speaker : "";
  const about = h(Called, { of: short(one.text) });
  const toBox = () => {
    if (putBack({ text: one.text, speaker: whose })) forget(one.name);
  };
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(one.text);
      setCopied(_("Copied."));
    } catch (refused) {
      setCopied(_("This browser does not let us copy. Mark the words and copy them yourself."));
    }
  };
  return html`<section class="point unsent stranded" aria-label=${_("Words of yours that were not sent")}>
    <p class="problem">${icon("triangle-alert")} <span><b>${_("Not sent.")}</b> ${_("What you were writing this for has been taken back or hidden meanwhile. Your words are still here.")}</span></p>
    ${whose && html`<p class="meta">${_("Typed for %(name)s", { name: store.personName(whose) })}</p>`}
    <p class="text" ...${written()}>${one.text}</p>
    <div class="buttons">
      ${canAdd() && html`<button type="button" class="button small" data-fk=${"stranded-box:" + one.name} onClick=${toBox}>${_("Put them in the box")}${about}</button>`}
      <button type="button" class="button small" data-fk=${"stranded-copy:" + one.name} onClick=${copy}>${_("Copy them")}${about}</button>
      <button type="button" class="button small" data-fk=${"stranded-drop:" + one.name} onClick=${() => forget(one.name)}>${_("Throw them away")}${about}</button>
    </div>
    <p role="status">${copied}</p>
  </section>`;
}
