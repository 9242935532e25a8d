/** How an action from an earlier meeting is coming along: four words, how we know, what difference, who looks after it. */
import { useState } from "../../vendor/preact-hooks.js";
import { act } from "../forms/act.js";
import { STATES } from "../reading/progress.js";
import { _ } from "../kit/gettext.js";
import { h, html } from "../kit/html.js";
import { forget, useChoice, useWords } from "../store/kept_text.js";
import * as store from "../store/store.js";
import { notice } from "../reading/view.js";
import { say } from "../kit/say.js";
import { StateWords } from "./provenance_line.js";
import { described } from "../writing/composer_more.js";
import { Field, Whose } from "../forms/fields.js";

/** @typedef {import('../reading/progress.js').State} State */

/** @param {import('./point_editor.js').EditProps} props */
export function EditProgress({ item, done }) {
  const latest = item.progress[item.progress.length - 1];
  const form = "progress@items:" + item.id;
  const [state, setState] = useChoice(form, "state", /** @type {State | ""} */ (""));
  const [evidence, setEvidence] = useWords(form, "evidence", "");
  const [differences, setDifferences] = useChoice(form, "differences", /** @type {Record<string, string>} */ ({}));
  const [monitors, setMonitors] = useChoice(form, "monitors", latest ? latest.monitors : /** @type {string[]} */ ([]));
  const [person, setPerson] = useChoice(form, "person", "");
  const [source, setSource] = useWords(form, "source", "");
  const [busy, setBusy] = useState(false);
  const about = store.children().filter((one) => !item.children.length || item.children.indexOf(one.id) >= 0);
  const save = async (/** @type {Event} */ event) => {
    event.preventDefault();
    if (!state) {
      notice.value = _("Choose how it is coming along.");
      return say(notice.value);
    }
    setBusy(true);
    const said = about.map((one) => ({ child: one.id, says: (differences[one.id] || "").trim() })).filter((one) => one.says);
    const data = { item: item.id, state, evidence: evidence.trim(), differences: said, monitors, person: person || null, source: source.trim() };
    if (await act("note_progress", data, _("Written down."))) {
      forget(form);
      done();
    }
    setBusy(false);
    return undefined;
  };
  const toggle = (/** @type {string} */ id) => () =>
    setMonitors(monitors.indexOf(id) >= 0 ? monitors.filter((one) => one !== id) : monitors.concat([id]));
  return html`<form onSubmit=${save}>
    <p class="text quote">${item.text}</p>
    ${h(Whose, { id: "progress-whose", label: _("Whose answer?"), mine: _("Mine"), person, choose: setPerson, act: "update", among: (one) => !one.child, source, setSource })}
    <fieldset><legend>${_("How is it coming along?")}</legend>
      ${STATES.map((one) => html`<label class="choice" key=${one}>
        <input type="radio" name="progress-state" checked=${state === one} onChange=${() => setState(one)} /> ${h(StateWords, { state: one })}
      </label>`)}
    </fieldset>
    ${h(Field, { id: "progress-evidence", label: _("How do we know?"), value: evidence, write: setEvidence })}
    ${about.map((one) =>
      h(Field, {
        key: one.id,
        id: "progress-" + one.id,
        label: _("What difference does it make for %(name)s?", { name: store.personName(one.id) }),
        value: differences[one.id] || "",
        write: (text) => setDifferences({ ...differences, [one.id]: text }),
      }),
    )}
    <fieldset class="people-choice"><legend>${_("Who looks after it from now on?")}</legend>
      ${store.people().filter((one) => !one.child).map((one) => html`<label class="choice" key=${one.id}>
        <input type="checkbox" checked=${monitors.indexOf(one.id) >= 0} onChange=${toggle(one.id)} /> ${described(one)}
      </label>`)}
    </fieldset>
    <div class="buttons"><button type="submit" class="button primary" disabled=${busy}>${_("Save")}</button></div>
  </form>`;
}
