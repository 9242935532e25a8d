/** Whose board is in view: all the children, or one of them. */
import { _ } from "../kit/gettext.js";
import { html } from "../kit/html.js";
import * as store from "../store/store.js";

export function ChildrenBar() {
  const all = store.children();
  if (all.length < 2) return null;
  const chosen = store.childInView.value;
  const tab = (/** @type {string | null} */ id, /** @type {string} */ name) => html`<li key=${id || "all"}>
    <button type="button" class="tab" aria-current=${chosen === id ? "true" : null} onClick=${() => (store.childInView.value = id)}>
      ${name}
    </button>
  </li>`;
  return html`<nav class="children" aria-label=${_("Children")}>
    <ul>
      ${tab(null, _("All"))} ${all.map((child) => tab(child.id, store.personName(child.id)))}
    </ul>
  </nav>`;
}
