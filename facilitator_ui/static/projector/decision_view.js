/**
 * What was decided for each child and how it is rated, as everyone has been shown it: the outcome, why, how the family's view
 * counted; the colour beside the one before, what would make it one step better; who sees it differently. Behind it, all the views.
 */
import { dissentWords } from "../board/deciding/dissents.js";
import { colourOf, rated, shownRating } from "../board/deciding/rating_words.js";
import { _ } from "../board/kit/gettext.js";
import { h, html } from "../board/kit/html.js";
import { decisionFor, dissentsOn, outcomeWords, rule, viewsOn } from "../board/reading/deciding.js";
import { meetingWords, ratingsBefore, toldWords } from "../board/reading/earlier.js";
import { standing } from "../board/reading/big_screen.js";
import { nameAndPart } from "../board/store/people_words.js";
import * as store from "../board/store/store.js";
import { labelOf } from "../board/store/words.js";
import { PLAIN } from "./entries.js";
import { Fitted } from "./fitted_list.js";
import { ofChild } from "./part_shown.js";
import { joined } from "./joined.js";

/** @typedef {import('./entries.js').Entry} Entry */
/** @typedef {import('../board/wire.js').Rating} Rating */
/** @typedef {{key: string, label: string, kind: "outcome" | "colour" | "text", lead: string, text: string, chip: string, tint: string}} Part */
/** @typedef {{left: Part[], right: Part[], behind: Entry[]}} Decided */

/** Whose words, and the tint of where they come from. @param {string} person */
function by(person) {
  const agency = store.agencyOf(person);
  return { chip: nameAndPart(person), tint: agency ? agency.tint : "family" };
}

/** @param {string} key @param {string} label @param {Partial<Part>} more @returns {Part} */
function part(key, label, more) {
  return { key, label, kind: "text", lead: "", text: "", chip: "", tint: "", ...more };
}

/** What was decided for a child. @param {string} child @returns {Part[]} */
function decided(child) {
  const decision = decisionFor(child);
  if (!decision) return [];
  return [
    part("outcome", _("We decided"), { kind: "outcome", lead: outcomeWords(decision) }),
    part("why", _("Why"), { text: decision.reasons }),
    part("family", _("How the family\u2019s view counted"), { text: decision.family_view }),
    part("wishes", _("What could not be done, and why"), { text: decision.wishes }),
  ].filter((one) => one.lead || one.text);
}

/** Who disagrees with a decision. Taken off every screen, it takes them along. @param {string} child @returns {Part[]} */
function against(child) {
  const all = decisionFor(child) ? dissentsOn(child) : [];
  return all.map((one) => part("dissent:" + one.id, _("Somebody sees it differently"), { ...by(one.person), lead: dissentWords(one) + ".", text: one.why }));
}

/** The rating before this one, and when: never without it. @param {string | null} child */
function wasWords(child) {
  const before = ratingsBefore(child);
  const last = before[before.length - 1];
  if (!last) return "";
  const found = colourOf(last.colour);
  const was = found ? found.shape + "\u00a0" + found.label : _("not rated");
  return [_("Was %(before)s: %(meeting)s.", { before: was, meeting: meetingWords(last.came) }), toldWords(last.came)].filter(Boolean).join(" ");
}

/** How big the risk is, for a child or (null) for the family. @param {string | null} child @returns {Part[]} */
function risk(child) {
  const rating = shownRating(child);
  if (!rating) return [];
  const about = child ? _("The risk for %(name)s, if things go on as today", { name: store.personName(child) }) : _("The risk, if things go on as today");
  const views = store.each("rating_views").map((one) => one.thing).filter((view) => view.rating === rating.id).sort((a, b) => a.at - b.at);
  const differently = views.map((one) => part("rating:" + one.id, _("Somebody sees it differently"), { ...by(one.person), lead: colourWords(one.colour) + ".", text: one.reason }));
  return [
    part("colour", about, { kind: "colour", lead: colourWords(rating.colour), tint: rating.colour || "none", text: wasWords(child) }),
    part("reason", _("Why this colour"), { text: rating.reason }),
    part("better", _("What would make it one step better"), { text: rating.better }),
    ...differently,
  ].filter((one) => one.lead || one.text);
}

