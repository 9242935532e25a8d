/** "Nell from Health is writing": one line, two names at most, and only for those who want it. */
import { html } from "../html.js";
import * as store from "../store.js";
import { writingShown } from "../view.js";
import { listed } from "../words.js";

export function Writing() {
  const me = store.you.value;
  if (!writingShown() || !me) return null;
  const ids = store.presence.value.writing.map((one) => one.attendee).filter((id) => id !== me.attendee);
  const who = Array.from(new Set(ids)).map((id) => {
    const person = store.personOf(id);
    const agency = person && store.agencyOf(person.id);
    return person ? store.personName(person.id) + (agency ? " from " + agency.label : "") : "";
  });
  if (!who.length) return null;
  const words = who.length > 2 ? "Several people are writing" : listed(who) + (who.length === 1 ? " is writing" : " are writing");
  return html`<p class="writing"><span class="dots" aria-hidden="true"><b></b><b></b><b></b></span> ${words}</p>`;
}
