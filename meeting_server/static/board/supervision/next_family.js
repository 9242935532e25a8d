/** What comes after this family of a sitting, once it has ended: asked of the server every few seconds. Only its number is known here. */
import { computed, effect, signal } from "../../vendor/signals.js";
import { _ } from "../kit/gettext.js";
import { say } from "../kit/say.js";
import { pageOf } from "../kit/seat.js";
import { over } from "../reading/agenda.js";
import * as store from "../store/store.js";

/** @typedef {{number: number, state: "" | "ready" | "open", form: string}} Next */

const ASK_MS = 8000;

/** Null before the server has answered, and for whoever is not signed in. */
export const next = signal(/** @type {Next | null} */ (null));

let timer = 0;

const slotOver = computed(() => {
  const facts = store.meeting();
  return Boolean(facts && facts.slot && over());
});

/** The address of what comes after this family. It names this seat, and no other family. */
export function after() {
  return pageOf("sittings/after");
}

async function ask() {
  clearTimeout(timer);
  const answer = await fetch(after() + "/next", { credentials: "same-origin", redirect: "manual" }).catch(() => null);
  if (!slotOver.peek()) return;
  // Whoever came by a link is asked to sign in instead, and hears nothing of another family.
  if (answer && !answer.ok) return;
  const found = answer ? /** @type {Next | null} */ (await answer.json().catch(() => null)) : null;
  if (found) tell(found);
  timer = setTimeout(ask, ASK_MS);
}

/** @param {Next} found */
function tell(found) {
  const before = next.peek();
  next.value = found;
  if (before && before.number === found.number && before.state === found.state) return;
  if (found.state) say(nextWords(found));
}

/** @param {Next} one */
export function nextWords({ number, state }) {
  return state === "open" ? _("Family %(number)s is open.", { number }) : _("Family %(number)s is ready.", { number });
}

/** Goes in to the family that is open. A form of this page would not say where it comes from, so a script sends it. @param {Next} one */
export async function goIn({ form }) {
  const body = new URLSearchParams({ form, do: "go" });
  const answer = await fetch(after(), { method: "POST", body, credentials: "same-origin" }).catch(() => null);
  window.location.assign(answer && answer.ok ? answer.url : after());
}

effect(() => {
  if (slotOver.value) ask();
  else clearTimeout(timer);
});
