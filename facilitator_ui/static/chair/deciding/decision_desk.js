/** Deciding, one child at a time and never for all: the views beside the form, said aloud first, then shown. */
import { signal } from "../../vendor/signals.js";
import { Problem, useCommand } from "../../board/forms/command_form.js";
import { ViewList } from "../../board/deciding/agency_views.js";
import { Called } from "../../board/kit/called.js";
import { Decided } from "../../board/deciding/deciding_panel.js";
import { dissentWords } from "../../board/deciding/dissents.js";
import { NotYet, TakenOffLine } from "../../board/deciding/not_yet.js";
import { Field } from "../../board/forms/fields.js";
import { nameAndPart, sideOf } from "../../board/store/people_words.js";
import { chairAlone, chairName } from "../../board/reading/controls.js";
import { decisionFor, dissentsOn, rule, viewsOn } from "../../board/reading/deciding.js";
import { _ } from "../../board/kit/gettext.js";
import { h, html } from "../../board/kit/html.js";
import { focusSoon } from "../../board/kit/keep_focus.js";
import { forget, useChoice, useOpen, useWords } from "../../board/store/kept_text.js";
import { theirWords } from "../../board/store/language.js";
import * as store from "../../board/store/store.js";
import { CommandAfterLook } from "../parts/desk_parts.js";
import { AskForViews, NumbersToday } from "./missing_views.js";
import { AloudTicks, SAY_IT_FIRST, onTheWall, useAloud } from "./said_aloud.js";

/** @typedef {import('../../board/wire.js').Choice} Choice */

const chosen = signal(/** @type {string | null} */ (null));

/** Opens this child's part of the desk. @param {string} child */
export function decideFor(child) {
  chosen.value = child;
  focusSoon("decide:" + child, "made-decision:" + child);
}

/** A word for the heading: how many children are decided for. */
export function decisionNote() {
  const all = store.children();
  const done = all.filter((child) => decisionFor(child.id)).length;
  return done ? _("%(done)s of %(count)s decided", { done, count: all.length }) : "";
}

export function DecisionDesk() {
  const all = store.children();
  const ids = all.map((one) => one.id);
  const wanted = [chosen.value, store.childInView.value, ids[0]];
  const child = wanted.find((one) => one && ids.indexOf(one) >= 0);
  if (!rule() || !child) return null;
  const tabs =
    all.length > 1 &&
    html`<div class="tabs" role="group" aria-label=${_("Which child")}>
      ${all.map(
        (one) => html`<button type="button" class="tab" key=${one.id} aria-pressed=${String(one.id === child)}
          onClick=${() => (chosen.value = one.id)}>${store.personName(one.id)}${h(Called, { of: _("the decision") })}</button>`,
      )}
    </div>`;
  return h(OneChild, { key: child, child, tabs });
}

/** @param {{child: string, tabs: any}} props `tabs`: the way to the other children, above the views, so that the form begins as high as they do */
function OneChild({ child, tabs }) {
  const [anew, setAnew] = useOpen("decide:" + child);
  const decision = decisionFor(child);
  const views = viewsOn(child);
  const name = store.personName(child);
  const may = store.may("finish");
  const turn = (/** @type {boolean} */ now) => {
    setAnew(now);
    focusSoon((now ? "decide:" : "made-decision:") + child);
  };
  const familyFirst = views.slice().sort((a, b) => Number(sideOf(b.person) === "family") - Number(sideOf(a.person) === "family"));
  return html`<div class="decide-two"><div class="decide-views" tabindex="-1" data-fk=${"views:" + child}>
      ${tabs} ${views.length ? h(ViewList, { child, views: familyFirst, plain: true }) : html`<p class="hint">${_("Nobody has given a view for %(name)s yet. Ask each agency, and the family.", { name })}</p>`}
      ${!decision && h(AskForViews, { child })}
      ${h(NumbersToday, { child })}
    </div>
    <div class="decide-made">${
      decision &&
      html`<div class="rating-view" tabindex="-1" data-fk=${"made-decision:" + child}>
          <h4>${_("Decided for %(name)s", { name })}</h4>
          ${h(Decided, { decision, at: "desk:" })}
          ${h(NotYet, { what: "decision", child, fk: "desk-not-yet:" + child, desk: true })}
          ${isMine(decision) && decision.sources.length > 0 && h(TakeBack, { child })}
        </div>
        ${h(Disagree, { child })}`
    }
    ${
      decision &&
      may &&
      !anew &&
      html`<button type="button" class="button" onClick=${() => turn(true)}>${_("Decide again")}<span class="away"> ${_("for %(name)s", { name })}</span></button>`
    }
    ${h(TakenOffLine, { what: "decision", child, shownAt: decision ? decision.at : 0 })}
    ${may && (!decision || anew || draftFor(child)) && h(DecideForm, { key: whichDraft(child), child, close: () => turn(false), again: Boolean(decision) })}
    ${!may && !decision && html`<p class="hint">${chairAlone() ? _("Not decided yet. %(name)s decides.", { name: chairName() }) : _("Not decided yet. Whoever has the chair’s controls decides.")}</p>`}</div></div>`;
}

