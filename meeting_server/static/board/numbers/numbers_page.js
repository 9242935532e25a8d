/** The page of the numbers on a phone: what is asked and shown for the child in view, and for whom else a number is asked. */
import { owed } from "../reading/agenda.js";
import { _ } from "../kit/gettext.js";
import { h, html } from "../kit/html.js";
import { icon } from "../kit/icon.js";
import * as store from "../store/store.js";
import { roundsOf } from "./number_words.js";
import { goToNumber } from "./number_form.js";
import { Numbers } from "./numbers.js";
import { Trends } from "./trends_panel.js";

/** @param {{child: string | null}} props `child` null: each child */
export function NumbersPage({ child }) {
  const template = store.template.value;
  if (!template) return null;
  return html`${h(NotThisChild, { child })}
    ${template.scales.map((scale) => html`<div class="band" key=${scale.key}>${h(Numbers, { scale, child })}</div>`)}
    ${h(Trends, { child })}`;
}

/** Where the chosen child was not asked about: that this is so, and the way to whom I was asked about. @param {{child: string | null}} props */
function NotThisChild({ child }) {
  const template = store.template.value;
  if (!child || !template) return null;
  const known = template.scales.some((scale) => roundsOf(scale, child).some((round) => round.state !== "hidden"));
  if (known) return null;
  const others = owed().filter((one, at, all) => all.findIndex((other) => other.child === one.child) === at);
  return html`<p class="hint">${_("No number is asked for %(name)s now.", { name: store.personName(child) })}</p>
    ${others.map(
      (one) => html`<p key=${one.child}><button type="button" class="button" onClick=${() => goToNumber(one.round, one.child)}>
        ${_("Numbers for %(name)s", { name: store.personName(one.child) })} ${icon("chevron-right")}
      </button></p>`,
    )}`;
}
