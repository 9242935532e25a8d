/** The trigger check as everyone reads it: each question with its answer, for this child or for all of them. */
import { answersTo } from "../reading/core_group.js";
import { _ } from "../kit/gettext.js";
import { h, html } from "../kit/html.js";
import * as store from "../store/store.js";
import { clock, fill, short } from "../store/words.js";
import { PutAside } from "../asides/put_aside.js";

/** @typedef {import('../reading/core_group.js').TriggerAnswer} TriggerAnswer */

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
          ? answers.map((said) => html`<div key=${said.id}><p><b>${neededWords(said.answer)}</b> ${said.why}
              <span class="hint">${clock(said.at)}${said.child === null && html` · ${_("For all the children")}`}</span></p>
              ${h(PutAside, { kind: "trigger_answers", thing: said.id, about: said.why && said.sources.length ? fill(one.question, child) + " " + short(said.why) : "", mine: false })}</div>`)
          : html`<p class="hint">${_("Not answered yet")}</p>`}</dd>
      </div>`;
    })}</dl>
  </div>`;
}
