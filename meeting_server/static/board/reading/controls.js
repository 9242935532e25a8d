/** Who has the chair's controls, as this browser knows it. */
import { _ } from "../kit/gettext.js";
import * as store from "../store/store.js";
import { PROFESSIONALS } from "../store/in_view.js";

/** @typedef {import('../wire.js').Attendee} Attendee */
/** @typedef {import('../store/store.js').Role["powers"][number]} Power */

/** @param {string} person @param {Power} power whether their role has it by the template, whoever holds the controls */
function byRole(person, power) {
  const role = store.roleOf(person);
  return Boolean(role && role.powers.indexOf(power) >= 0);
}

/** The attendee who has the controls in the chair's stead, or null. @returns {string | null} */
export function holder() {
  const controls = store.get("controls", "controls");
  return controls ? controls.holder : null;
}

/** The attendee named as deputy, or null. @returns {string | null} */
export function deputy() {
  const controls = store.get("controls", "controls");
  return controls ? controls.deputy : null;
}

/** Whether I am the chair, with the controls or without. */
export function amChair() {
  const me = store.you.value;
  return Boolean(me && byRole(me.person, "steer"));
}

/** Whether this attendee chairs now. @param {Attendee} attendee */
export function chairsNow(attendee) {
  return holder() ? holder() === attendee.id : byRole(attendee.person, "steer");
}

/** The chair by role: what the others call them. */
export function chairName() {
  const found = store
    .each("attendees")
    .map((one) => one.thing)
    .find((one) => byRole(one.person, "steer"));
  return found ? store.personName(found.person) : _("The chair");
}

/** Whether a deputy only runs the agenda: the rating, the decisions and the lock are the chair's alone. */
export function chairAlone() {
  const template = store.template.value;
  return Boolean(template && template.deputy === "agenda");
}

/** The professionals here, on a device, who may be named: they take part, and hear what professionals hear. @returns {Attendee[]} */
export function mayStandIn() {
  const template = store.template.value;
  const fits = (/** @type {Attendee} */ one) => {
    const role = template && template.roles.find((found) => found.key === one.role);
    return (
      role &&
      role.side === "professional" &&
      role.audiences.indexOf(PROFESSIONALS) >= 0 &&
      role.powers.indexOf("contribute") >= 0 &&
      role.powers.indexOf("steer") < 0
    );
  };
  return store
    .each("attendees")
    .map((one) => one.thing)
    .filter((one) => one.attendance === "here" && one.device && fits(one))
    .sort((a, b) => store.personName(a.person).localeCompare(store.personName(b.person), "en-GB"));
}