/** Shape, word and meaning together, never the bare colour. @param {"red" | "amber" | "green" | null} key */
function colourWords(key) {
  const found = colourOf(key);
  return found ? found.shape + "\u00a0" + found.label + ": " + found.meaning : _("Not rated today");
}

/** What each agency and the family say. @param {string} child @returns {Entry[]} */
function views(child) {
  const asks = rule();
  return viewsOn(child).map((one) => ({
    ...PLAIN,
    ...by(one.person),
    key: "view:" + one.id,
    point: "view:" + one.id,
    group: _("What each of us thinks"),
    lead: labelOf(asks ? asks.answers : [], one.answer) + ".",
    text: one.why,
  }));
}

/** Of one child, or (null) of the family. @param {string} view @param {string | null} child @returns {Decided} */
function all(view, child) {
  if (view === "rating" || child === null) return { left: risk(child).slice(0, 2), right: risk(child).slice(2), behind: [] };
  const rates = rated().indexOf(child) >= 0;
  return { left: decided(child), right: (rates ? risk(child) : []).concat(against(child)), behind: views(child) };
}

/** @param {Part} one @param {string} group @param {string} of @returns {Entry} */
function entry(one, group, of) {
  const lead = group === one.label || !group ? one.lead : one.label + (one.lead ? ": " + one.lead : ":");
  return { ...PLAIN, key: one.key + of, point: one.key + of, group: group || one.label, lead, text: one.text, chip: one.chip, tint: one.chip ? one.tint : "", tone: one.kind === "colour" ? "rated-" + one.tint : "" };
}

/** @param {{asked: string, across: number}} props */
export function DecisionView({ asked, across }) {
  const { view, child, page } = standing();
  const each = view === "rating" ? rated() : store.children().map((one) => one.id);
  const about = each.length > 1 && child ? each.filter((one) => one === child) : each;
  const found = about.map((one) => ({ one, ...all(view, one) }));
  const [only] = found;
  const single = found.length === 1;
  const name = (/** @type {string | null} */ one) => (one ? store.personName(one) : _("The family"));
  const entries = joined(found.map(({ one, left, right, behind }) =>
    left.concat(right).map((some) => entry(some, single ? some.label : name(one), String(one))).concat(behind.map((some) => ({ ...some, group: single ? some.group : name(one) }))),
  ));
  const drawn = single && across > 1 && only.left.concat(only.right).length > 0;
  return html`<div class="body"><section class="sheet">
    ${h(Fitted, {
      entries,
      asked,
      page,
      empty: _("Nothing is shown here yet."),
      across,
      words: ofChild(single ? only.one : null),
      whole: drawn ? h(Drawn, { left: only.left, right: only.right }) : null,
      rest: drawn ? only.behind : [],
    })}
  </section></div>`;
}

/** @param {{left: Part[], right: Part[]}} props */
function Drawn({ left, right }) {
  return html`<div class=${right.length && left.length ? "decided halves" : "decided"}>
    ${[left, right].map((parts, at) => parts.length > 0 && html`<div class="half" key=${at}>${parts.map((one) => h(OnePart, { key: one.key, one }))}</div>`)}
  </div>`;
}

/** @param {{one: Part}} props */
function OnePart({ one }) {
  const who = one.chip && html`<span class=${"chip tint-" + one.tint}>${one.chip}</span> `;
  return html`<div class=${"part " + one.kind}>
    <h2>${one.label}</h2>
    ${one.kind === "outcome" && html`<p class="outcome">${one.lead}</p>`}
    ${one.kind === "colour" && html`<p><span class=${"rate " + one.tint}>${one.lead}</span></p>${one.text && html`<p class="was">${one.text}</p>`}`}
    ${one.kind === "text" && html`<p>${who}${one.lead && html`<b>${one.lead}</b> `}<span class="words">${one.text}</span></p>`}
  </div>`;
}
