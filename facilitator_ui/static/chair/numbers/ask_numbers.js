/** The form with which the chair asks everyone for their numbers. */
import { useState } from "../../vendor/preact-hooks.js";
import { Problem, useCommand } from "../../board/forms/command_form.js";
import { Called } from "../../board/kit/called.js";
import { Field } from "../../board/forms/fields.js";
import { _ } from "../../board/kit/gettext.js";
import { h, html } from "../../board/kit/html.js";
import { forget, useChoice, useWords } from "../../board/store/kept_text.js";
import * as store from "../../board/store/store.js";
import { uuid } from "../../board/kit/uuid.js";
import { fill, short } from "../../board/store/words.js";
import { AskAsBefore } from "./ask_as_before.js";
import { ROOM } from "../../board/store/in_view.js";

/** @typedef {import('../../board/wire.js').Scale} Scale */

/** The dangers on the board, as the template marks them. */
function dangers() {
  const template = store.template.value;
  if (!template) return [];
  const isDanger = (/** @type {string} */ column, /** @type {string | null} */ category) => {
    const found = template.columns.find((one) => one.key === column);
    return Boolean(found && found.categories.some((one) => one.key === category && one.role === "danger"));
  };
  return store
    .each("items")
    .filter(
      ({ audience, thing }) => audience === ROOM && !thing.taken_back && isDanger(thing.column, thing.category),
    )
    .map((one) => one.thing);
}

/** @param {{close: () => void}} props */
export function AskForm({ close }) {
  const template = store.template.value;
  const scales = template ? template.scales : [];
  const inView = store.childInView.value;
  const form = "ask-numbers";
  const [scaleKey, setScale] = useChoice(form, "scaleKey", scales.length ? scales[0].key : "");
  const [children, setChildren] = useChoice(form, "children", inView ? [inView] : store.children().map((child) => child.id));
  const [about, setAbout] = useChoice(form, "about", "");
  const [ten, setTen] = useWords(form, "ten", "");
  const [zero, setZero] = useWords(form, "zero", "");
  const { ask, problem, busy, setProblem } = useCommand();
  const scale = scales.find((one) => one.key === scaleKey);
  if (!scale) return null;
  const tick = (/** @type {string} */ id) =>
    setChildren(children.indexOf(id) < 0 ? children.concat([id]) : children.filter((one) => one !== id));
  const send = async (/** @type {Event} */ event) => {
    event.preventDefault();
    if (!children.length) return setProblem(_("Choose at least one child."));
    const data = { round: uuid(), scale: scaleKey, children, about: about || null, ten: ten.trim(), zero: zero.trim() };
    if (!(await ask("ask_numbers", data, _("Everyone is asked for a number.")))) return undefined;
    forget(form);
    close();
    return undefined;
  };
  const asBefore = (/** @type {{ten: string, zero: string, about: string}} */ ends) => {
    setAbout(ends.about);
    setTen(ends.ten);
    setZero(ends.zero);
  };
  const dangersHere = dangers();
  return html`<form class="desk-form" tabindex="-1" data-fk="ask-form" onSubmit=${send}>
    ${
      store.children().length > 1 &&
      html`<fieldset><legend>${_("For whom?")}</legend>
      ${store.children().map(
        ({ id }) => html`<label class="choice" key=${id}>
          <input type="checkbox" checked=${children.indexOf(id) >= 0} onChange=${() => tick(id)} />
          <span>${store.personName(id)}</span>
        </label>`,
      )}
    </fieldset>`
    }
    ${
      scales.length > 1 &&
      html`<fieldset><legend>${_("Which question?")}</legend>
      ${scales.map(
        (one) => html`<label class="choice" key=${one.key}>
          <input type="radio" name="scale" checked=${scaleKey === one.key} onChange=${() => setScale(one.key)} />
          <span>${fill(one.question)}</span>
        </label>`,
      )}
    </fieldset>`
    }
    ${
      dangersHere.length > 0 &&
      html`<div class="field">
      <label for="ask-about">${_("About")}</label>
      <select id="ask-about" value=${about} onChange=${(/** @type {any} */ event) => setAbout(event.target.value)}>
        <option value="">${_("Today in general")}</option>
        ${dangersHere.map((item) => html`<option key=${item.id} value=${item.id}>${short(item.text)}</option>`)}
      </select>
    </div>`
    }
    ${h(AskAsBefore, { scale, choose: asBefore })}
    ${h(Ends, { scale, ten, zero, setTen, setZero })}
    ${h(Problem, { text: problem })}
    <div class="buttons">
      <button type="submit" class="button primary" aria-disabled=${busy ? "true" : null}>${_("Ask for numbers")}</button>
      <button type="button" class="button" onClick=${close}>${_("Not now")}${h(Called, { of: _("Ask for numbers") })}</button>
    </div>
  </form>`;
}

/**
 * What the ends mean; own words on request, both or neither.
 * @param {{scale: Scale, ten: string, zero: string, setTen: (text: string) => void, setZero: (text: string) => void}} props
 */
function Ends({ scale, ten, zero, setTen, setZero }) {
  const [own, setOwn] = useState(false);
  const drop = () => {
    setTen("");
    setZero("");
    setOwn(false);
  };
  if (own || ten || zero) {
    return html`${h(Field, { id: "ask-ten", label: _("10 means"), value: ten, write: setTen })}
      ${h(Field, { id: "ask-zero", label: _("0 means"), value: zero, write: setZero })}
      <button type="button" class="button quiet small" onClick=${drop}>${_("Use the usual words")}</button>`;
  }
  return html`<div class="ends-now">
    <p class="hint">
      ${fill(scale.question, null)} <b>10</b>: ${fill(scale.ten, null)} <b>0</b>: ${fill(scale.zero, null)}
    </p>
    ${scale.sample && html`<p class="hint">${_("These words are a sample; your council can change them.")}</p>`}
    <p class="hint">${_("Say 10 first.")} ${scale.left === 10 ? _("On this line 10 is at the left.") : _("On this line 10 is at the right.")}</p>
    <button type="button" class="button quiet small" onClick=${() => setOwn(true)}>${_("Use our own words for 10 and 0")}</button>
  </div>`;
}
