/** Move a point: column, part, children and place, all with native controls. */
import { useState } from "../../vendor/preact-hooks.js";
import { act } from "../forms/act.js";
import { _ } from "../kit/gettext.js";
import { html } from "../kit/html.js";
import { forget, useChoice } from "../store/kept_text.js";
import { written } from "../store/language.js";
import { columnOf, opensToMe } from "../reading/layout.js";
import * as store from "../store/store.js";
import { goToAllOf } from "../reading/view.js";
import { fill, short } from "../store/words.js";

/** @typedef {"same" | "first" | "last" | "after"} Place */

/** @param {import('./point_editor.js').EditProps} props */
export function EditMove({ item, done }) {
  const template = store.template.value;
  const form = "move@items:" + item.id;
  const [column, setColumn] = useChoice(form, "column", item.column);
  const [category, setCategory] = useChoice(form, "category", item.category);
  const [children, setChildren] = useChoice(form, "children", item.children);
  const [place, setPlace] = useChoice(form, "place", /** @type {Place} */ ("last"));
  const [after, setAfter] = useChoice(form, "after", "");
  const [busy, setBusy] = useState(false);
  const to = columnOf(column);
  const others = store.columnItems(column, null).filter((one) => one.id !== item.id && !one.taken_back && !one.held);
  if (!template || !to) return null;
  const move = async (/** @type {Event} */ event) => {
    event.preventDefault();
    setBusy(true);
    const data = { item: item.id, column, category, children, place, after: place === "after" ? after || others[0].id : null };
    const moved = await act("move_item", data, _("Moved to %(column)s", { column: fill(to.label) }));
    setBusy(false);
    if (!moved) return;
    goToAllOf(column);
    forget(form);
    done();
  };
  const radio = (/** @type {string} */ name, /** @type {boolean} */ checked, /** @type {string} */ label, /** @type {() => void} */ pick) =>
    html`<label class="choice" key=${label}><input type="radio" name=${name} checked=${checked} onChange=${pick} /> ${label}</label>`;
  return html`<form onSubmit=${move}>
    <p class="text quote" ...${written(item.lang)}>${item.text}</p>
    <div class="fields">
      <fieldset><legend>${_("Column")}</legend>
        ${template.columns.filter((one) => opensToMe(one) || one.key === item.column).map((one) => radio("move-column", column === one.key, fill(one.label), () => {
          setColumn(one.key);
          setCategory(one.key === item.column ? item.category : null);
          setAfter("");
        }))}
      </fieldset>
      ${to.categories.length > 0 && html`<fieldset><legend>${_("Part")}</legend>
        ${radio("move-category", category === null, _("Not sorted yet"), () => setCategory(null))}
        ${to.categories.map((one) => radio("move-category", category === one.key, fill(one.label), () => setCategory(one.key)))}
      </fieldset>`}
      ${store.children().length > 1 && html`<fieldset><legend>${_("About")} <span class="hint">${_("no tick: all of them")}</span></legend>
        ${store.children().map((child) => html`<label class="choice" key=${child.id}>
          <input type="checkbox" checked=${children.indexOf(child.id) >= 0} onChange=${() =>
            setChildren(children.indexOf(child.id) >= 0 ? children.filter((one) => one !== child.id) : children.concat([child.id]))} /> ${store.personName(child.id)}
        </label>`)}
      </fieldset>`}
      <fieldset><legend>${_("Place")}</legend>
        ${column === item.column && radio("move-place", place === "same", _("Where it is now"), () => setPlace("same"))}
        ${radio("move-place", place === "first", _("First"), () => setPlace("first"))}
        ${radio("move-place", place === "last", _("Last"), () => setPlace("last"))}
        ${others.length > 0 && radio("move-place", place === "after", _("After…"), () => setPlace("after"))}
        ${place === "after" && others.length > 0 && html`<div class="field">
          <label for="move-after">${_("After which point?")}</label>
          <select id="move-after" value=${after || others[0].id} onChange=${(/** @type {any} */ event) => setAfter(event.target.value)}>
            ${others.map((one) => html`<option key=${one.id} value=${one.id} ...${written(one.lang)}>${short(one.text)}</option>`)}
          </select>
        </div>`}
      </fieldset>
    </div>
    <div class="buttons"><button type="submit" class="button primary" disabled=${busy}>${_("Move it")}</button></div>
  </form>`;
}
