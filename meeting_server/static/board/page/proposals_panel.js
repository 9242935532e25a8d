/** What was typed for me and waits for my yes; and what I typed for others, with their answer. */
import { _ } from "../kit/gettext.js";
import { h, html } from "../kit/html.js";
import { icon } from "../kit/icon.js";
import { written } from "../store/language.js";
import { proposalWords, sentWords } from "../reading/proposals.js";
import { StillRow, useStill } from "../kit/still_rows.js";
import * as store from "../store/store.js";
import { Problem, useCommand } from "../forms/command_form.js";

/** @typedef {import('../wire.js').Proposal} Proposal */

export function Proposals() {
  const all = store.each("proposals").map((one) => one.thing).sort((a, b) => a.n - b.n);
  const rows = useStill("proposals", all, (one) => one.id);
  return html`${rows.length > 0 && html`<section class="proposals" aria-label=${_("Typed for you")} tabindex="-1" data-fk="proposals" data-still="proposals">
      ${rows.map((row) => h(StillRow, { key: row.key, list: "proposals", row, kind: ["proposal"], tag: "div", said: () => _("You have answered this."), children: h(One, { one: row.one }) }))}
    </section>`}
    ${h(Sent, {})}`;
}

/** @param {{one: Proposal}} props */
function One({ one }) {
  const { ask, problem, busy } = useCommand();
  const { what, words } = proposalWords(one);
  const answer = async (/** @type {boolean} */ right) => {
    const said = right ? _("Thank you.") : _("It is gone. It does not count.");
    await ask("answer_proposal", { proposal: one.id, right }, said);
  };
  const about = html`<span class="away">: ${what} ${words.join(" ")}</span>`;
  return html`<p class="why">${_("%(name)s typed this for you. Is it right?", { name: store.attendeeName(one.typed_by) })}</p>
    <p><b>${what}</b></p>
    ${words.map((text) => html`<p class="text" key=${text} ...${written()}>${text}</p>`)}
    <p class="hint">${_("It counts once you have said yes. Nobody else can see it before.")}</p>
    ${h(Problem, { text: problem })}
    <div class="buttons two">
      <button type="button" class="button" data-fk=${"proposal-yes:" + one.id} aria-disabled=${busy ? "true" : null} onClick=${() => answer(true)}>
        ${icon("check")} ${_("Yes, that's it")}${about}
      </button>
      <button type="button" class="button" data-fk=${"proposal-no:" + one.id} aria-disabled=${busy ? "true" : null} onClick=${() => answer(false)}>
        ${_("Not what I said")}${about}
      </button>
    </div>`;
}

/** Newest first: what waits, and the last answers. */
const ANSWERS_SHOWN = 3;

function Sent() {
  const all = store.each("sent_proposals").map((one) => one.thing).sort((a, b) => b.at - a.at);
  if (!all.length) return null;
  const waiting = all.filter((one) => one.answer === "waiting");
  const answered = all.filter((one) => one.answer !== "waiting").slice(0, ANSWERS_SHOWN);
  return html`<section class="proposals-sent" aria-label=${_("What you typed for others")}>
    <ul>${waiting.concat(answered).map((one) => html`<li key=${one.id}>
      ${icon(one.answer === "waiting" ? "clock" : one.answer === "yes" ? "check" : "x")} <span>${sentWords(one)}</span>
    </li>`)}</ul>
  </section>`;
}
