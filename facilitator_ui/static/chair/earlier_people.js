/** Who of the earlier meetings is who here: the same name is offered, and the chair says it. */
import { Problem, useAsk } from "../board/components/asking.js";
import { nameAndPart } from "../board/components/number_words.js";
import { _ } from "../board/gettext.js";
import { h, html } from "../board/html.js";
import { forget, useChoice } from "../board/kept.js";
import { say } from "../board/voice.js";
import * as store from "../board/store.js";
import { uuid } from "../board/uuid.js";
import { unmatched } from "./earlier_words.js";

/** @typedef {import('./earlier_words.js').EarlierPerson} EarlierPerson */
/** @typedef {{key: string, name: string, child: boolean, all: EarlierPerson[]}} Name */

const NOBODY = "nobody";
const ELSEWHERE = "elsewhere";
const MOST = 50;

/** One line for each name: somebody who was at three meetings is asked about once. @returns {Name[]} */
function names() {
  /** @type {Map<string, Name>} */
  const found = new Map();
  unmatched().forEach((one) => {
    const key = (one.child ? "c " : "g ") + one.name.trim().toLowerCase();
    const name = found.get(key) || { key, name: one.name, child: one.child, all: [] };
    name.all.push(one);
    found.set(key, name);
  });
  return Array.from(found.values()).sort((a, b) => Number(b.child) - Number(a.child) || a.name.localeCompare(b.name, "en-GB"));
}

/** Who somebody could be here. @param {Name} name */
function possible(name) {
  return name.child ? store.children() : store.people().filter((one) => !one.child);
}

/** What is offered: whoever has the same name, else nobody for a child and somebody elsewhere for a grown-up. @param {Name} name */
function offered(name) {
  const same = possible(name).find((one) => one.name.trim().toLowerCase() === name.name.trim().toLowerCase());
  return same ? same.id : name.child ? NOBODY : ELSEWHERE;
}

export function WhoIsWho() {
  const all = names();
  const form = "who-is-who";
  const [chosen, setChosen] = useChoice(form, "chosen", /** @type {Record<string, string>} */ ({}));
  const { ask, problem, busy } = useAsk();
  if (!all.length) return null;
  const save = async (/** @type {Event} */ event) => {
    event.preventDefault();
    const people = all.reduce((found, name) => {
      const now = chosen[name.key] || offered(name);
      const id = now === NOBODY ? null : now === ELSEWHERE ? uuid() : now;
      return found.concat(name.all.map((one) => ({ earlier: one.id, now: id })));
    }, /** @type {Array<{earlier: string, now: string | null}>} */ ([]));
    for (let at = 0; at < people.length; at += MOST) {
      if (!(await ask("match_people", { people: people.slice(at, at + MOST) }))) return;
    }
    forget(form);
    say(_("Written down who is who."));
  };
  return html`<form class="desk-form" aria-labelledby="who-is-who" onSubmit=${save}>
    <h4 id="who-is-who">${_("Who is who?")}</h4>
    <p class="hint">${_("Look at each name before you save. Two people can have the same name.")}</p>
    ${all.map((name, at) => h(OneName, { key: name.key, name, at, chosen: chosen[name.key] || offered(name), choose: (now) => setChosen({ ...chosen, [name.key]: now }) }))}
    ${h(Problem, { text: problem })}
    <div class="buttons"><button type="submit" class="button primary" aria-disabled=${busy ? "true" : null}>${_("That is right")}</button></div>
  </form>`;
}

/** @param {{name: Name, at: number, chosen: string, choose: (now: string) => void}} props */
function OneName({ name, at, chosen, choose }) {
  const id = "who-is-" + at;
  const { relationship, agency } = name.all[0];
  const more = [relationship, agency].filter(Boolean).join(", ");
  return html`<div class="field">
    <label for=${id}>${name.name}${more && html` <span class="hint">${more}</span>`}</label>
    <select id=${id} value=${chosen} onChange=${(/** @type {any} */ event) => choose(event.target.value)}>
      ${possible(name).map((one) => html`<option key=${one.id} value=${one.id} selected=${one.id === chosen}>${nameAndPart(one.id)}</option>`)}
      ${
        name.child
          ? html`<option value=${NOBODY} selected=${chosen === NOBODY}>${_("Not one of the children here")}</option>`
          : html`<option value=${ELSEWHERE} selected=${chosen === ELSEWHERE}>${_("Not in this meeting")}</option>`
      }
    </select>
  </div>`;
}
