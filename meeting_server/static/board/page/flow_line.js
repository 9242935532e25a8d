/** Under the top line: the step of the agenda, the time left, and whose turn it is. */
import { useEffect, useRef, useState } from "../../vendor/preact-hooks.js";
import * as flow from "../reading/agenda.js";
import { _, ngettext } from "../kit/gettext.js";
import { h, html } from "../kit/html.js";
import { icon } from "../kit/icon.js";
import * as store from "../store/store.js";
import { say } from "../kit/say.js";

const TICK_MS = 500;

export function FlowLine() {
  const facts = store.meeting();
  if (!facts || facts.state === "finished") return null;
  const step = flow.stepNow();
  const turns = flow.going() ? flow.turnsNow() : null;
  const timer = flow.going() ? store.get("timers", "timer") : undefined;
  if (!step && !turns && !(timer && timer.running)) return null;
  return html`<div class="flow">
    ${step && html`<p class="flow-step">${flow.stepWords(step)}</p>`}
    ${timer && timer.running && h(TimeLeft, { key: timer.started_at, seconds: timer.seconds, speaks: true })}
    ${turns && html`<p class=${isMine(turns) ? "flow-turn mine" : "flow-turn"}>${flow.slotWords(turns)}</p>`}
  </div>`;
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
