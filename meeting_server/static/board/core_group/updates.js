/** What each agency has to tell of a child. One that was invited and told nothing says so: it never reads "no concerns". */
import { useState } from "../../vendor/preact-hooks.js";
import { agenciesFor } from "../reading/core_group.js";
import { going } from "../reading/agenda.js";
import { _ } from "../kit/gettext.js";
import { h, html } from "../kit/html.js";
import { icon } from "../kit/icon.js";
import { focusSoon } from "../kit/keep_focus.js";
import { forget, useChoice, useOpen, useWords } from "../store/kept_text.js";
import * as store from "../store/store.js";
import { canTidy } from "../reading/view.js";
import { whoTyped } from "../reading/who_typed.js";
import { clock, fill } from "../store/words.js";
import { Problem, useCommand } from "../forms/command_form.js";
import { Called } from "../kit/called.js";
import { Field, Whose } from "../forms/fields.js";
import { nameAndPart } from "../store/people_words.js";
import { PutAside, whoseWords } from "../asides/put_aside.js";
import { TakeBack } from "../forms/take_back.js";

/** @typedef {import('../reading/core_group.js').Update} Update */

/** @param {{child: string}} props */
export function Updates({ child }) {
  const template = store.template.value;
  const [telling, setTelling] = useOpen("update:" + child);
  const asked = template && template.updates;
  if (!asked) return null;
  const turn = (/** @type {boolean} */ now) => {
    setTelling(now);
    focusSoon((now ? "update-form:" : "update-add:") + child);
  };
  return html`<div class="updates">
    <h4>${fill(asked.label, child)}</h4>
    <dl>${agenciesFor(child).map(
      ({ agency, told }) => html`<div key=${agency.key}>
        <dt><span class=${"chip tint-" + agency.tint}>${agency.label}</span></dt>
        <dd>${told.length ? told.map((one) => h(Told, { key: one.id, update: one, child })) : html`<p><b>${asked.missing}</b></p>`}</dd>
      </div>`,
    )}</dl>
    ${
      telling
        ? h(Form, { child, close: () => turn(false) })
        : going() &&
          store.may("detail") &&
          html`<button type="button" class="button" data-fk=${"update-add:" + child} onClick=${() => turn(true)}>
            ${icon("plus")} ${_("Tell what we know")}<span class="away"> ${store.personName(child)}</span>
          </button>`
    }
  </div>`;
}

/** What was told of all children stands below each, and is opened below one. @param {{update: Update, child: string}} props */
function Told({ update, child }) {
  const [open, setOpen] = useState(false);
  const me = store.you.value;
  const mine = Boolean(me && (update.person === me.person || update.recorded_by === me.attendee));
  const under = update.child === null ? child : undefined;
  const whose = whoseWords(nameAndPart(update.person), update.at, update.text);
  const about = update.sources.length ? (under ? store.personName(under) + ", " + whose : whose) : "";
  const key = update.id + (under || "");
  return html`<p>${update.text}</p>
    <p class="meta">${[nameAndPart(update.person) + ", " + clock(update.at)].concat(whoTyped(update.person, update.recorded_by, update.source)).join(" · ")}${update.child === null && html` · ${_("About all the children")}`}</p>
    ${
      update.earlier.length > 0 &&
      html`<button type="button" class="button quiet small opens" aria-expanded=${String(open)} data-fk=${"told-before:" + key} onClick=${() => setOpen(!open)}>
          ${icon("chevron-right")} ${_("Told before")}<span class="away">: ${nameAndPart(update.person)}${about && ", " + about}</span></button>
        ${open && html`<ul>${update.earlier.map((one) => html`<li class="meta" key=${one.at}>${store.personName(one.person)}, ${clock(one.at)}: ${one.text}</li>`)}</ul>`}`
    }
    ${
      mine && update.sources.length > 0 && canTidy() &&
      h(TakeBack, {
        fk: "update-back:" + key, does: _("Take these words back"), about, name: "clear_update", data: { agency: update.agency, child: update.child },
        says: _("What %(name)s told, and what was told before, goes from every screen for good.", { name: store.personName(update.person) }),
      })
    }
    ${h(PutAside, { kind: "updates", thing: update.id, about, mine, under })}`;
}

/** @param {{child: string, close: () => void}} props */
function Form({ child, close }) {
  const form = "update:" + child;
  const [text, setText] = useWords(form, "text", "");
  const [person, setPerson] = useChoice(form, "person", "");
  const [source, setSource] = useWords(form, "source", "");
  const [all, setAll] = useChoice(form, "all", false);
  const { ask, problem, busy, setProblem } = useCommand();
  const id = "update-" + child;
  const name = store.personName(child);
  const save = async (/** @type {Event} */ event) => {
    event.preventDefault();
    if (!text.trim()) return setProblem(_("Say what your agency has to tell."));
    const data = { text: text.trim(), child: all ? null : child, person: person || null, source: source.trim() };
    if (await ask("give_update", data, _("Everyone can read it."))) {
      forget(form);
      close();
    }
    return undefined;
  };
  const called = h(Called, { of: _("What an agency has to tell of %(name)s", { name }) });
  return html`<form class="desk-form" tabindex="-1" data-fk=${"update-form:" + child} aria-label=${_("What an agency has to tell of %(name)s", { name })} onSubmit=${save}>
    ${h(Whose, { id: id + "-whose", label: _("Who tells it?"), mine: _("I do"), person, choose: setPerson, act: "update", source, setSource })}
    ${h(Field, { id: id + "-text", label: _("What is new since we last met?"), value: text, write: setText, rows: 3 })}
    ${
      store.children().length > 1 &&
      html`<label class="choice"><input type="checkbox" checked=${all} onChange=${() => setAll(!all)} /> ${_("This is about all the children")}</label>`
    }
    ${h(Problem, { text: problem })}
    <div class="buttons">
      <button type="submit" class="button primary" aria-disabled=${busy ? "true" : null}>${_("Show everyone")}${called}</button>
      <button type="button" class="button" onClick=${close}>${_("Not now")}${called}</button>
    </div>
  </form>`;
}
