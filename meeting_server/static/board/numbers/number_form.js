/** Giving a number: eleven native radios in the template's direction, and nothing is sent until it is saved. */
import { signal } from "../../vendor/signals.js";
import { _ } from "../kit/gettext.js";
import { h, html } from "../kit/html.js";
import { focusSoon } from "../kit/keep_focus.js";
import { begun, forget, useChoice, useWords } from "../store/kept_text.js";
import { act } from "../forms/act.js";
import { deskNames, myRequest, theyKnow } from "../reading/agenda.js";
import { icon } from "../kit/icon.js";
import { isEmpty } from "../kit/plain_text.js";
import * as store from "../store/store.js";
import { goTo } from "../reading/view.js";
import { fill } from "../store/words.js";
import { Problem, useCommand } from "../forms/command_form.js";
import { Called } from "../kit/called.js";
import { Field, Whose } from "../forms/fields.js";
import { along, danger, endWords } from "./number_words.js";
import { useWidth } from "../kit/width.js";
import { Towards } from "./towards.js";

/** @typedef {import('./number_words.js').Scale} Scale */
/** @typedef {import('./number_words.js').Round} Round */
/** @typedef {{answer: "number" | "dont_know" | "rather_not", value: number | null}} Given */
/**
 * @typedef {Object} FormProps
 * @property {Round} round
 * @property {Scale} scale
 * @property {string} child
 * @property {string} chosen what is chosen at first: "" or "0" to "10", "dont_know", "rather_not"
 * @property {string} reason
 * @property {boolean} seal whether nobody else can see it until all are shown
 * @property {(person: string | null) => void} done called once it is saved, with the other person it was for
 * @property {() => void} [cancel]
 */

/** What focus goes to when the form is opened. @param {Round} round @param {string} child */
export function formKey(round, child) {
  return "form:" + round.id + child;
}

/** The child chosen in the row of the place of the numbers; it moves on by itself once a number is saved. */
export const picked = signal(/** @type {string | null} */ (null));

/** What stands above a child's numbers: the question, with the child's name. @param {string} scale @param {string} child */
export function questionId(scale, child) {
  return "numbers-" + scale + "-" + child;
}

/** Goes to where a number is given for a child, whichever child was chosen: to its form, or to what opens it. @param {Round} round @param {string} child */
export function goToNumber(round, child) {
  const inView = store.childInView.value;
  if (inView !== null && inView !== child) store.childInView.value = child;
  picked.value = child;
  goTo("@numbers");
  focusSoon(formKey(round, child), "give:" + round.id + child);
  // A form that is taller than the screen would come with its end first, without the question and the child's name.
  setTimeout(() => {
    const question = document.getElementById(questionId(round.scale, child));
    if (question && !round.about) question.scrollIntoView({ block: "nearest" });
  }, 0);
}

/** On a phone it is a ladder in every template, 10 on top: so the chair says it. */
const DOWN = [10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0];
/** Eleven targets of 44 px side by side need this much, in the size of the page's letters. */
const FLAT_REM = 35;
const CHOOSE = _("Choose a number from 0 to 10, or say that you don't know or would rather not.");

/** Whether somebody's role gives a number; a child who is only spoken of may have said one. @param {import('../store/store.js').Person} person */
export function givesNumbers(person) {
  const role = store.roleOf(person.id);
  return role ? role.powers.indexOf("place") >= 0 : person.child;
}

/** The name of what is chosen and written in it. @param {Round} round @param {string} child */
function formOf(round, child) {
  return "number@rounds:" + round.id + ":" + child;
}

/** Whether this form was begun and not saved. @param {Round} round @param {string} child */
export function wasBegun(round, child) {
  return begun(formOf(round, child));
}

/** What is chosen, as the command has it. @param {string} chosen @returns {Given} */
export function given(chosen) {
  if (chosen === "dont_know" || chosen === "rather_not") return { answer: chosen, value: null };
  return { answer: "number", value: Number(chosen) };
}

/** @param {Round} round @param {string} child @param {{chosen: string, reason: string, person: string}} said */
function toSave(round, child, { chosen, reason, person }) {
  return { round: round.id, child, ...given(chosen), reason: reason.trim(), ...(person ? { person } : {}) };
}

/** What is said aloud once it is saved. @param {boolean} seal @param {string} person */
function whatHappened(seal, person) {
  if (person) return _("Sent for %(names)s.", { names: store.personName(person) });
  return seal ? _("Saved. Only you can see this until all the numbers are shown.") : _("Saved.");
}

/** Who sees it, and when: a child's own number goes by the chair. @param {boolean} seal @param {string} person */
function whoSees(seal, person) {
  const me = store.you.value;
  const whose = store.get("people", person || (me ? me.person : ""));
  const first = whose && whose.child ? _("The chair looks at a child\u2019s number first.") : "";
  if (seal) return [first, _("Only you can see this number, until all are shown.")].filter(Boolean).join(" ");
  return first || _("Others will see this at once.");
}

/** "Save 7 for Pip": what is chosen is read once more where it is pressed. @param {{chosen: string, person: string}} said @param {string} child */
function saveWords({ chosen, person }, child) {
  const name = fill("{child}", child);
  if (person) return _("Save this number");
  if (chosen === "dont_know") return _("Save \u201cI don\u2019t know\u201d for %(name)s", { name });
  if (chosen === "rather_not") return _("Save \u201cI\u2019d rather not say\u201d for %(name)s", { name });
  return chosen ? _("Save %(number)s for %(name)s", { number: chosen, name }) : _("Save my number");
}

