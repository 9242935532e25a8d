/** The rating on the desk: one child at a time, made here, shown when it has been said aloud. Never worked out. */
import { useState } from "../../vendor/preact-hooks.js";
import { Problem, useCommand } from "../../board/forms/command_form.js";
import { Called } from "../../board/kit/called.js";
import { ColourWords, rated } from "../../board/deciding/rating_words.js";
import { NotYet, TakenOffLine } from "../../board/deciding/not_yet.js";
import { Before, WasAndNow } from "../../board/deciding/ratings_before.js";
import { Field } from "../../board/forms/fields.js";
import { chairName } from "../../board/reading/controls.js";
import { _ } from "../../board/kit/gettext.js";
import { h, html } from "../../board/kit/html.js";
import { focusSoon } from "../../board/kit/keep_focus.js";
import { forget, useChoice, useOpen, useWords } from "../../board/store/kept_text.js";
import { theirWords } from "../../board/store/language.js";
import * as store from "../../board/store/store.js";
import { uuid } from "../../board/kit/uuid.js";
import { clock, names } from "../../board/store/words.js";
import { AloudTicks, SAY_IT_FIRST, onTheWall, useAloud } from "./said_aloud.js";
import { DESK } from "../../board/store/in_view.js";

/** @typedef {import('../../board/deciding/rating_words.js').Rating} Rating */
/** @typedef {import('../../board/deciding/rating_words.js').Colour} Colour */

/** Every try on the desk about a child (null: the family), the newest first. @param {string | null} child */
function tries(child) {
  return store
    .each("ratings")
    .filter(({ audience, thing }) => audience === DESK && thing.child === child)
    .map((one) => one.thing)
    .sort((a, b) => b.at - a.at);
}

/** @param {string | null} child */
function current(child) {
  return tries(child).find((one) => !one.replaced);
}

/** Whether something rated waits to be said aloud, and a word for the heading. */
export function ratingNeeds() {
  const all = rated();
  const done = all.filter((child) => (current(child) || { shown: false }).shown).length;
  const waits = all.some((child) => {
    const found = current(child);
    return Boolean(found && !found.shown);
  });
  return { needs: waits, note: waits ? _("Not shown yet") : done ? _("%(done)s of %(count)s shown", { done, count: all.length }) : "" };
}

/** @param {string | null} child */
function nameOf(child) {
  return child ? store.personName(child) : _("The family");
}

export function RatingDesk() {
  const all = rated();
  const template = store.template.value;
  const [chosen, setChosen] = useState(/** @type {string | null} */ (null));
  const child =
    all.indexOf(chosen) >= 0 ? chosen : all.indexOf(store.childInView.value) >= 0 ? store.childInView.value : all[0];
  if (!template || child === undefined) return null;
  return html`<p class="hint">${template.rating.question}</p>
    ${
      all.length > 1 &&
      html`<div class="tabs" role="group" aria-label=${_("For whom")}>
      ${all.map(
        (one) => html`<button type="button" class="tab" key=${one} aria-pressed=${String(one === child)}
          onClick=${() => setChosen(one)}>${nameOf(one)}${h(Called, { of: _("the colour") })}</button>`,
      )}
    </div>`
    }
    ${h(OneChild, { key: String(child), child })}`;
}

/** @param {{child: string | null}} props */
function OneChild({ child }) {
  const template = store.template.value;
  const found = current(child);
  const [writing, setWriting] = useOpen("rate:" + String(child));
  const earlier = tries(child).filter((one) => one.replaced);
  const may = store.may("finish");
  if (!template) return null;
  const form = may && (writing || !found);
  const red = found && found.colour === "red" && template.rating.red_prompt;
  const turn = (/** @type {boolean} */ now) => {
    setWriting(now);
    focusSoon((now ? "rate:" : "made:") + String(child));
  };
  return html`${found && !writing && h(Made, { rating: found, again: may ? () => turn(true) : null })}
    ${!found && !may && html`<p class="hint">${_("Not rated yet. %(name)s rates.", { name: chairName() })}</p>`}
    ${form && h(RateForm, { child, close: () => turn(false), again: Boolean(found) })}
    ${red && html`<p class="careful">${red}</p>`}
    <div class="rating-views">${h(Before, { child })}</div>
    ${
      earlier.length > 0 &&
      html`<p class="hint">${_("Earlier in this meeting:")}</p>
      <ul class="desk-list plain">
        ${earlier.map(
          (one) => html`<li key=${one.id}>
            ${h(ColourWords, { colour: one.colour })} <span class="hint">${whenTried(one)} ${theirWords(one.reason)}</span>
          </li>`,
        )}
      </ul>`
    }`;
}

/** @param {Rating} one */
function whenTried(one) {
  return one.shown ? _("%(time)s, was shown.", { time: clock(one.at) }) : _("%(time)s, not shown.", { time: clock(one.at) });
}

