/** What waits for the chair, in one line that stays in sight at the top of the desk: the way to each part that needs them. */
import { _ } from "../board/kit/gettext.js";
import { html } from "../board/kit/html.js";
import { focusSoon } from "../board/kit/keep_focus.js";

/** @typedef {{name: string, count: number, words: string}} Call `name` is the section's, `words` say how many wait */

/** @param {{calls: Call[]}} props */
export function Calls({ calls }) {
  const some = calls.filter((one) => one.count > 0);
  return html`<div class="desk-calls" role="group" aria-label=${_("Waiting for you")}>
    ${some.map(({ name, words }) => html`<button type="button" class="button small" key=${name} data-fk=${"call:" + name}
      onClick=${() => focusSoon("#desk-" + name)}>${words}</button>`)}
    ${!some.length && html`<p class="hint">${_("Nobody is waiting for you.")}</p>`}
  </div>`;
}