/** Whether all that was written with it is mine. @param {import('../../board/reading/deciding.js').Decision} decision */
function isMine(decision) {
  const me = store.you.value;
  return Boolean(me && [decision.by].concat(decision.earlier.map((one) => one.by)).every((by) => by === me.attendee));
}

/** What is kept on the desk is not needed any more. @param {{child: string}} props */
function ThrowAway({ child }) {
  const draft = draftFor(child);
  const name = store.personName(child);
  return h(CommandAfterLook, {
    words: _("Throw it away"),
    about: _("what is kept for %(name)s", { name }),
    sure: html`<p>${_("What is kept here for %(name)s is deleted for good. Nobody else has it.", { name })}</p>`,
    yes: _("Throw it away now"),
    name: "drop_decision_draft",
    data: () => ({ child, taken_off: Boolean(draft && draft.taken_off) }),
    said: _("Thrown away."),
    fk: "drop-draft:" + child,
  });
}

/** For words that should not have been there. @param {{child: string}} props */
function TakeBack({ child }) {
  const name = store.personName(child);
  return h(CommandAfterLook, {
    words: _("Take these words back"),
    about: _("for %(name)s", { name }),
    sure: html`<p>${_("All the words written with what was decided for %(name)s, before too, are deleted for good. What was decided stays.", { name })}</p>`,
    yes: _("Take them back"),
    name: "clear_decision",
    data: () => ({ child }),
    said: _("Taken back."),
    fk: "clear-decision:" + child,
  });
}

/** @param {{child: string}} props */
function Disagree({ child }) {
  const all = dissentsOn(child);
  if (!all.length) return null;
  return html`<ul class="desk-list plain">
    ${all.map((one) => html`<li key=${one.id}><b>${nameAndPart(one.person)} ${dissentWords(one)}.</b> ${theirWords(one.why)}</li>`)}
  </ul>`;
}

/** @typedef {import('../../board/wire.js').DecisionDraft} DecisionDraft */

const EMPTY = { outcome: "", kind: "", reasons: "", family_view: "", wishes: "" };

/** What the desk keeps for this child, not shown: the newer of what was kept for now and what was taken off. @param {string} child @returns {DecisionDraft | undefined} */
function draftFor(child) {
  const kept = store.get("decision_drafts", child);
  const off = store.get("decision_drafts", child + ":taken_off");
  return kept && off ? (kept.at > off.at ? kept : off) : kept || off;
}

/** Made anew, the form begins with what the desk keeps. @param {string} child */
function whichDraft(child) {
  const draft = draftFor(child);
  return draft ? String(draft.at) : "";
}

/** @param {{name: string, legend: string, options: Choice[], value: string, choose: (key: string) => void}} props */
function Radios({ name, legend, options, value, choose }) {
  return html`<fieldset>
    <legend>${legend}</legend>
    ${options.map(
      (one) => html`<label class="choice" key=${one.key}>
        <input type="radio" name=${name} checked=${value === one.key} onChange=${() => choose(one.key)} />
        <span>${one.label}</span>
      </label>`,
    )}
  </fieldset>`;
}

