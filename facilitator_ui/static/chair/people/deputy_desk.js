/** Naming a deputy, who may take the chair's controls when the chair's laptop dies. */
import { Problem, useCommand } from "../../board/forms/command_form.js";
import { amChair, chairAlone, deputy, holder, mayStandIn } from "../../board/reading/controls.js";
import { _ } from "../../board/kit/gettext.js";
import { h, html } from "../../board/kit/html.js";
import { forget, useChoice } from "../../board/store/kept_text.js";
import * as store from "../../board/store/store.js";
import { nameAndPart } from "../../board/store/people_words.js";
import { CommandButton } from "../parts/desk_parts.js";

/** What the heading of the section says. */
function deputyNote() {
  const named = deputy();
  if (holder()) return _("%(name)s has the controls", { name: store.attendeeName(holder() || "") });
  return named ? store.attendeeName(named) : _("Nobody yet");
}

/** Whether the section has to do with who steers just now. */
export function deputyNeeds() {
  return { needs: Boolean(holder()) && amChair(), note: deputyNote() };
}

function TakeBack() {
  return html`<p>${_("%(name)s has the chair’s controls. Nobody else can steer while they do.", { name: store.attendeeName(holder() || "") })}</p>
    ${h(CommandButton, { words: _("Take them back"), about: _("as chair"), name: "take_controls", data: {}, said: _("You have the chair\u2019s controls again."), fk: "desk-controls-back" })}`;
}

export function DeputyDesk() {
  const form = "deputy";
  const [chosen, setChosen] = useChoice(form, "chosen", "");
  const { ask, problem, busy, setProblem } = useCommand();
  const named = deputy();
  const person = named ? store.personOf(named) : undefined;
  const who = mayStandIn().filter((one) => one.id !== named);
  if (!amChair()) return html`<p>${_("You have the chair’s controls. Only the chair names a deputy.")}</p>`;
  if (holder()) return h(TakeBack, {});
  const name = async (/** @type {Event} */ event) => {
    event.preventDefault();
    if (!chosen) return setProblem(_("Choose who is deputy."));
    if (await ask("name_deputy", { attendee: chosen }, _("%(name)s is deputy.", { name: store.attendeeName(chosen) }))) forget(form);
    return undefined;
  };
  return html`<p class="hint">${_("If your computer fails, your deputy can take the controls with one press, and sees this desk then. You can take them back. Numbers that are not shown stay hidden.")}</p>
    ${chairAlone() && html`<p class="hint">${_("A deputy runs the agenda, no more: the rating, the decisions and the lock stay yours.")}</p>`}
    ${
      person &&
      html`<p><b>${_("%(name)s is deputy.", { name: nameAndPart(person.id) })}</b></p>
        ${h(CommandButton, { words: _("No deputy"), name: "name_deputy", data: { attendee: null }, said: _("Nobody is deputy now."), fk: "no-deputy" })}`
    }
    ${
      who.length
        ? html`<form class="desk-form" onSubmit=${name}>
            <div class="field">
              <label for="deputy-who">${person ? _("Somebody else") : _("Who is deputy?")}</label>
              <select id="deputy-who" value=${chosen} onChange=${(/** @type {any} */ event) => setChosen(event.target.value)}>
                <option value="">${_("Choose")}</option>
                ${who.map((one) => html`<option key=${one.id} value=${one.id}>${nameAndPart(one.person)}</option>`)}
              </select>
            </div>
            ${h(Problem, { text: problem })}
            <button type="submit" class="button" data-fk="name-deputy" aria-disabled=${busy ? "true" : null}>${_("Name as deputy")}</button>
          </form>`
        : !person && html`<p class="hint">${_("Nobody who could be deputy is here yet.")}</p>`
    }`;
}
