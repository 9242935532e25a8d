/** The chair's controls, for those they concern: the deputy may take them, the chair takes them back. */
import { useState } from "../../vendor/preact-hooks.js";
import { amChair, chairAlone, chairName, deputy, holder } from "../reading/controls.js";
import { _ } from "../kit/gettext.js";
import { h, html } from "../kit/html.js";
import { icon } from "../kit/icon.js";
import { pageOf } from "../kit/seat.js";
import { focusSoon } from "../kit/keep_focus.js";
import { writing } from "../line/connection.js";
import * as store from "../store/store.js";
import { Problem, useCommand } from "../forms/command_form.js";
import { Called } from "../kit/called.js";

/** The page this is: "board", "chair" or "minutes". */
function here() {
  return window.location.pathname.split("/")[1];
}

export function ControlsNow() {
  const me = store.you.value;
  const facts = store.meeting();
  if (!me || !facts || facts.state === "finished") return null;
  const mine = holder() === me.attendee;
  if (amChair()) return holder() ? h(TakeBack, {}) : null;
  if (mine) return here() === "chair" ? h(Holding, {}) : h(GoToDesk, {});
  if (here() === "chair") return h(NotHere, { screen: me.screen });
  return deputy() === me.attendee ? h(Offer, {}) : null;
}

/** For the deputy while the chair steers: quiet, with one confirmation. */
function Offer() {
  const [sure, setSure] = useState(false);
  const { ask, problem, busy } = useCommand();
  const chair = chairName();
  const turn = (/** @type {boolean} */ now) => {
    setSure(now);
    focusSoon(now ? "controls-sure" : "controls-take");
  };
  const take = async () => {
    if (!(await ask("take_controls", {}, _("You have the chair\u2019s controls.")))) return;
    // What stands in a box would be lost with the page, so then there is a link instead.
    if (!writing()) window.location.assign(pageOf("chair"));
  };
  if (!sure) {
    return html`<div class="controls-now">
      <p>${_("You can take the chair’s controls if needed.")}</p>
      <button type="button" class="button" data-fk="controls-take" onClick=${() => turn(true)}>${_("Take the chair’s controls")}</button>
    </div>`;
  }
  return html`<div class="controls-now" role="group" aria-label=${_("Take the chair’s controls")} tabindex="-1" data-fk="controls-sure">
    <p>${_("The chair’s controls move to you. %(name)s can take them back.", { name: chair })} ${notYours()}</p>
    ${h(Problem, { text: problem })}
    <div class="buttons">
      <button type="button" class="button primary" aria-disabled=${busy ? "true" : null} onClick=${take}>${_("Take them now")}</button>
      <button type="button" class="button" onClick=${() => turn(false)}>${_("Not now")}${h(Called, { of: _("Take the chair’s controls") })}</button>
    </div>
  </div>`;
}

/** What a deputy does not get, where they only run the agenda. */
function notYours() {
  return chairAlone() ? _("The rating, the decisions and the lock stay with %(name)s.", { name: chairName() }) : "";
}

/** For whoever has the controls and is not at the chair's desk. */
function GoToDesk() {
  const text = writing();
  return html`<div class="controls-now banner">
    ${icon("hand")}
    <div>
      <p><b>${_("You have the chair’s controls.")}</b> ${text && _("Send or clear what you are writing, then go to the desk.")}</p>
      <a class="button primary" data-fk="controls-desk" href=${pageOf("chair")}>${_("Go to the chair’s desk")}</a>
    </div>
  </div>`;
}

/** For the deputy at the desk: for whom they hold it, and the way back to their own. */
function Holding() {
  const me = store.you.value;
  const role = me && store.roleOf(me.person);
  return html`<div class="controls-now">
    <p>${_("You have the chair’s controls for %(name)s, who can take them back at any time.", { name: chairName() })} ${notYours()}</p>
    ${role && role.screen === "minutes" && html`<a class="button" href=${pageOf("minutes")}>${_("Go to the minutes desk")}</a>`}
  </div>`;
}

/** For the chair while a deputy steers. */
function TakeBack() {
  const { ask, problem, busy } = useCommand();
  const name = store.attendeeName(holder() || "");
  const back = () => ask("take_controls", {}, _("You have the chair\u2019s controls again."));
  return html`<div class="controls-now banner">
    ${icon("hand")}
    <div>
      <p><b>${_("%(name)s has the chair’s controls.", { name })}</b> ${chairAlone() && _("The rating, the decisions and the lock are still yours.")}</p>
      ${h(Problem, { text: problem })}
      <button type="button" class="button primary" data-fk="controls-back" aria-disabled=${busy ? "true" : null} onClick=${back}>
        ${_("Take them back")}
      </button>
    </div>
  </div>`;
}

/** For whoever was at the chair's desk and has the controls no more. @param {{screen: string}} props */
function NotHere({ screen }) {
  const to = screen === "minutes" ? "minutes" : "board";
  const words = to === "minutes" ? _("Go to the minutes desk") : _("Go to my page");
  return html`<div class="controls-now banner">
    ${icon("hand")}
    <div>
      <p><b>${_("%(name)s has the chair’s controls again.", { name: chairName() })}</b></p>
      <a class="button" data-fk="controls-leave" href=${pageOf(to)}>${words}</a>
    </div>
  </div>`;
}
