/** A button that asks once more, because what it does can't be undone. */
import { useState } from "../../vendor/preact-hooks.js";
import { _ } from "../kit/gettext.js";
import { h, html } from "../kit/html.js";
import { icon } from "../kit/icon.js";
import { focusSoon } from "../kit/keep_focus.js";
import { Problem } from "./command_form.js";
import { Called } from "../kit/called.js";

/**
 * @param {{fk: string, icon: string, small: boolean, does: string, about: string, says: string, problem: string, busy: boolean,
 *   yes: () => Promise<boolean>, then: () => void}} props
 */
export function Surely({ fk, icon: drawn, small, does, about, says, problem, busy, yes, then }) {
  const [sure, setSure] = useState(false);
  const turn = (/** @type {boolean} */ now) => {
    setSure(now);
    focusSoon(now ? fk + ":sure" : fk);
  };
  const go = async () => {
    if (await yes()) then();
  };
  if (!sure) {
    return html`<button type="button" class=${small ? "button quiet small" : "button"} data-fk=${fk} onClick=${() => turn(true)}>
      ${icon(drawn)} ${does}${about && h(Called, { of: about })}
    </button>`;
  }
  return html`<div class="sure" role="group" aria-label=${does} tabindex="-1" data-fk=${fk + ":sure"}>
    <p>${says}</p>
    ${h(Problem, { text: problem })}
    <div class="buttons">
      <button type="button" class="button primary" aria-disabled=${busy ? "true" : null} onClick=${go}>${does}${about && h(Called, { of: about })}</button>
      <button type="button" class="button" onClick=${() => turn(false)}>${_("Keep it")}<span class="away">: ${does}${about && ", " + about}</span></button>
    </div>
  </div>`;
}
