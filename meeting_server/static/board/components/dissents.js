/** Who disagrees with a decision: noted, or formally by an agency; and the way to say so, and to take it back. */
import { amAsked, decisionFor, dissentsOn } from "../deciding.js";
import { h, html } from "../html.js";
import { focusSoon } from "../keep_focus.js";
import { forget, useKept } from "../kept.js";
import * as store from "../store.js";
import { canTidy } from "../view.js";
import { clock, fill } from "../words.js";
import { WhoseView } from "./agency_views.js";
import { Problem, useAsk } from "./asking.js";
import { Field } from "./fields.js";
import { nameAndPart } from "./number_words.js";

/** @typedef {import('../deciding.js').Dissent} Dissent */

/** @param {{child: string}} props */
export function Dissents({ child }) {
  const [saying, setSaying] = useKept("dissent-open:" + child, false);
  const me = store.you.value;
  const mine = me && store.get("dissents", child + ":" + me.person);
  const turn = (/** @type {boolean} */ now) => {
    setSaying(now);
    focusSoon((now ? "dissent-form:" : "dissent:") + child, "decided:" + child);
  };
  const own = amAsked();
  const may = canTidy() && (own || store.may("type_for"));
  const words = !own ? "Type that somebody disagrees" : mine ? "Change what I said" : "I disagree";
  const all = dissentsOn(child);
  return html`${all.length > 0 && html`<ul class="dissents">${all.map((one) => h(OneDissent, { key: one.id, one }))}</ul>`}
    ${
      saying
        ? h(DissentForm, { child, close: () => turn(false) })
        : may &&
          html`<button type="button" class="button" data-fk=${"dissent:" + child} onClick=${() => turn(true)}>
            ${words}<span class="away"> with the decision for ${fill("{child}", child)}</span>
          </button>`
    }`;
}

/** @param {Dissent} one */
export function dissentWords(one) {
  const decision = decisionFor(one.child);
  const before = decision && one.at < decision.at ? ", about the decision before" : "";
  return (one.formal ? "formally disagrees" : "disagrees") + before + ", " + clock(one.at);
}

/** @param {{one: Dissent}} props */
function OneDissent({ one }) {
  const me = store.you.value;
  const { ask, problem, busy } = useAsk();
  const mine = Boolean(me && one.person === me.person);
  const may = canTidy() && (mine || (store.may("minute") && store.may("type_for")));
  const typed = store.personOf(one.recorded_by);
  const by = typed && typed.id !== one.person ? ", typed by " + store.personName(typed.id) : "";
  const data = { child: one.child, person: mine ? null : one.person };
  const back = () => {
    ask("withdraw_dissent", data, "Taken back.");
    focusSoon("dissent:" + one.child, "decided:" + one.child);
  };
  return html`<li class=${one.formal ? "dissent formal" : "dissent"}>
    <p><b>${nameAndPart(one.person)}</b> <b>${dissentWords(one)}</b>${by}</p>
    ${one.why && html`<p>${one.why}</p>`}
    ${h(Problem, { text: problem })}
    ${
      may &&
      html`<button type="button" class="button quiet small" aria-disabled=${busy ? "true" : null}
        data-fk=${"undissent:" + one.id} onClick=${back}>
        ${mine ? "I no longer disagree" : store.personName(one.person) + " no longer disagrees"}<span class="away">
        with the decision for ${fill("{child}", one.child)}</span>
      </button>`
    }
  </li>`;
}

/** @param {{child: string, close: () => void}} props */
function DissentForm({ child, close }) {
  const me = store.you.value;
  const own = amAsked();
  const id = "dissent-" + child;
  const [person, setPerson] = useKept(id + "-person", own && me ? me.person : "");
  const before = person ? store.get("dissents", child + ":" + person) : undefined;
  const [formal, setFormal] = useKept(id + "-formal", Boolean(before && before.formal));
  const [why, setWhy] = useKept(id + "-why", before ? before.why : "");
  const { ask, problem, busy, setProblem } = useAsk();
  const role = store.roleOf(person);
  const agency = !role || role.side === "professional";
  const done = () => {
    forget(id + "-");
    close();
  };
  const save = async (/** @type {Event} */ event) => {
    event.preventDefault();
    if (!person) return setProblem("Choose who disagrees.");
    const whose = me && person === me.person ? null : person;
    const data = { child, formal: formal && agency, why: why.trim(), person: whose };
    if (await ask("dissent_from", data, "It stands beside the decision.")) done();
    return undefined;
  };
  const choice = (/** @type {boolean} */ now, /** @type {string} */ words, /** @type {string} */ means) =>
    html`<label class="choice">
      <input type="radio" name=${id} checked=${formal === now} onChange=${() => setFormal(now)} />
      <span>${words} <span class="hint">${means}</span></span>
    </label>`;
  return html`<form class="differ" tabindex="-1" data-fk=${"dissent-form:" + child} onSubmit=${save}>
    ${store.may("type_for") && h(WhoseView, { id: id + "-whose", label: "Who disagrees?", person, choose: setPerson, own })}
    ${
      agency &&
      html`<fieldset>
        <legend>The decision stands. This is written beside it.</legend>
        ${choice(false, "Note my disagreement", "It stands in the record.")}
        ${choice(true, "Formally disagree", "As my agency. It is taken up after the meeting.")}
      </fieldset>`
    }
    ${!agency && html`<p>The decision stands. What you say is written beside it.</p>`}
    ${h(Field, { id: id + "-why", label: "Why", hint: "You can leave this out", value: why, write: setWhy })}
    ${h(Problem, { text: problem })}
    <div class="buttons">
      <button type="submit" class="button primary" aria-disabled=${busy ? "true" : null}>Say that I disagree</button>
      <button type="button" class="button" onClick=${close}>Not now</button>
    </div>
  </form>`;
}
