/** Giving one's own view of an adult, or typing somebody else's: radios, a lapse apart, why, and a phrase word for word. */
import { viewBy, viewForm } from "../reading/adults.js";
import { _ } from "../kit/gettext.js";
import { h, html } from "../kit/html.js";
import { forget, useChoice, useWords } from "../store/kept_text.js";
import * as store from "../store/store.js";
import { Problem, useCommand } from "../forms/command_form.js";
import { Called } from "../kit/called.js";
import { Field, Whose } from "../forms/fields.js";

/** @typedef {import('../reading/adults.js').AdultQuestion} AdultQuestion */

/** @param {{question: AdultQuestion, adult: string, behaviour: string | null, about: string, close: () => void}} props */
export function AdultForm({ question, adult, behaviour, about, close }) {
  const id = viewForm(question.key, adult, behaviour);
  const me = store.you.value;
  const [person, setPerson] = useChoice(id, "person", "");
  const whose = person || (me ? me.person : "");
  const before = viewBy(question.key, adult, behaviour, whose);
  const words = before && before.sources.length ? before : undefined;
  // Kept apart for each person: what was begun for one must not be saved as another's.
  const mine = id + ":of:" + whose;
  const [answer, setAnswer] = useChoice(mine, "answer", before ? before.answer : "");
  const [lapse, setLapse] = useChoice(mine, "lapse", before ? before.lapse : false);
  const [why, setWhy] = useWords(mine, "why", words ? words.why : "");
  const [quote, setQuote] = useWords(mine, "quote", words ? words.quote : "");
  const [talk, setTalk] = useChoice(mine, "talk", (words && words.talk) || "");
  const { ask, problem, busy, setProblem } = useCommand();
  const chosen = question.answers.find((one) => one.key === answer);
  const offered = Boolean(question.lapse) && (!chosen || chosen.lapse);
  const save = async (/** @type {Event} */ event) => {
    event.preventDefault();
    if (!answer) return setProblem(_("Choose an answer."));
    if (talk && !quote.trim()) return setProblem(_("Write the exact words, or leave out the kind of talk."));
    const data = {
      question: question.key, adult, behaviour, answer, lapse: offered && lapse, why: why.trim(), quote: quote.trim(),
      talk: talk || null, person: person || null,
    };
    if (!(await ask("view_adult", data, _("The view stands on the board.")))) return undefined;
    forget(mine);
    forget(id);
    close();
    return undefined;
  };
  const radio = (/** @type {string} */ key, /** @type {any} */ label) => html`<label class="choice" key=${key}>
    <input type="radio" name=${id} checked=${answer === key} onChange=${() => setAnswer(key)} /> <span>${label}</span>
  </label>`;
  const called = h(Called, { of: question.label + ", " + about });
  return html`<form class="desk-form" tabindex="-1" data-fk=${"form:" + id} aria-label=${about} onSubmit=${save}>
    ${h(Whose, { id: id + "-whose", label: _("Whose view?"), mine: _("Mine"), person, choose: setPerson, act: "position", among: (one) => !one.child })}
    <fieldset><legend>${question.question.split("{adult}").join(store.personName(adult))}</legend>
      ${question.answers.map((one) => radio(one.key, html`${one.label}${one.term && html` <span class="hint">(${one.term})</span>`}${one.means && html`<br /><span class="hint">${one.means}</span>`}`))}
    </fieldset>
    ${
      offered &&
      html`<label class="choice"><input type="checkbox" data-fk=${id + "-lapse"} checked=${lapse} onChange=${() => setLapse(!lapse)} /> <span>${question.lapse}</span></label>`
    }
    ${h(Field, { id: id + "-why", label: _("Why? What did you see or hear?"), hint: _("You can leave this out"), value: why, write: setWhy })}
    ${h(Field, { id: id + "-quote", label: _("Their exact words"), hint: _("You can leave this out"), value: quote, write: setQuote, rows: 2 })}
    ${
      question.talk.length > 0 &&
      html`<div class="field"><label for=${id + "-talk"}>${_("What kind of talk is it?")}</label>
        <select id=${id + "-talk"} value=${talk} onChange=${(/** @type {any} */ event) => setTalk(event.target.value)}>
          <option value="">${_("Not said")}</option>
          ${question.talk.map((one) => html`<option key=${one.key} value=${one.key}>${one.label}</option>`)}
        </select></div>`
    }
    <p class="hint">${_("Everyone here sees this.")}</p>
    ${h(Problem, { text: problem })}
    <div class="buttons">
      <button type="submit" class="button primary" aria-disabled=${busy ? "true" : null}>${_("Show this view")}${called}</button>
      <button type="button" class="button" onClick=${close}>${_("Not now")}${called}</button>
    </div>
  </form>`;
}
