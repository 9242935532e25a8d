/** Who has seen each child, what each agency tells and the trigger check: a calm part of its own for each child. */
import { asksMore, coreHeading } from "../reading/core_group.js";
import { h, html } from "../kit/html.js";
import * as store from "../store/store.js";
import { Triggers } from "./triggers.js";
import { Updates } from "./updates.js";
import { Visits } from "./visits.js";

/** @param {{child: string | null, bare?: boolean}} props `child` null: each one; `bare`: the heading stands above already */
export function CoreGroup({ child, bare }) {
  const children = store.children().filter((one) => child === null || one.id === child);
  if (!asksMore() || !children.length) return null;
  return html`${!bare && html`<h2 class="away">${coreHeading()}</h2>`}<div class="core-group" data-place="@visits">${children.map(
    (one) => html`<section class="core-child" aria-labelledby=${"core-" + one.id} data-home=${"core-" + one.id} key=${one.id}>
      <h3 id=${"core-" + one.id} tabindex="-1">${store.personName(one.id)}</h3>
      ${h(Visits, { child: one.id })} ${h(Updates, { child: one.id })} ${h(Triggers, { child: one.id })}
    </section>`,
  )}</div>`;
}
