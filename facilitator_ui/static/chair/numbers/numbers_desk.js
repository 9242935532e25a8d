/** Numbers on the desk: asking, who has answered, showing all together, a child's own number, and low ones. */
import { _ } from "../../board/kit/gettext.js";
import { h, html } from "../../board/kit/html.js";
import { icon } from "../../board/kit/icon.js";
import { focusSoon } from "../../board/kit/keep_focus.js";
import { useOpen } from "../../board/store/kept_text.js";
import { StillRow, useStill } from "../../board/kit/still_rows.js";
import * as store from "../../board/store/store.js";
import { answerWords, whichAsking } from "../../board/numbers/number_words.js";
import { nameAndPart } from "../../board/store/people_words.js";
import { AskForm } from "./ask_numbers.js";
import { CommandAfterLook, CommandButton } from "../parts/desk_parts.js";
import { heldNumbers, lowNumbers, lowWords } from "./low_numbers.js";
import { OneRound } from "./round_desk.js";

/** @typedef {import('./low_numbers.js').Low_} Low_ */

function rounds() {
  return store
    .each("rounds")
    .map((one) => one.thing)
    .sort((a, b) => b.asked_at - a.asked_at);
}

/** Whether this needs the chair now, and a word for its heading. */
export function numbersNeed() {
  const low = lowNumbers().length;
  const held = heldNumbers().length;
  const open = rounds().filter((round) => round.state === "asked").length;
  const note = low ? _("A low number") : held ? _("A child's number to look at") : open ? _("Asked for, not shown yet") : rounds().length ? _("All are shown") : _("Not asked for yet");
  return { needs: low + held + open > 0, note };
}

export function Numbers() {
  const facts = store.meeting();
  const [asking, setAsking] = useOpen("ask-numbers");
  const turn = (/** @type {boolean} */ now) => {
    setAsking(now);
    focusSoon(now ? "ask-form" : "ask-numbers");
  };
  const mayAsk = Boolean(facts && (facts.state === "open" || facts.state === "paused") && store.may("steer"));
  return html`${h(LowNumbers, {})} ${h(HeldNumbers, {})}
    ${rounds().map((round) => h(OneRound, { key: round.id, round }))}
    ${
      asking && mayAsk
        ? h(AskForm, { close: () => turn(false) })
        : mayAsk &&
          html`<button type="button" class=${rounds().length ? "button" : "button primary"} data-fk="ask-numbers"
            onClick=${() => turn(true)}>${_("Ask for numbers")}</button>`
    }`;
}

function LowNumbers() {
  const rows = useStill("low-numbers", lowNumbers(), (low) => low.key);
  return rows.length > 0 && html`<ul class="desk-rows" data-still="low-numbers">
    ${rows.map((row) => h(StillRow, { key: row.key, list: "low-numbers", row, kind: ["low"], said: () => _("Asked. %(words)s", { words: lowWords(row.one) }), children: h(Low, { low: row.one }) }))}
  </ul>`;
}

function HeldNumbers() {
  const rows = useStill("held-numbers", heldNumbers(), (held) => held.id);
  const said = (/** @type {import('../../board/wire.js').HeldNumber} */ { placement }) => _("Everyone can see the number of %(name)s now", { name: store.personName(placement.person) });
  return rows.length > 0 && html`<ul class="desk-rows" data-still="held-numbers">
    ${rows.map((row) => h(StillRow, { key: row.key, list: "held-numbers", row, kind: ["held-words"], said: () => said(row.one), children: h(HeldNumber, { held: row.one }) }))}
  </ul>`;
}

/** Which asking a number was for, heard after a button's words. @param {string} id */
function asking(id) {
  const round = store.get("rounds", id);
  return round ? whichAsking(round) : "";
}

/** @param {{low: Low_}} props */
function Low({ low }) {
  const words = lowWords(low);
  return html`<p>${icon("triangle-alert")} <b>${words} ${_("Is an immediate safety plan needed? Who does what today?")}</b></p>
    <p class="hint">${_("Only the chair's desk sees this.")}</p>
    ${store.may("steer") && h(CommandButton, { fk: "low-asked:" + low.key, words: _("I have asked"), about: words + asking(low.round), name: "note_low_asked", data: { round: low.round, child: low.child }, said: _("Noted. The whole desk knows.") })}`;
}

/** @param {{held: import('../../board/wire.js').HeldNumber}} props */
function HeldNumber({ held }) {
  const { placement } = held;
  const child = store.personName(placement.person);
  const about = placement.child === placement.person ? "" : " " + _("for %(name)s", { name: store.personName(placement.child) });
  const typist = store.personOf(placement.recorded_by);
  const by = typist && typist.id !== placement.person ? _("Typed by %(name)s.", { name: nameAndPart(typist.id) }) : "";
  const said = html`<p class="text"><b>${child}: ${answerWords(placement)}</b>${about} ${placement.reason}</p>`;
  return html`${said} ${by && html`<p class="hint">${by}</p>`}
    ${
      store.may("steer") &&
      h(CommandAfterLook, {
        words: _("Safe to show here"),
        about: _("for the number of %(name)s", { name: child }) + about + asking(held.round),
        sure: html`<p>
            ${_("Would it be safe for %(name)s if everyone here knew?", { name: child })} <b>${_("Everyone will see this number on the line:")}</b>
          </p>
          <div class="point preview">${said}</div>`,
        yes: _("Yes, show it to everyone"),
        name: "release_number",
        data: () => ({ number: held.id }),
        said: _("The room can see it now."),
        primary: true,
        fk: "release:" + held.id,
      })
    }`;
}
