/** What was said without the family: listed apart, and brought to them one thing at a time, once it is said who told them. */
import { Problem, useCommand } from "../../board/forms/command_form.js";
import { Called } from "../../board/kit/called.js";
import { nameAndPart } from "../../board/store/people_words.js";
import { _ } from "../../board/kit/gettext.js";
import { h, html } from "../../board/kit/html.js";
import { focusSoon } from "../../board/kit/keep_focus.js";
import { forget, useChoice, useOpen } from "../../board/store/kept_text.js";
import * as store from "../../board/store/store.js";
import { listed } from "../../board/store/words.js";
import { familyNames } from "./earlier_words.js";

/** @typedef {import('./earlier_words.js').EarlierMeeting} EarlierMeeting */
/** @typedef {import('./earlier_desk.js').Thing} Thing */
/** @typedef {"" | "before" | "now" | "no"} Knows */

/**
 * @param {{meeting: EarlierMeeting, things: Thing[], may: (thing: Thing) => boolean, asked: (keys: string[]) => any, sees: any}} props
 * `asked` makes the command of a thing's key; `sees` says who will read it
 */
export function SaidWithout({ meeting, things, may, asked, sees }) {
  if (!things.length) return null;
  return html`<section class="earlier" aria-labelledby=${"untold-" + meeting.id}>
    <h5 id=${"untold-" + meeting.id}>${_("Said without the family")}</h5>
    <p class="hint">${_("One thing at a time. Say first whether they know it.")}</p>
    <ul class="untold">${things.map((one) => html`<li key=${one.key}>${one.words} ${
      meeting.brought.indexOf(one.key) >= 0
        ? html`<b class="state">${_("Everyone has this")}</b>`
        : may(one) && h(BringOne, { meeting, thing: one, asked, sees })
    }</li>`)}</ul>
  </section>`;
}

/** @param {{meeting: EarlierMeeting, thing: Thing, asked: (keys: string[]) => any, sees: any}} props */
function BringOne({ meeting, thing, asked, sees }) {
  const [open, setOpen] = useOpen("untold:" + thing.key);
  const fk = "untold:" + thing.key;
  const turn = (/** @type {boolean} */ now) => {
    setOpen(now);
    focusSoon(now ? fk + "-ask" : fk);
  };
  if (open) return h(DoTheyKnow, { meeting, thing, asked, sees, fk: fk + "-ask", close: () => turn(false) });
  return html`<div class="buttons"><button type="button" class="button" data-fk=${fk} onClick=${() => turn(true)}>
    ${_("Bring forward")}${h(Called, { of: thing.about })}</button></div>`;
}

/** Do they know it? Who told them? @param {{meeting: EarlierMeeting, thing: Thing, asked: (keys: string[]) => any, sees: any, fk: string, close: () => void}} props */
function DoTheyKnow({ meeting, thing, asked, sees, fk, close }) {
  const me = store.you.value;
  const form = "untold:" + thing.key;
  const [knows, setKnows] = useChoice(form, "knows", /** @type {Knows} */ (""));
  const [by, setBy] = useChoice(form, "by", "");
  const { ask, problem, busy, setProblem } = useCommand();
  const family = familyNames();
  const bring = async (/** @type {Event} */ event) => {
    event.preventDefault();
    if (knows !== "before" && knows !== "now") return setProblem(_("Say first whether they know it, and who told them."));
    if (!by) return setProblem(_("Choose who told them."));
    const told = { by, before: knows === "before" };
    if (await ask("bring_forward", { meeting: meeting.id, ...asked([thing.key]), told }, _("Everyone can see it now."))) forget(form);
    return undefined;
  };
  const choice = (/** @type {Knows} */ key, /** @type {string} */ words) => html`<label class="choice">
    <input type="radio" name=${fk} checked=${knows === key} onChange=${() => {
      setKnows(key);
      setProblem("");
      if (key === "now" && !by && me) setBy(me.person);
    }} /> ${words}
  </label>`;
  return html`<form class="sure" tabindex="-1" data-fk=${fk} aria-label=${_("Bring forward") + ": " + thing.about} onSubmit=${bring}>
    <fieldset><legend>${_("This was said without the family.")} ${
      family.length ? _("Do they know it: %(names)s?", { names: listed(family) }) : _("Do they know it?")
    }</legend>
      ${choice("before", _("Yes, they knew it before this meeting"))}
      ${choice("now", _("They were told just now, aloud"))}
      ${choice("no", _("No, not yet"))}
    </fieldset>
    ${
      knows === "no"
        ? html`<p><b>${_("Then tell them first, or leave it here. Nobody else sees it.")}</b></p>`
        : html`<div class="field"><label for=${fk + "-by"}>${_("Who told them?")}</label>
        <select id=${fk + "-by"} value=${by} onChange=${(/** @type {any} */ event) => setBy(event.target.value)}>
          <option value="">${_("Choose a person")}</option>
          ${store.people().filter((one) => !one.child).map((one) => html`<option key=${one.id} value=${one.id} selected=${one.id === by}>${nameAndPart(one.id)}</option>`)}
        </select></div>`
    }
    ${sees} ${h(Problem, { text: problem })}
    <div class="buttons">
      ${knows !== "no" && html`<button type="submit" class="button primary" aria-disabled=${busy ? "true" : null}>${_("Yes, show everyone")}${h(Called, { of: thing.about })}</button>`}
      <button type="button" class="button" onClick=${close}>${_("Not now")}${h(Called, { of: thing.about })}</button>
    </div>
  </form>`;
}
