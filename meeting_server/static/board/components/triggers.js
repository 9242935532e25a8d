/** The trigger check as everyone reads it: each question with its answer, for this child or for all of them. */
import { answersTo } from "../core.js";
import { _ } from "../gettext.js";
import { html } from "../html.js";
import * as store from "../store.js";
import { clock, fill } from "../words.js";

/** @typedef {import('../core.js').TriggerAnswer} TriggerAnswer */

/** @param {TriggerAnswer["answer"]} answer */
export function neededWords(answer) {
  return { yes: _("Yes"), no: _("No"), unsure: _("Unsure") }[answer];
}

/** @param {{child: string}} props */
export function Triggers({ child }) {
  const template = store.template.value;
  if (!template || !template.triggers.length) return null;
  return html`<div class="triggers">
    <h4>${_("Trigger check")}</h4>
    <dl>${template.triggers.map((one) => {
      const answers = answersTo(one.key, child);
      return html`<div key=${one.key}>
        <dt>${fill(one.question, child)}</dt>
        <dd>${answers.length
          ? answers.map((said) => html`<p key=${said.id}><b>${neededWords(said.answer)}</b> ${said.why}
              <span class="hint">${clock(said.at)}${said.child === null && html` · ${_("For all the children")}`}</span></p>`)
          : html`<p class="hint">${_("Not answered yet")}</p>`}</dd>
      </div>`;
    })}</dl>
  </div>`;
}
