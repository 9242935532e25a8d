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

/** @param {HTMLElement | null} at what had focus */
function backTo(at) {
  if (at && at !== document.body && at.isConnected) at.focus({ preventScroll: true });
  const here = document.activeElement;
  const button = byKey("need-pause") || byKey("pause-meeting");
  if ((!here || here === document.body) && button) button.focus({ preventScroll: true });
}

export function Pause() {
  const now = flow.paused();
  const was = useRef(false);
  const at = useRef(/** @type {HTMLElement | null} */ (null));
  const heading = useRef(/** @type {HTMLElement | null} */ (null));
  // Read while the board is still there: once it is hidden the browser has forgotten.
  if (now && !was.current) at.current = /** @type {HTMLElement | null} */ (document.activeElement);
  useLayoutEffect(() => {
    if (now === was.current) return;
    was.current = now;
    if (!now) backTo(at.current);
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
