/** Writing apart, on the desk: private writing, holding new points, what waits because of it, and who has prepared. */
import { holding, privateWriting } from "../../board/writing/private_writing.js";
import { Problem, useCommand } from "../../board/forms/command_form.js";
import { _, ngettext } from "../../board/kit/gettext.js";
import { h, html } from "../../board/kit/html.js";
import { forget, useChoice } from "../../board/store/kept_text.js";
import { columnOf } from "../../board/reading/layout.js";
import * as store from "../../board/store/store.js";
import { uuid } from "../../board/kit/uuid.js";
import { clock, fill } from "../../board/store/words.js";
import { HeldPoints, heldPoints } from "./held_points.js";
import { CommandButton, CommandAfterLook } from "../parts/desk_parts.js";
import { DESK } from "../../board/store/in_view.js";

/** What stands beside the section's title, and whether it needs the chair. */
export function apartNeeds() {
  const waiting = heldPoints().length;
  const facts = store.meeting();
  const on = [privateWriting() ? _("Private writing is on") : "", holding() ? _("Holding new points") : ""].filter(Boolean);
  const note = waiting ? ngettext("%(n)s held", "%(n)s held", waiting) : on.join(", ");
  return { needs: waiting > 0, note: facts && facts.state === "prepared" ? preparedNote() : note };
}

export function ApartDesk() {
  const facts = store.meeting();
  if (!facts) return null;
  const steers = store.may("steer");
  const running = facts.state === "open" || facts.state === "paused";
  return html`${steers && running && (privateWriting() ? h(Running, {}) : facts.state === "open" && h(StartWriting, {}))}
    ${!steers && privateWriting() && html`<p>${_("Private writing is on. The chair shows what was written.")}</p>`}
    ${steers && running && h(Hold, {})}
    ${h(HeldPoints, {})}
    ${h(Prepared, {})}`;
}

function StartWriting() {
  const template = store.template.value;
  const form = "private-writing";
  const [column, setColumn] = useChoice(form, "column", "");
  const { ask, problem, busy } = useCommand();
  const start = async (/** @type {Event} */ event) => {
    event.preventDefault();
    if (await ask("start_private_writing", { id: uuid(), column: column || null }, _("Private writing is on."))) forget(form);
  };
  return html`<form class="desk-form" onSubmit=${start}>
    <p class="hint">${_("Everyone writes for themselves. Nobody sees it, you neither, until you show all the points together.")}</p>
    <div class="field">
      <label for="apart-column">${_("Where")}</label>
      <select id="apart-column" value=${column} onChange=${(/** @type {any} */ event) => setColumn(event.target.value)}>
        <option value="" selected=${!column}>${_("All the columns")}</option>
        ${template && template.columns.map((one) => html`<option key=${one.key} value=${one.key} selected=${column === one.key}>${fill(one.label)}</option>`)}
      </select>
    </div>
    ${h(Problem, { text: problem })}
    <button type="submit" class="button" data-fk="apart-start" aria-disabled=${busy ? "true" : null}>${_("Start private writing")}</button>
  </form>`;
}

/** Where it is, and since when. @param {{column: string | null, since: number}} now */
function whereSince(now) {
  const column = now.column ? columnOf(now.column) : undefined;
  const time = clock(now.since);
  if (!column) return _("in all the columns, since %(time)s.", { time });
  return _("in \u201c%(column)s\u201d, since %(time)s.", { column: fill(column.label), time });
}

function Running() {
  const now = privateWriting();
  if (!now) return null;
  const sure = html`<p>${_("Everyone will see every point that was written, with its writer's name. Nobody has looked at them before.")}</p>
    <p class="hint">${holding() ? _("You hold new points, so they come to your desk first.") : _("A child's words come to your desk first.")}</p>`;
  return html`<div class="apart-now">
    <p><b>${_("Private writing is on")}</b> ${whereSince(now)} ${_("You are not told who has written.")}</p>
    <div class="buttons">
      ${h(CommandAfterLook, {
        words: _("Show all the points together"),
        sure,
        yes: _("Yes, show them all"),
        name: "show_private_writing",
        data: () => ({}),
        said: _("All the points are shown."),
        primary: true,
        fk: "apart-show",
      })}
      ${h(CommandButton, {
        words: _("Stop without showing"),
        name: "cancel_private_writing",
        data: {},
        said: _("Private writing is over. The points stay with their writers."),
        fk: "apart-stop",
      })}
    </div>
  </div>`;
}

function Hold() {
  const on = holding();
  return html`<div class="apart-now">
    <p class="hint">${on ? _("New points come to your desk first. Everyone can see that you hold them, not what waits.") : _("For when words come too fast or too hard: new points come to your desk first.")}</p>
    ${h(CommandButton, {
      words: on ? _("Stop holding") : _("Hold new points"),
      name: "hold_points",
      data: { on: !on },
      said: on ? _("New points go to everyone again.") : _("New points come to your desk first."),
      fk: "apart-hold",
    })}
  </div>`;
}

/** Attendees who say that they have finished preparing, the first first. */
function finished() {
  return store
    .each("preparations")
    .filter(({ audience, thing }) => audience === DESK && thing.finished)
    .map((one) => one.thing)
    .sort((a, b) => a.at - b.at);
}

function preparedNote() {
  const count = finished().length;
  return count ? ngettext("%(n)s has finished preparing", "%(n)s have finished preparing", count) : "";
}

/** Names and times, and nothing of what was written. */
function Prepared() {
  const facts = store.meeting();
  const done = finished();
  if (!done.length) {
    return facts && facts.state === "prepared"
      ? html`<p class="hint">${_("People who are let in can write points for themselves before the start. Who says they have finished is named here, and nothing else.")}</p>`
      : null;
  }
  return html`<h4>${_("Finished preparing")}</h4>
    <ul class="desk-list plain">${done.map((one) => html`<li key=${one.id}>${store.attendeeName(one.id)}, ${clock(one.at)}</li>`)}</ul>`;
}
