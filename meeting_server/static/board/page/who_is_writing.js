/** "Nell from Health is writing": one line, two names at most, and only for those who want it. */
import { _, ngettext } from "../kit/gettext.js";
import { html } from "../kit/html.js";
import * as store from "../store/store.js";
import { writingShown } from "../reading/view.js";
import { listed } from "../store/words.js";

export function Writing() {
  const me = store.you.value;
  if (!writingShown() || !me) return null;
  const ids = store.presence.value.writing.map((one) => one.attendee).filter((id) => id !== me.attendee);
  const who = Array.from(new Set(ids)).map((id) => {
    const person = store.personOf(id);
    const agency = person && store.agencyOf(person.id);
    return !person ? "" : agency ? _("%(name)s from %(agency)s", { name: store.personName(person.id), agency: agency.label }) : store.personName(person.id);
  });
  if (!who.length) return null;
  const words = who.length > 2 ? _("Several people are writing") : ngettext("%(names)s is writing", "%(names)s are writing", who.length, { names: listed(who) });
  return html`<p class="writing"><span class="dots" aria-hidden="true"><b></b><b></b><b></b></span> ${words}</p>`;
}
