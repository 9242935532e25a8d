/** After a family's end, the first row of whoever chairs a sitting: that the next one is ready, and the list of the day. */
import { after, next, nextWords } from "../../board/supervision/next_family.js";
import { _ } from "../../board/kit/gettext.js";
import { html } from "../../board/kit/html.js";
import { icon } from "../../board/kit/icon.js";
import * as store from "../../board/store/store.js";

export function NextRow() {
  const facts = store.meeting();
  const found = next.value;
  if (!facts || !facts.slot || !found) return null;
  const ready = found.state === "ready";
  return html`<section class="next-row" aria-label=${_("The next family")}>
    <p>${icon("users")} <b>${ready ? nextWords(found) : _("Family %(number)s is done", { number: facts.slot.number })}</b></p>
    <div class="buttons">
      ${ready && html`<a class="button" data-fk="open-next" href=${after() + "/open"}>${_("Open it")}<span class="away">: ${nextWords(found)}</span></a>`}
      <a class="button quiet" href=${after()}>${_("The list of the day")}</a>
    </div>
  </section>`;
}
