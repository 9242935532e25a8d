/** Links from what is missing to the place where it is put right: on the board, or in a section of the desk. */
import { _ } from "../../board/kit/gettext.js";
import { h, html } from "../../board/kit/html.js";
import { icon } from "../../board/kit/icon.js";
import { focusSoon } from "../../board/kit/keep_focus.js";
import * as store from "../../board/store/store.js";
import { goTo } from "../../board/reading/view.js";
import { fill, names, short } from "../../board/store/words.js";
import { Called } from "../../board/kit/called.js";
import { decideFor } from "../deciding/decision_desk.js";
import { goToAdult, goToCoreGroup, goToImpact, goToPoint, goToSection, goToSummary } from "../parts/go_to.js";

/** @typedef {import('../../board/wire.js').Item} Item */
/** @typedef {{key: string, words: string, go: () => void}} PlaceLink */

/** What each check leads to for one thing it found; checks about points are led by the point itself. */
const BY_CHECK = /** @type {Record<string, (id: string) => void>} */ ({
  numbers_sealed: (id) => goToSection("numbers", "show:" + id),
  numbers_asked: () => goToSection("numbers", "ask-numbers"),
  private_apart_running: () => goToSection("apart", "apart-show"),
  impact_missing: goToImpact,
  decision_missing: (id) => {
    goToSection("deciding");
    decideFor(id);
  },
  views_missing: () => goTo("@deciding"),
  rating_missing: (id) => goToSection("rating", "rate:" + (id === "family" ? String(null) : id)),
  visits_missing: goToCoreGroup,
  updates_missing: goToCoreGroup,
  adults_unasked: goToAdult,
  hearing_missing: (id) => {
    goTo(id);
    focusSoon("#column-" + id.replace(/\W/g, "-"), "composer");
  },
  triggers_unanswered: (id) => goToSection("triggers", "trigger:" + id),
  summaries_missing: goToSummary,
  contributors_missing: () => goToSection("lobby"),
});

/** What a thing is called: a point by its words, a child or attendee by name, an asking by its children. @param {string} id */
function called(id) {
  const item = store.get("items", id);
  if (item) return short(item.text);
  const person = store.personOf(id) || store.get("people", id);
  if (person) return store.personName(person.id);
  const round = store.get("rounds", id);
  if (round) return _("The numbers for %(names)s", { names: names(round.children) });
  const template = store.template.value;
  const trigger = template && template.triggers.find((one) => one.key === id);
  if (trigger) return fill(trigger.question);
  const column = template && template.columns.find((one) => one.key === id);
  if (column) return fill(column.label);
  if (id === "private_writing") return _("Private writing");
  return id === "family" ? _("The family") : "";
}

/** The links of a gap. @param {string} check @param {string[]} things @returns {PlaceLink[]} */
export function linksOf(check, things) {
  return things
    .map((id) => {
      const item = store.get("items", id);
      const go = BY_CHECK[check];
      return { key: check + ":" + id, words: called(id), go: () => (item ? goToPoint(item) : go && go(id)) };
    })
    .filter((link) => link.words);
}

/** @param {{links: PlaceLink[], about: string}} props `about`: what the list is, heard after each: one child can stand in several */
export function PlaceLinks({ links, about }) {
  if (!links.length) return null;
  return html`<ul class="leads">
    ${links.map(
      (link) => html`<li key=${link.key}>
        <button type="button" class="button quiet small" data-fk=${"lead:" + link.key} onClick=${link.go}>
          ${icon("move-right")} <span>${link.words}</span>${h(Called, { of: about })}
        </button>
      </li>`,
    )}
  </ul>`;
}

/** Points as links. @param {Item[]} items @param {string} from what the list is, so that the same point can stand in two */
export function pointLinks(items, from) {
  return items.map((item) => ({ key: from + ":" + item.id, words: short(item.text), go: () => goToPoint(item) }));
}
