/** What helps while somebody writes: which point this one will answer, and the questions of the part it goes to (U5, U6). */
import { useState } from "../../vendor/preact-hooks.js";
import { boxPlace } from "../reading/box_place.js";
import * as compose from "./draft.js";
import { _ } from "../kit/gettext.js";
import { h, html } from "../kit/html.js";
import { icon } from "../kit/icon.js";
import { focusSoon } from "../kit/keep_focus.js";
import { theirWords } from "../store/language.js";
import { columnOf } from "../reading/layout.js";
import { wide } from "../reading/view.js";
import { fill, short } from "../store/words.js";
import { Called } from "../kit/called.js";

/** Open where there is room; one press away on a phone, where the box must not cover the board. */
export function HelpToWrite() {
  const [open, setOpen] = useState(wide.peek());
  const column = columnOf(boxPlace().column);
  const category = column && column.categories.find((one) => one.key === compose.category());
  const prompts = category ? category.prompts : [];
  const answers = compose.answers();
  if (!answers && !prompts.length) return null;
  return html`<div class="help-to-write">
    ${answers && html`<p class="meta small"><span>${_("Answers:")} ${theirWords(short(answers.text), answers.lang)}</span>
      <button type="button" class="button quiet small" onClick=${() => {
        compose.set({ answers: "" });
        focusSoon("composer");
      }}>${icon("x")} ${_("Not this one")}</button>
    </p>`}
    ${category && prompts.length > 0 && html`<button type="button" class="button quiet small" aria-expanded=${String(open)} onClick=${() => setOpen(!open)}>
      ${open ? _("Hide the questions") : _("Questions that help")}${h(Called, { of: fill(category.label) })}
    </button>
    ${open && html`<ul class="help-prompts">${prompts.map((one) => html`<li key=${one}>${fill(one)}</li>`)}</ul>`}`}
  </div>`;
}
