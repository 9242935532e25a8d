/** The step the meeting is at: its name and time, the one press on, and back, all of them, everyone. It never folds or scrolls. */
import { useEffect, useState } from "../../vendor/preact-hooks.js";
import * as flow from "../../board/reading/agenda.js";
import { Problem, useCommand } from "../../board/forms/command_form.js";
import { _ } from "../../board/kit/gettext.js";
import { h, html } from "../../board/kit/html.js";
import { icon } from "../../board/kit/icon.js";
import * as store from "../../board/store/store.js";
import { CommandButton } from "../parts/desk_parts.js";
import { Start } from "../ending/ending_desk.js";
import { goToAgenda } from "../parts/go_to.js";
import { missingNow } from "./missing_now.js";

/** @typedef {import('../../board/reading/agenda.js').Step} Step */

const TICK_MS = 1000;
/** A call to everyone stands on their screens for a while; until then another would only be noise. */
const CALL_AGAIN_MS = 20000;

/** @param {{quiet: boolean}} props `quiet`: nothing else needs the chair, so that the way on may be the one filled button */
export function StepBlock({ quiet }) {
  const facts = store.meeting();
  if (!facts || flow.over()) return null;
  const step = flow.stepNow();
  const on = flow.stepAt(step ? step.at + 1 : 0);
  return html`<section class="step-block" aria-label=${_("The step")}>
    ${facts.state === "prepared" && h(Start, {})}
    ${step && html`<p class="hint">${_("Step %(at)s of %(count)s", { at: step.at + 1, count: step.count })}</p>
      <h2>${step.label}</h2>
      ${flow.going() && h(StepTime, { key: step.stage.key, step })}`}
    ${!step && flow.going() && on && html`<p>${_("No step is open yet. Everyone\u2019s screen shows the whole board.")}</p>`}
    ${store.may("steer") && (step || flow.going()) && h(Ways, { step, on, quiet })}
    ${h(TurnNow, {})}
  </section>`;
}

/** The time left of the step, from its opening; a pause does not count. @param {{step: Step}} props */
function StepTime({ step }) {
  const [, tick] = useState(0);
  useEffect(() => {
    const ticking = setInterval(() => tick((n) => n + 1), TICK_MS);
    return () => clearInterval(ticking);
  }, []);
  const left = secondsLeft(step);
  if (left === null) return null;
  const time = flow.minutes(Math.abs(left));
  const of = _("of %(minutes)s min", { minutes: step.stage.minutes });
  return html`<p class="step-time"><b aria-hidden="true">${time}</b> ${left >= 0 ? _("left") : _("over")} <span class="hint">${of}${h(FamilyTime, {})}</span></p>`;
}

/** In a sitting, how long this family's time has run. It does not say of how long: that is the list's. */
function FamilyTime() {
  const facts = store.meeting();
  if (!facts || !facts.slot || !facts.opened_at) return null;
  return html` <span class="family-time">${_("family: %(n)s min", { n: Math.max(0, Math.floor((store.now() - facts.opened_at) / 60000)) })}</span>`;
}

/** How many seconds of the step are left, below 0 when it is over; null where the step has no time. @param {Step} step @returns {number | null} */
export function secondsLeft(step) {
  const agenda = store.get("agenda", "agenda");
  const facts = store.meeting();
  if (!agenda || !facts || !step.stage.minutes || !facts.opened_at) return null;
  const now = store.now();
  const since = Math.max(agenda.since, facts.opened_at);
  const still = facts.pauses.reduce((sum, { from_at, to_at }) => sum + Math.max(0, (to_at === null ? now : to_at) - Math.max(from_at, since)), 0);
  return Math.round(step.stage.minutes * 60 - (now - since - still) / 1000);
}

/** @param {{step: Step | null, on: Step | null, quiet: boolean}} props */
function Ways({ step, on, quiet }) {
  const back = step && flow.stepAt(step.at - 1);
  const missing = step ? missingNow(step) : [];
  const go = (/** @type {string} */ fk, /** @type {string} */ words, /** @type {Step} */ to, /** @type {boolean} */ primary, /** @type {string} */ about) =>
    h(CommandButton, { fk, words, primary, about, name: "go_to_stage", data: { stage: to.stage.key } });
  return html`${on && html`<div class="way-on">${go("stage-on", _("On to: %(step)s", { step: on.label }), on, quiet && !missing.length, "")}</div>`}
    ${missing.length > 0 && html`<p class="hint">${missing.join(" ")}</p>`}
    <div class="buttons">
      ${back && go("stage-back", _("Back"), back, false, _("to: %(step)s", { step: back.label }))}
      <button type="button" class="button" data-fk="all-steps-open" onClick=${() => goToAgenda("steps")}>${_("All steps")}</button>
      ${step && flow.going() && h(Everyone, {})}
    </div>`;
}

function Everyone() {
  const { ask, problem, busy } = useCommand();
  const agenda = store.get("agenda", "agenda");
  const [, again] = useState(0);
  const left = agenda && agenda.called ? CALL_AGAIN_MS - (store.now() - agenda.called) : 0;
  useEffect(() => {
    if (left <= 0) return undefined;
    const timer = setTimeout(() => again((n) => n + 1), left);
    return () => clearTimeout(timer);
  }, [agenda && agenda.called]);
  const off = busy || left > 0;
  return html`<span class="do"><button type="button" class="button" data-fk="call-together" aria-disabled=${off ? "true" : null}
      onClick=${() => !off && ask("call_together", {}, _("Everyone is asked to come."))}>${left > 0 ? html`${icon("check")} ${_("Asked")}` : _("Bring everyone")}</button>${h(Problem, { text: problem })}</span>`;
}

/** While turns run: whose it is, and who is next. */
function TurnNow() {
  const turns = flow.going() ? flow.turnsNow() : null;
  if (!turns) return null;
  return html`<p class="turn-now"><span>${flow.slotWords(turns)}</span>
    ${store.may("steer") && html`<button type="button" class="button small" data-fk="turns-open" onClick=${() => goToAgenda("turns")}>${_("Turns")}<span class="away"> ${_("that run now")}</span></button>`}</p>`;
}
