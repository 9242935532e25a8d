/** The box. Only the text is required; professionals can say more, family are not asked to. */
import { useEffect, useState } from "../../vendor/preact-hooks.js";
import { boxPlace, chooseColumn } from "../reading/box_place.js";
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
import { room } from "../kit/room.js";
import { fill } from "../store/words.js";
import { written } from "../store/language.js";
import { MOST } from "../kit/limits.js";
import { BegunElsewhere } from "./begun_elsewhere.js";
import { HelpToWrite } from "./composer_help.js";
import { AsSeveral } from "./as_several.js";
import { AboutChildren, ExactWords, HowWeKnow, Language, WhoseWords } from "./composer_more.js";
import { Field } from "../forms/fields.js";
import { RoomLeft, roomTold } from "../kit/room_left.js";
import { isEmpty } from "../kit/plain_text.js";
import { seenBy } from "./private_writing.js";
import { EVERYONE, JustForMe, WhoSees } from "./who_sees.js";

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
  const [focused, setFocused] = useState(false);
  const [more, setMore] = useState(false);
  const column = columnOf(boxPlace().column);
  const open = focused || more || !isEmpty(compose.text.value);
  useEffect(() => {
    compose.boxOpen.value = open;
    return () => {
      compose.boxOpen.value = false;
    };
  }, [open]);
  useEffect(() => {
    if (!focused) return undefined;
    // Not while hands are in the dock, and not before a finger is lifted: what it presses would move away under it.
    let pressed = false;
    const press = () => {
      pressed = true;
    };
    const lift = () => {
      pressed = false;
    };
    const close = () => setTimeout(leave, 0);
    const leave = () => {
      const at = document.activeElement;
      if (at && at !== document.body && !at.closest(".dock") && !pressed) setFocused(false);
    };
    const look = (/** @type {FocusEvent} */ event) => {
      if (!(event.target instanceof Element) || event.target.closest(".dock")) return;
      if (pressed) ["pointerup", "pointercancel"].forEach((kind) => document.addEventListener(kind, close, { once: true }));
      else close();
    };
    document.addEventListener("pointerdown", press, true);
    ["pointerup", "pointercancel"].forEach((kind) => document.addEventListener(kind, lift, true));
    document.addEventListener("focusin", look);
    return () => {
      document.removeEventListener("pointerdown", press, true);
      ["pointerup", "pointercancel"].forEach((kind) => document.removeEventListener(kind, lift, true));
      document.removeEventListener("focusin", look);
    };
  }, [focused]);
  if (column && !opensToMe(column)) return h(KeptForOthers, {});
  const detail = store.may("detail");
  const seen = seenBy(boxPlace().column);
  const label = column ? fill(column.add) : _("Add a point");
  const empty = isEmpty(compose.text.value);
  // A short screen has no line to spare: what stands there while the box is empty says who reads it.
  const invites = !wide.value && open && room.value !== "tall" && seen === "room" ? EVERYONE : wide.value || open ? (detail ? label : label + ". " + _("Say it your way")) : room.value === "tall" && seen === "room" ? _("Write. %(who)s", { who: EVERYONE }) : _("Write");
  // On a phone there is room for two rows: what is rarely said stands behind More, unless it was said.
  const { basis, source, speaker, exact } = compose.more.value;
  const says = (/** @type {any} */ said) => detail && (wide.value || more || Boolean(said));
  const about = says(compose.more.value.children) || compose.childsWords();
  return html`<form class=${open ? (more ? "composer open with-more" : "composer open") : "composer"} onSubmit=${submit} aria-label=${_("Add a point")} onFocusIn=${() => setFocused(true)}>
    ${
      open &&
      html`<div class="composer-more">
      ${h(HelpToWrite, {})} ${h(BegunElsewhere, {})}
      ${compose.childsWords() && h(Obtained, {})}
      ${more && html`<div class="more-fields">
        ${detail ? h(MoreDetail, {}) : h(WhenWasThis, {})}
        <div class="apart-choices">${h(Language, {})} ${state() !== "prepared" && h(JustForMe, {})}</div>
      </div>`}
      <div class=${about ? "composer-line with-about" : "composer-line"}>
        ${about && h(AboutChildren, {})} ${says(basis || source) && h(HowWeKnow, {})} ${says(speaker) && offered("say").length > 0 && h(WhoseWords, {})} ${says(exact) && h(ExactWords, {})}
        ${!wide.value && h(Where, {})}
        <button type="button" class="button quiet small more" aria-expanded=${String(more)} onClick=${() => setMore(!more)}>${_("More")}</button>
      </div>
      ${h(RoomLeft, { text: compose.text.value, most: MOST.Text, id: "composer-text" })} ${h(AsSeveral, { add: compose.addAsSeveral })}
    </div>`
    }
    ${h(WhoSees, {})}
    <div class="box-line">
      ${wide.value && h(Where, {})}
      <div class="box-field">
        <label for="composer-text" class="away">${label}</label>
        <textarea id="composer-text" data-fk="composer" rows="1" value=${compose.text.value}
          readonly=${compose.sending.value} placeholder=${invites} autocomplete="off"
          aria-describedby=${["who-sees", roomTold(compose.text.value, MOST.Text, "composer-text")].filter(Boolean).join(" ")} ...${written(compose.more.value.lang)}
          onInput=${(/** @type {any} */ event) => compose.wrote(event.target.value)} onKeyDown=${onKey} onBlur=${() => tellWriting(null)}></textarea>
        ${seen === "room" && html`<span class=${wide.value || (open && (room.value === "tall" || !empty)) ? "reads" : "away"} id="who-sees">${EVERYONE}</span>`}
      </div>
      ${(wide.value || open) && html`<button type="submit" class=${isEmpty(compose.text.value) ? "button" : "button primary"}>${icon("plus")} ${_("Add")}</button>`}
    </div>
  </form>`;
}

/** In place of the box, where only others write: the way to where I can. */
function KeptForOthers() {
  return html`<div class="composer box-line"><p class="hint">${_("This part is kept for others.")}</p> ${h(Where, {})}</div>`;
}

/** Where the box writes: a column, or a part of one. */
function Where() {
  const template = store.template.value;
  const now = boxPlace().column;
  const part = compose.category();
  if (!template) return null;
  const choose = (/** @type {any} */ event) => {
    const [column, category] = event.target.value.split(".");
    chooseColumn(column);
    compose.set({ category: category || null });
  };
  const option = (/** @type {string} */ value, /** @type {string} */ words) =>
    html`<option key=${value} value=${value} selected=${value === now + (part ? "." + part : "")}>${words}</option>`;
  return html`<span class="where">
    <label for="composer-column" class="away">${_("Column")}</label>
    <select id="composer-column" value=${now + (part ? "." + part : "")} onChange=${choose}>
      ${!now && option("", _("Where?"))}
      ${template.columns
        .filter((one) => opensToMe(one) || one.key === now)
        .map((one) => {
          const name = one.short || fill(one.label);
          return [option(one.key, name)].concat(one.categories.map((kind) => option(one.key + "." + kind.key, name + ": " + fill(kind.label))));
        })}
    </select>
  </span>`;
}

/** What is rarely said: when it was. */
function MoreDetail() {
  return h(Field, { id: "composer-when", label: _("When was this?"), value: compose.more.value.when, write: (when) => compose.set({ when }) });
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
