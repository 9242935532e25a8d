/** One entry as the room reads it: the sentence, and under or beside it whose it is and how we know. */
import { _ } from "../board/kit/gettext.js";
import { html } from "../board/kit/html.js";
import { written } from "../board/store/language.js";

/** @typedef {import('./entries.js').Entry} Entry */

/**
 * @param {{entry: Entry, text: string, group: string, brief: boolean, more: boolean}} props `brief`: the first thing about
 *   how we know it is enough here; `text`: what of it stands on this page; `more`: it goes on over the page
 */
export function Shown({ entry, text, group, brief, more }) {
  const { lead, chip, tint, name, states, tone } = entry;
  const known = brief ? entry.known.slice(0, 1) : [name].concat(entry.known).filter(Boolean);
  const source = Boolean(chip || known.length || states.length || more);
  return html`<li class=${("entry " + tone).trim()}>
    ${group && html`<h3>${group}</h3>`}
    <div class="said">
      <p class="text">
        ${lead && html`<b>${lead}</b> `}<span class="words" ...${written(entry.lang)}>${text}</span>
      </p>
      ${
        source &&
        html`<p class="src">
          ${chip && html`<span class=${"chip tint-" + tint}>${chip}</span>`}
          ${known.length > 0 && html`<span>${known.join(" \u00b7 ")}</span>`}
          ${states.map((word) => html`<b class="state" key=${word}>${word}</b>`)}
          ${more && html`<b class="state">${_("Goes on")}</b>`}
        </p>`
      }
    </div>
  </li>`;
}
