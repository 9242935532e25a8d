/**
 * The calm page of a pause, on everybody's screen alike. The board behind it is not shown and cannot be read out: a pause
 * may be because of who is looking. It stays on the page all the same, so that every box keeps what was typed in it.
 */
import { useLayoutEffect, useRef } from "../../vendor/preact-hooks.js";
import * as flow from "../reading/agenda.js";
import { _ } from "../kit/gettext.js";
import { h, html } from "../kit/html.js";
import { byKey } from "../kit/keep_focus.js";
import * as store from "../store/store.js";
import { LeaveNow } from "./ask_leaving.js";
import { CoverButton } from "../people/cover.js";
import { Problem, useCommand } from "../forms/command_form.js";
import { ControlsNow } from "../people/controls_now.js";
import { Status } from "./status.js";

/** @typedef {{at: HTMLElement | null, down: number}} Place what had focus, and how far down the page was */

/** @param {Place} place */
function backTo({ at, down }) {
  window.scrollTo(0, down);
  if (at && at !== document.body && at.isConnected) at.focus({ preventScroll: true });
  const here = document.activeElement;
  const button = byKey("need-pause") || byKey("pause-meeting");
  if ((!here || here === document.body) && button) button.focus({ preventScroll: true });
}

export function Pause() {
  const now = flow.paused();
  const was = useRef(false);
  const place = useRef(/** @type {Place} */ ({ at: null, down: 0 }));
  const heading = useRef(/** @type {HTMLElement | null} */ (null));
  // Read while the board is still there: once it is hidden the browser has forgotten.
  if (now && !was.current) place.current = { at: /** @type {HTMLElement | null} */ (document.activeElement), down: window.scrollY };
  useLayoutEffect(() => {
    if (now === was.current) return;
    was.current = now;
    if (!now) backTo(place.current);
    else if (heading.current) heading.current.focus();
  });
  if (!now) return null;
  return html`<section class="calm" aria-labelledby="calm-title">
    <h1 id="calm-title" tabindex="-1" ref=${heading}>${_("We’re taking a pause")}</h1>
    <p>${_("Take the time you need.")}</p>
    <p>${_("Nothing is lost. What you were writing is still there afterwards.")}</p>
    ${store.may("steer") ? h(GoOn, {}) : html`<p>${_("The chair goes on when everyone is ready.")}</p>`}
    ${h(ControlsNow, {})} ${store.status.value !== "connected" && h(Status, {})}
    ${h(CoverButton, {})} ${h(LeaveNow, { words: _("Leave the meeting"), fk: "calm-leave" })}
  </section>`;
}

function GoOn() {
  const { ask, problem, busy } = useCommand();
  return html`<p>${_("Ask everyone whether they are ready.")}</p>
    ${h(Problem, { text: problem })}
    <p><button type="button" class="button primary" aria-disabled=${busy ? "true" : null} onClick=${() => ask("resume_meeting", {})}>${_("Go on")}</button></p>`;
}
