/** Who takes the minutes, for those it concerns: whoever has them and is not at the minutes desk, and who had them. */
import { takesMinutes } from "../reading/core_group.js";
import { _ } from "../kit/gettext.js";
import { html } from "../kit/html.js";
import { icon } from "../kit/icon.js";
import { pageOf } from "../kit/seat.js";
import { writing } from "../line/connection.js";
import * as store from "../store/store.js";

export function MinutesNow() {
  const me = store.you.value;
  const facts = store.meeting();
  if (!me || !facts || facts.state === "finished") return null;
  const at = window.location.pathname.split("/")[1];
  const mine = takesMinutes() === me.attendee;
  if (mine && at === "board") {
    return html`<div class="controls-now banner">
      ${icon("pencil")}
      <div>
        <p><b>${_("You take the minutes.")}</b> ${writing() && _("Send or clear what you are writing, then go to the desk.")}</p>
        <a class="button primary" data-fk="minutes-desk" href=${pageOf("minutes")}>${_("Go to the minutes desk")}</a>
      </div>
    </div>`;
  }
  if (!mine && at === "minutes" && !store.may("minute") && me.screen !== "minutes") {
    return html`<div class="controls-now banner">
      ${icon("pencil")}
      <div>
        <p><b>${_("Somebody else takes the minutes now.")}</b></p>
        <a class="button" data-fk="minutes-leave" href=${pageOf("board")}>${_("Go to my page")}</a>
      </div>
    </div>`;
  }
  return null;
}
