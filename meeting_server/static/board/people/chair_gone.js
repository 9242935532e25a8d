/** Nobody steers just now: one calm line for the room, and the way to go on for whoever may take over. */
import { useEffect, useState } from "../../vendor/preact-hooks.js";
import { chairName, deputy } from "../reading/controls.js";
import { _ } from "../kit/gettext.js";
import { h, html } from "../kit/html.js";
import { focusSoon } from "../kit/keep_focus.js";
import { writing } from "../line/connection.js";
import * as store from "../store/store.js";
import { say } from "../kit/say.js";
import { Problem, useCommand } from "../forms/command_form.js";
import { Called } from "../kit/called.js";
import { pageOf } from "../kit/seat.js";

/** What the room reads. @param {string} gone an attendee */
function words(gone) {
  return _("%(name)s has lost the connection. What you write is kept.", { name: store.attendeeName(gone) });
}

export function ChairGone() {
  const me = store.you.value;
  const gone = store.presence.value.gone || "";
  const mine = Boolean(me && me.attendee === gone);
  useEffect(() => {
    if (gone && !mine) say(words(gone));
  }, [gone]);
  if (!me || !gone || mine) return null;
  return html`<div class="controls-now chair-gone">
    <p>${words(gone)}</p>
    ${me.stands_in && deputy() !== me.attendee && h(TakeOver, { from: store.attendeeName(gone) })}
  </div>`;
}

/** At the door, for who signed in: the server knows whether nobody steers, and says so. */
export function TakeOverFromDoor() {
  return html`<div class="sheet">
    <h2>${_("Has the chair lost the connection?")}</h2>
    <p>${_("After 20 seconds you can take over, and come in with it.")}</p>
    ${h(TakeOver, { from: chairName() })}
  </div>`;
}

/** The button, with one confirmation. @param {{from: string}} props whose controls they are now */
function TakeOver({ from }) {
  const [sure, setSure] = useState(false);
  const { ask, problem, busy } = useCommand();
  const turn = (/** @type {boolean} */ now) => {
    setSure(now);
    focusSoon(now ? "take-over-sure" : "take-over");
  };
  const take = async () => {
    if (!(await ask("take_controls", {}, _("You have the chair\u2019s controls.")))) return;
    // What stands in a box would be lost with the page; then the board shows a link to the desk instead.
    if (!writing()) window.location.assign(pageOf("chair"));
  };
  if (!sure) {
    return html`<button type="button" class="button" data-fk="take-over" onClick=${() => turn(true)}>${_("Take over")}</button>`;
  }
  return html`<div class="controls-now" role="group" aria-label=${_("Take over")} tabindex="-1" data-fk="take-over-sure">
    <p>${_("You get the chair’s controls and see the chair’s desk. Everyone reads that you took over. %(name)s can take them back.", { name: from })}</p>
    ${h(Problem, { text: problem })}
    <div class="buttons">
      <button type="button" class="button primary" aria-disabled=${busy ? "true" : null} onClick=${take}>${_("Take over now")}</button>
      <button type="button" class="button" onClick=${() => turn(false)}>${_("Not now")}${h(Called, { of: _("Take over") })}</button>
    </div>
  </div>`;
}
