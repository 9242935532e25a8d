/** What the chair has of the desk while a phone shows the board: the way on, and in the bar above the box who or what needs them. */
import { isBrief } from "../../board/page/for_me_bar.js";
import { nameOf } from "../../board/page/flow_line.js";
import * as flow from "../../board/reading/agenda.js";
import { atDesk, wide } from "../../board/reading/view.js";
import { _, ngettext } from "../../board/kit/gettext.js";
import { Called } from "../../board/kit/called.js";
import { h, html } from "../../board/kit/html.js";
import { focusSoon } from "../../board/kit/keep_focus.js";
import { lettersAcross } from "../../board/kit/room.js";
import { useSettled } from "../../board/kit/settles.js";
import * as store from "../../board/store/store.js";
import { CommandButton } from "../parts/desk_parts.js";
import { needs } from "./for_chair.js";
import { Row } from "./for_you.js";

/** How wide the two buttons beside it are, in the size of the page's letters. */
const BESIDE = 13.5;

/** On to the next step, beside the way to the desk. */
export function Onward() {
  const step = flow.stepNow();
  const on = flow.stepAt(step ? step.at + 1 : 0);
  if (!on || !flow.going() || !store.may("steer")) return null;
  const words = _("On to: %(step)s", { step: nameOf(on) });
  const fits = words.length * 0.56 + 1.5 <= lettersAcross.value - BESIDE;
  const send = { name: /** @type {"go_to_stage"} */ ("go_to_stage"), data: { stage: on.stage.key }, fk: "stage-on-here" };
  return h(CommandButton, fits ? { ...send, words } : { ...send, words: _("On to"), about: _("the next step: %(step)s", { step: nameOf(on) }) });
}

/** @param {{children?: any}} props `children`: what the chair is asked as everybody is, which comes last */
export function NeedBar({ children }) {
  const all = wide.value || atDesk.value !== false ? [] : needs();
  const [one] = all;
  const me = store.you.value;
  const counts = useSettled(one ? one.key : "");
  if (!one || !me || me.screen !== "chair") return children || null;
  const toDesk = () => {
    atDesk.value = true;
    focusSoon("#for-you");
  };
  const guard = (/** @type {MouseEvent} */ event) => !counts() && event.stopPropagation();
  const more = all.length - 1;
  if (isBrief()) {
    const brief = ngettext("%(n)s for you", "%(n)s for you", all.length);
    return html`<div class="asked brief" role="group" aria-label=${_("For you")} onClickCapture=${guard}>
      <p><b>${brief}</b></p>
      <button type="button" class="button" data-fk="for-you:brief" onClick=${toDesk}>${_("Look")}${h(Called, { of: brief })}</button>
    </div>`;
  }
  return html`<div class="asked needs-you" key=${one.key} role="group" aria-label=${_("For you")} onClickCapture=${guard}>
    ${h(Row, { one })}
    ${more > 0 && html`<button type="button" class="button quiet" data-fk="for-you:more" onClick=${toDesk}>${ngettext("%(n)s more", "%(n)s more", more)}<span class="away"> ${_("that need you")}</span></button>`}
  </div>`;
}
