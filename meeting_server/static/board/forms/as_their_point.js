/** Beside the sentence that somebody is here on a device of their own: the press that makes a point of what was typed. */
import { useState } from "../../vendor/preact-hooks.js";
import { _ } from "../kit/gettext.js";
import { h, html } from "../kit/html.js";
import { send } from "../line/connection.js";
import { refusalWords } from "../kit/refusal_words.js";
import * as store from "../store/store.js";
import { asPoint, askedThere, offer } from "./their_own_device.js";
import { short } from "../store/words.js";
import { say } from "../kit/say.js";
import { Called } from "../kit/called.js";

/** @param {{sentence: string}} props the refusal it stands beside */
export function AsTheirPoint({ sentence }) {
  const [busy, setBusy] = useState(false);
  const one = offer.value;
  if (!one || one.sentence !== sentence) return null;
  if (!one.words.trim()) return html`<p class="hint">${askedThere(one.person)}</p>`;
  const name = store.personName(one.person);
  const add = async () => {
    if (busy) return;
    setBusy(true);
    const answer = await send("add_item", asPoint(one));
    setBusy(false);
    if (answer.ok) offer.value = null;
    say(answer.ok ? _("Added. %(name)s is asked whether it is right.", { name }) : refusalWords(answer.error));
  };
  return html`<button type="button" class="button" aria-disabled=${busy ? "true" : null} onClick=${add}>
    ${_("Add it as a point for %(name)s to confirm", { name })}${h(Called, { of: short(one.words) })}
  </button>`;
}