/** @param {{rating: Rating, again: (() => void) | null}} props */
function Made({ rating, again }) {
  const name = nameOf(rating.child);
  const who = rating.shown ? _("Everyone can see this") : _("Only the chair's desk sees this");
  const key = "made:" + String(rating.child);
  return html`<div class=${"rating-view of-" + (rating.colour || "none")} tabindex="-1" data-fk=${key}>
      <p><b>${name}</b> <span class="hint">${who}</span></p>
      <p>${h(ColourWords, { colour: rating.colour })}</p>
      ${h(WasAndNow, { child: rating.child, colour: rating.colour })}
      <p>${theirWords(rating.reason)}</p>
      ${rating.better && html`<p><b>${_("One step better:")}</b> ${theirWords(rating.better)}</p>`}
    </div>
    ${h(TakenOffLine, { what: "rating", child: rating.child, shownAt: rating.shown ? rating.at : 0 })}
    ${again && !rating.shown && h(Showing, { rating })}
    <div class="buttons">
      ${rating.shown && h(NotYet, { what: "rating", child: rating.child, fk: "desk-not-yet:" + rating.id, desk: true })}
      ${again && html`<button type="button" class="button" onClick=${again}>${_("Rate again")}<span class="away"> ${name}</span></button>`}
    </div>`;
}

/** Said aloud, then shown. @param {{rating: Rating}} props */
function Showing({ rating }) {
  const { ask, problem, busy, setProblem } = useCommand();
  const aloud = useAloud("rate:" + rating.id);
  const show = async () => {
    if (!aloud.said) return setProblem(SAY_IT_FIRST);
    if (!(await ask("show_rating", { rating: rating.id }, _("Everyone can see it.")))) return undefined;
    await onTheWall(aloud, "rating", rating.child);
    aloud.forget();
    return undefined;
  };
  const words = rating.child ? _("Show %(name)s\u2019s rating", { name: store.personName(rating.child) }) : _("Show the family\u2019s rating");
  return html`${h(AloudTicks, { aloud, fk: "rate:" + rating.id })} ${h(Problem, { text: problem })}
    <p><button type="button" class="button primary" data-fk=${"show-rating:" + rating.id} aria-disabled=${busy || !aloud.said ? "true" : null} onClick=${show}>${words}</button></p>`;
}

/** @param {{child: string | null, close: () => void, again: boolean}} props */
function RateForm({ child, close, again }) {
  const template = store.template.value;
  const form = "rate:" + String(child);
  const [chosen, setChosen] = useChoice(form, "chosen", /** @type {Colour | "none" | ""} */ (""));
  const [reason, setReason] = useWords(form, "reason", "");
  const [better, setBetter] = useWords(form, "better", "");
  const { ask, problem, busy, setProblem } = useCommand();
  const id = "rate-" + String(child);
  const save = async (/** @type {Event} */ event) => {
    event.preventDefault();
    if (!chosen) return setProblem(_("Choose red, amber or green, or Not rated today."));
    if (!reason.trim()) return setProblem(_("Give the reason in a sentence."));
    const colour = chosen === "none" ? null : chosen;
    const data = { rating: uuid(), child, colour, reason: reason.trim(), better: colour ? better.trim() : "" };
    if (!(await ask("set_rating", data, _("Saved on your desk. Nobody else sees it yet.")))) return undefined;
    forget(form);
    close();
    return undefined;
  };
  const choice = (/** @type {Colour | "none"} */ key) => html`<label class="choice" key=${key}>
    <input type="radio" name=${id} checked=${chosen === key} onChange=${() => setChosen(key)} />
    ${key === "none" ? html`<span>${_("Not rated today, because\u2026")}</span>` : h(ColourWords, { colour: key })}
  </label>`;
  const all = child === null ? names(store.children().map((one) => one.id)) : "";
  const each = all ? _("Name every child: %(names)s", { names: all }) : "";
  const why = { id: id + "-reason", label: chosen === "none" ? _("Because") : _("The reason"), hint: chosen === "none" ? "" : each, rows: 3 };
  const step = {
    id: id + "-better",
    label: _("What would move it one step better?"),
    hint: chosen === "green" ? _("You can leave this out") : "",
  };
  return html`<form class="desk-form" tabindex="-1" data-fk=${"rate:" + String(child)} onSubmit=${save}>
    <fieldset>
      <legend>${nameOf(child)}</legend>
      ${template && template.rating.colours.map((one) => choice(one.key))} ${choice("none")}
    </fieldset>
    ${chosen === "none" && template && template.rating.required && html`<p class="careful">${_("The record can’t be locked without a colour.")}</p>`}
    ${h(Field, { ...why, value: reason, write: setReason })}
    ${chosen !== "none" && h(Field, { ...step, value: better, write: setBetter })}
    ${h(Problem, { text: problem })}
    <div class="buttons">
      <button type="submit" class="button primary" aria-disabled=${busy ? "true" : null}>${_("Save on my desk")}</button>
      ${again && html`<button type="button" class="button" onClick=${close}>${_("Not now")}${h(Called, { of: _("Rate again") + " " + nameOf(child) })}</button>`}
    </div>
  </form>`;
}