/** @param {{child: string, close: () => void, again: boolean}} props */
function DecideForm({ child, close, again }) {
  const id = "decide-" + child;
  const draft = draftFor(child) || EMPTY;
  const [outcome, setOutcome] = useChoice(id, "outcome", draft.outcome || "");
  const [kind, setKind] = useChoice(id, "kind", draft.kind || "");
  const [reasons, setReasons] = useWords(id, "reasons", draft.reasons);
  const [family, setFamily] = useWords(id, "family", draft.family_view);
  const [wishes, setWishes] = useWords(id, "wishes", draft.wishes);
  const aloud = useAloud(id);
  const { ask, problem, busy, setProblem } = useCommand();
  const asks = rule();
  const name = store.personName(child);
  if (!asks) return null;
  const asksKind = asks.outcomes_with_kind.indexOf(outcome) >= 0 && asks.kinds.length > 0;
  const save = async (/** @type {Event} */ event) => {
    event.preventDefault();
    if (!outcome) return setProblem(_("Choose what is decided."));
    if (asksKind && !kind) return setProblem(_("Choose the kind of harm."));
    if (!reasons.trim()) return setProblem(_("Give the reasons."));
    if (!family.trim()) return setProblem(_("Say how the family\u2019s view counted."));
    if (!aloud.said) return setProblem(SAY_IT_FIRST);
    const data = {
      child,
      outcome,
      kind: asksKind ? kind : null,
      reasons: reasons.trim(),
      family_view: family.trim(),
      wishes: wishes.trim(),
    };
    if (!(await ask("decide_for_child", data, _("Everyone can see it.")))) return undefined;
    await onTheWall(aloud, "decision", child);
    aloud.forget();
    forget(id);
    close();
    return undefined;
  };
  const keep = async () => {
    const kept = { child, outcome: outcome || null, kind: asksKind && kind ? kind : null, reasons: reasons.trim(), family_view: family.trim(), wishes: wishes.trim() };
    if (!(await ask("draft_decision", kept, _("Kept on your desk. Nobody else sees it yet.")))) return;
    forget(id);
  };
  const counted = _("How did the family\u2019s view count?");
  const unmet = _("What was wished for and can\u2019t be done, and why?");
  return html`<form class="desk-form" tabindex="-1" data-fk=${"decide:" + child} onSubmit=${save} aria-label=${_("Decide for %(name)s", { name })}>
    ${h(Radios, { name: id, legend: _("For %(name)s we decide", { name }), options: asks.outcomes, value: outcome, choose: setOutcome })}
    ${asksKind && h(Radios, { name: id + "-kind", legend: _("Because of"), options: asks.kinds, value: kind, choose: setKind })}
    ${h(Field, { id: id + "-why", label: _("The reasons"), value: reasons, write: setReasons, rows: 3 })}
    ${h(Field, { id: id + "-family", label: counted, value: family, write: setFamily, rows: 2 })}
    ${h(Field, { id: id + "-wishes", label: unmet, hint: _("You can leave this out"), value: wishes, write: setWishes, rows: 2 })}
    ${h(Problem, { text: problem })}
    <p><b>${_("Say it aloud first.")}</b> ${_("Then show it: everyone here sees all of this.")}</p>
    ${h(AloudTicks, { aloud, fk: "decide:" + child })}
    <div class="buttons">
      <button type="submit" class="button primary" data-fk=${"show-decision:" + child} aria-disabled=${busy || !aloud.said ? "true" : null}>${_("Show %(name)s\u2019s decision", { name })}</button>
      <button type="button" class="button" data-fk=${"keep-decision:" + child} aria-disabled=${busy ? "true" : null} onClick=${keep}>${_("Keep for now")}${h(Called, { of: _("the decision for %(name)s", { name }) })}</button>
      ${draftFor(child) && h(ThrowAway, { child })}
      ${again && !draftFor(child) && html`<button type="button" class="button" onClick=${close}>${_("Not now")}${h(Called, { of: _("Decide for %(name)s", { name }) })}</button>`}
    </div>
  </form>`;
}
