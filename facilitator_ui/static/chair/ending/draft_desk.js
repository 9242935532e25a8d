/** The draft between the end and the lock: what waits to be confirmed and by whom, what is missing, and the lock. */
import { useState } from "../../vendor/preact-hooks.js";
import { Problem, useCommand } from "../../board/forms/command_form.js";
import { Field } from "../../board/forms/fields.js";
import { RATING_MISSING, ratingLacks } from "../../board/deciding/rating_words.js";
import { nameAndPart } from "../../board/store/people_words.js";
import { saidYes } from "../../board/points/consent.js";
import { chairAlone, chairName } from "../../board/reading/controls.js";
import { _ } from "../../board/kit/gettext.js";
import { h, html } from "../../board/kit/html.js";
import { theirWords } from "../../board/store/language.js";
import * as store from "../../board/store/store.js";
import { points } from "../../board/store/words.js";
import { Checks } from "./checks.js";
import { PlaceLinks, linksOf, pointLinks } from "./links_to_place.js";
import { RecordLinks } from "../../board/page/record_links.js";
import { ReadIt } from "./read_back_page.js";
import { ROOM } from "../../board/store/in_view.js";

/** @typedef {import('../../board/wire.js').Item} Item */

const CONFIRMATION = "FINISH";
/** These two the list of who is waited for says by name. */
const SAID_BY_NAME = ["words_unconfirmed", "actions_unaccepted"];

export function Draft() {
  return html`<p>${_("The meeting has ended. The record is a draft until it is locked.")}</p>
    ${h(ReadIt, {})} ${h(WaitsFor, {})}
    <h4>${_("What is missing")}</h4>
    ${h(Checks, { reasons: {}, without: SAID_BY_NAME })} ${h(Answers, {})} ${h(RecordLinks, {})}
    ${store.may("finish") ? (ratingLacks().length ? h(NoLock, {}) : h(Lock, {})) : html`<p class="hint">${chairAlone() ? _("%(name)s locks the record.", { name: chairName() }) : _("Whoever has the chair’s controls locks the record.")}</p>`}`;
}

/** Where nothing is locked without a rating, that it is missing is said before anybody types. */
function NoLock() {
  return html`<p class="careful">${RATING_MISSING}</p>
    ${h(PlaceLinks, { links: linksOf("rating_missing", ratingLacks()), about: RATING_MISSING })}`;
}

/** @param {string} person @returns {Item[]} what waits for this person: their words to call right, actions to say yes to */
function waitingFor(person) {
  return store
    .each("items")
    .filter(({ audience, thing }) => audience === ROOM && !thing.taken_back)
    .map((one) => one.thing)
    .filter((item) => {
      const words = item.speaker === person && (item.confirmed === "waiting" || item.confirmed === "no");
      const action = item.action;
      return words || Boolean(action && action.owners.indexOf(person) >= 0 && !saidYes(action.accepted, person));
    });
}

/** Who has still to say yes, and to what. */
function WaitsFor() {
  const all = store
    .people()
    .map((one) => ({ id: one.id, items: waitingFor(one.id) }))
    .filter((one) => one.items.length > 0);
  if (!all.length) return html`<p class="hint">${_("Everybody has said whether their words and actions are right.")}</p>`;
  return html`<h4>${_("Who has still to say yes")}</h4>
    <ul class="desk-list">
      ${all.map(
        ({ id, items }) => html`<li key=${id}>
          <p><b>${nameAndPart(id)}</b> <span class="hint">${points(items.length)}</span></p>
          ${h(PlaceLinks, { links: pointLinks(items, "waits:" + id), about: nameAndPart(id) })}
        </li>`,
      )}
    </ul>`;
}

function Lock() {
  const [typed, setTyped] = useState("");
  const { ask, problem, busy, setProblem } = useCommand();
  const finish = (/** @type {Event} */ event) => {
    event.preventDefault();
    if (typed.trim().toUpperCase() !== CONFIRMATION)
      return setProblem(_("Type the word %(word)s to lock the record.", { word: CONFIRMATION }));
    ask("finish_meeting", { typed: typed.trim() });
    return undefined;
  };
  const label = _("Type %(word)s to lock the record", { word: CONFIRMATION });
  return html`<form class="desk-form" onSubmit=${finish}>
    <p>${_("Locking is for good: afterwards the record can only be added to.")}</p>
    <p>${_("Private writing and numbers that were not shown are deleted.")}</p>
    ${h(Field, { id: "finish-typed", label, value: typed, write: setTyped })}
    ${h(Problem, { text: problem })}
    <div class="buttons"><button type="submit" class="button primary" aria-disabled=${busy ? "true" : null}>${_("Finish and lock")}</button></div>
  </form>`;
}

/** Why the meeting was ended with something open. */
export function Answers() {
  const template = store.template.value;
  const answers = store.each("check_answers").map((one) => one.thing);
  if (!answers.length || !template) return null;
  const says = (/** @type {string} */ key) =>
    (template.checks.find((check) => check.key === key) || { says: key }).says;
  return html`<p class="hint">${_("Reasons given at the end:")}</p>
    <ul class="desk-list plain">
      ${answers.map((one) => html`<li key=${one.id}>${says(one.id)} <b>${theirWords(one.reason)}</b></li>`)}
    </ul>`;
}
