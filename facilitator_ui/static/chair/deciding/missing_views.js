/** What is known of a child while it is decided about: the numbers of today, whose view is still missing, and the press that asks for it. */
import { decisionFor, isAsked, rule, viewsOn } from "../../board/reading/deciding.js";
import { _ } from "../../board/kit/gettext.js";
import { h, html } from "../../board/kit/html.js";
import * as store from "../../board/store/store.js";
import { listed } from "../../board/store/words.js";
import { answerWords, inRoomOrder, numbersOf } from "../../board/numbers/number_words.js";
import { CommandButton } from "../parts/desk_parts.js";

/** @typedef {import('../../board/wire.js').Attendee} Attendee */

/** Who is here, is asked, and has given none: family first. @param {string} child @returns {Attendee[]} */
export function withoutView(child) {
  const side = (/** @type {Attendee} */ one) => {
    const role = store.roleOf(one.person);
    return (role && role.side === "family" ? "1 " : "2 ") + store.personName(one.person);
  };
  return store
    .each("attendees")
    .map((one) => one.thing)
    .filter((one) => one.attendance === "here" && isAsked(one.person) && !store.get("agency_views", child + ":" + one.person))
    .sort((a, b) => side(a).localeCompare(side(b), "en-GB"));
}

/** Those of them who have a device and were not asked there yet. @param {string} child */
export function canBeAsked(child) {
  return withoutView(child).filter((one) => one.device && !store.get("view_asks", child + ":" + one.person));
}

/** The first child that is talked about and not decided, where views are missing; else "". */
export function childWithoutViews() {
  if (!rule()) return "";
  const found = store.children().find((one) => viewsOn(one.id).length && !decisionFor(one.id) && withoutView(one.id).length);
  return found ? found.id : "";
}

/** @param {Attendee[]} all */
export function namesOf(all) {
  return listed(all.map((one) => store.personName(one.person)));
}

/** What asks them. @param {string} child @param {Attendee[]} all @returns {{name: "ask_for_views", data: any, said: string}} */
export function asksForViews(child, all) {
  return { name: "ask_for_views", data: { child, people: all.map((one) => one.person) }, said: _("Asked on their screens: %(names)s.", { names: namesOf(all) }) };
}

/** @param {{child: string}} props */
export function AskForViews({ child }) {
  const all = canBeAsked(child);
  const missing = withoutView(child);
  const asked = missing.filter((one) => store.get("view_asks", child + ":" + one.person));
  return html`${missing.length > 0 && viewsOn(child).length > 0 && html`<p class="hint">${_("No view yet: %(names)s.", { names: namesOf(missing) })}</p>`}
    ${asked.length > 0 && html`<p class="hint">${_("Asked on their screens: %(names)s.", { names: namesOf(asked) })}</p>`}
    ${all.length > 0 && store.may("steer") && h(CommandButton, { fk: "ask-views:" + child, words: _("Ask %(names)s on their screens", { names: namesOf(all) }), about: _("for their view on %(name)s", { name: store.personName(child) }), ...asksForViews(child, all) })}`;
}

/** The numbers that were shown last, in one line in the order of the room. @param {{child: string}} props */
export function NumbersToday({ child }) {
  const shown = store.each("rounds").filter(({ thing }) => thing.state === "shown" && thing.children.indexOf(child) >= 0);
  const last = shown.map(({ thing }) => thing).sort((a, b) => b.asked_at - a.asked_at)[0];
  const numbers = last ? inRoomOrder(numbersOf(last, child)) : [];
  return numbers.length > 0 && html`<p class="hint">${_("Numbers today:")} ${numbers.map((one) => store.personName(one.person) + " " + answerWords(one)).join(", ")}.</p>`;
}
