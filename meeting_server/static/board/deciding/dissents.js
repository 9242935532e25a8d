/** Who disagrees with a decision: noted, or formally by an agency; and the way to say so, and to take it back. */
import { amAsked, decisionFor, dissentsOn } from "../reading/deciding.js";
import { _ } from "../kit/gettext.js";
import { h, html } from "../kit/html.js";
import { focusSoon } from "../kit/keep_focus.js";
import { forget, useChoice, useOpen, useWords } from "../store/kept_text.js";
import { written } from "../store/language.js";
import { maySpeakFor, offered } from "../reading/speaking_for.js";
import { StillRow, useStill } from "../kit/still_rows.js";
import * as store from "../store/store.js";
import { canTidy } from "../reading/view.js";
import { whoTyped } from "../reading/who_typed.js";
import { clock, fill } from "../store/words.js";
import { WhoseView } from "./agency_views.js";
import { Problem, useCommand } from "../forms/command_form.js";
import { Called } from "../kit/called.js";
import { Field } from "../forms/fields.js";
import { nameAndPart } from "../store/people_words.js";
import { PutAside } from "../asides/put_aside.js";
import { TakeBack } from "../forms/take_back.js";

/** @typedef {import('../reading/deciding.js').Dissent} Dissent */

/** @param {{child: string}} props */
export function Dissents({ child }) {
  const [saying, setSaying] = useOpen("dissent:" + child);
  const me = store.you.value;
  const before = me && store.get("dissents", child + ":" + me.person);
  const mine = before && before.withdrawn_at === null;
  const turn = (/** @type {boolean} */ now) => {
    setSaying(now);
    focusSoon((now ? "dissent-form:" : "dissent:") + child, "decided:" + child);
  };
  const own = amAsked();
  const may = canTidy() && (own || offered("dissent").length > 0);
  const words = !own ? _("Type that somebody disagrees") : mine ? _("Change what I said") : _("I disagree");
  const all = dissentsOn(child);
  const list = "dissents:" + child;
  const rows = useStill(list, all, (one) => one.id);
  const kind = (/** @type {Dissent} */ one) => ["dissent", one.formal ? "formal" : ""];
  const over = (/** @type {Dissent} */ one) => _("%(name)s no longer disagrees", { name: store.personName(one.person) });
  return html`${rows.length > 0 && html`<ul class="dissents" data-still=${list}>
      ${rows.map((row) => h(StillRow, { key: row.key, list, row, kind: kind(row.one), said: () => over(row.one), children: h(OneDissent, { one: row.one }) }))}
    </ul>`}
    ${
      saying
        ? h(DissentForm, { child, close: () => turn(false) })
        : may &&
          html`<button type="button" class="button" data-fk=${"dissent:" + child} onClick=${() => turn(true)}>
            ${words}<span class="away"> ${_("with the decision for %(name)s", { name: fill("{child}", child) })}</span>
          </button>`
    }`;
}

/** @param {Dissent} one */
export function dissentWords(one) {
  const decision = decisionFor(one.child);
  const before = Boolean(decision && one.at < decision.at);
  const at = { time: clock(one.at) };
  if (one.withdrawn_at !== null) return _("disagreed, %(time)s, and withdrew it, %(until)s", { ...at, until: clock(one.withdrawn_at) });
  if (one.formal) return before ? _("formally disagrees, about the decision before, %(time)s", at) : _("formally disagrees, %(time)s", at);
  return before ? _("disagrees, about the decision before, %(time)s", at) : _("disagrees, %(time)s", at);
}

/** @param {{one: Dissent}} props */
function OneDissent({ one }) {
  const me = store.you.value;
  const mine = Boolean(me && one.person === me.person);
  const may = one.withdrawn_at === null && canTidy() && (mine || maySpeakFor(one.person, "again"));
  const by = whoTyped(one.person, one.recorded_by, one.source).map((said) => ", " + said).join("");
  const data = { child: one.child, person: mine ? null : one.person };
  return html`<p><b>${nameAndPart(one.person)}</b> <b>${dissentWords(one)}</b>${by}</p>
    ${one.why && html`<p ...${written()}>${one.why}</p>`}
    ${h(PutAside, { kind: "dissents", thing: one.id, about: one.why && one.sources.length ? _("disagreement of %(name)s, %(child)s", { name: store.personName(one.person), child: fill("{child}", one.child) }) : "", mine })}
    ${
      may &&
      h(TakeBack, {
        fk: "undissent:" + one.id, name: "withdraw_dissent", data, about: _("with the decision for %(name)s", { name: fill("{child}", one.child) }),
        does: mine ? _("I no longer disagree") : _("%(name)s no longer disagrees", { name: store.personName(one.person) }),
        says: _("What %(name)s wrote about it is deleted for good. That they disagreed, from when until when, stays.", { name: store.personName(one.person) }),
      })
    }`;
}

/** @param {{child: string, close: () => void}} props */
function DissentForm({ child, close }) {
  const me = store.you.value;
  const own = amAsked();
  const id = "dissent-" + child;
  const form = "dissent@decisions:" + child;
  const [person, setPerson] = useChoice(form, "person", own && me ? me.person : "");
  const said = person ? store.get("dissents", child + ":" + person) : undefined;
  const before = said && said.withdrawn_at === null ? said : undefined;
  const [formal, setFormal] = useChoice(form, "formal", Boolean(before && before.formal));
  const [why, setWhy] = useWords(form, "why", before ? before.why : "");
  const [source, setSource] = useWords(form, "source", "");
  const { ask, problem, busy, setProblem } = useCommand();
  const role = store.roleOf(person);
  const agency = !role || role.side === "professional";
  const done = () => {
    forget(form);
    close();
  };
  const save = async (/** @type {Event} */ event) => {
    event.preventDefault();
    if (!person) return setProblem(_("Choose who disagrees."));
    const whose = me && person === me.person ? null : person;
    const data = { child, formal: formal && agency, why: why.trim(), person: whose, source: source.trim() };
    if (await ask("dissent_from", data, _("It stands beside the decision."))) done();
    return undefined;
  };
  const choice = (/** @type {boolean} */ now, /** @type {string} */ words, /** @type {string} */ means) =>
    html`<label class="choice">
      <input type="radio" name=${id} checked=${formal === now} onChange=${() => setFormal(now)} />
      <span>${words} <span class="hint">${means}</span></span>
    </label>`;
  const called = h(Called, { of: _("The decision for %(name)s", { name: fill("{child}", child) }) });
  return html`<form class="differ" tabindex="-1" data-fk=${"dissent-form:" + child} onSubmit=${save}>
    ${h(WhoseView, { id: id + "-whose", label: _("Who disagrees?"), person, choose: setPerson, own, act: "dissent", source, setSource })}
    ${
      agency &&
      html`<fieldset>
        <legend>${_("The decision stands. This is written beside it.")}</legend>
        ${choice(false, _("Note my disagreement"), _("It stands in the record."))}
        ${choice(true, _("Formally disagree"), _("As my agency. It is taken up after the meeting."))}
      </fieldset>`
    }
    ${!agency && html`<p>${_("The decision stands. What you say is written beside it.")}</p>`}
    ${h(Field, { id: id + "-why", label: _("Why"), hint: _("You can leave this out"), value: why, write: setWhy })}
    ${h(Problem, { text: problem })}
    <div class="buttons">
      <button type="submit" class="button primary" aria-disabled=${busy ? "true" : null}>${_("Say that I disagree")}${called}</button>
      <button type="button" class="button" onClick=${close}>${_("Not now")}${called}</button>
    </div>
  </form>`;
}
