/** What somebody else put aside of mine: why, and my words, which I can go on reading. */
import { copies, kindWords } from "./asides.js";
import { _ } from "../kit/gettext.js";
import { html } from "../kit/html.js";
import { icon } from "../kit/icon.js";
import { theirWords, written } from "../store/language.js";
import * as store from "../store/store.js";
import { OWN } from "../store/in_view.js";

export function MyPutAside() {
  const all = copies(OWN);
  if (!all.length) return null;
  return html`<section class="banner put-aside-mine" aria-label=${_("Put aside of yours")}>
    ${all.map(
      (one) => html`<details key=${one.id}>
        <summary>${icon("eye-off")} <span>${_("%(name)s put something of yours aside, %(what)s:", { name: store.attendeeName(one.by), what: kindWords(one.kind) })} ${theirWords(one.why)}
          ${" "}${_("You can still read it here.")}</span></summary>
        ${one.words.map((text) => html`<p class="text" key=${text} ...${written()}>${text}</p>`)}
      </details>`,
    )}
  </section>`;
}
