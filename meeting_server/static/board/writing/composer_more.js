/** What may be said beside the text: whose words, how we know, when, where it belongs. */
import { alone } from "./private_writing.js";
import { boxPlace } from "../reading/box_place.js";
import * as compose from "./draft.js";
import { _ } from "../kit/gettext.js";
import { h, html } from "../kit/html.js";
import { MOST } from "../kit/limits.js";
import { offered } from "../reading/speaking_for.js";
import * as store from "../store/store.js";
import { withMore } from "../store/words.js";
import { Field } from "../forms/fields.js";

/** @param {string} id @param {"name" | "relationship"} key @param {string} label @param {string} [hint] */
function line(id, key, label, hint) {
  return h(Field, { key: id, id, label, hint, value: compose.more.value[key], write: (text) => compose.set({ [key]: text }), most: key === "name" ? MOST.Name : MOST.Line });
}

/** A person's name with what they are to the family or where they come from. @param {import('../store/store.js').Person} person */
export function described(person) {
  const agency = store.agencyOf(person.id);
  const more = person.relationship || (person.child ? _("child") : agency ? agency.label : "");
  return withMore(store.wholeName(person.id), more);
}

export function WhoseWords() {
  const { speaker } = compose.more.value;
  const others = offered("say");
  return html`<div class="whose">
    <label for="composer-speaker" class="away">${_("Whose words?")}</label>
    <select id="composer-speaker" value=${speaker} onChange=${(/** @type {any} */ event) => compose.speakFor(event.target.value)}>
      <option value="" selected=${!speaker}>${_("Mine")}</option>
      ${others.map((one) => html`<option key=${one.id} value=${one.id} selected=${speaker === one.id}>${described(one)}</option>`)}
      ${(!alone(boxPlace().column) || speaker === "other") && html`<option value="other" selected=${speaker === "other"}>${_("Someone else…")}</option>`}
    </select>
    ${speaker === "other" && html`<div class="new-person">
      ${line("composer-name", "name", _("Their name"))} ${line("composer-relationship", "relationship", _("Who they are"), _("for example grandmother, or GP"))}
      <label class="choice"><input type="checkbox" checked=${compose.more.value.child} onChange=${() => compose.set({ child: !compose.more.value.child })} /> ${_("They are a child")}</label>
    </div>`}
  </div>`;
}

/** How we know it, and from where. */
export function HowWeKnow() {
  const template = store.template.value;
  const { basis } = compose.more.value;
  if (!template) return null;
  const pick = (/** @type {any} */ event) => compose.set({ basis: event.target.value || null });
  return html`<span class="known">
    <label for="composer-basis" class="away">${_("How do we know?")}</label>
    <select id="composer-basis" value=${basis || ""} onChange=${pick}>
      <option value="" selected=${!basis}>${_("How do we know?")}</option>
      ${template.basis.map((one) => html`<option key=${one.key} value=${one.key} selected=${basis === one.key}>${one.label}</option>`)}
    </select></span>
    <span class="source">${h(Field, { id: "composer-source", label: _("Source"), hidden: true, placeholder: _("Source, such as the register"), value: compose.more.value.source, write: (source) => compose.set({ source }) })}</span>`;
}

/** Whether these are somebody's words as they were said. */
export function ExactWords() {
  const { exact } = compose.more.value;
  return html`<label class="choice exact"><input type="checkbox" checked=${exact} onChange=${() => compose.set({ exact: !exact })} /> ${_("Exact words")}<span class="away"> ${_("(nobody can change them)")}</span></label>`;
}

/** What language it is written in; stays chosen for the next point, for as long as this page is open. */
export function Language() {
  const template = store.template.value;
  const { lang } = compose.more.value;
  if (!template || !template.languages.length) return null;
  return html`<div class="field">
    <label for="composer-lang">${_("Language")}</label>
    <select id="composer-lang" value=${lang} onChange=${(/** @type {any} */ event) => compose.set({ lang: event.target.value })}>
      <option value="" selected=${!lang}>${_("English")}</option>
      ${template.languages.map((one) => html`<option key=${one.key} value=${one.key} selected=${lang === one.key}>${one.label}</option>`)}
    </select>
  </div>`;
}

/** The children it is about. */
export function AboutChildren() {
  const all = store.children();
  const about = compose.aboutChildren();
  if (all.length < 2) return null;
  const toggle = (/** @type {string} */ id) => () =>
    compose.set({ children: about.indexOf(id) >= 0 ? about.filter((one) => one !== id) : about.concat([id]) });
  return html`<fieldset class="about">
    <legend>${_("About")}<span class="away"> ${_("no tick: all of them")}</span></legend>
    ${all.map((child) => html`<label class="choice" key=${child.id}>
      <input type="checkbox" checked=${about.indexOf(child.id) >= 0} onChange=${toggle(child.id)} /> ${store.personName(child.id)}
    </label>`)}
  </fieldset>`;
}
