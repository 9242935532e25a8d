/** Whether the words are exact and how they are known: always in sight, so that asking for it becomes a habit; none of it is required. */
import { useState } from "../vendor/preact-hooks.js";
import { Language } from "../board/writing/composer_more.js";
import { Field } from "../board/forms/fields.js";
import { JustForMe } from "../board/writing/who_sees.js";
import * as compose from "../board/writing/draft.js";
import { _ } from "../board/kit/gettext.js";
import { h, html } from "../board/kit/html.js";
import { icon } from "../board/kit/icon.js";
import * as store from "../board/store/store.js";

/** @param {{children?: any}} props what else is rarely needed */
export function Details({ children }) {
  const template = store.template.value;
  const [open, setOpen] = useState(false);
  const facts = store.meeting();
  const { basis, source, when, exact } = compose.more.value;
  if (!template) return null;
  const pick = (/** @type {any} */ event) => compose.set({ basis: event.target.value || null });
  return html`<div class="entry-line">
    <label class="choice">
      <input type="checkbox" id="composer-exact" checked=${exact} onChange=${() => compose.set({ exact: !exact })} />
      <span>${_("Exact words")}<span class="away"> ${_("nobody can change them")}</span></span>
    </label>
    <span class="known">
      <label for="composer-basis" class="away">${_("How do we know?")}</label>
      <select id="composer-basis" value=${basis || ""} onChange=${pick}>
        <option value="" selected=${!basis}>${_("How do we know?")}</option>
        ${template.basis.map((one) => html`<option key=${one.key} value=${one.key} selected=${basis === one.key}>${one.label}</option>`)}
      </select>
    </span>
    <span class="source">${h(Field, { id: "composer-source", label: _("Source"), hidden: true, placeholder: _("Source"), value: source, write: (text) => compose.set({ source: text }) })}</span>
    <span class="when">${h(Field, { id: "composer-when", label: _("When was this?"), hidden: true, placeholder: _("When"), value: when, write: (text) => compose.set({ when: text }) })}</span>
    <button type="button" class="button quiet small opens more" aria-expanded=${String(open)} onClick=${() => setOpen(!open)}>
      ${icon("chevron-right")} ${_("More")}
    </button>
    ${open && html`<div class="entry-line more-line">${h(Language, {})} ${facts && facts.state !== "prepared" && h(JustForMe, {})} ${children}</div>`}
  </div>`;
}

/** Required for a child's words typed by somebody else (S4). */
export function Obtained() {
  const template = store.template.value;
  return html`<fieldset class="entry-known">
    <legend>${_("How did they say it?")}</legend>
    <p class="hint">${_("A child's words go to the chair first, who looks whether they are safe to show here.")}</p>
    ${
      template &&
      template.obtained.map(
        (one) => html`<label class="choice" key=${one.key}>
        <input type="radio" name="obtained" checked=${compose.more.value.obtained === one.key}
          onChange=${() => compose.set({ obtained: one.key })} /> ${one.label}
      </label>`,
      )
    }
  </fieldset>`;
}
