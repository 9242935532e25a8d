/** Typing how somebody sees a point differently: the same box, and which point it is beside. */
import { whenShown } from "../board/forms/act.js";
import { boxPlace } from "../board/reading/box_place.js";
import * as compose from "../board/writing/draft.js";
import { _ } from "../board/kit/gettext.js";
import { html } from "../board/kit/html.js";
import { choice } from "../board/store/kept_text.js";
import { send } from "../board/line/connection.js";
import { doneWords } from "../board/reading/proposals.js";
import { refusalWords } from "../board/kit/refusal_words.js";
import * as store from "../board/store/store.js";
import { notice } from "../board/reading/view.js";
import { say } from "../board/kit/say.js";
import { short } from "../board/store/words.js";
import { uuid } from "../board/kit/uuid.js";

/** Whether the box holds a different view of a point, and of which. */
export const differ = choice("entry", "differ", false);
export const point = choice("entry", "point", "");

/** The points of the column in view that somebody can differ from. */
function choices() {
  return store.columnItems(boxPlace().column, store.childInView.value).filter((one) => !one.taken_back && !one.held && !one.shown_as);
}

export function WhichPoint() {
  const all = choices();
  const now = all.some((one) => one.id === point.value) ? point.value : "";
  return html`<div class="field">
    <label for="entry-point">${_("Which point?")}</label>
    <select id="entry-point" data-fk="entry-point" value=${now} onChange=${(/** @type {any} */ event) => (point.value = event.target.value)}>
      <option value="" selected=${!now}>${all.length ? _("Choose a point of this column") : _("This column has no points yet")}</option>
      ${all.map((one) => html`<option key=${one.id} value=${one.id} selected=${now === one.id}>${store.personName(one.speaker) + ": " + short(one.text)}</option>`)}
    </select>
  </div>`;
}

/** What is missing before it can go. */
function missing() {
  const { speaker, name } = compose.more.value;
  if (!choices().some((one) => one.id === point.value)) return _("Choose the point that they see differently.");
  if (!compose.text.value.trim()) return _("Write how they see it.");
  if (compose.childsWords()) return _("A child's words go to the chair first. Add them as a point of their own.");
  if (speaker === "other" && !name.trim()) return _("Write the name of the person whose words these are.");
  return "";
}

/** Sends it. The words stay in the box until they are on the board. */
export async function putBeside() {
  if (compose.sending.value) return;
  notice.value = missing();
  if (notice.value) {
    say(notice.value);
    return;
  }
  compose.sending.value = true;
  const { speaker, source } = compose.more.value;
  const text = compose.text.value.trim();
  const person = speaker === "other" ? await compose.addPerson() : speaker;
  if (person || speaker !== "other") await deliver({ view: uuid(), item: point.value, text, person: person || null, source: (source || "").trim() });
  compose.sending.value = false;
}

/** @param {import('../board/wire.js').SeeDifferently} data */
async function deliver(data) {
  const done = doneWords("see_differently", data, _("It stands next to theirs."));
  const answer = await send("see_differently", data);
  if (!answer.ok) {
    notice.value = refusalWords(answer.error);
    say(notice.value);
    return;
  }
  compose.emptyBox();
  await whenShown(answer);
  if (done) say(done);
  differ.value = false;
  point.value = "";
}
