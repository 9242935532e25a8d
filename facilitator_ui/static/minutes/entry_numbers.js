/** A number typed in the box for somebody without a device: sealed, and hidden from its typist once it is sent. */
import { choice, keepWords, useWords, wordsIn } from "../board/store/kept_text.js";
import * as compose from "../board/writing/draft.js";
import { _ } from "../board/kit/gettext.js";
import { html } from "../board/kit/html.js";
import { icon } from "../board/kit/icon.js";
import { send } from "../board/line/connection.js";
import { refusalWords } from "../board/kit/refusal_words.js";
import { given, givesNumbers } from "../board/numbers/number_form.js";
import { offered } from "../board/reading/speaking_for.js";
import * as store from "../board/store/store.js";
import { notice } from "../board/reading/view.js";
import { say } from "../board/kit/say.js";

/** @typedef {import('../board/wire.js').Round} Round */

/** What the list of places says when the box writes a number. */
export const NUMBERS = "@numbers";

const FORM = "entry-number";
/** Where the box writes: a number, or "" for a point. */
export const into = choice("entry", "into", "");
const about = choice(FORM, "about", "");
const chosen = choice(FORM, "chosen", "");

/** The children a number is asked for now, each with the newest asking. */
export function asked() {
  const rounds = store
    .each("rounds")
    .map((one) => one.thing)
    .filter((one) => one.state === "asked")
    .sort((a, b) => b.asked_at - a.asked_at);
  /** @type {Array<{child: string, round: Round}>} */
  const found = [];
  store.children().forEach(({ id }) => {
    const round = rounds.find((one) => one.children.indexOf(id) >= 0);
    if (round) found.push({ child: id, round });
  });
  return found;
}

/** Whether the box writes a number now. */
export function numbering() {
  return into.value === NUMBERS && asked().length > 0;
}

/** Whose number may be typed here. */
export function numbersOf() {
  return offered("number").filter(givesNumbers);
}

/** Whether a person has answered for a child, or this desk sent it for them: where few are here, nobody is told who has. @param {Round} round @param {string} child @param {string} person */
function hasAnswered(round, child, person) {
  const sent = (/** @type {{thing: import('../board/wire.js').SealedNumber}} */ { thing: one }) => one.for_another && one.round === round.id && one.child === child && one.person === person;
  const known = store.get("round_answers", round.id);
  return Boolean(known && known.answered.some((one) => one.person === person && one.child === child)) || store.each("sealed").some(sent);
}

/** Whose number it is, once somebody is chosen who may be typed for. */
function person() {
  const { speaker } = compose.more.value;
  return compose.chose.value && numbersOf().some((one) => one.id === speaker) ? speaker : "";
}

/** The child it is about: the one chosen, else the first this person has not answered for. */
function childNow() {
  const all = asked();
  const found = all.find((one) => one.child === about.value) || all.find((one) => !hasAnswered(one.round, one.child, person())) || all[0];
  return found;
}

/** Which child the number is about; those answered for say so, never what. */
export function NumberAbout() {
  const now = childNow();
  if (!now) return null;
  const done = (/** @type {{child: string, round: Round}} */ one) => hasAnswered(one.round, one.child, person());
  return html`<div class="field">
    <label for="entry-number-child">${_("About")}</label>
    <select id="entry-number-child" data-fk="entry-number-child" value=${now.child} onChange=${(/** @type {any} */ event) => (about.value = event.target.value)}>
      ${asked().map((one) => html`<option key=${one.child} value=${one.child} selected=${one.child === now.child}>${store.personName(one.child) + (done(one) ? ", " + _("answered") : "")}</option>`)}
    </select>
  </div>`;
}

/** The number and its reason, in the place of the words. */
export function NumberWords() {
  const [why, setWhy] = useWords(FORM, "reason", "");
  const option = (/** @type {string} */ value, /** @type {string} */ words) => html`<option key=${value} value=${value} selected=${value === chosen.value}>${words}</option>`;
  const pick = (/** @type {any} */ event) => {
    chosen.value = event.target.value;
    notice.value = "";
  };
  return html`<div class="entry-words number-words">
      <label for="entry-number" class="away">${_("The number they say")}</label>
      <select id="entry-number" data-fk="composer" value=${chosen.value} aria-describedby="entry-number-sealed" onChange=${pick}>
        ${option("", _("Number"))} ${Array.from({ length: 11 }, (_one, n) => option(String(n), String(n)))}
        ${option("dont_know", _("I don\u2019t know"))} ${option("rather_not", _("I\u2019d rather not say"))}
      </select>
      <label for="entry-number-why" class="away">${_("Why this number?")}</label>
      <input id="entry-number-why" data-fk="entry-number-why" value=${why} placeholder=${_("Why this number? You can leave this out")} autocomplete="off"
        onInput=${(/** @type {any} */ event) => setWhy(event.target.value)} />
      <button type="submit" class="button primary" title=${_("Ctrl and Enter adds it")}>${icon("plus")} ${_("Add")}</button>
    </div>
    <p class="hint" id="entry-number-sealed">${icon("lock")} ${_("Nobody can see it, you neither, until the chair shows all the numbers.")}</p>`;
}

/** @returns {string} what is missing before it can go */
function missing() {
  if (!person()) return _("Choose whose number this is.");
  return chosen.value ? "" : _("Choose the number, or \u201cI don\u2019t know\u201d.");
}

/** Sends it. The number and its reason stay in the box until they have arrived; the next child comes by itself. */
export async function sendNumber() {
  notice.value = missing();
  const now = childNow();
  if (notice.value || !now) {
    say(notice.value);
    return;
  }
  const whose = person();
  const reason = (wordsIn(FORM).reason || "").trim();
  const answer = await send("save_number", { round: now.round.id, child: now.child, ...given(chosen.value), reason, person: whose });
  if (!answer.ok) {
    notice.value = refusalWords(answer.error);
    say(notice.value);
    return;
  }
  chosen.value = "";
  about.value = "";
  keepWords(FORM, "reason", "");
  say(_("Sent for %(names)s.", { names: store.personName(whose) }));
}
