/** Small parts that every section of the desk uses. */
import { useState } from "../../vendor/preact-hooks.js";
import { Problem, useCommand } from "../../board/forms/command_form.js";
import { Called } from "../../board/kit/called.js";
import { Field } from "../../board/forms/fields.js";
import { _ } from "../../board/kit/gettext.js";
import { h, html } from "../../board/kit/html.js";
import { focusSoon } from "../../board/kit/keep_focus.js";
import { begun, forget, useWords } from "../../board/store/kept_text.js";

/** @typedef {import('../../board/wire.js').Commands} Commands */

/**
 * A button that sends one command.
 * @param {{words: string, about?: string, name: keyof Commands, data: any, said?: string, primary?: boolean,
 *   fk: string, then?: () => void}} props `about`: who or what, for those who hear it; `then`: what follows once it is done
 */
export function CommandButton({ words, about, name, data, said, primary, fk, then }) {
  const { ask, problem, busy } = useCommand();
  return html`<span class="do">
    <button type="button" class=${primary ? "button primary" : "button"} data-fk=${fk} aria-disabled=${busy ? "true" : null}
      onClick=${async () => (await ask(name, data, said)) && then && then()}>
      ${words}${about && html`<span class="away"> ${about}</span>`}
    </button>
    ${h(Problem, { text: problem })}
  </span>`;
}

/**
 * A button that first shows what will happen, with a reason to write where one is kept. `about` is heard after `yes` too, where
 * `yes` does not say it: two of a kind can be open at once.
 * @param {{words: string, about?: string, sure: any, yes: any, name: keyof Commands, data: (reason: string) => any,
 *   reason?: string, said: string, primary?: boolean, fk: string}} props
 */
export function CommandAfterLook({ words, about, sure, yes, name, data, reason, said, primary, fk }) {
  const [open, setOpen] = useState(begun("sure:" + fk));
  const form = "sure:" + fk;
  const [why, setWhy] = useWords(form, "why", "");
  const { ask, problem, busy } = useCommand();
  const turn = (/** @type {boolean} */ now) => {
    setOpen(now);
    focusSoon(now ? fk + "-sure" : fk);
  };
  const heard = [words, about].filter(Boolean).join(" ");
  if (!open) {
    return html`<button type="button" class=${primary ? "button primary" : "button"} data-fk=${fk} onClick=${() => turn(true)}>
      ${words}${about && html`<span class="away"> ${about}</span>`}
    </button>`;
  }
  const go = async () => {
    if (!(await ask(name, data(why.trim()), said))) return;
    forget(form);
    setOpen(false);
  };
  return html`<div class="sure" role="group" aria-label=${words} tabindex="-1" data-fk=${fk + "-sure"}>
    ${sure} ${reason && h(Field, { id: fk + "-why", label: reason, value: why, write: setWhy })}
    ${h(Problem, { text: problem })}
    <div class="buttons">
      <button type="button" class="button primary" aria-disabled=${busy ? "true" : null} onClick=${go}>${yes}${about && typeof yes === "string" && yes.indexOf(about) < 0 && h(Called, { of: about })}</button>
      <button type="button" class="button" onClick=${() => turn(false)}>${_("Not now")}${h(Called, { of: heard })}</button>
    </div>
  </div>`;
}
