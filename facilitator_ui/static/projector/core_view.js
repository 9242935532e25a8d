/** What a core group asks for, as everyone has been told it: who has seen each child, what agencies tell, the trigger check. */
import { nameAndPart } from "../board/components/number_words.js";
import { neededWords } from "../board/components/triggers.js";
import { howSeen } from "../board/components/visits.js";
import { agenciesFor, answersTo, visitsOf } from "../board/core.js";
import { _ } from "../board/gettext.js";
import { h, html } from "../board/html.js";
import * as store from "../board/store.js";
import { day, fill } from "../board/words.js";
import { chosen } from "./chosen.js";
import { PLAIN, whose } from "./entries.js";
import { Paged } from "./paged.js";

/** @typedef {import('./entries.js').Entry} Entry */
/** @typedef {{title: string, of: (child: string) => Entry[]}} Part */

/** Whether this is one of the views below. @param {string} view */
export function isCore(view) {
  return part(view) !== null;
}

/** @param {string} view @returns {Part | null} */
function part(view) {
  const template = store.template.value;
  if (!template) return null;
  if (view === "visits" && template.visits) return { title: fill(template.visits.label, null), of: seen };
  if (view === "updates" && template.updates) return { title: fill(template.updates.label, null), of: told };
  if (view === "triggers" && template.triggers.length) return { title: _("Trigger check"), of: needed };
  return null;
}

/** The visits to a child; that there were none is said, and never left out. @param {string} child @returns {Entry[]} */
function seen(child) {
  const about = { ...PLAIN, group: store.personName(child) };
  const visits = visitsOf(child).filter((one) => !one.taken_back);
  if (!visits.length) return [{ ...about, key: "none:" + child, point: "none:" + child, lead: _("Nobody has said so yet.") }];
  return visits.map((one) => ({
    ...about,
    ...whose(one.person),
    key: one.id,
    point: one.id,
    lead: day(one.day) + ".",
    text: one.says,
    chip: nameAndPart(one.person),
    name: "",
    known: [howSeen(one)].filter(Boolean),
  }));
}

/** What each invited agency told of a child. A silent one says so in the template's words. @param {string} child @returns {Entry[]} */
function told(child) {
  const asked = store.template.value && store.template.value.updates;
  const missing = asked ? asked.missing : "";
  return agenciesFor(child).reduce((found, { agency, told: all }) => {
    const about = { ...PLAIN, group: store.personName(child), chip: agency.label, tint: agency.tint };
    if (!all.length) return found.concat([{ ...about, key: child + agency.key, point: child + agency.key, lead: missing + "." }]);
    return found.concat(all.map((one) => ({ ...about, key: child + one.id, point: child + one.id, text: one.text, name: store.personName(one.person) })));
  }, /** @type {Entry[]} */ ([]));
}

/** The trigger check for a child: each question with its answer, or that it has none yet. @param {string} child @returns {Entry[]} */
function needed(child) {
  const triggers = store.template.value ? store.template.value.triggers : [];
  return triggers.reduce((found, one) => {
    const about = { ...PLAIN, group: store.personName(child), point: child + one.key };
    const lead = (/** @type {string} */ answer) => fill(one.question, child) + " " + answer + ".";
    const said = answersTo(one.key, child).map((one) => ({ ...about, key: child + one.id, lead: lead(neededWords(one.answer)), text: one.why }));
    return found.concat(said.length ? said : [{ ...about, key: child + one.key, lead: lead(_("Not answered yet")) }]);
  }, /** @type {Entry[]} */ ([]));
}

/** @param {{asked: string}} props */
export function CoreView({ asked }) {
  const { view, child, page } = chosen();
  const found = part(view);
  if (!found) return null;
  const about = store.children().filter((one) => child === null || one.id === child);
  const entries = about.reduce((all, one) => all.concat(found.of(one.id)), /** @type {Entry[]} */ ([]));
  return html`<div class="body">
    <section class="sheet large tint-impact" aria-labelledby="core-title">
      <h2 id="core-title">${found.title}</h2>
      ${h(Paged, { entries, asked, page, empty: _("Nothing is shown here yet."), beside: false, brief: false, foot: true })}
    </section>
  </div>`;
}
