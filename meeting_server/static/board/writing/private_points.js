/** Points only their writer can see: under a column, and each to change, to drop, or to show to everyone. */
import { useState } from "../../vendor/preact-hooks.js";
import { apartIn, chairFirst, mine, showable } from "./private_writing.js";
import { _ } from "../kit/gettext.js";
import { h, html } from "../kit/html.js";
import { icon } from "../kit/icon.js";
import { focusSoon } from "../kit/keep_focus.js";
import { StillRow, useStill } from "../kit/still_rows.js";
import { forget, useChoice, useOpen, useWords } from "../store/kept_text.js";
import { languageName, theirWords, written } from "../store/language.js";
import { showing, showToEveryone } from "./show_private.js";
import * as store from "../store/store.js";
import { typing } from "../kit/say.js";
import { names, quoted, short } from "../store/words.js";
import { Problem, useCommand } from "../forms/command_form.js";
import { Called } from "../kit/called.js";
import { Field } from "../forms/fields.js";

/** @typedef {import('./private_writing.js').PrivateItem} PrivateItem */

/** Mine of a column, under those that everyone sees. @param {{column: string}} props */
export function PrivatePoints({ column }) {
  const child = store.childInView.value;
  const here = mine().filter(
    (one) => one.column === column && (child === null || !one.children.length || one.children.indexOf(child) >= 0)
  );
  return h(PrivateList, { list: "private:" + column, items: here, label: _("Only you can see these") });
}

/** @param {{list: string, items: PrivateItem[], label: string, heading?: string}} props */
export function PrivateList({ list, items, label, heading }) {
  const rows = useStill(list, items, (item) => item.id);
  if (!rows.length) return null;
  return html`${heading && html`<h3>${heading}</h3>`}
    <ul class="points" aria-label=${label} data-still=${list}>
    ${rows.map((row) => h(StillRow, { key: row.key, list, row, kind: ["point", "private"], said: () => leftMine(row.one), children: h(PrivatePoint, { item: row.one }) }))}
  </ul>`;
}

/** @param {{item: PrivateItem}} props */
function PrivatePoint({ item }) {
  const [changing, setChanging] = useOpen("change-private:" + item.id);
  const turn = (/** @type {boolean} */ now) => {
    setChanging(now);
    focusSoon(now ? "private-text:" + item.id : "private-change:" + item.id);
  };
  return html`${
      changing
        ? h(Change, { item, done: () => turn(false) })
        : html`<p class="text" ...${written(item.lang)}>${item.exact ? quoted(item.text) : item.text}</p>`
    }
    <p class="meta"><span class="only-you">${icon("eye-off")} <b>${whoSees(item)}</b></span> ${about(item).map((one) => html`<span key=${one}>${one}</span>`)}</p>
    ${item.sent_back && html`<p class="why">${_("The chair sent this back:")} ${theirWords(item.sent_back)}</p>`}
    ${!changing && h(Buttons, { item, change: () => turn(true) })}`;
}

/** What became of a point that was mine alone. @param {PrivateItem} item as it was */
function leftMine(item) {
  const shown = store.get("items", item.id);
  return shown ? _("Shown: %(text)s", { text: short(item.text) }) : _("Not here any more");
}

/** @param {PrivateItem} item */
function whoSees(item) {
  return item.apart && apartIn(item.column) === item.apart
    ? _("Only you can see this until the chair shows all of them together")
    : _("Only you can see this");
}

/** @param {PrivateItem} item @returns {string[]} */
function about(item) {
  const me = store.you.value;
  const some = item.children.length && item.children.length < store.children().length;
  return [
    me && item.speaker !== me.person ? _("Words of %(name)s", { name: store.personName(item.speaker) }) : "",
    some ? _("About %(names)s", { names: names(item.children) }) : "",
    languageName(item.lang),
  ].filter(Boolean);
}

