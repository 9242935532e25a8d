/** Takes words of an impact statement back for good: asked once, with a line for why. */
import { useEffect, useState } from "../../vendor/preact-hooks.js";
import { act } from "../forms/act.js";
import { _ } from "../kit/gettext.js";
import { h, html } from "../kit/html.js";
import { icon } from "../kit/icon.js";
import { focusSoon } from "../kit/keep_focus.js";
import { forget, useWords } from "../store/kept_text.js";
import { written } from "../store/language.js";
import * as store from "../store/store.js";
import { editing, notice } from "../reading/view.js";
import { Field } from "../forms/fields.js";

/** @param {{child: string, version: number}} props */
export function ImpactTakeBack({ child, version }) {
  const form = "impact-back:" + child + ":" + version;
  const [why, setWhy] = useWords(form, "why", "");
  const [busy, setBusy] = useState(false);
  useEffect(() => focusSoon("#editor-title"), []);
  const said = store.get("impacts", child);
  const found = said && (said.version === version ? said : said.earlier.find((one) => one.version === version));
  const done = () => {
    editing.value = null;
    notice.value = "";
    focusSoon("impact-back:" + child + ":" + version, "impact-who:" + child);
  };
  const take = async (/** @type {Event} */ event) => {
    event.preventDefault();
    setBusy(true);
    if (await act("clear_impact_version", { child, version, why: why.trim() }, _("Taken back."))) {
      forget(form);
      done();
    }
    setBusy(false);
  };
  return html`<section class="editor" aria-labelledby="editor-title" onKeyDown=${(/** @type {KeyboardEvent} */ event) => event.key === "Escape" && done()}>
    <div class="editor-head">
      <h2 id="editor-title" tabindex="-1">${_("Take these words back")}</h2>
      <button type="button" class="button quiet" onClick=${done}>${icon("x")} ${_("Close")}</button>
    </div>
    ${
      found && !found.taken_back
        ? html`<form onSubmit=${take}>
            <p class="text quote" ...${written()}>${found.text}</p>
            <p>${_("The words go from every screen and from the record. That they were taken back stays.")}</p>
            ${h(Field, { id: "impact-why", label: _("Why?"), hint: _("If you want to say. Everyone can read this."), value: why, write: setWhy })}
            <div class="buttons"><button type="submit" class="button primary" disabled=${busy}>${_("Take these words back")}</button></div>
          </form>`
        : html`<p>${_("These words have been taken back.")}</p>`
    }
  </section>`;
}