/** For family: somebody at the desk writes down what they say. */
function TypeItForMe() {
  const facts = store.meeting();
  if (store.may("detail") || !store.may("place") || !facts || facts.state !== "open" || myRequest("type")) return null;
  const desk = deskNames();
  const press = () => act("ask_to_type", { wanted: true }, theyKnow());
  return html`<button type="button" class="button" data-fk="type-number" onClick=${press}>${_("%(name)s, type it for me", { name: desk[0] })}</button>`;
}

/** @param {FormProps} props */
export function NumberForm({ round, scale, child, chosen, reason, seal, done, cancel }) {
  const [ref, room] = useWidth();
  const key = formKey(round, child);
  const form = formOf(round, child);
  const [value, pick] = useChoice(form, "chosen", chosen);
  const [person, setPerson] = useChoice(form, "person", "");
  const [why, setWhy] = useWords(form, "reason", reason);
  const said = { chosen: value, reason: why, person };
  const { ask, problem, busy, setProblem } = useCommand();
  /** @template T @param {(now: T) => void} set @returns {(now: T) => void} */
  const changes = (set) => (now) => {
    set(now);
    setProblem("");
  };
  const save = async (/** @type {Event} */ event) => {
    event.preventDefault();
    if (!said.person && !store.may("place")) return setProblem(_("Choose whose number this is."));
    if (!said.chosen) return setProblem(CHOOSE);
    if (!(await ask("save_number", toSave(round, child, said), whatHappened(seal, said.person)))) return undefined;
    forget(form);
    done(said.person || null);
    return undefined;
  };
  const stop = () => {
    if (isEmpty(why)) forget(form);
    if (cancel) cancel();
  };
  const id = "give-" + round.id + "-" + child;
  const whose = { id: id + "-whose", label: _("Whose number?"), mine: store.may("place") ? _("Mine") : _("Choose a person") };
  const reasonField = { id: id + "-why", label: _("Why this number?"), placeholder: _("You can leave this out") };
  const called = h(Called, { of: fill(scale.question, child) + danger(round) });
  return html`<form class="number-form" tabindex="-1" data-fk=${key} onSubmit=${save} autocomplete="off">
    <div ref=${ref}>
      ${h(Whose, { ...whose, person: said.person, choose: changes(setPerson), act: "number", among: givesNumbers })}
      ${h(Tens, { id, narrow: room < FLAT_REM, round, scale, child, chosen: said.chosen, choose: changes(pick) })}
      <div class="why-line">${h(Field, { ...reasonField, value: why, write: changes(setWhy) })} ${h(TypeItForMe, {})}</div>
      <p class="hint">${seal && icon("lock")} ${whoSees(seal, said.person)}</p>
      ${h(Problem, { text: problem })}
      <div class="buttons">
        <button type="submit" class=${said.chosen ? "button primary" : "button"} data-fk=${id + "-save"} aria-disabled=${busy ? "true" : null}>
          ${saveWords(said, child)}${called}
        </button>
        ${cancel && html`<button type="button" class="button" onClick=${stop}>${_("Not now")}${called}</button>`}
      </div>
    </div>
  </form>`;
}

/**
 * @param {{id: string, narrow: boolean, round: Round, scale: Scale, child: string, chosen: string,
 *   choose: (value: string) => void}} props
 */
function Tens({ id, narrow, round, scale, child, chosen, choose }) {
  const line = narrow ? DOWN : along(scale);
  const ends = endWords(round, scale, child);
  const says = (/** @type {string} */ n) => (n === "10" ? ends.ten : ends.zero);
  const words = (/** @type {number} */ n, /** @type {"left" | "right"} */ side) => html`<p class="end" id=${id + "-end" + n}><b>${n}</b> ${says(String(n))} ${h(Towards, { number: n, side })}</p>`;
  // On a ladder the ends have no room left beside their words: the way stands in the row next to each.
  const way = (/** @type {string} */ n) => (n === "9" ? h(Towards, { number: 10, side: "top" }) : n === "1" && h(Towards, { number: 0, side: "bottom" }));
  const radio = (/** @type {string} */ value, /** @type {string} */ label, /** @type {string | null} */ told) =>
    html`<label class=${value.length > 2 ? "choice" : "ten"} key=${value}>
      <input type="radio" name=${id} value=${value} checked=${chosen === value} aria-label=${narrow && value.length < 3 ? label : null} aria-describedby=${told}
        data-fk=${id + "-" + value} onChange=${() => choose(value)} />
      <span>${label}${narrow && (told ? html`<i id=${told}>${says(value)}</i>` : way(value))}</span>
    </label>`;
  return html`<fieldset class=${narrow ? "tens upright" : "tens"}>
    <legend class="away">${fill(scale.question, child)}</legend>
    <div class="tens-line">
      ${!narrow && words(line[0], "left")}
      <div class="tens-row">${line.map((n) => radio(String(n), String(n), n % 10 ? null : id + "-end" + n))}</div>
      ${!narrow && words(line[10], "right")}
    </div>
    <div class="no-number-choices">
      ${radio("dont_know", _("I don\u2019t know"), null)} ${radio("rather_not", _("I\u2019d rather not say"), null)}
    </div>
  </fieldset>`;
}
