/** What was decided for each child, as everyone has been shown it: the reasons, who disagrees, and everybody's view. */
import { dissentWords } from "../board/deciding/dissents.js";
import { nameAndPart } from "../board/store/people_words.js";
import { begun, decisionFor, dissentsOn, outcomeWords, rule, viewsOn } from "../board/reading/deciding.js";
import { _ } from "../board/kit/gettext.js";
import { h, html } from "../board/kit/html.js";
import * as store from "../board/store/store.js";
import { labelOf } from "../board/store/words.js";
import { standing } from "../board/reading/big_screen.js";
import { PLAIN } from "./entries.js";
import { Paged } from "./paged_list.js";

/** @typedef {import('./entries.js').Entry} Entry */

/** Whose words, and the tint of where they come from. @param {string} person */
function by(person) {
  const agency = store.agencyOf(person);
  return { chip: nameAndPart(person), tint: agency ? agency.tint : "family" };
}

/** @param {string} child @returns {Entry[]} */
function ofChild(child) {
  const asks = rule();
  const decision = decisionFor(child);
  const chair = decision && store.personOf(decision.by);
  const about = { ...PLAIN, point: "decided:" + child, group: store.personName(child) };
  const made = decision
    ? [
        { ...about, ...(chair ? by(chair.id) : {}), key: "decided:" + child, lead: outcomeWords(decision) + ".", text: decision.reasons },
        { ...about, key: "family:" + child, lead: _("How the family\u2019s view counted:"), text: decision.family_view },
        { ...about, key: "wishes:" + child, lead: _("What could not be done, and why:"), text: decision.wishes },
      ].filter((one) => one.text)
    : [];
  // Taken off every screen, it takes who disagreed with it along.
  const against = (decision ? dissentsOn(child) : []).map((one) => ({ ...about, ...by(one.person), key: "dissent:" + one.id, lead: dissentWords(one) + ".", text: one.why }));
  const views = viewsOn(child).map((one) => ({
    ...about,
    ...by(one.person),
    key: "view:" + one.id,
    lead: labelOf(asks ? asks.answers : [], one.answer) + ".",
    text: one.why,
  }));
  return made.concat(against, views);
}

/** @param {{asked: string}} props */
export function DecisionView({ asked }) {
  const { child, page } = standing();
  const about = store.children().filter((one) => child === null || one.id === child);
  const entries = about.reduce((found, one) => found.concat(ofChild(one.id)), /** @type {Entry[]} */ ([]));
  if (!begun() || !entries.length) return html`<div class="calm"><p>${_("Nothing is shown here yet.")}</p></div>`;
  return html`<div class="body">
    <section class="sheet large tint-impact" aria-labelledby="decision-title">
      <h2 id="decision-title">${_("What we decided")}</h2>
      ${h(Paged, { entries, asked, page, empty: "", beside: false, brief: false, foot: true })}
    </section>
  </div>`;
}
