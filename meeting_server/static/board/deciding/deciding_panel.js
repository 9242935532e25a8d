/** What we decided, for each child in view: the decision in plain words, who disagrees, and everybody's view beside it. */
import { useState } from "../../vendor/preact-hooks.js";
import { begun, decisionFor, inSight, outcomeWords, rule } from "../reading/deciding.js";
import { viewsAsked } from "../reading/for_me.js";
import { _ } from "../kit/gettext.js";
import { h, html } from "../kit/html.js";
import { icon } from "../kit/icon.js";
import { theirWords } from "../store/language.js";
import * as store from "../store/store.js";
import { clock, fill } from "../store/words.js";
import { Dissents } from "./dissents.js";
import { NotYet, TakenOffLine } from "./not_yet.js";
import { nameAndPart } from "../store/people_words.js";
import { Views } from "./agency_views.js";
import { PutAside } from "../asides/put_aside.js";

/** @typedef {import('../reading/deciding.js').Decision} Decision */
/** @typedef {import('../reading/deciding.js').EarlierDecision} EarlierDecision */

/** @param {{child: string | null, bare?: boolean}} props `child` null: each child, one after another; `bare`: the heading stands above already */
export function Deciding({ child, bare }) {
  const asks = rule();
  const shown = store.children().filter((one) => child === null || one.id === child);
  if (!asks || !shown.length) return null;
  if (!inSight() && !viewsAsked()) return bare ? html`<p class="hint">${_("The chair says a decision aloud first, and then shows it. Nothing is shown yet.")}</p>` : null;
  const decided = shown.some((one) => decisionFor(one.id));
  return html`<section class="deciding" aria-labelledby="deciding-heading" data-place="@deciding">
    <h2 id="deciding-heading" tabindex="-1" class=${bare ? "away" : null}>${decided ? _("What we decided") : _("What we decide for each child")}</h2>
    ${!begun() && html`<p class="hint">${_("Nothing is decided yet. If you must go early, give your view before you leave.")}</p>`}
    ${shown.map((one) => h(OneChild, { key: one.id, child: one.id }))}
  </section>`;
}

/** @param {{child: string}} props */
function OneChild({ child }) {
  const decision = decisionFor(child);
  const id = "decided-" + child;
  return html`<section class="decided-child" aria-labelledby=${id} data-home=${id}>
    <h3 id=${id} tabindex="-1" data-fk=${"decided:" + child}>${fill("{child}", child)}</h3>
    ${decision ? h(Decided, { decision }) : begun() && html`<p class="hint">${_("Not decided yet.")}</p>`}
    ${h(TakenOffLine, { what: "decision", child, shownAt: decision ? decision.at : 0 })}
    ${decision && h(NotYet, { what: "decision", child, fk: "not-yet-decision:" + child })}
    ${decision && h(Dissents, { child })}
    ${h(Views, { child })}
  </section>`;
}

/** @param {{decision: Decision, at?: string}} props `at`: where on the screen, when it stands there twice */
export function Decided({ decision, at }) {
  const [open, setOpen] = useState(false);
  const by = store.personOf(decision.by);
  const me = store.you.value;
  const mine = Boolean(me && me.attendee === decision.by && decision.earlier.every((one) => one.by === me.attendee));
  return html`<div class="decision">
    <p class="decision-outcome">${outcomeWords(decision)}</p>
    ${h(Reasons, { one: decision })}
    <p class="by">${by ? nameAndPart(by.id) + ", " : ""}${clock(decision.at)}</p>
    ${!at && h(PutAside, { kind: "decisions", thing: decision.id, about: decision.sources.length ? _("words of the decision for %(name)s", { name: fill("{child}", decision.id) }) : "", mine })}
    ${
      decision.earlier.length > 0 &&
      html`<button type="button" class="button quiet small opens" aria-expanded=${String(open)}
          data-fk=${"decided-before:" + (at || "") + decision.id} onClick=${() => setOpen(!open)}>
          ${icon("chevron-right")} ${_("Decided before in this meeting")}<span class="away"> ${_("for %(name)s", { name: fill("{child}", decision.id) })}</span>
        </button>
        ${open && decision.earlier.map((one) => h(Before, { key: one.at, one }))}`
    }
  </div>`;
}

/** @param {{one: EarlierDecision}} props */
function Before({ one }) {
  return html`<div class="decided-before">
    <p><b>${outcomeWords(one)}</b> <span class="hint">${_("%(time)s. Another decision took its place.", { time: clock(one.at) })}</span></p>
    ${h(Reasons, { one })}
  </div>`;
}

/** @param {{one: Decision | EarlierDecision}} props */
function Reasons({ one }) {
  return html`<p><b>${_("Why:")}</b> ${theirWords(one.reasons)}</p>
    <p><b>${_("How the family’s view counted:")}</b> ${theirWords(one.family_view)}</p>
    ${one.wishes && html`<p><b>${_("What could not be done, and why:")}</b> ${theirWords(one.wishes)}</p>`}`;
}
