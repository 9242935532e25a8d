/** At the end: what was decided for each child, and who does what by when; what the chair reads out, to read along. */
import { _ } from "../kit/gettext.js";
import { h, html } from "../kit/html.js";
import { decisionFor, outcomeWords, rule } from "../reading/deciding.js";
import * as store from "../store/store.js";
import { Plan } from "../points/plan.js";

/** @param {{child: string | null}} props */
export function Agreed({ child }) {
  const children = store.children().filter((one) => child === null || one.id === child);
  const decided = children.filter((one) => decisionFor(one.id));
  return html`${rule() && html`<h3>${_("What we decided")}</h3>
      ${decided.length ? html`<ul>${decided.map((one) => {
        const decision = decisionFor(one.id);
        return html`<li key=${one.id}><b>${store.personName(one.id)}:</b> ${decision && outcomeWords(decision)}</li>`;
      })}</ul>` : html`<p class="hint">${_("Nothing is decided yet.")}</p>`}`}
    <h3>${_("Who does what, and by when")}</h3>
    ${h(Plan, { child })}`;
}
