/** The minute-taker's box: for whom, where, the words, and how they are known; built to be used without a mouse. */
import { boxPlace, writeIn } from "../board/reading/box_place.js";
import { BegunElsewhere } from "../board/writing/begun_elsewhere.js";
import { Field } from "../board/forms/fields.js";
import { RoomLeft, roomTold } from "../board/kit/room_left.js";
import { AsSeveral } from "../board/writing/as_several.js";
import { HelpToWrite } from "../board/writing/composer_help.js";
import { described } from "../board/writing/composer_more.js";
import { EVERYONE, WhoSees } from "../board/writing/who_sees.js";
import { composing } from "../board/writing/word_help.js";
import { WordHelp } from "../board/writing/word_help_panel.js";
import { alone, seenBy } from "../board/writing/private_writing.js";
import * as compose from "../board/writing/draft.js";
import { _ } from "../board/kit/gettext.js";
import { h, html } from "../board/kit/html.js";
import { icon } from "../board/kit/icon.js";
import { focusSoon } from "../board/kit/keep_focus.js";
import { written } from "../board/store/language.js";
import { MOST } from "../board/kit/limits.js";
import { columnOf, opensToMe } from "../board/reading/layout.js";
import { tellWriting } from "../board/line/connection.js";
import * as store from "../board/store/store.js";
import { canAdd, notice, wide } from "../board/reading/view.js";
import { say, typing } from "../board/kit/say.js";
import { fill } from "../board/store/words.js";
import { Details, Obtained } from "./entry_details.js";
import { NUMBERS, NumberAbout, NumberWords, asked, into, numbering, numbersOf, sendNumber } from "./entry_numbers.js";
import { WhichPoint, differ, point, putBeside } from "./entry_view.js";
import { speakers } from "./speaker.js";

compose.keepChoices.value = true;

/** @param {any} event */
const picked = (event) => event.target.value;

/** Says what must be chosen before anything can be added, and goes there. @param {string} words @param {string} where */
function first(words, where) {
  notice.value = words;
  say(words);
  focusSoon(where);
}

/** @param {Event} [event] @returns {Promise<void>} */
async function add(event) {
  if (event) event.preventDefault();
  if (numbering()) {
    await sendNumber();
    focusSoon("composer");
    return;
  }
  if (!compose.chose.value) return first(_("Choose whose words these are."), "#composer-speaker");
  if (!differ.value && !boxPlace().column) return first(compose.WHERE_FIRST, "#composer-column");
  focusSoon("composer");
  await (differ.value ? putBeside() : compose.add());
}

/** @param {KeyboardEvent} event */
function onKey(event) {
  typing();
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    add();
  }
}

export function Entry() {
  const column = columnOf(boxPlace().column);
  if (!canAdd()) return null;
  const number = numbering();
  const closed = !differ.value && column && !opensToMe(column);
  const label = differ.value ? _("How they see it, in their own words") : column ? fill(column.add) : _("Add a point");
  return html`<form class="entry" onSubmit=${add} onKeyDown=${onKey} aria-label=${_("Add a point")} data-home="composer-text">
    <div class="entry-line">
      ${h(Speaker, {})} ${h(Where, {})} ${number ? h(NumberAbout, {}) : !differ.value && [column && h(Part, { column }), h(About, {})]}
      ${differ.value && !number && h(Differs, {})}
    </div>
    ${number ? h(NumberWords, {}) : closed ? html`<p class="hint">${_("This part is kept for others.")}</p>` : h(EntryWords, { label })}
  </form>`;
}

/** The way to write how somebody sees a point, and back; among the rare things until it is chosen. */
function Differs() {
  return html`<label class="choice differs"><input type="checkbox" checked=${differ.value} onChange=${turn} /> ${_("They see a point differently")}</label>`;
}

/** @param {{label: string}} props */
function EntryWords({ label }) {
  return html`${h(NewPerson, {})} ${differ.value ? h(WhichPoint, {}) : [h(HelpToWrite, {}), h(WhoSees, {}), h(BegunElsewhere, {})]}
    <div class="entry-words">
      <label for="composer-text" class="away">${label}</label>
      <div class="box-field">${h(Says, {})}<textarea id="composer-text" data-fk="composer" rows="1" value=${compose.text.value} placeholder=${label}
        readonly=${compose.sending.value} autocomplete="off" aria-describedby=${["who-sees", roomTold(compose.text.value, MOST.Text, "composer-text")].filter(Boolean).join(" ")} ...${written(compose.more.value.lang)}
        onInput=${(/** @type {any} */ event) => compose.wrote(event.target.value)} onBlur=${() => tellWriting(null)}></textarea>
        ${!differ.value && seenBy(boxPlace().column) === "room" && html`<span class="reads" id="who-sees">${EVERYONE}</span>`}</div>
      <button type="submit" class="button primary" title=${_("Ctrl and Enter adds it")}>${icon("plus")} ${differ.value ? _("Write it next to theirs") : _("Add")}</button>
    </div>
    ${h(RoomLeft, { text: compose.text.value, most: MOST.Text, id: "composer-text" })} ${!differ.value && h(AsSeveral, { add: compose.addAsSeveral })}
    ${h(EntryHelp, {})}
    ${!differ.value && compose.childsWords() && h(Obtained, {})} ${!differ.value && h(Details, { children: h(Differs, {}) })}`;
}

/** Whose words stand in the box, in front of them. */
function Says() {
  const { speaker } = compose.more.value;
  const me = store.you.value;
  if (!compose.chose.value || !speaker || speaker === "other" || (me && speaker === me.person)) return null;
  const agency = store.agencyOf(speaker);
  return html`<span class=${"says tint-" + (agency ? agency.tint : "family")} aria-hidden="true">${_("%(name)s says:", { name: store.personName(speaker) })}</span>`;
}

