/** Who types for somebody: named by themselves, or by the chair. Everyone is told. */
import { _ } from "../kit/gettext.js";
import { h, html } from "../kit/html.js";
import { focusSoon } from "../kit/keep_focus.js";
import { forget, useChoice, useOpen } from "../store/kept_text.js";
import * as store from "../store/store.js";
import { Problem, useCommand } from "../forms/command_form.js";
import { Called } from "../kit/called.js";
import { nameAndPart } from "../store/people_words.js";

/** Who may be named: somebody else who is here on a device and takes part. @param {string} person */
function mayType(person) {
  return store.people().filter((one) => {
    const attendee = store.attendeeOf(one.id);
    const role = store.roleOf(one.id);
    return one.id !== person && attendee && attendee.attendance === "here" && attendee.device && role && role.powers.indexOf("contribute") >= 0;
  });
}

/** "Fenno types for them", or nothing. @param {string} person */
export function typistWords(person) {
  const named = store.get("typists", person);
  const me = store.you.value;
  if (!named) return "";
  const name = store.personName(named.typist);
  if (me && me.person === person) return _("%(name)s types for you.", { name });
  return me && named.typist === me.person ? _("you type for them") : _("%(name)s types for them", { name });
}

/** @param {{person: string}} props */
export function NameTypist({ person }) {
  const id = "typist-" + person;
  const [open, setOpen] = useOpen(id);
  const [typist, setTypist] = useChoice(id, "typist", "");
  const { ask, problem, busy, setProblem } = useCommand();
  const me = store.you.value;
  const mine = Boolean(me && me.person === person);
  const named = store.get("typists", person);
  const name = store.personName(person);
  const turn = (/** @type {boolean} */ now) => {
    setOpen(now);
    if (!now) forget(id);
    focusSoon(now ? id : id + "-open");
  };
  const save = async (/** @type {Event} */ event) => {
    event.preventDefault();
    if (!typist) return setProblem(_("Choose who types."));
    const said = _("%(name)s types now. Everyone can see that.", { name: store.personName(typist) });
    if (await ask("name_typist", { person, typist }, said)) turn(false);
    return undefined;
  };
  const nobody = async () => {
    if (await ask("name_typist", { person, typist: null }, _("Nobody is named to type any more."))) turn(false);
  };
  if (!open) {
    const words = mine ? _("Choose who types for me") : _("Who types for %(name)s\u2026", { name });
    return html`<button type="button" class="button small" data-fk=${id + "-open"} onClick=${() => turn(true)}>${words}</button>`;
  }
  return html`<form class="desk-form" data-fk=${id + "-form"} tabindex="-1" onSubmit=${save}>
    <div class="field">
      <label for=${id}>${mine ? _("Who types for you?") : _("Who types for %(name)s?", { name })}</label>
      <select id=${id} data-fk=${id} value=${typist} onChange=${(/** @type {any} */ event) => setTypist(event.target.value)}>
        <option value="">${_("Choose")}</option>
        ${mayType(person).map((one) => html`<option key=${one.id} value=${one.id}>${nameAndPart(one.id)}</option>`)}
      </select>
    </div>
    <p class="hint">${_("Everyone can see who types for whom.")}</p>
    ${h(Problem, { text: problem })}
    <div class="buttons">
      <button type="submit" class="button primary" aria-disabled=${busy ? "true" : null}>${mine ? _("They type for me") : _("They type for %(name)s", { name })}</button>
      ${named && html`<button type="button" class="button" aria-disabled=${busy ? "true" : null} onClick=${nobody}>${mine ? _("Nobody types for me") : _("Nobody types for %(name)s", { name })}</button>`}
      <button type="button" class="button" onClick=${() => turn(false)}>${_("Not now")}${h(Called, { of: mine ? _("who types for me") : _("who types for %(name)s", { name }) })}</button>
    </div>
  </form>`;
}
