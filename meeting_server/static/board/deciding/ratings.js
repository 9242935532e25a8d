/** The ratings that were said aloud and shown, each with its reason, and different views beside it in equal size. */
import { ratingsBefore } from "../reading/earlier.js";
import { _ } from "../kit/gettext.js";
import { h, html } from "../kit/html.js";
import { focusSoon } from "../kit/keep_focus.js";
import { forget, useChoice, useOpen, useWords } from "../store/kept_text.js";
import { theirWords, written } from "../store/language.js";
import * as store from "../store/store.js";
import { uuid } from "../kit/uuid.js";
import { canTidy } from "../reading/view.js";
import { whoTyped } from "../reading/who_typed.js";
import { Problem, useCommand } from "../forms/command_form.js";
import { Called } from "../kit/called.js";
import { Field, Whose } from "../forms/fields.js";
import { nameAndPart } from "../store/people_words.js";
import { PutAside, whoseWords } from "../asides/put_aside.js";
import { NotYet, TakenOffLine, takenOff } from "./not_yet.js";
import { Before, WasAndNow } from "./ratings_before.js";
import { ColourWords, colourOf, rated, shownRating } from "./rating_words.js";

/** @typedef {import('./rating_words.js').Rating} Rating */
/** @typedef {import('./rating_words.js').Colour} Colour */

/** @param {{child: string | null, bare?: boolean}} props `child` null: all that were shown; `bare`: the heading stands above already */
export function Ratings({ child, bare }) {
  const template = store.template.value;
  const about = rated().filter((one) => child === null || one === null || one === child);
  const all = about.map((one) => ({ one, rating: shownRating(one) }));
  const off = all.some(({ one, rating }) => takenOff("rating", one, rating ? rating.at : 0));
  if (!template || (!off && all.every(({ rating }) => !rating))) return null;
  return html`<section class="ratings" aria-labelledby="ratings-heading" data-place="@rating">
    <h2 id="ratings-heading" tabindex="-1" class=${bare ? "away" : null}>${_("Red, amber or green")}</h2>
    <p class="question">${template.rating.question}</p>
    ${all.map(({ one, rating }) => [
      h(TakenOffLine, { key: "off:" + String(one), what: "rating", child: one, shownAt: rating ? rating.at : 0 }),
      rating && h(OneRating, { key: rating.id, rating }),
    ])}
  </section>`;
}

/** Where there is no rating to read, of today or before: what comes here. @param {{child: string | null}} props */
export function NothingRated({ child }) {
  const there = rated()
    .concat([null])
    .filter((one) => child === null || one === null || one === child)
    .some((one) => shownRating(one) || ratingsBefore(one).length > 0);
  if (there) return null;
  return html`<p class="hint">${_("The chair says a rating aloud first, and then shows it here. Nothing is shown yet.")}</p>`;
}

