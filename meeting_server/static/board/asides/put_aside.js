/**
 * Putting somebody's words aside, for the chair and the minute-taker: asked once more, with the reason that everyone reads.
 * Beside the words stands the mark of what was put aside before.
 */
import { asidesOf, markWhy, markWords, mayPutAside } from "./asides.js";
import { _ } from "../kit/gettext.js";
import { h, html } from "../kit/html.js";
import { icon } from "../kit/icon.js";
import { focusSoon } from "../kit/keep_focus.js";
import { forget, useOpen, useWords } from "../store/kept_text.js";
import { theirWords } from "../store/language.js";
import { uuid } from "../kit/uuid.js";
import { clock, short } from "../store/words.js";
import * as store from "../store/store.js";
import { Problem, useCommand } from "../forms/command_form.js";
import { Called } from "../kit/called.js";
import { Field } from "../forms/fields.js";

/** @typedef {import('./asides.js').Kind} Kind */
/** @typedef {{kind: Kind, thing: string, n?: number | null}} Thing */

/** Whose words, when, and how they begin: what tells one button from another. @param {string} who @param {number} at @param {string} text */
export function whoseWords(who, at, text) {
  return _("%(name)s, %(time)s: %(text)s", { name: who, time: clock(at), text: short(text) });
}

/** @param {Thing} props */
export function AsideMarks({ kind, thing, n }) {
  return asidesOf(kind, thing, n === undefined ? null : n).map(
    (mark) => html`<p class="meta put-aside" key=${mark.id}>${icon("eye-off")} <span>${markWords(mark)} ${theirWords(markWhy(mark))}</span></p>`,
  );
}

/**
 * @param {Thing & {about: string, mine: boolean, under?: string}} props `about`: whose words; `mine`: my own, which I take back
 *   instead; empty: there are no words; `under`: below which child, where the same words stand below several
 */
export function PutAside({ kind, thing, n, about, mine, under }) {
  const at = n === undefined ? null : n;
  const fk = ["aside", kind, thing, String(at)].concat(under || []).join(":");
  const [open, setOpen] = useOpen(fk);
  const turn = (/** @type {boolean} */ now) => {
    setOpen(now);
    focusSoon(now ? fk + ":sure" : fk);
  };
  const may = mayPutAside() && about && !mine;
  return html`${h(AsideMarks, { kind, thing, n: at })}
    ${
      may &&
      (open
        ? h(AsideForm, { kind, thing, n: at, about, fk, done: () => turn(false) })
        : html`<button type="button" class="button quiet small" data-fk=${fk} onClick=${() => turn(true)}>
            ${icon("eye-off")} ${_("Put aside")}${h(Called, { of: about })}
          </button>`)
    }`;
}

/** @param {Thing & {about: string, fk: string, done: () => void}} props */
export function AsideForm({ kind, thing, n, about, fk, done }) {
  const [why, setWhy] = useWords(fk, "why", "");
  const { ask, problem, busy, setProblem } = useCommand();
  const id = fk.replace(/[^a-z0-9]/g, "-");
  const close = () => {
    forget(fk);
    done();
  };
  const put = async (/** @type {Event} */ event) => {
    event.preventDefault();
    if (!why.trim()) return setProblem(_("Say why. Everyone reads it."));
    const data = { aside: uuid(), kind, thing, n: n === undefined ? null : n, why: why.trim() };
    if (await ask("put_aside", data, _("Put aside. It waits on the desk."))) close();
    return undefined;
  };
  return html`<form class="sure" aria-label=${_("Put aside: %(about)s", { about })} tabindex="-1" data-fk=${fk + ":sure"} onSubmit=${put}>
    <p>${_("These words leave every screen at once. The chair’s desk keeps them, and whoever said them can still read them. A mark says that you did it, and why.")}</p>
    ${h(Field, { id, label: _("Why?"), hint: _("Everyone reads this. Don’t repeat the words."), value: why, write: setWhy })}
    ${h(Problem, { text: problem })}
    <div class="buttons">
      <button type="submit" class="button primary" aria-disabled=${busy ? "true" : null}>${_("Put aside now")}${h(Called, { of: about })}</button>
      <button type="button" class="button" onClick=${close}>${_("Leave it as it is")}${h(Called, { of: about })}</button>
    </div>
  </form>`;
}

/** What a point says when its words are gone. @param {Thing & {gone: import('../wire.js').TakenBack}} props */
export function Gone({ kind, thing, n, gone }) {
  if (gone.put_aside) return h(AsideMarks, { kind, thing, n });
  return html`<p class="meta">
    ${icon("undo-2")} <span>${_("Taken back by %(name)s, %(time)s.", { name: store.attendeeName(gone.by), time: clock(gone.at) })}${gone.why && html` ${theirWords(gone.why)}`}</span>
  </p>`;
}
