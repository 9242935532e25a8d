/** For you: who or what needs the chair, four rows at most, each with one button; the others one press away. */
import { useState } from "../../vendor/preact-hooks.js";
import { _, ngettext } from "../../board/kit/gettext.js";
import { h, html } from "../../board/kit/html.js";
import { icon } from "../../board/kit/icon.js";
import { Called } from "../../board/kit/called.js";
import { StillRow, useStill } from "../../board/kit/still_rows.js";
import { CommandButton } from "../parts/desk_parts.js";
import { goToAgenda, goToSection } from "../parts/go_to.js";
import { needs } from "./for_chair.js";

/** @typedef {import('./for_chair.js').Need} Need */

const ROWS = 4;

/** @param {Need} one */
function keyOf(one) {
  return one.key;
}

export function ForYou() {
  const [all, setAll] = useState(false);
  const rows = useStill("for-you", needs(), keyOf);
  const shown = all ? rows : rows.slice(0, ROWS);
  const more = rows.length - shown.length;
  return html`<section class="for-you" aria-labelledby="for-you">
    <h2 id="for-you" tabindex="-1">${_("For you")} ${rows.length > ROWS && html`<span class="hint">${_("%(some)s of %(all)s", { some: shown.length, all: rows.length })}</span>`}</h2>
    ${!rows.length && html`<p class="hint">${_("Nobody is waiting for you.")}</p>`}
    <ul data-still="for-you" data-home="for-you">
      ${shown.map((row) => h(StillRow, { key: row.key, list: "for-you", row, kind: ["need"], said: () => _("Done: %(words)s", { words: row.one.words }), children: h(Row, { one: row.one }) }))}
    </ul>
    ${(more > 0 || all) && html`<button type="button" class="button quiet small" data-fk="for-you-all" aria-expanded=${String(all)} onClick=${() => setAll(!all)}>${all ? _("Fewer") : ngettext("%(n)s more", "%(n)s more", more)}<span class="away"> ${_("that need you")}</span></button>`}
  </section>`;
}

/** @param {{one: Need}} props */
function Row({ one }) {
  const { does, section } = one;
  return html`<p>${icon(one.icon)} <span>${one.words}</span></p>
    ${
      does
        ? h(CommandButton, { fk: "need:" + one.key, words: one.button, about: one.words, name: does.name, data: does.data, said: does.said })
        : html`<button type="button" class="button" data-fk=${"need:" + one.key} onClick=${() => (section ? goToSection(section) : goToAgenda("steps"))}>${one.button}${h(Called, { of: one.words })}</button>`
    }`;
}
