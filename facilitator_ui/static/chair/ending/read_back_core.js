/** What a core group read aloud besides: who saw the child, what agencies told and which told nothing, the trigger check. */
import { nameAndPart } from "../../board/store/people_words.js";
import { neededWords } from "../../board/core_group/triggers.js";
import { howSeen } from "../../board/core_group/visits.js";
import { agenciesFor, answersTo, visitsOf } from "../../board/reading/core_group.js";
import { _ } from "../../board/kit/gettext.js";
import { h, html } from "../../board/kit/html.js";
import { theirWords } from "../../board/store/language.js";
import * as store from "../../board/store/store.js";
import { day, fill } from "../../board/store/words.js";

/** @typedef {{child: string}} Of */

/** All of it that this kind of meeting asks for. @param {Of} props */
export function CoreRead({ child }) {
  return html`${h(Seen, { child })} ${h(Told, { child })} ${h(Needed, { child })}`;
}

/** @param {Of} props */
function Seen({ child }) {
  const asked = store.template.value && store.template.value.visits;
  if (!asked) return null;
  const visits = visitsOf(child).filter((one) => !one.taken_back);
  return html`<h3>${fill(asked.label, child)}</h3>
    ${!visits.length && html`<p>${_("Nobody has said so yet.")}</p>`}
    <ul>${visits.map((one) => html`<li key=${one.id}><b>${day(one.day)}, ${nameAndPart(one.person)}.</b> ${howSeen(one)} ${theirWords(one.says)}</li>`)}</ul>`;
}

/** @param {Of} props */
function Told({ child }) {
  const asked = store.template.value && store.template.value.updates;
  if (!asked) return null;
  return html`<h3>${fill(asked.label, child)}</h3>
    <ul>${agenciesFor(child).map(
      ({ agency, told }) => html`<li key=${agency.key}><b>${agency.label}:</b> ${told.length ? told.map((one) => html`<span key=${one.id}>${theirWords(one.text)} </span>`) : asked.missing + "."}</li>`,
    )}</ul>`;
}

/** @param {Of} props */
function Needed({ child }) {
  const asked = store.template.value ? store.template.value.triggers : [];
  if (!asked.length) return null;
  return html`<h3>${_("Trigger check")}</h3>
    <ul>${asked.map((one) => {
      const answers = answersTo(one.key, child);
      return html`<li key=${one.key}>
        <b>${fill(one.question, child)}</b> ${answers.length ? answers.map((said) => html`<span key=${said.id}>${neededWords(said.answer)}. ${theirWords(said.why)} </span>`) : _("Not answered yet")}
      </li>`;
    })}</ul>`;
}
