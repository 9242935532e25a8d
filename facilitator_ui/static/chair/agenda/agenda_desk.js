/** The agenda: which step the meeting is at, the way on and back, the timer, and what case reviews teach about the step. */
import { PauseNow } from "../../board/page/ask_row.js";
import { TimeLeft } from "../../board/page/flow_line.js";
import * as flow from "../../board/reading/agenda.js";
import { _ } from "../../board/kit/gettext.js";
import { h, html } from "../../board/kit/html.js";
import { icon } from "../../board/kit/icon.js";
import { focusSoon } from "../../board/kit/keep_focus.js";
import { columnOf } from "../../board/reading/layout.js";
import { shows } from "../../board/reading/places.js";
import { useChoice } from "../../board/store/kept_text.js";
import * as store from "../../board/store/store.js";
import { fill } from "../../board/store/words.js";
import { CommandButton } from "../parts/desk_parts.js";
import { TurnsDesk } from "./turns_desk.js";

/** @typedef {import('../../board/reading/agenda.js').Step} Step */

/** Two minutes each are what a round of turns is given. */
const SHORT_MINUTES = 2;

/** What the section's head says. */
export function agendaNote() {
  const step = flow.stepNow();
  return step ? _("Step %(n)s of %(count)s", { n: step.at + 1, count: step.count }) : "";
}

export function AgendaDesk() {
  const facts = store.meeting();
  const step = flow.stepNow();
  const open = Boolean(facts && facts.state !== "prepared" && facts.state !== "ended");
  const steps = Boolean(flow.stepAt(0));
  if (!facts) return null;
  return html`${steps && html`<p class="agenda-now"><b>${step ? flow.stepWords(step) : _("No step is open yet. Everyone\u2019s screen shows the whole board.")}</b></p>`}
    ${store.may("steer") && h(Undo, {})}
    ${open && store.may("steer") && h(TimerDesk, { step })}
    ${step && h(Learning, { step })}
    ${h(More, { step, open, steps })}`;
}

/** Back to where the meeting was before the last step. */
function Undo() {
  const agenda = store.get("agenda", "agenda");
  const before = agenda && agenda.earlier.length ? flow.stepOf(agenda.earlier[agenda.earlier.length - 1]) : null;
  return before && h(CommandButton, { fk: "stage-undo", words: _("Undo: back to %(step)s", { step: before.label }), name: "go_to_stage", data: { stage: before.stage.key } });
}

/** @param {{step: Step | null}} props */
function TimerDesk({ step }) {
  const timer = store.get("timers", "timer");
  const left = flow.secondsLeft();
  if (timer && timer.running && left !== null) {
    return html`<div class="desk-timer">
      ${h(TimeLeft, { key: timer.started_at, seconds: timer.seconds, speaks: true })}
      ${h(CommandButton, { fk: "timer", words: _("Stop"), about: _("the timer"), name: "stop_timer", data: {}, said: _("The timer is stopped.") })}
    </div>`;
  }
  const start = (/** @type {number} */ minutes, /** @type {string} */ fk) =>
    h(CommandButton, {
      fk,
      words: _("Start %(minutes)s", { minutes: flow.minuteWords(minutes) }),
      name: "start_timer",
      data: { seconds: minutes * 60 },
      said: _("The timer runs."),
    });
  const usual = step ? step.stage.minutes : 0;
  return html`<div class="desk-timer">
    <span>${usual ? _("This step usually takes %(minutes)s.", { minutes: flow.minuteWords(usual) }) : _("Timer")}</span>
    <span class="buttons">
      ${start(usual || 5, "timer")} ${usual !== SHORT_MINUTES && start(SHORT_MINUTES, "timer-short")}
    </span>
  </div>`;
}

/** For the chair's desk alone: a family that read it would read it as said of them (D18). @param {{step: Step}} props */
function Learning({ step }) {
  if (!step.stage.learning.length) return null;
  return html`<div class="learning">
    <h4>${_("What case reviews teach")} <span class="hint">${_("Only here")}</span></h4>
    <ul>${step.stage.learning.map((words) => html`<li key=${words}>${fill(words)}</li>`)}</ul>
  </div>`;
}

/** Turns, all the steps, and a pause: one of them open at a time. @param {{step: Step | null, open: boolean, steps: boolean}} props */
function More({ step, open, steps }) {
  const [chosen, setChosen] = useChoice("open:agenda", "more", /** @type {string | null} */ (null));
  const wanted = open && (flow.turnsNow() || (step && step.stage.family_first)) ? "turns" : "";
  const shown = chosen === null ? wanted : chosen;
  const turn = (/** @type {string} */ what) => {
    setChosen(what);
    if (what === "pause") focusSoon("pause-meeting-sure");
  };
  const toggle = (/** @type {string} */ what, /** @type {string} */ words, /** @type {string} */ fk) =>
    html`<button type="button" class="button quiet small opens" data-fk=${fk} aria-expanded=${String(shown === what)}
      onClick=${() => turn(shown === what ? "" : what)}>${icon("chevron-right")} ${words}</button>`;
  const close = () => {
    turn("");
    focusSoon("pause-meeting");
  };
  return html`<div class="buttons more-agenda">
      ${open && toggle("turns", _("Turns"), "turns")} ${steps && toggle("steps", _("All the steps"), "all-steps")}
      ${open && toggle("pause", _("Pause the meeting"), "pause-meeting")}
    </div>
    ${shown === "turns" && h(TurnsDesk, { step })} ${shown === "steps" && h(AllSteps, { step })}
    ${shown === "pause" && h(PauseDesk, { close })}`;
}

/** The few words above the columns that a step shows, each once (D19). @param {Step} step */
function statementsOf(step) {
  const all = shows(step.stage).map(columnOf);
  return Array.from(new Set(all.map((one) => (one && one.banner) || ""))).filter(Boolean);
}

/** @param {{step: Step | null}} props */
function AllSteps({ step }) {
  const template = store.template.value;
  const all = template ? template.stages.map((_stage, at) => flow.stepAt(at)) : [];
  const row = (/** @type {Step | null} */ one) => {
    const now = Boolean(one && step && one.at === step.at);
    return one && html`<li key=${one.stage.key} class=${now ? "now" : ""} aria-current=${now ? "step" : null}>
      <span>${one.at + 1}. ${one.label}${now && html` <b>${_("now")}</b>`}${statementsOf(one).map((words) => html`<span class="hint statement" key=${words}>${words}</span>`)}</span>
      ${!now && store.may("steer") &&
      h(CommandButton, { fk: "stage:" + one.stage.key, words: _("Go to"), about: one.label, name: "go_to_stage", data: { stage: one.stage.key } })}
    </li>`;
  };
  return html`<ul class="steps">${all.map(row)}</ul>`;
}

/** The chair may ask for a pause as anybody may, and is no more named than anybody. @param {{close: () => void}} props */
function PauseDesk({ close }) {
  return html`<div class="sure" role="group" aria-label=${_("Pause the meeting")} tabindex="-1" data-fk="pause-meeting-sure">
    ${h(PauseNow, { close, about: _("Pause the meeting") })}
  </div>`;
}
