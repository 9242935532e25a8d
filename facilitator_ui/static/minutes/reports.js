/** Whether somebody's report came, and whether the family saw it before the meeting. */
import { Problem, useCommand } from "../board/forms/command_form.js";
import { Called } from "../board/kit/called.js";
import { _ } from "../board/kit/gettext.js";
import { h, html } from "../board/kit/html.js";
import { focusSoon } from "../board/kit/keep_focus.js";
import { choice, forget, useChoice } from "../board/store/kept_text.js";
import * as store from "../board/store/store.js";

/** @typedef {import('../board/wire.js').Report} Report */

/** @type {Array<[Report["state"] | "", string]>} */
const CAME = [["received", _("Received")], ["late", _("Came late")], ["not_received", _("Did not come")], ["", _("Nothing to note")]];
/** @type {Array<[Report["family_saw"], string]>} */
const SAW = [["yes", _("Yes")], ["no", _("No")], ["not_known", _("Not known")]];

/** @param {Report} report */
export function reportWords(report) {
  const came = { received: _("Report received"), late: _("Report came late"), not_received: _("Report did not come") }[report.state];
  const saw = { yes: _("the family saw it"), no: _("the family has not seen it"), not_known: _("not known whether the family saw it") };
  return report.state === "not_received" ? came : came + ", " + saw[report.family_saw];
}

/** Whose form is open: one at a time. */
const open = choice("open:report", "person", "");

/** Whether anything about a report of this person can be noted: children and family come as themselves. @param {string} person */
function canSend(person) {
  const found = store.get("people", person);
  const agency = store.agencyOf(person);
  const facts = store.meeting();
  const sends = Boolean(agency && agency.tint !== "family" && agency.tint !== "child");
  return Boolean(found && !found.child && facts && facts.state !== "finished" && (sends || store.get("reports", person)));
}

/** @param {{person: string}} props */
export function ReportWords({ person }) {
  const report = store.get("reports", person);
  return report ? html`<p class="hint">${reportWords(report)}</p>` : null;
}

/** @param {{person: string}} props */
export function ReportButton({ person }) {
  if (!canSend(person)) return null;
  const turn = () => (open.value = open.value === person ? "" : person);
  return html`<button type="button" class="button" data-fk=${"report:" + person} aria-expanded=${String(open.value === person)} onClick=${turn}>
    ${_("Report")}<span class="away"> ${_("of %(name)s", { name: store.personName(person) })}</span>
  </button>`;
}

/** @param {{person: string}} props */
export function ReportForm({ person }) {
  return open.value === person && canSend(person) ? h(Form, { person }) : null;
}

/** @param {{person: string}} props */
function Form({ person }) {
  const report = store.get("reports", person);
  const form = "report:" + person;
  const [state, setState] = useChoice(form, "state", /** @type {Report["state"] | ""} */ (report ? report.state : "received"));
  const [saw, setSaw] = useChoice(form, "saw", /** @type {Report["family_saw"]} */ (report ? report.family_saw : "not_known"));
  const close = () => {
    open.value = "";
    focusSoon("report:" + person);
  };
  const { ask, problem, busy } = useCommand();
  const name = store.personName(person);
  const came = state === "received" || state === "late";
  const save = async (/** @type {Event} */ event) => {
    event.preventDefault();
    const data = { person, state: state || null, family_saw: came ? saw : /** @type {const} */ ("not_known") };
    if (await ask("note_report", data, _("Noted for %(name)s.", { name }))) {
      forget(form);
      close();
    }
  };
  const radio = (/** @type {string} */ group, /** @type {string} */ key, /** @type {string} */ label, /** @type {boolean} */ checked, /** @type {() => void} */ pick) =>
    html`<label class="choice" key=${key}>
      <input type="radio" name=${group + person} checked=${checked} onChange=${pick} /> ${label}
    </label>`;
  const called = h(Called, { of: _("Report of %(name)s", { name }) });
  return html`<form class="desk-form" aria-label=${_("Report of %(name)s", { name })} onSubmit=${save}>
    <fieldset class="in-a-row">
      <legend>${_("The report of %(name)s", { name })}</legend>
      ${CAME.map(([key, label]) => radio("came", key, label, state === key, () => setState(key)))}
    </fieldset>
    ${
      came &&
      html`<fieldset class="in-a-row">
      <legend>${_("Did the family see it before the meeting?")}</legend>
      ${SAW.map(([key, label]) => radio("saw", key, label, saw === key, () => setSaw(key)))}
    </fieldset>`
    }
    ${h(Problem, { text: problem })}
    <div class="buttons">
      <button type="submit" class="button primary" aria-disabled=${busy ? "true" : null}>${_("Save")}${called}</button>
      <button type="button" class="button" onClick=${close}>${_("Not now")}${called}</button>
    </div>
  </form>`;
}
