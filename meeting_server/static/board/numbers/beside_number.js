/** Beside a number on a wide screen: how many have answered, and what it is about: the danger, the goal, what it is like for the child. */
import { _ } from "../kit/gettext.js";
import { html } from "../kit/html.js";
import { theirWords } from "../store/language.js";
import * as store from "../store/store.js";
import { ROOM } from "../store/in_view.js";
import { fill } from "../store/words.js";

/** So few that a count would tell who has not. */
const FEW = 4;

/** Everybody here who gives numbers. */
function givers() {
  return store.each("attendees").filter(({ thing }) => {
    const role = store.roleOf(thing.person);
    return thing.attendance === "here" && Boolean(role) && /** @type {import('../store/store.js').Role} */ (role).powers.indexOf("place") >= 0;
  }).length;
}

/** The newest asking about a child that is still open. @param {string} child */
function openRound(child) {
  return store
    .each("rounds")
    .map((one) => one.thing)
    .filter((one) => one.state === "asked" && one.children.indexOf(child) >= 0)
    .sort((a, b) => b.asked_at - a.asked_at)[0];
}

/** @param {string} role @param {string} child */
function pointsOf(role, child) {
  const template = store.template.value;
  const kinds = template ? template.columns.reduce((all, one) => all.concat(one.categories.filter((kind) => kind.role === role).map((kind) => one.key + "." + kind.key)), /** @type {string[]} */ ([])) : [];
  return store
    .each("items")
    .filter(({ audience, thing }) => audience === ROOM && !thing.taken_back && kinds.indexOf(thing.column + "." + thing.category) >= 0 && (!thing.children.length || thing.children.indexOf(child) >= 0))
    .map((one) => one.thing);
}

/** @param {{child: string}} props */
export function BesideNumber({ child }) {
  const round = openRound(child);
  const all = givers();
  const name = store.personName(child);
  const template = store.template.value;
  const about = round && round.about ? store.get("items", round.about) : undefined;
  const danger = about && about.text ? about : pointsOf("danger", child)[0];
  const goal = danger && pointsOf("goal", child).find((one) => one.answers === danger.id);
  const like = store.get("impacts", child);
  const answered = round ? round.answered.filter((one) => one.child === child).length : 0;
  const parts = [
    danger && { key: "danger", tint: "worry", title: _("The danger"), text: danger.text, lang: danger.lang },
    goal && { key: "goal", tint: "next", title: _("The goal"), text: goal.text, lang: goal.lang },
    template && template.impact && like && like.text && { key: "like", tint: "impact", title: fill(template.impact.label, child), text: like.text, lang: null },
  ].filter(Boolean);
  return html`<aside class="beside-number" aria-label=${_("About %(name)s", { name })}>
    ${round && all >= FEW && html`<p><b>${_("%(some)s of %(all)s have answered for %(name)s", { some: answered, all, name })}</b></p>`}
    ${parts.map((one) => one && html`<div key=${one.key} class=${"tint-" + one.tint}><h3>${one.title}</h3><p>${theirWords(one.text, one.lang)}</p></div>`)}
  </aside>`;
}
