/** For you: who or what needs the chair, four rows at most, each with one button; the others one press away. */
import { useLayoutEffect, useState } from "../../vendor/preact-hooks.js";
import { _, ngettext } from "../../board/kit/gettext.js";
import { h, html } from "../../board/kit/html.js";
import { icon } from "../../board/kit/icon.js";
import { Called } from "../../board/kit/called.js";
import { StillRow, useStill } from "../../board/kit/still_rows.js";
import { focusSoon } from "../../board/kit/keep_focus.js";
import { folded, lettersAcross } from "../../board/kit/room.js";
import { goTo, wide } from "../../board/reading/view.js";
import { CommandButton } from "../parts/desk_parts.js";
import { goToAgenda, goToSection } from "../parts/go_to.js";
import { needs } from "./for_chair.js";

/** @typedef {import('./for_chair.js').Need} Need */

const ROWS = 4;
/** Fewer where the window is low; not fewer than these, so that a low number is in sight. */
const FEWEST = 2;
/** What is about somebody's safety today. */
const URGENT = /^(ring|low):/;

/** @param {Need} one */
function keyOf(one) {
  return one.key;
}

/** @param {{few: boolean}} props `few`: a tool is open below, and only what presses most stands above it */
export function ForYou({ few }) {
  const [all, setAll] = useState(false);
  const rows = useStill("for-you", needs(), keyOf);
  const most = useFitting(rows.map((row) => row.key).join(" "));
  const urgent = rows.filter((row) => URGENT.test(row.key)).length;
  const some = !few ? most : folded.value && urgent < FEWEST ? 1 : FEWEST;
  const shown = all ? rows : rows.slice(0, some);
  const more = rows.length - shown.length;
  return html`<section class=${all ? "for-you all" : "for-you"} aria-labelledby="for-you">
    <div class="for-you-head">
      <h2 id="for-you" tabindex="-1">${_("For you")}</h2>
      ${(more > 0 || all) && html`<button type="button" class="button quiet small" data-fk="for-you-all" aria-expanded=${String(all)} onClick=${() => setAll(!all)}>${all ? _("Fewer") : ngettext("%(n)s more", "%(n)s more", more)}<span class="away"> ${_("that need you")}</span></button>`}
    </div>
    ${!rows.length && html`<p class="hint">${_("Nobody is waiting for you.")}</p>`}
    <ul data-still="for-you" data-home="for-you">
      ${shown.map((row) => h(StillRow, { key: row.key, list: "for-you", row, kind: ["need"], said: () => _("Done: %(words)s", { words: row.one.words }), children: h(Row, { one: row.one }) }))}
    </ul>
  </section>`;
}

/** How many rows fit above the big screen's block without scrolling; measured anew when the rows or the window change. @param {string} keys */
function useFitting(keys) {
  const size = keys + lettersAcross.value + window.innerHeight;
  const [fits, setFits] = useState({ size, most: ROWS });
  const most = fits.size === size ? fits.most : ROWS;
  useLayoutEffect(() => {
    const below = document.querySelector(".screen-now");
    const tight = below && below.scrollHeight > below.clientHeight + 1;
    if (tight && most > FEWEST && wide.value) setFits({ size, most: most - 1 });
  });
  useLayoutEffect(() => {
    const look = () => setFits({ size: "", most: ROWS });
    window.addEventListener("resize", look);
    return () => window.removeEventListener("resize", look);
  }, []);
  return most;
}

/** @param {{one: Need}} props */
export function Row({ one }) {
  const { does, section, at, place } = one;
  const go = () => {
    if (!place) return section ? goToSection(section, at) : goToAgenda("steps");
    goTo(place);
    return focusSoon("#page-heading");
  };
  return html`<p>${icon(one.icon)} <span>${one.words}</span></p>
    ${
      does
        ? h(CommandButton, { fk: "need:" + one.key, words: one.button, about: one.words, name: does.name, data: does.data, said: does.said, then: section ? go : undefined })
        : html`<button type="button" class="button" data-fk=${"need:" + one.key} onClick=${go}>${one.button}${h(Called, { of: one.words })}</button>`
    }`;
}
