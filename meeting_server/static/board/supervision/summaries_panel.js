/** What each of us has done: one panel for each discipline, finished words only, and who has not finished in plain sight. */
import { useState } from "../../vendor/preact-hooks.js";
import { asidesOf } from "../asides/asides.js";
import { _ } from "../kit/gettext.js";
import { h, html } from "../kit/html.js";
import { icon } from "../kit/icon.js";
import { focusSoon } from "../kit/keep_focus.js";
import { forget, useOpen, useWords } from "../store/kept_text.js";
import { written } from "../store/language.js";
import { MOST } from "../kit/limits.js";
import { maySpeakFor, wasSent } from "../reading/speaking_for.js";
import * as store from "../store/store.js";
import { asked, canSummarise, howFar, panelIs, panels, standsIn, summaryOf } from "../reading/summaries.js";
import { whoTyped } from "../reading/who_typed.js";
import { moment } from "../store/words.js";
import { Problem, useCommand } from "../forms/command_form.js";
import { Called } from "../kit/called.js";
import { Field } from "../forms/fields.js";
import { MySummary, writingMine } from "./my_summary.js";
import { nameAndPart } from "../store/people_words.js";
import { AsideMarks, PutAside } from "../asides/put_aside.js";

/** @typedef {import('../reading/summaries.js').Panel} Panel */
/** @typedef {import('../reading/summaries.js').Summary} Summary */

/** How many disciplines have finished, in words. */
export function finishedWords() {
  const all = panels();
  return _("%(done)s of %(all)s finished", { done: all.filter((one) => panelIs(one) === "finished").length, all: all.length });
}

/** @param {{bare: boolean}} props `bare`: the heading stands above already */
export function Summaries({ bare }) {
  const all = panels();
  const [open, setOpen] = useState(true);
  const label = (asked() || { label: "" }).label;
  if (!all.length) return null;
  return html`<section class="summaries" aria-label=${label} data-home="summaries" data-place="@summaries">
    <div class="summaries-head">
      <h2 id="summaries" tabindex="-1" class=${bare ? "away" : null}>${label}</h2> <span class="meta">${finishedWords()}</span>
      <button type="button" class="button quiet small opens" aria-expanded=${String(open)} data-fk="summaries-fold" onClick=${() => setOpen(!open)}>
        ${icon("chevron-right")} ${_("All of it")}${h(Called, { of: label })}</button>
    </div>
    ${open && html`<div class="summary-panels">${all.map((one) => h(One, { key: one.discipline.key, panel: one }))}</div>`}
  </section>`;
}

/** @param {{panel: Panel}} props */
function One({ panel }) {
  const id = "summary-" + panel.discipline.key;
  const me = store.you.value;
  const writing = Boolean(me && panel.people.indexOf(me.person) >= 0) && writingMine();
  return html`<section class=${writing ? "summary writing" : "summary"} aria-labelledby=${id} data-home=${id}>
    <h3 id=${id} tabindex="-1">${panel.discipline.label}</h3>
    ${panel.people.map((person) => h(Person, { key: person, person }))}
  </section>`;
}

/** @param {{person: string}} props */
function Person({ person }) {
  const me = store.you.value;
  const mine = Boolean(me && me.person === person);
  const found = summaryOf(person);
  const finished = found && found.state === "finished" ? found : undefined;
  return html`<div class="summary-of">
    ${finished ? !(mine && writingMine()) && h(Finished, { summary: finished }) : h(Missing, { person, summary: found })}
    ${mine ? h(MySummary, { shown: true }) : store.may("minute") && canSummarise() && h(ForAnother, { person, summary: found })}
  </div>`;
}

