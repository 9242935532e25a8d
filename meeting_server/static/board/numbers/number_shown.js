/** Numbers that were shown: what the room made of them, the line, and a late or a changed one. */
import { useState } from "../../vendor/preact-hooks.js";
import { _ } from "../kit/gettext.js";
import { h, html } from "../kit/html.js";
import { icon } from "../kit/icon.js";
import { focusSoon } from "../kit/keep_focus.js";
import { useOpen } from "../store/kept_text.js";
import { written } from "../store/language.js";
import * as store from "../store/store.js";
import { fill } from "../store/words.js";
import { NumberForm, formKey, wasBegun } from "./number_form.js";
import { NumberLine } from "./number_line.js";
import { canGive, danger, mine, noneWords, numbersOf } from "./number_words.js";
import { PutAside, whoseWords } from "../asides/put_aside.js";

/** @typedef {import('./number_words.js').Scale} Scale */
/** @typedef {import('./number_words.js').Round} Round */
/** @typedef {{round: Round, scale: Scale, child: string}} Asking */

/** @param {string} person */
function isChild(person) {
  const found = person ? store.get("people", person) : undefined;
  return Boolean(found && found.child);
}

/** A child's own number is kept, though not on the line. @param {{person: string}} props */
function WithTheChair({ person }) {
  const me = store.you.value;
  const kept =
    me && me.person === person
      ? _("Your number is kept. The chair looks at it first.")
      : _("The number of %(name)s is kept. The chair looks at it first.", { name: store.personName(person) });
  return html`<p class="held-note">${icon("lock")} <span>${kept}</span></p>`;
}

/** @param {Asking & {alone: boolean}} props */
export function Shown({ round, scale, child, alone }) {
  // Begun before the numbers were shown: it goes on here.
  const [begun, setBegun] = useState(wasBegun(round, child));
  const [opened, setOpened] = useOpen("late-number:" + round.id + child);
  const giving = (begun || opened) && canGive();
  const [sent, setSent] = useState("");
  const me = store.you.value;
  const numbers = numbersOf(round, child);
  const before = me && numbers.find((one) => one.person === me.person);
  const waits = sent || (mine(round, child) && me ? me.person : "");
  const held = isChild(waits) && !numbers.some((one) => one.person === waits);
  const key = "shown:" + round.id + child;
  const turn = (/** @type {boolean} */ now) => {
    setOpened(now);
    setBegun(false);
    focusSoon(now ? formKey(round, child) : key);
  };
  const done = (/** @type {string | null} */ person) => {
    setSent(person || (me ? me.person : ""));
    turn(false);
  };
  const start = before
    ? { chosen: before.value === null ? before.answer : String(before.value), reason: before.reason }
    : { chosen: "", reason: "" };
  const words = !store.may("place") ? _("Type a number for somebody") : before ? _("Change my number") : _("Add my number");
  return html`<div class="shown" tabindex="-1" data-fk=${key}>
    ${h(Outcome, { round, child })}
    ${numbers.length ? h(NumberLine, { round, scale, child, numbers, open: alone }) : html`<p>${noneWords(round, child) || _("No number was given.")}</p>`}
    ${held && h(WithTheChair, { person: waits })}
    ${
      giving
        ? h(NumberForm, { round, scale, child, ...start, seal: false, done, cancel: () => turn(false) })
        : canGive() &&
          html`<button type="button" class="button" data-fk=${"late:" + round.id + child} onClick=${() => turn(true)}>
          ${words}<span class="away"> ${_("for %(name)s", { name: fill("{child}", child) }) + danger(round)}</span>
        </button>`
    }
  </div>`;
}

/** What the chair heard after asking aloud; the numbers stay. @param {{round: Round, child: string}} props */
function Outcome({ round, child }) {
  const found = store.get("agreed", round.id + ":" + child);
  if (!found) return null;
  const said = found.agrees ? _("We agree on %(number)s", { number: String(found.value) }) : _("We see it differently");
  return html`<p class="outcome"><b>${said}</b>${found.text && html` <span ...${written()}>${found.text}</span>`}</p>
    ${h(PutAside, { kind: "agreed", thing: found.id, about: found.text && found.sources.length ? _("what was agreed for %(text)s", { text: whoseWords(fill("{child}", child), found.at, found.text) }) : "", mine: false })}`;
}
