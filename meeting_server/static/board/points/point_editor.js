/** The panel that changes a point. It stands outside the lists and holds a draft, so nothing under it can move. */
import { useEffect, useState } from "../../vendor/preact-hooks.js";
import { _ } from "../kit/gettext.js";
import { h, html } from "../kit/html.js";
import { icon } from "../kit/icon.js";
import { focusSoon } from "../kit/keep_focus.js";
import { begun, forget } from "../store/kept_text.js";
import * as store from "../store/store.js";
import { editing, notice } from "../reading/view.js";
import { EditAction } from "./edit_action.js";
import { EditAnswer } from "./edit_answer.js";
import { EditMove } from "./edit_move.js";
import { EditProgress } from "./edit_progress.js";
import { EditPutAside } from "./edit_put_aside.js";
import { EditTakeBack } from "./edit_take_back.js";
import { EditText } from "./edit_text.js";
import { EditView } from "./edit_view.js";

/** @typedef {import('../store/store.js').Item} Item */
/** @typedef {{item: Item, done: () => void}} EditProps */

const TITLES = {
  change: _("Change the point"),
  move: _("Move the point"),
  take_back: _("Take the point back"),
  differ: _("I see it differently"),
  action: _("Who does it, and by when"),
  answer: _("What this answers"),
  progress: _("How is it coming along?"),
  put_aside: _("Put the point aside"),
};
const PANELS = { change: EditText, move: EditMove, take_back: EditTakeBack, differ: EditView, action: EditAction, answer: EditAnswer, progress: EditProgress, put_aside: EditPutAside };

/** @param {{editing: {kind: keyof typeof PANELS, item: string}}} props */
export function PointEditor({ editing: what }) {
  const item = store.get("items", what.item);
  const form = what.kind + "@items:" + what.item;
  const [again, setAgain] = useState(begun(form));
  useEffect(() => focusSoon("#editor-title"), []);
  const done = () => {
    editing.value = null;
    notice.value = "";
    focusSoon("menu:" + what.item, "point:" + what.item);
  };
  const onKey = (/** @type {KeyboardEvent} */ event) => {
    if (event.key === "Escape") done();
  };
  const gone = !item || (item.taken_back && what.kind !== "take_back");
  return html`<section class="editor" aria-labelledby="editor-title" onKeyDown=${onKey}>
    <div class="editor-head">
      <h2 id="editor-title" tabindex="-1">${TITLES[what.kind]}</h2>
      <button type="button" class="button quiet" onClick=${done}>${icon("x")} ${_("Close")}</button>
    </div>
    ${again && !gone && html`<p class="hint">${_("You began this before and did not save it.")}
      <button type="button" class="button quiet small" data-fk="start-anew" onClick=${() => {
        forget(form);
        setAgain(false);
        focusSoon("#editor-title");
      }}>${_("Start anew")}</button></p>`}
    ${gone || !item
      ? html`<p>${_("This point has been taken back meanwhile.")}</p>`
      : h(/** @type {any} */ (PANELS[what.kind]), { item, done })}
  </section>`;
}
