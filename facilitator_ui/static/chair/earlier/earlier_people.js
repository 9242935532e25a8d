/** Who of the earlier meetings is who here, a row a person: the same name is offered, and the chair says it. */
import { Problem, useCommand } from "../../board/forms/command_form.js";
import { nameAndPart } from "../../board/store/people_words.js";
import { _ } from "../../board/kit/gettext.js";
import { h, html } from "../../board/kit/html.js";
import { forget, useChoice } from "../../board/store/kept_text.js";
import { alike } from "../../board/kit/names.js";
import { say } from "../../board/kit/say.js";
import * as store from "../../board/store/store.js";
import { uuid } from "../../board/kit/uuid.js";
import { earlierMeetings, nameThen, title, unmatched } from "./earlier_words.js";

/** @typedef {import('./earlier_words.js').EarlierPerson} EarlierPerson */
/** @typedef {{key: string, name: string, child: boolean, all: EarlierPerson[], twice: boolean}} Row `twice`: two of one meeting had this name */

const NOBODY = "nobody";
const ELSEWHERE = "elsewhere";
const MOST = 50;

/** Case and accents aside. @param {string} name */
function plainName(name) {
  return alike(name).normalize("NFD").replace(/[\u0300-\u036f]/g, "");
}

/** A row a person: who was at three meetings is asked about once, and two of one name at one meeting are two. @returns {Row[]} */
function rows() {
  /** @type {Map<string, EarlierPerson[]>} */
  const found = new Map();
  unmatched().forEach((one) => {
    const key = (one.child ? "c " : "g ") + plainName(one.name);
    found.set(key, (found.get(key) || []).concat([one]));
  });
  /** @type {Row[]} */
  const all = [];
  found.forEach((same, key) => {
    const { child } = same[0];
    const twice = new Set(same.map((one) => one.meeting)).size < same.length;
    if (twice) same.forEach((one) => all.push({ key: key + one.id, name: nameThen(one.id), child, all: [one], twice }));
    else all.push({ key, name: nameThen(same[0].id), child, all: same, twice });
  });
  return all.sort((a, b) => Number(b.child) - Number(a.child) || a.name.localeCompare(b.name, "en-GB"));
}

/** Who somebody could be here, those of the same name or first name first. @param {Row} row */
function possible(row) {
  const name = plainName(row.all[0].name);
  const near = (/** @type {string} */ other) => Number(other !== name) + Number(other.split(" ")[0] !== name.split(" ")[0]);
  return (row.child ? store.children() : store.people().filter((one) => !one.child))
    .map((person) => ({ person, far: near(plainName(person.name)) }))
    .sort((a, b) => a.far - b.far)
    .map((one) => one.person);
}

/**
 * What is offered: whoever has the same name, else nobody for a child and somebody elsewhere for a grown-up. Nothing where
 * two have it, there or here, and their age or part does not say which.
 * @param {Row} row
 */
function offered(row) {
  const [one] = row.all;
  const same = possible(row).filter((person) => plainName(person.name) === plainName(one.name));
  if (!same.length) return row.child ? NOBODY : ELSEWHERE;
  const likely = same.length > 1 || row.twice ? same.filter((person) => (row.child ? person.age && person.age === one.age : person.relationship && person.relationship === one.relationship)) : same;
  return likely.length === 1 ? likely[0].id : "";
}

export function WhoIsWho() {
  const all = rows();
  const form = "who-is-who";
  const [chosen, setChosen] = useChoice(form, "chosen", /** @type {Record<string, string>} */ ({}));
  const { ask, problem, busy, setProblem } = useCommand();
  const now = (/** @type {Row} */ row) => chosen[row.key] || offered(row);
  if (!all.length) return null;
  const save = async (/** @type {Event} */ event) => {
    event.preventDefault();
    const open = all.filter((row) => !now(row));
    if (open.length) return setProblem(_("Say who this is here: %(names)s.", { names: open.map((row) => row.name).join("; ") }));
    const people = all.reduce((found, row) => {
      const id = now(row) === NOBODY ? null : now(row) === ELSEWHERE ? uuid() : now(row);
      return found.concat(row.all.map((one) => ({ earlier: one.id, now: id })));
    }, /** @type {Array<{earlier: string, now: string | null}>} */ ([]));
    for (let at = 0; at < people.length; at += MOST) {
      if (!(await ask("match_people", { people: people.slice(at, at + MOST) }))) return undefined;
    }
    forget(form);
    say(_("Written down who is who."));
    return undefined;
  };
  return html`<form class="desk-form" aria-labelledby="who-is-who" onSubmit=${save}>
    <h4 id="who-is-who">${_("Who is who?")}</h4>
    <p class="hint">${_("Look at each name before you save. Two people can have the same name.")}</p>
    ${all.map((row, at) => h(OnePerson, { key: row.key, row, at, chosen: now(row), choose: (id) => setChosen({ ...chosen, [row.key]: id }) }))}
    ${h(Problem, { text: problem })}
    <div class="buttons"><button type="submit" class="button primary" aria-disabled=${busy ? "true" : null}>${_("That is right")}</button></div>
  </form>`;
}

/** @param {{row: Row, at: number, chosen: string, choose: (now: string) => void}} props */
function OnePerson({ row, at, chosen, choose }) {
  const id = "who-is-" + at;
  const { relationship, agency, meeting } = row.all[0];
  const from = row.twice && earlierMeetings().length > 1 && earlierMeetings().find((one) => one.id === meeting);
  const more = [relationship, agency, from && title(from)].filter(Boolean).join(", ");
  return html`<div class="field">
    <label for=${id}>${row.name}${more && html` <span class="hint">${more}</span>`}</label>
    <select id=${id} value=${chosen} onChange=${(/** @type {any} */ event) => choose(event.target.value)}>
      ${!offered(row) && html`<option value="" selected=${chosen === ""}>${_("Choose")}</option>`}
      ${possible(row).map((one) => html`<option key=${one.id} value=${one.id} selected=${one.id === chosen}>${nameAndPart(one.id)}</option>`)}
      ${
        row.child
          ? html`<option value=${NOBODY} selected=${chosen === NOBODY}>${_("Not one of the children here")}</option>`
          : html`<option value=${ELSEWHERE} selected=${chosen === ELSEWHERE}>${_("Not in this meeting")}</option>`
      }
    </select>
  </div>`;
}
