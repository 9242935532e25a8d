/** The box. Only the text is required; professionals can say more, family are not asked to. */
import { useState } from "../../vendor/preact-hooks.js";
import { boxPlace, writeIn } from "../reading/box_place.js";
import * as compose from "./draft.js";
import { _ } from "../kit/gettext.js";
import { h, html } from "../kit/html.js";
import { icon } from "../kit/icon.js";
import { columnOf, opensToMe } from "../reading/layout.js";
import { typing } from "../kit/say.js";
import { tellWriting } from "../line/connection.js";
import { offered } from "../reading/speaking_for.js";
import * as store from "../store/store.js";
import { wide } from "../reading/view.js";
import { fill } from "../store/words.js";
import { written } from "../store/language.js";
import { MOST } from "../kit/limits.js";
import { BegunElsewhere } from "./begun_elsewhere.js";
import { HelpToWrite } from "./composer_help.js";
import { AsSeveral } from "./as_several.js";
import { AboutChildren, HowWeKnow, Language, WhoseWords } from "./composer_more.js";
import { Field } from "../forms/fields.js";
import { RoomLeft, roomTold } from "../kit/room_left.js";
import { JustForMe, WhoSees } from "./who_sees.js";

/** @param {KeyboardEvent} event */
function onKey(event) {
  typing();
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    compose.add();
  }
}

/** @param {Event} event */
function submit(event) {
  event.preventDefault();
  compose.add();
}

function state() {
  const facts = store.meeting();
  return facts && facts.state;
}

export function Composer() {
  const [open, setOpen] = useState(false);
  const column = columnOf(boxPlace().column);
  if (!column) return null;
  if (!opensToMe(column)) return h(KeptForOthers, {});
  const detail = store.may("detail");
  const minutes = store.may("minute") && wide.value;
  return html`<form class="composer" onSubmit=${submit} aria-label=${_("Add a point")}>
    <div class="composer-head">
      <label for="composer-text">${fill(column.add)}</label>
      ${wide.value && h(ColumnChoice, {})}
      ${minutes && h(WhoseWords, {})}
      <button type="button" class="button quiet small more" aria-expanded=${String(open)} onClick=${() => setOpen(!open)}>${_("More")}</button>
    </div>
    ${h(HelpToWrite, {})}
    ${h(WhoSees, {})} ${h(BegunElsewhere, {})}
    <textarea id="composer-text" data-fk="composer" rows="1" value=${compose.text.value}
      readonly=${compose.sending.value} placeholder=${detail ? "" : _("Say it your way")} autocomplete="off"
      aria-describedby=${["who-sees", roomTold(compose.text.value, MOST.Text, "composer-text")].filter(Boolean).join(" ")} ...${written(compose.more.value.lang)}
      onInput=${(/** @type {any} */ event) => compose.wrote(event.target.value)} onKeyDown=${onKey} onBlur=${() => tellWriting(null)}></textarea>
    <button type="submit" class="button primary">${icon("plus")} ${_("Add")}</button>
    ${h(RoomLeft, { text: compose.text.value, most: MOST.Text, id: "composer-text" })} ${h(AsSeveral, { add: compose.addAsSeveral })}
    ${open && html`<div class="more-fields">
      ${detail && !minutes && offered("say").length > 0 && h(WhoseWords, {})}
      ${detail ? h(HowWeKnow, { column }) : h(WhenWasThis, {})}
      <div class="apart-choices">${h(Language, {})} ${state() !== "prepared" && h(JustForMe, {})}</div>
    </div>`}
    ${compose.childsWords() && h(Obtained, {})} ${compose.childsWords() && h(AboutChildren, {})}
  </form>`;
}

/** In place of the box, where only others write: the way to where I can. */
function KeptForOthers() {
  return html`<div class="composer-head"><p class="hint">${_("This part is kept for others.")}</p> ${wide.value && h(ColumnChoice, {})}</div>`;
}

/** Which column the box writes to, where several are in sight. */
function ColumnChoice() {
  const template = store.template.value;
  const now = boxPlace().column;
  if (!template) return null;
  return html`<span class="field inline">
    <label for="composer-column" class="away">${_("Column")}</label>
    <select id="composer-column" value=${now} onChange=${(/** @type {any} */ event) => writeIn(event.target.value)}>
      ${template.columns.filter((one) => opensToMe(one) || one.key === now).map((one) => html`<option key=${one.key} value=${one.key} selected=${one.key === now}>${fill(one.label)}</option>`)}
    </select>
  </span>`;
}

function WhenWasThis() {
  return h(Field, { id: "composer-when", label: _("When was this?"), hint: _("If you want to say"), value: compose.more.value.when, write: (when) => compose.set({ when }) });
}

/** Required for a child's words typed by somebody else (S4). */
function Obtained() {
  const template = store.template.value;
  return html`<fieldset class="obtained">
    <legend>${_("How did they say it?")}</legend>
    <p class="hint">${_("A child's words go to the chair first, who looks whether they are safe to show here.")}</p>
    ${template && template.obtained.map((one) => html`<label class="choice" key=${one.key}>
      <input type="radio" name="obtained" checked=${compose.more.value.obtained === one.key} onChange=${() => compose.set({ obtained: one.key })} /> ${one.label}
    </label>`)}
  </fieldset>`;
}
