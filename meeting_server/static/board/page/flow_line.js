/** In the top line: the step of the agenda and the one after it, and whose turn it is. The time left is the chair's. */
import { useEffect, useRef, useState } from "../../vendor/preact-hooks.js";
import * as flow from "../reading/agenda.js";
import { _, ngettext } from "../kit/gettext.js";
import { h, html } from "../kit/html.js";
import { icon } from "../kit/icon.js";
import * as store from "../store/store.js";
import { say } from "../kit/say.js";
import { placeOf, shows } from "../reading/places.js";
import { wide } from "../reading/view.js";

const TICK_MS = 500;

export function FlowLine() {
  const facts = store.meeting();
  if (!facts || facts.state === "finished") return null;
  const step = flow.stepNow();
  const turns = flow.going() ? flow.turnsNow() : null;
  const me = store.you.value;
  // Whoever sits at the chair's desk reads the step there, with the time.
  const shown = step && !flow.over() && !(wide.value && me && me.screen === "chair");
  if (!shown && !turns) return null;
  return html`<div class="flow">
    ${shown && step && h(Step, { step })}
    ${turns && html`<p class=${isMine(turns) ? "flow-turn mine" : "flow-turn"}>${flow.slotWords(turns)}</p>`}
  </div>`;
}

/** "Step 5 of 11. Now: Worried. Next: Children say". @param {{step: flow.Step}} props */
function Step({ step }) {
  const next = flow.stepAt(step.at + 1);
  return html`<p class="flow-step">${wide.value && html`<span>${_("Step %(at)s of %(count)s.", { at: step.at + 1, count: step.count })}</span> `}<b>${_("Now: %(label)s.", { label: nameOf(step) })}</b>${next && html` <span>${_("Next: %(label)s", { label: nameOf(next) })}</span>`}</p>`;
}

/** A step's name where there is little room: that of the one place it is about, else its own. @param {flow.Step} step */
export function nameOf(step) {
  const place = placeOf(shows(step.stage)[0] || "");
  return place && place.key !== "@people" ? place.short : step.label;
}

/** @param {import('../wire.js').Turns} turns */
function isMine(turns) {
  const me = store.you.value;
  return Boolean(me && turns.people[turns.at] === me.person);
}

/**
 * The time left, by the server's clock. What ticks is for the eye; who listens is told once at a minute and once at the end.
 * @param {{seconds: number, speaks?: boolean}} props
 */
export function TimeLeft({ seconds, speaks }) {
  const [, tick] = useState(0);
  const before = useRef(/** @type {number | null} */ (null));
  const left = flow.secondsLeft();
  useEffect(() => {
    const ticking = setInterval(() => tick((n) => n + 1), TICK_MS);
    return () => clearInterval(ticking);
  }, []);
  useEffect(() => {
    const was = before.current;
    before.current = left;
    if (!speaks || was === null || left === null) return;
    if (was > 0 && left === 0) say(_("Time is up."));
    else if (was > 60 && left <= 60) say(_("One minute left."));
  });
  if (left === null) return null;
  if (!left) return html`<p class="flow-time">${icon("clock")} <b>${_("Time is up")}</b></p>`;
  return html`<p class="flow-time">
    ${icon("clock")} <span aria-hidden="true">${_("%(time)s left", { time: flow.minutes(left) })}</span>
    <span class="away">${ngettext("A timer of %(n)s minute is running", "A timer of %(n)s minutes is running", Math.max(1, Math.round(seconds / 60)))}</span>
  </p>`;
}
