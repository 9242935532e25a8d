/** Who may be typed for. */
import { offered } from "../board/reading/speaking_for.js";
import * as store from "../board/store/store.js";
import { DESK } from "../board/store/in_view.js";

/** Everybody but me and the big screens, in the groups of the list. */
export function speakers() {
  const template = store.template.value;
  const screens = template ? template.roles.filter((one) => one.screen === "projector").map((one) => one.key) : [];
  const all = offered("say").filter((one) => {
    const attendee = one.attendee ? store.get("attendees", one.attendee) : undefined;
    return !(attendee && screens.indexOf(attendee.role) >= 0);
  });
  const asked = store
    .each("requests")
    .filter(({ audience, thing }) => audience === DESK && thing.what === "type")
    .map(({ thing }) => thing.attendee);
  /** @type {Record<"asked" | "without" | "here" | "children" | "others", import('../board/wire.js').Person[]>} */
  const groups = { asked: [], without: [], here: [], children: [], others: [] };
  all.forEach((one) => {
    const attendee = one.attendee ? store.get("attendees", one.attendee) : undefined;
    const without = attendee && attendee.attendance === "here" && !attendee.device;
    if (one.child) groups.children.push(one);
    else if (!attendee) groups.others.push(one);
    else if (asked.indexOf(attendee.id) >= 0) groups.asked.push(one);
    else groups[without ? "without" : "here"].push(one);
  });
  return groups;
}
