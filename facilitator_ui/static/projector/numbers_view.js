/** A number that is asked for, and the numbers of one child once they are shown: the line, and everybody's reason. */
import { _, ngettext } from "../board/kit/gettext.js";
import { h, html } from "../board/kit/html.js";
import { endWords, roundsOf } from "../board/numbers/number_words.js";
import { standing } from "../board/reading/big_screen.js";
import * as store from "../board/store/store.js";
import { fill } from "../board/store/words.js";
import { PLAIN, aboutIt, ofNumbers, someGaveNone } from "./entries.js";
import { Fitted } from "./fitted_list.js";
import { EmptyLine, Line, outcome, shownRounds } from "./number_line.js";
import { ofChild } from "./part_shown.js";
import { joined } from "./joined.js";

/** @typedef {import('../board/numbers/number_words.js').Round} Round */
/** @typedef {import('../board/numbers/number_words.js').Scale} Scale */

const LEVELS = 5;
/** Below this many people who give a number, how many have answered would tell too much. */
const FEWEST = 4;

/** The newest asking that was not taken off the screens, of a child or of all of them. @param {string | null} child @returns {{round: Round, scale: Scale} | null} */
export function newestAsking(child) {
  const template = store.template.value;
  const children = child ? [child] : store.children().map((one) => one.id);
  const all = joined((template ? template.scales : []).map((scale) => joined(children.map((id) => roundsOf(scale, id))).map((round) => ({ round, scale }))));
  const on = all.filter(({ round }) => round.state !== "hidden");
  return on.sort((a, b) => b.round.asked_at - a.round.asked_at)[0] || null;
}

/** The numbers that stand on the screen now, or nothing. @param {string | null} child */
export function newestShown(child) {
  const all = store.children();
  return child || all.length ? shownRounds(child || all[0].id).sort((a, b) => b.round.asked_at - a.round.asked_at)[0] : undefined;
}

/** "7 of 9 have answered", or nothing where few are here. @param {Round} round @param {string | null} child */
function answeredWords(round, child) {
  const template = store.template.value;
  const gives = (/** @type {string} */ key) => Boolean(template && template.roles.some((role) => role.key === key && role.powers.indexOf("place") >= 0));
  const here = store.each("attendees").map((one) => one.thing).filter((one) => one.attendance === "here" && gives(one.role));
  const about = child ? [child] : round.children;
  // Who has answered has no name here: each is a number that is the same for every child.
  const people = Array.from(new Set(round.answered.map((one) => one.person)));
  const given = people.filter((person) => about.every((id) => round.answered.some((one) => one.person === person && (one.child === id || one.child === null))));
  if (here.length < FEWEST || round.state !== "asked") return "";
  return ngettext("%(n)s of %(all)s has answered", "%(n)s of %(all)s have answered", Math.min(given.length, here.length), { all: here.length });
}

/** The question and the empty line: what everybody thinks of alone. @param {{asked: string, width: number, round: Round, scale: Scale}} props */
export function AskedView({ asked, width, round, scale }) {
  const { child, page } = standing();
  const only = child || (round.children.length === 1 ? round.children[0] : null);
  const ends = endWords(round, scale, only || "");
  const question = fill(scale.question, only);
  const answered = answeredWords(round, only);
  const line = (/** @type {string} */ key, /** @type {string} */ lead, /** @type {string} */ text) => ({ ...PLAIN, key, point: key, lead, text });
  const entries = [line("q", "", question), line("10", "10:", ends.ten), line("0", "0:", ends.zero)].concat(answered ? line("n", "", answered) : []);
  const whole = html`<div class="asked">
    <h2>${question}</h2>
    <p class="sub"><b>${_("Everyone chooses alone.")}</b> ${_("Then we look at all the numbers together.")}</p>
    ${h(EmptyLine, { round, scale, child: only || "" })}
    ${answered && html`<p class="answered">${answered}</p>`}
  </div>`;
  return html`<div class="body"><section class="sheet">
    ${h(Fitted, { entries, asked, page, empty: "", across: 1, words: ofChild(only), whole: width >= 30 ? whole : null })}
  </section></div>`;
}

/** @param {{asked: string, width: number, across: number}} props `width` in the size of the page's letters */
export function NumbersView({ asked, width, across }) {
  const screen = standing();
  const all = store.children();
  const child = screen.child || (all.length ? all[0].id : "");
  const newest = newestShown(child);
  if (!newest) return html`<div class="body"><section class="sheet still"><p>${_("No numbers are shown for %(name)s now.", { name: fill("{child}", child) })}</p></section></div>`;
  const { round, scale } = newest;
  const entries = ofNumbers(round, child).concat(aboutIt(round));
  return html`<div class="body">
    <section class="sheet numbers">
      ${
        width >= 30
          ? h(Line, { round, scale, child, levels: LEVELS, room: width - 4 })
          : html`<p class="outcome">${outcome(round, child)}</p>`
      }
      ${h(Fitted, { entries, asked, page: screen.page, empty: _("No number was given."), across, words: ofChild(child) })}
      ${someGaveNone(round, child) && html`<p class="without">${_("Some gave no number.")}</p>`}
    </section>
  </div>`;
}
