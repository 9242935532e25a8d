/** Said aloud first, then shown: the two ticks beside a decision or a rating, and the press that shows it. */
import { _ } from "../../board/kit/gettext.js";
import { html } from "../../board/kit/html.js";
import { send } from "../../board/line/connection.js";
import { forget, useChoice } from "../../board/store/kept_text.js";
import * as store from "../../board/store/store.js";
import { screensIn } from "../parts/screens.js";

/** @typedef {{said: boolean, wall: boolean, say: (now: boolean) => void, put: (now: boolean) => void, forget: () => void}} Aloud */

/** What is ticked, kept until it is shown. Neither is ever ticked beforehand. @param {string} form @returns {Aloud} */
export function useAloud(form) {
  const name = "aloud:" + form;
  const [said, say] = useChoice(name, "said", false);
  const [wall, put] = useChoice(name, "wall", false);
  return { said, wall, say, put, forget: () => forget(name) };
}

export const SAY_IT_FIRST = _("Say it aloud first, then tick it here.");

/** @param {{aloud: Aloud, fk: string}} props */
export function AloudTicks({ aloud, fk }) {
  const on = (/** @type {(now: boolean) => void} */ choose) => (/** @type {any} */ event) => choose(event.target.checked);
  return html`<label class="choice">
      <input type="checkbox" data-fk=${"aloud:" + fk} checked=${aloud.said} onChange=${on(aloud.say)} /> <span>${_("I have said it aloud")}</span>
    </label>
    ${
      store.may("steer") &&
      screensIn().length > 0 &&
      html`<label class="choice">
        <input type="checkbox" data-fk=${"wall:" + fk} checked=${aloud.wall} onChange=${on(aloud.put)} /> <span>${_("On the big screen too")}</span>
      </label>`
    }`;
}

/** Puts it on the big screen, if that was ticked. @param {Aloud} aloud @param {"decision" | "rating"} view @param {string | null} child */
export async function onTheWall(aloud, view, child) {
  if (!aloud.wall || !store.may("steer") || !screensIn().length) return;
  const now = store.get("screen", "screen");
  await send("show_on_screen", { view, column: null, child, page: 0, larger: Boolean(now && now.larger) });
}
