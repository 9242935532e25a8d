/** The trigger check on the desk: answered aloud, for all the children or for one, and shown to everyone. Never worked out. */
import { Problem, useCommand } from "../../board/forms/command_form.js";
import { Called } from "../../board/kit/called.js";
import { Field } from "../../board/forms/fields.js";
import { neededWords } from "../../board/core_group/triggers.js";
import { answersTo } from "../../board/reading/core_group.js";
import { _ } from "../../board/kit/gettext.js";
import { h, html } from "../../board/kit/html.js";
import { focusSoon } from "../../board/kit/keep_focus.js";
import { forget, useChoice, useOpen, useWords } from "../../board/store/kept_text.js";
import * as store from "../../board/store/store.js";
import { fill } from "../../board/store/words.js";

/** @typedef {import('../../board/wire.js').Trigger} Trigger */
/** @typedef {import('../../board/reading/core_group.js').TriggerAnswer} TriggerAnswer */

/** The questions of the template. @returns {Trigger[]} */
function questions() {
  const template = store.template.value;
  return template ? template.triggers : [];
}

/** Whether this kind of meeting has a trigger check. */
export function hasTriggers() {
  return questions().length > 0;
}

/** How many are answered, for the heading. */
export function triggersNote() {
  const done = questions().filter((one) => answersTo(one.key, null).length > 0).length;
  return { needs: false, note: _("%(done)s of %(all)s answered", { done, all: questions().length }) };
}

export function TriggerDesk() {
  return html`<ul class="desk-list">${questions().map((one) => h(One, { key: one.key, trigger: one }))}</ul>`;
}

/** @param {{trigger: Trigger}} props */
function One({ trigger }) {
  const [open, setOpen] = useOpen("trigger:" + trigger.key);
  const answers = answersTo(trigger.key, null);
  const turn = (/** @type {boolean} */ now) => {
    setOpen(now);
    focusSoon((now ? "trigger-form:" : "trigger:") + trigger.key);
  };
  return html`<li>
    <p><b>${fill(trigger.question)}</b></p>
    ${answers.map((one) => html`<p key=${one.id}><b>${neededWords(one.answer)}</b> ${one.why}
      <span class="hint">${one.child ? store.personName(one.child) : _("For all the children")}</span></p>`)}
    ${
      open
        ? h(Form, { trigger, close: () => turn(false) })
        : store.may("finish") &&
          html`<button type="button" class="button" data-fk=${"trigger:" + trigger.key} onClick=${() => turn(true)}>
            ${answers.length ? _("Answer again") : _("Answer")}${h(Called, { of: fill(trigger.question) })}
          </button>`
    }
  </li>`;
}

/** @param {{trigger: Trigger, close: () => void}} props */
function Form({ trigger, close }) {
  const form = "trigger:" + trigger.key;
  const [answer, setAnswer] = useChoice(form, "answer", /** @type {TriggerAnswer["answer"] | ""} */ (""));
  const [why, setWhy] = useWords(form, "why", "");
  const [child, setChild] = useChoice(form, "child", "");
  const { ask, problem, busy, setProblem } = useCommand();
  const id = "trigger-" + trigger.key;
  const save = async (/** @type {Event} */ event) => {
    event.preventDefault();
    if (!answer) return setProblem(_("Choose yes, no or unsure."));
    const data = { trigger: trigger.key, answer, why: why.trim(), child: child || null };
    if (await ask("answer_trigger", data, _("Everyone can see it."))) {
      forget(form);
      close();
    }
    return undefined;
  };
  /** @type {Array<TriggerAnswer["answer"]>} */
  const all = ["yes", "no", "unsure"];
  const called = h(Called, { of: fill(trigger.question) });
  return html`<form class="desk-form" tabindex="-1" data-fk=${"trigger-form:" + trigger.key} aria-label=${fill(trigger.question)} onSubmit=${save}>
    <fieldset><legend>${_("Is it needed?")}</legend>
      ${all.map((one) => html`<label class="choice" key=${one}><input type="radio" name=${id} checked=${answer === one} onChange=${() => setAnswer(one)} /> ${neededWords(one)}</label>`)}
    </fieldset>
    ${
      store.children().length > 1 &&
      html`<div class="field"><label for=${id + "-child"}>${_("For whom?")}</label>
        <select id=${id + "-child"} value=${child} onChange=${(/** @type {any} */ event) => setChild(event.target.value)}>
          <option value="">${_("All the children")}</option>
          ${store.children().map((one) => html`<option key=${one.id} value=${one.id}>${store.personName(one.id)}</option>`)}
        </select></div>`
    }
    ${h(Field, { id: id + "-why", label: _("Why, and who does what?"), value: why, write: setWhy })}
    ${h(Problem, { text: problem })}
    <div class="buttons">
      <button type="submit" class="button primary" aria-disabled=${busy ? "true" : null}>${_("Show this answer")}${called}</button>
      <button type="button" class="button" onClick=${close}>${_("Not now")}${called}</button>
    </div>
  </form>`;
}