function turn() {
  differ.value = !differ.value;
  point.value = "";
  notice.value = "";
}

/** @param {(event: any) => void} pick @param {string} id @param {string} label @param {string} value @param {any} options */
function select(pick, id, label, value, options) {
  return html`<div class="field">
    <label for=${id}>${label}</label>
    <select id=${id} data-fk=${id} value=${value} onChange=${pick}>${options}</select>
  </div>`;
}

/** @param {string} value @param {string} chosen @param {string} words */
function option(value, chosen, words) {
  return html`<option key=${value} value=${value} selected=${value === chosen}>${words}</option>`;
}

/** Whose words these are: first those who need it most, then the others at the meeting, the children, everybody else. */
function Speaker() {
  const me = store.you.value;
  const { speaker } = compose.more.value;
  if (!me) return null;
  const value = compose.chose.value ? speaker || me.person : "";
  const pick = (/** @type {any} */ event) => {
    const person = picked(event);
    compose.chose.value = person !== "";
    compose.speakFor(person === me.person ? "" : person);
  };
  if (numbering()) {
    const all = numbersOf().map((one) => option(one.id, value, described(one)));
    return select(pick, "composer-speaker", whose(), value, [option("", value, _("Choose a person")), all]);
  }
  const { asked: wanted, without, here, children, others } = speakers();
  const group = (/** @type {string} */ label, /** @type {import('../board/wire.js').Person[]} */ people) =>
    people.length > 0 && html`<optgroup label=${label}>${people.map((one) => option(one.id, value, described(one)))}</optgroup>`;
  const options = [
    option("", value, _("Choose a person")),
    group(_("Asked for somebody to type"), wanted),
    group(_("Here, no device"), without),
    group(_("At the meeting"), here),
    group(_("Children"), children),
    group(_("Not at the meeting"), others),
    (!alone(boxPlace().column) || speaker === "other") && option("other", value, _("New person\u2026")),
    option(me.person, value, _("Me: %(name)s", { name: store.personName(me.person) })),
  ];
  return select(pick, "composer-speaker", whose(), value, options);
}

/** The label of the list of people. */
function whose() {
  return html`${_("For")} <span class="away">${_("(whose words?)")}</span>`;
}

/** Who the new person is. */
function NewPerson() {
  const { speaker, child, name, relationship } = compose.more.value;
  if (speaker !== "other") return null;
  return html`<div class="new-person" role="group" aria-label=${_("New person")}>
    ${h(Field, { id: "composer-name", label: _("Their name"), value: name, write: (text) => compose.set({ name: text }), most: MOST.Name })}
    ${h(Field, {
      id: "composer-relationship",
      label: _("Who they are"),
      hint: _("for example grandmother, or GP"),
      value: relationship,
      write: (text) => compose.set({ relationship: text }),
    })}
    <label class="choice"><input type="checkbox" checked=${child} onChange=${() => compose.set({ child: !child })} /> ${_("They are a child")}</label>
  </div>`;
}

function Where() {
  const template = store.template.value;
  if (!template) return null;
  const now = boxPlace().column;
  const at = numbering() ? NUMBERS : now;
  const columns = template.columns.filter((one) => opensToMe(one) || one.key === now).map((one) => option(one.key, at, fill(one.short || one.label)));
  const options = [!at && option("", at, _("Where?")), columns, asked().length > 0 && option(NUMBERS, at, _("Numbers"))];
  const pick = (/** @type {any} */ event) => {
    into.value = picked(event) === NUMBERS ? NUMBERS : "";
    notice.value = "";
    if (into.value) return;
    writeIn(picked(event));
    compose.set({ category: undefined });
  };
  return select(pick, "composer-column", _("In"), at, options);
}

/** Which child it is about. Several are ticked below. */
function About() {
  const all = store.children();
  const about = compose.aboutChildren();
  if (all.length < 2) return null;
  const several = about.length > 1;
  const value = several ? "several" : about[0] || "";
  const pick = (/** @type {any} */ event) => {
    const chosen = picked(event);
    compose.set({ children: chosen === "several" ? all.slice(0, 2).map((one) => one.id) : chosen ? [chosen] : [] });
  };
  const toggle = (/** @type {string} */ id) => () =>
    compose.set({ children: about.indexOf(id) >= 0 ? about.filter((one) => one !== id) : about.concat([id]) });
  const options = [
    option("", value, _("All the children")),
    all.map((one) => option(one.id, value, store.personName(one.id))),
    all.length > 2 && option("several", value, _("Several\u2026")),
  ];
  return html`${select(pick, "composer-child", _("About"), value, options)}
    ${
      several &&
      html`<fieldset class="about several">
      <legend>${_("Which children")}</legend>
      ${all.map(
        (one) => html`<label class="choice" key=${one.id}>
          <input type="checkbox" checked=${about.indexOf(one.id) >= 0} onChange=${toggle(one.id)} /> ${store.personName(one.id)}
        </label>`,
      )}
    </fieldset>`
    }`;
}

/** @param {{column: import('../board/wire.js').Column}} props */
function Part({ column }) {
  if (!column.categories.length) return null;
  const value = compose.category() || "";
  const options = [
    option("", value, _("Not sorted yet")),
    column.categories.map((one) => option(one.key, value, fill(one.label))),
  ];
  const pick = (/** @type {any} */ event) => compose.set({ category: picked(event) || null });
  return select(pick, "composer-category", html`<span class="away">${_("Part")}</span>`, value, options);
}

/** Help with words by the box, in a place that is kept for it; none until it is known whose words they are. */
function EntryHelp() {
  const box = composing();
  return h(WordHelp, { box: compose.chose.value ? box : { ...box, speaker: "other" }, most: 1, reserved: wide.value });
}