/** @param {{rating: Rating}} props */
function OneRating({ rating }) {
  const [differing, setDiffering] = useOpen("differ-rating:" + rating.id);
  const views = store
    .each("rating_views")
    .map((one) => one.thing)
    .filter((one) => one.rating === rating.id)
    .sort((a, b) => a.at - b.at);
  const about = rating.child ? store.personName(rating.child) : _("The family");
  const by = store.personOf(rating.by);
  const turn = (/** @type {boolean} */ now) => {
    setDiffering(now);
    focusSoon((now ? "differ-" : "rating:") + rating.id);
  };
  return html`<div class="rating" tabindex="-1" data-fk=${"rating:" + rating.id}>
    <h3>${about}</h3>
    <div class="rating-views">
      <div class=${"rating-view of-" + (rating.colour || "none")}>
        <p>${h(ColourWords, { colour: rating.colour })}</p>
        ${h(WasAndNow, { child: rating.child, colour: rating.colour })}
        <p ...${written()}>${rating.reason}</p>
        ${rating.better && html`<p><b>${_("What would move it one step better:")}</b> ${theirWords(rating.better)}</p>`}
        <p class="by">${by ? nameAndPart(by.id) : ""}</p>
        ${h(PutAside, { kind: "ratings", thing: rating.id, about: rating.sources.length ? _("words of the rating, %(text)s", { text: whoseWords(about, rating.at, rating.reason) }) : "", mine: false })}
      </div>
      ${h(Before, { child: rating.child })}
      ${views.map(
        (view) => html`<div class=${"rating-view of-" + (view.colour || "none")} key=${view.id}>
          <p>${h(ColourWords, { colour: view.colour, none: _("Sees it differently") })}</p>
          <p ...${written()}>${view.reason}</p>
          <p class="by">${[view.colour ? _("%(name)s, sees it differently", { name: nameAndPart(view.person) }) : nameAndPart(view.person)].concat(whoTyped(view.person, view.recorded_by)).join(" · ")}</p>
          ${h(PutAside, { kind: "rating_views", thing: view.id, about: view.sources.length ? _("view of the rating, %(text)s", { text: whoseWords(store.personName(view.person), view.at, view.reason) }) : "", mine: false })}
        </div>`,
      )}
    </div>
    ${h(NotYet, { what: "rating", child: rating.child, fk: "not-yet-rating:" + rating.id })}
    ${
      differing
        ? h(Differ, { rating, close: () => turn(false) })
        : canTidy() &&
          !store.iAmAChild() &&
          html`<button type="button" class="button" onClick=${() => turn(true)}>
            ${_("I see it differently")}<span class="away"> ${_("for %(name)s", { name: about })}</span>
          </button>`
    }
  </div>`;
}

/** @param {{rating: Rating, close: () => void}} props */
function Differ({ rating, close }) {
  const template = store.template.value;
  const form = "differ@ratings:" + rating.id;
  const [colour, setColour] = useChoice(form, "colour", /** @type {Colour | null} */ (null));
  const [reason, setReason] = useWords(form, "reason", "");
  const [person, setPerson] = useChoice(form, "person", "");
  const { ask, problem, busy, setProblem } = useCommand();
  const id = "differ-" + rating.id;
  const save = async (/** @type {Event} */ event) => {
    event.preventDefault();
    if (!reason.trim()) return setProblem(_("Say how you see it, in your own words."));
    const data = { view: uuid(), rating: rating.id, reason: reason.trim(), colour, ...(person ? { person } : {}) };
    if (await ask("rate_differently", data, _("Your view stands beside the rating."))) {
      forget(form);
      close();
    }
    return undefined;
  };
  const choice = (/** @type {Colour | null} */ key) => html`<label class="choice" key=${String(key)}>
    <input type="radio" name=${id} checked=${colour === key} onChange=${() => setColour(key)} />
    ${colourOf(key) ? h(ColourWords, { colour: key }) : html`<span>${_("No colour, only words")}</span>`}
  </label>`;
  const called = h(Called, { of: _("The colour for %(name)s", { name: rating.child ? store.personName(rating.child) : _("The family") }) });
  return html`<form class="differ" tabindex="-1" data-fk=${id} onSubmit=${save}>
    ${h(Whose, { id: id + "-whose", label: _("Whose view?"), mine: _("Mine"), person, choose: setPerson, act: "position", among: (one) => !one.child })}
    <fieldset><legend>${_("I would say")}</legend>${template && template.rating.colours.map((one) => choice(one.key))} ${choice(null)}</fieldset>
    ${h(Field, { id: id + "-reason", label: _("How do you see it?"), value: reason, write: setReason, rows: 3 })}
    ${h(Problem, { text: problem })}
    <div class="buttons">
      <button type="submit" class="button primary" aria-disabled=${busy ? "true" : null}>${_("Add my view")}${called}</button>
      <button type="button" class="button" onClick=${close}>${_("Not now")}${called}</button>
    </div>
  </form>`;
}