/** @param {{item: PrivateItem, change: () => void}} props */
function Buttons({ item, change }) {
  const { ask, problem, busy } = useCommand();
  const [sure, setSure] = useState(false);
  const facts = store.meeting();
  const turn = (/** @type {boolean} */ now) => {
    setSure(now);
    focusSoon((now ? "private-sure:" : "private-drop:") + item.id);
  };
  const drop = () => ask("drop_private", { item: item.id }, _("Dropped. It is gone for good."));
  const called = h(Called, { of: theirWords(short(item.text), item.lang) });
  if (sure) {
    return html`<div class="sure" role="group" aria-label=${_("Drop it")} tabindex="-1" data-fk=${"private-sure:" + item.id}>
      <p>${item.sent_back ? _("Nobody else has it now.") : _("Nobody else has seen it.")} ${_("It is deleted for good.")}</p>
      ${h(Problem, { text: problem })}
      <div class="buttons">
        <button type="button" class="button primary" aria-disabled=${busy ? "true" : null} onClick=${drop}>${_("Drop it")}${called}</button>
        <button type="button" class="button" onClick=${() => turn(false)}>${_("Keep it")}${called}</button>
      </div>
    </div>`;
  }
  const may = showable().some((one) => one.id === item.id);
  const under = showing.value.indexOf(item.id) >= 0;
  const changes = !facts || facts.state !== "ended";
  return html`<div class="buttons">
    ${
      may &&
      html`<button type="button" class="button" data-fk=${"private-show:" + item.id} aria-disabled=${under ? "true" : null} onClick=${() => showToEveryone([item])}>
        ${icon("eye")} ${chairFirst() ? _("Show to the chair first") : _("Show to everyone")}${called}
      </button>`
    }
    ${changes && html`<button type="button" class="button" data-fk=${"private-change:" + item.id} onClick=${change}>${_("Change")}${called}</button>`}
    <button type="button" class="button" data-fk=${"private-drop:" + item.id} onClick=${() => turn(true)}>${_("Drop")}${called}</button>
  </div>`;
}

/** @param {{item: PrivateItem, done: () => void}} props */
function Change({ item, done }) {
  const form = "private@private_items:" + item.id;
  const [text, setText] = useWords(form, "text", item.text);
  const [version, setVersion] = useChoice(form, "version", item.version);
  const { ask, problem, busy } = useCommand();
  const id = "private-text-" + item.id;
  const elsewhere = item.version > version;
  const write = (/** @type {string} */ now) => {
    setVersion(version);
    setText(now);
  };
  const drop = () => {
    forget(form);
    done();
  };
  const save = async (/** @type {Event} */ event) => {
    event.preventDefault();
    if (text.trim() && (await ask("change_private", { item: item.id, version, text: text.trim() }, _("Changed.")))) drop();
  };
  const called = h(Called, { of: theirWords(short(item.text), item.lang) });
  return html`<form class="private-change" onSubmit=${save}>
    ${
      elsewhere &&
      html`<div class="conflict" role="group" aria-label=${_("Two texts")}>
        <p><b>${_("You changed this on another device.")}</b> ${_("It says there:")}</p>
        <p class="text" ...${written(item.lang)}>${item.text}</p>
        <div class="buttons">
          <button type="button" class="button" onClick=${() => setVersion(item.version)}>${_("Keep what is in the box here")}${called}</button>
          <button type="button" class="button" onClick=${drop}>${_("Use the other")}${called}</button>
        </div>
      </div>`
    }
    ${h(Field, { id, fk: "private-text:" + item.id, label: _("Your point"), hidden: true, value: text, write, rows: 3, lang: item.lang, onKeyDown: typing })}
    ${h(Problem, { text: problem })}
    <div class="buttons">
      <button type="submit" class="button primary" aria-disabled=${busy || elsewhere || !text.trim() ? "true" : null}>${_("Save")}${called}</button>
      <button type="button" class="button" onClick=${drop}>${_("Leave it as it was")}${called}</button>
    </div>
  </form>`;
}
