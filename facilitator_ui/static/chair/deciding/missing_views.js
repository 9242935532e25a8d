/** Whose view on a child is still missing, and the press that asks them for it on their own screens. */
import { decisionFor, isAsked, rule, viewsOn } from "../../board/reading/deciding.js";
import { _ } from "../../board/kit/gettext.js";
import { h, html } from "../../board/kit/html.js";
import * as store from "../../board/store/store.js";
import { listed } from "../../board/store/words.js";
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
  const asked = withoutView(child).filter((one) => store.get("view_asks", child + ":" + one.person));
  return html`${asked.length > 0 && html`<p class="hint">${_("Asked on their screens: %(names)s.", { names: namesOf(asked) })}</p>`}
    ${all.length > 0 && store.may("steer") && h(CommandButton, { fk: "ask-views:" + child, words: _("Ask %(names)s on their screens", { names: namesOf(all) }), about: _("for their view on %(name)s", { name: store.personName(child) }), ...asksForViews(child, all) })}`;
}
