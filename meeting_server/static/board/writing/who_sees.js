/** Who will see what is in the box, said before it is sent. Where that is everyone, the box's own line says so. */
import { begun, justForMe, seenBy } from "./private_writing.js";
import { boxPlace } from "../reading/box_place.js";
import { _ } from "../kit/gettext.js";
import { html } from "../kit/html.js";
import { icon } from "../kit/icon.js";

export const EVERYONE = _("Everyone here reads this.");

/** @type {Record<string, string>} */
const SAYS = {
  prepare: _("Only you can see this. Your points wait here until you show them."),
  apart: _("Only you can see this until the chair shows all of them together."),
  me: _("Only you can see this, until you show it."),
  begun: _("You began this in private. Only you will see it, until you show it."),
  held: _("The chair sees this first, then everyone."),
};

export function WhoSees() {
  const seen = seenBy(boxPlace().column);
  const says = SAYS[seen];
  const everyone = () => {
    justForMe.value = false;
    begun.value = false;
  };
  if (!says) return null;
  return html`<div class="who-sees" id="who-sees">
    ${says && html`<p>${icon(seen === "held" ? "eye" : "eye-off")} <span>${says}</span></p>`}
    ${(seen === "me" || seen === "begun") && html`<button type="button" class="button quiet small" data-fk="for-everyone" onClick=${everyone}>${_("Write it for everyone")}</button>`}
  </div>`;
}

/** The switch, for any time. */
export function JustForMe() {
  return html`<label class="choice">
    <input type="checkbox" data-fk="just-for-me" checked=${justForMe.value} onChange=${() => (justForMe.value = !justForMe.value)} />
    ${_("Write it just for me first")}
  </label>`;
}
