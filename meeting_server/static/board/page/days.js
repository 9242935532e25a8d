/** What follows, and when: what each of us has taken on, in the order of the days; what has no day yet comes last. */
import { _ } from "../kit/gettext.js";
import { html } from "../kit/html.js";
import { actions } from "../points/plan.js";
import { theirWords } from "../store/language.js";
import { day, names } from "../store/words.js";

/** @param {import('../wire.js').Item} item */
function by(item) {
  return (item.action && item.action.by) || "";
}

/** @param {{child: string | null}} props */
export function Days({ child }) {
  const all = actions()
    .filter((item) => child === null || !item.children.length || item.children.indexOf(child) >= 0)
    .sort((a, b) => (by(a) || "z").localeCompare(by(b) || "z"));
  if (!all.length) return html`<p class="hint">${_("No day is agreed yet. What we do next stands here by its day, once somebody has taken it on.")}</p>`;
  return html`<ul class="days">${all.map((item) => html`<li key=${item.id}>
    <b>${by(item) ? _("By %(day)s:", { day: day(by(item)) }) : _("No day yet:")}</b> ${theirWords(item.text, item.lang)} ${item.action && _("Who: %(names)s.", { names: names(item.action.owners) })}
  </li>`)}</ul>`;
}
