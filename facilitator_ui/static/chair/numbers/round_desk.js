/** One asking on the desk: who has answered, show or hide, and what the room agrees on for each child. */
import { Problem, useCommand } from "../../board/forms/command_form.js";
import { Called } from "../../board/kit/called.js";
import { Field } from "../../board/forms/fields.js";
import { _, ngettext } from "../../board/kit/gettext.js";
import { h, html } from "../../board/kit/html.js";
import { focusSoon } from "../../board/kit/keep_focus.js";
import { forget, useChoice, useOpen, useWords } from "../../board/store/kept_text.js";
import * as store from "../../board/store/store.js";
import { clock, fill, names, short } from "../../board/store/words.js";
import { along, whichAsking } from "../../board/numbers/number_words.js";
import { theirWords } from "../../board/store/language.js";
import { CommandButton } from "../parts/desk_parts.js";

/** @typedef {import('../../board/wire.js').Round} Round */

/** Below this many people who give numbers, who has answered would tell what: the server says nothing then. */
const FEWEST = 4;

const OPTIONAL = _("You can leave this out");

/** People now here who may give a number. */
function placers() {
  const template = store.template.value;
  const here = store
    .each("attendees")
    .map((one) => one.thing)
    .filter((one) => one.attendance === "here");
  const may = (/** @type {string} */ role) =>
    Boolean(template && template.roles.some((one) => one.key === role && one.powers.indexOf("place") >= 0));
  return here.filter((one) => may(one.role)).map((one) => one.person);
}

/** @param {{round: Round}} props */
export function OneRound({ round }) {
  const facts = store.meeting();
  const open = Boolean(facts && (facts.state === "open" || facts.state === "paused"));
  const about = round.about && store.get("items", round.about);
  const steer = store.may("steer");
  const state = { asked: _("Asked %(time)s", { time: clock(round.asked_at) }), shown: _("Shown"), hidden: _("Not on the screens") }[round.state];
  return html`<div class="desk-round">
    <p><b>${names(round.children)}</b> <span class="hint">${state}</span></p>
    ${about && html`<p class="hint">${_("About:")} ${theirWords(short(about.text), about.lang)}</p>`}
    ${round.state === "asked" && h(Answers, { round })}
    ${
      steer &&
      open &&
      round.state !== "shown" &&
      h(CommandButton, {
        words: round.state === "asked" ? _("Show all the numbers") : _("Show them again"),
        about: _("for %(name)s", { name: names(round.children) }) + whichAsking(round),
        name: "show_numbers",
        data: { round: round.id },
        primary: round.state === "asked",
        fk: "show:" + round.id,
      })
    }
    ${steer && round.state === "shown" && round.children.map((child) => h(Agree, { key: child, round, child }))}
    ${
      steer &&
      round.state === "shown" &&
      h(CommandButton, {
        words: _("Take these numbers off the screens"),
        about: _("for %(name)s", { name: names(round.children) }) + whichAsking(round),
        name: "hide_numbers",
        data: { round: round.id },
        said: _("The numbers are off the screens. They stay in the record."),
        fk: "hide:" + round.id,
      })
    }
  </div>`;
}

/** Names, for the chair alone, child by child; never what. @param {{round: Round}} props */
function Answers({ round }) {
  const all = placers();
  if (!round.answered.length && all.length < FEWEST)
    return html`<p class="hint">${_("With fewer than %(fewest)s people here who give a number, nobody is told who has answered.", { fewest: FEWEST })}</p>`;
  const known = store.get("round_answers", round.id);
  if (!known) return html`<p>${_("Nobody has answered yet.")}</p>`;
  return html`${round.children.map((child) => h(AnswersFor, { key: child, known, child, all }))}`;
}

/** @param {{known: import('../../board/wire.js').RoundAnswers, child: string, all: string[]}} props */
function AnswersFor({ known, child, all }) {
  const answered = known.answered.filter((one) => one.child === child).map((one) => one.person);
  const waiting = all.filter((person) => answered.indexOf(person) < 0);
  const name = store.personName(child);
  const named = { name, names: names(answered) };
  const said = answered.length
    ? ngettext("For %(name)s, %(names)s has answered.", "For %(name)s, %(names)s have answered.", answered.length, named)
    : _("For %(name)s nobody has answered yet.", { name });
  return html`<p>${said}</p>
    ${waiting.length > 0 && answered.length > 0 && html`<p class="hint">${_("Not yet: %(names)s.", { names: names(waiting) })}</p>`}`;
}

/** What the room said when asked aloud. @param {{round: Round, child: string}} props */
function Agree({ round, child }) {
  const template = store.template.value;
  const scale = template && template.scales.find((one) => one.key === round.scale);
  const found = store.get("agreed", round.id + ":" + child);
  const [open, setOpen] = useOpen("agree:" + round.id + child);
  const form = "agree@rounds:" + round.id + ":" + child;
  const [chosen, setChosen] = useChoice(form, "chosen", "");
  const [text, setText] = useWords(form, "text", "");
  const { ask, problem, busy, setProblem } = useCommand();
  const id = "agree-" + round.id + child;
  const name = fill("{child}", child);
  const turn = (/** @type {boolean} */ now) => {
    setOpen(now);
    focusSoon(id);
  };
  const save = async (/** @type {Event} */ event) => {
    event.preventDefault();
    if (!chosen) return setProblem(_("Choose what the room said."));
    const agrees = chosen !== "differ";
    const data = { round: round.id, child, agrees, value: agrees ? Number(chosen) : null, text: text.trim() };
    if (await ask("agree_number", data, _("Saved for %(name)s.", { name }))) {
      forget(form);
      turn(false);
    }
    return undefined;
  };
  const now = found
    ? found.agrees
      ? _("We agree on %(number)s", { number: String(found.value) })
      : _("We see it differently")
    : _("Ask aloud: can we agree on a number?");
  if (!open || !scale) {
    return html`<div class="agree-line">
      <p>${name}: ${found ? html`<b>${now}</b>` : html`<span class="hint">${now}</span>`}</p>
      <button type="button" class="button" data-fk=${id} onClick=${() => turn(true)}>
        ${found ? _("Change") : _("Write it down")}<span class="away"> ${_("for %(name)s", { name }) + whichAsking(round)}</span>
      </button>
    </div>`;
  }
  const called = h(Called, { of: _("What did the room say for %(name)s?", { name }) + whichAsking(round) });
  return html`<form class="desk-form" onSubmit=${save}>
    <div class="field">
      <label for=${id}>${_("What did the room say for %(name)s?", { name })}</label>
      <select id=${id} data-fk=${id} value=${chosen}
        onChange=${(/** @type {any} */ event) => setChosen(event.target.value)}>
        <option value="">${_("Choose")}</option>
        <option value="differ">${_("We see it differently")}</option>
        ${along(scale).map((n) => html`<option key=${n} value=${String(n)}>${_("We agree on %(number)s", { number: n })}</option>`)}
      </select>
    </div>
    ${h(Field, { id: id + "-text", label: _("In a few words"), hint: OPTIONAL, value: text, write: setText })}
    ${h(Problem, { text: problem })}
    <div class="buttons">
      <button type="submit" class="button primary" aria-disabled=${busy ? "true" : null}>${_("Save")}${called}</button>
      <button type="button" class="button" onClick=${() => turn(false)}>${_("Not now")}${called}</button>
    </div>
  </form>`;
}