/** @param {{summary: Summary}} props */
function Finished({ summary }) {
  const [open, setOpen] = useState(false);
  const name = store.personName(summary.id);
  const more = [...whoTyped(summary.id, summary.recorded_by, summary.source), summary.waiting_room ? _("Finished in the waiting room") : "", summary.again ? _("Another one is being written") : ""];
  return html`<p class="text" ...${written()}>${summary.text}</p>
    <p class="meta"><b>${nameAndPart(summary.id)}</b> <span>${_("Finished %(time)s", { time: moment(summary.finished_at || 0) })}</span>
      ${more.filter(Boolean).map((one) => html`<span key=${one}>${one}</span>`)}</p>
    ${standsIn(summary.id) && html`<p class="stands-in">${icon("file-text")} <span>${_("%(name)s is not here. This finished summary stands in for them.", { name })}</span></p>`}
    ${
      summary.earlier.length > 0 &&
      html`<button type="button" class="button quiet small opens" aria-expanded=${String(open)} data-fk=${"summary-before:" + summary.id} onClick=${() => setOpen(!open)}>
          ${icon("chevron-right")} ${_("Finished before")}${h(Called, { of: name })}</button>
        ${open && html`<ul class="summary-before">${summary.earlier.map((one) => html`<li key=${one.at}><span class="meta">${moment(one.at)}</span> <span class="text" ...${written()}>${one.text}</span></li>`)}</ul>`}`
    }`;
}

/** @param {{person: string, summary: Summary | undefined}} props */
function Missing({ person, summary }) {
  const draft = howFar(person) === "draft";
  const back = summary && summary.state === "taken_back";
  return html`<p class="summary-none">${icon(draft ? "pencil" : "ellipsis")} <span>${
      draft ? html`<b>${_("Not finished.")}</b> ${_("Nobody else can read it yet.")}` : html`<b>${(asked() || { missing: "" }).missing}</b>`
    }${back && html` ${asidesOf("summaries", person, null).length ? "" : _("The words were taken back.")}`}</span></p>
    ${h(AsideMarks, { kind: "summaries", thing: person })}
    <p class="meta"><b>${nameAndPart(person)}</b></p>`;
}

/** What the chair and the minute-taker can do for somebody: type what they sent. @param {{person: string, summary: Summary | undefined}} props */
function ForAnother({ person, summary }) {
  const [typing, setTyping] = useOpen("summary-typed:" + person);
  const name = store.personName(person);
  const finished = summary && summary.state === "finished";
  const turn = (/** @type {boolean} */ now) => {
    setTyping(now);
    focusSoon(now ? "summary-typed:" + person : "summary-type:" + person);
  };
  if (typing) return h(Typed, { person, done: () => turn(false) });
  return html`${
    maySpeakFor(person, "update") &&
    html`<div class="buttons">
      <button type="button" class="button small" data-fk=${"summary-type:" + person} onClick=${() => turn(true)}>
        ${icon("pencil")} ${finished ? _("Type it anew") : _("Type what was sent")}${h(Called, { of: name })}
      </button>
    </div>`
  }
  ${finished && h(PutAside, { kind: "summaries", thing: person, about: _("summary of %(name)s", { name }), mine: false })}`;
}

/** @param {{person: string, done: () => void}} props */
function Typed({ person, done }) {
  const kept = "summary-typed:" + person;
  const [text, setText] = useWords(kept, "text", "");
  const [source, setSource] = useWords(kept, "source", "");
  const { ask, problem, busy, setProblem } = useCommand();
  const name = store.personName(person);
  const save = async (/** @type {Event} */ event) => {
    event.preventDefault();
    if (!text.trim()) return setProblem(_("Write something first."));
    if (!(await ask("finish_summary", { text: text.trim(), version: 0, person, source: source.trim() }, _("Everyone can read it.")))) return undefined;
    forget(kept);
    done();
    return undefined;
  };
  const called = h(Called, { of: _("What %(name)s sent", { name }) });
  return html`<form class="summary-box" aria-label=${_("What %(name)s sent", { name })} onSubmit=${save}>
    ${h(Field, {
      id: "summary-typed-" + person, fk: kept, label: _("What %(name)s sent, as they finished it", { name }), value: text, write: setText, rows: 6, most: MOST.Account,
    })}
    ${wasSent(person, "update") && h(Field, { id: "summary-source-" + person, label: _("How did this reach you, and when?"), value: source, write: setSource })}
    ${h(Problem, { text: problem })}
    <div class="buttons">
      <button type="submit" class="button primary" aria-disabled=${busy ? "true" : null}>${_("Show everyone")}${called}</button>
      <button type="button" class="button" onClick=${done}>${_("Not now")}${called}</button>
    </div>
  </form>`;
}
