/** One entry as the room reads it: the sentence, and under it whom it is about, whose it is and how we know. */
import { _ } from "../board/kit/gettext.js";
import { h, html } from "../board/kit/html.js";
import { icon } from "../board/kit/icon.js";
import { written } from "../board/store/language.js";

/** @typedef {import('./entries.js').Entry} Entry */

/**
 * @param {{entry: Entry, text: string, group: string, brief: boolean, more: boolean, level?: 2 | 3}} props `brief`: the first thing about
 *   how we know it is enough here; `text`: what of it stands on this page; `more`: it goes on over the page; `level`: of its
 *   sub heading
 * @returns {any}
 */
export function Shown({ entry, text, group, brief, more, level }) {
  const { meaning, number, lead, tone, beside } = entry;
  if (beside) return html`<li class="entry pair">${beside.map((some, at) => html`<ul key=${at}>${some.map((one) => h(Shown, { key: one.key, entry: one, text: one.text, group: "", brief, more: false }))}</ul>`)}</li>`;
  const words = html`<span class="words" ...${written(entry.lang)}>${text}</span>`;
  const source = whereFrom(entry, brief, more);
  const heading = html`${meaning ? group + ":" : group}${meaning && html` <small>${meaning}</small>`}`;
  return html`<li class=${("entry " + tone).trim()}>
    ${group && (level === 2 ? html`<h2 class="group">${heading}</h2>` : html`<h3 class="group">${heading}</h3>`)}
    ${
      number
        ? html`<div class="said numbered"><b class="v">${number}</b><div class="whose">${source} <p class="text">${words}</p></div></div>`
        : html`<div class="said"><p class="text">${lead && html`<b>${lead}</b> `}${words}</p>${source}</div>`
    }
  </li>`;
}

/** @param {Entry} entry @param {boolean} brief @param {boolean} more */
function whereFrom(entry, brief, more) {
  const { about, chip, tint, sign, kind, states } = entry;
  const known = brief ? entry.known.slice(0, 1) : entry.known;
  const name = brief ? "" : entry.name;
  if (!about.length && !chip && !name && !known.length && !states.length && !more) return null;
  return html`<p class="src">
    ${about.map((one) => html`<span class="kid" key=${one}>${one}</span> `)} ${chip && html`<span class=${"chip tint-" + tint}>${chip}</span>`}
    ${name && html` <span>${name}</span>`}
    ${known.length > 0 && html` <span class="known">${sign && icon(sign)} ${kind && html`<span class="away">${kind}: </span>`}${known.join(" \u00b7 ")}</span>`}
    ${states.map((word) => html` <b class="state" key=${word}>${word}</b>`)} ${more && html` <b class="state">${_("Goes on")}</b>`}
  </p>`;
}
