/** The shown numbers of one child: the line, what the room made of it, and the reasons in pages. */
import { _ } from "../board/kit/gettext.js";
import { h, html } from "../board/kit/html.js";
import * as store from "../board/store/store.js";
import { fill } from "../board/store/words.js";
import { standing } from "../board/reading/big_screen.js";
import { aboutIt, ofNumbers } from "./entries.js";
import { Line, outcome, shownRounds } from "./number_line.js";
import { Paged } from "./paged_list.js";

const LEVELS = 5;

/** @param {{asked: string, width: number}} props `width` in the size of the page's letters */
export function NumbersView({ asked, width }) {
  const screen = standing();
  const all = store.children();
  const child = screen.child || (all.length ? all[0].id : "");
  const newest = shownRounds(child).sort((a, b) => b.round.asked_at - a.round.asked_at)[0];
  if (!newest) return html`<div class="calm"><p>${_("No numbers are shown for %(name)s now.", { name: fill("{child}", child) })}</p></div>`;
  const { round, scale } = newest;
  return html`<div class="body">
    <section class="sheet numbers tint-impact" aria-labelledby="numbers-title">
      <h2 id="numbers-title">${fill(scale.question, child)}</h2>
      ${
        width >= 30
          ? h(Line, { round, scale, child, levels: LEVELS, room: width - 4 })
          : html`<p class="outcome">${outcome(round, child)}</p>`
      }
      ${h(Paged, { entries: aboutIt(round).concat(ofNumbers(round, scale, child)), asked, page: screen.page, empty: _("No number was given."), beside: true, brief: false, foot: true })}
    </section>
  </div>`;
}
