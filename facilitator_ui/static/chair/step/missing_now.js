/** What the open step still lacks, in a few words for its block: a gap is said, and holds nobody up. */
import { shows } from "../../board/reading/places.js";
import { decisionFor, rule } from "../../board/reading/deciding.js";
import { rated, shownRating } from "../../board/deciding/rating_words.js";
import { _, ngettext } from "../../board/kit/gettext.js";
import * as store from "../../board/store/store.js";
import { ROOM } from "../../board/store/in_view.js";
import { listed } from "../../board/store/words.js";

/** @param {string[]} children */
function named(children) {
  return listed(children.map((id) => store.personName(id)));
}

/** @returns {string} */
function numbers() {
  const rounds = store.each("rounds").map(({ thing }) => thing.state);
  if (rounds.indexOf("asked") >= 0) return _("The numbers are not shown yet.");
  return rounds.length ? "" : _("No number is asked for yet.");
}

/** @returns {string} */
function decisions() {
  const left = rule() ? store.children().map((one) => one.id).filter((child) => !decisionFor(child)) : [];
  return left.length ? _("Not decided: %(names)s.", { names: named(left) }) : "";
}

/** @returns {string} */
function ratings() {
  const left = rated().filter((child) => !shownRating(child));
  if (!left.length) return "";
  const children = left.filter(Boolean);
  return children.length ? _("Not rated: %(names)s.", { names: named(/** @type {string[]} */ (children)) }) : _("The family is not rated.");
}

/** @returns {string} */
export function undated() {
  const without = store.each("items").filter(({ audience, thing }) => audience === ROOM && thing.action && !thing.taken_back && !thing.action.by).length;
  return without ? ngettext("%(n)s action has no day.", "%(n)s actions have no day.", without) : "";
}

/** @type {Record<string, () => string>} */
const LACKS = { "@numbers": numbers, "@deciding": decisions, "@rating": ratings, "@plan": undated };

/** Whole sentences, for what the step shows. @param {import('../../board/reading/agenda.js').Step} step @returns {string[]} */
export function missingNow(step) {
  return shows(step.stage)
    .map((place) => (LACKS[place] ? LACKS[place]() : ""))
    .filter(Boolean);
}
