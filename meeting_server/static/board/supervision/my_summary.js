/** My own summary: the box while I write it, and my finished words with the way to change them or take them back. */
import { _ } from "../kit/gettext.js";
import { h, html } from "../kit/html.js";
import { icon } from "../kit/icon.js";
import { focusSoon } from "../kit/keep_focus.js";
import { written } from "../store/language.js";
import * as store from "../store/store.js";
import { canSummarise, ownSummary } from "../reading/summaries.js";
import * as draft from "./summary_draft.js";
import { useCommand } from "../forms/command_form.js";
import { SummaryBox } from "./summary_box.js";
import { Surely } from "../forms/confirm_button.js";

/** Mine is in the box, so the board need not show it twice. */
export function writingMine() {
  return canSummarise() && draft.opened.value;
}

/** @param {{shown: boolean}} props `shown`: my finished words stand above already */
export function MySummary({ shown }) {
  const own = ownSummary();
  const write = () => {
    draft.begin();
    focusSoon("summary-text");
  };
  if (!canSummarise()) return null;
  // In the waiting room there is nothing else to look at, so what is not finished is open.
  const waiting = store.phase.value === "preparing" && !(own && own.finished);
  if (writingMine() || waiting) return h(SummaryBox, { done: () => focusSoon("summary-write", "#summaries") });
  const finished = Boolean(own && own.finished);
  return html`${finished && own && !shown && html`<p class="text" ...${written()}>${own.text}</p>`}
    <div class="buttons">
      <button type="button" class=${finished ? "button" : "button primary"} data-fk="summary-write" onClick=${write}>
        ${icon("pencil")} ${finished ? _("Change it") : own || draft.words.value ? _("Go on writing") : _("Write my summary")}
      </button>
      ${finished && h(TakeBack, {})}
    </div>`;
}

function TakeBack() {
  const { ask, problem, busy } = useCommand();
  const back = () => ask("clear_summary", { person: null }, _("The words are gone."));
  return h(Surely, {
    fk: "summary-back:mine", icon: "undo-2", small: true, does: _("Take these words back"), about: "",
    says: _("They go for good, from every screen and the record."), problem, busy, yes: back, then: () => focusSoon("summary-write", "#summaries"),
  });
}
