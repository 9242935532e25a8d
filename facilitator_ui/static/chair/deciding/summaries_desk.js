/** Who has finished their summary and who has not (W5): never what stands in one that is not finished. */
import { Called } from "../../board/kit/called.js";
import { finishedWords } from "../../board/supervision/summaries_panel.js";
import { _ } from "../../board/kit/gettext.js";
import { h, html } from "../../board/kit/html.js";
import { icon } from "../../board/kit/icon.js";
import { panelIs, panels } from "../../board/reading/summaries.js";
import { names } from "../../board/store/words.js";
import { goToDiscipline } from "../parts/go_to.js";

/** @typedef {import('../../board/reading/summaries.js').HowFar} HowFar */

/** For the heading; nothing in a meeting without summaries. */
export function summariesNote() {
  return panels().length ? finishedWords() : "";
}

/** @type {Record<HowFar, [string, string]>} */
const STATES = {
  not_begun: ["ellipsis", _("Not begun")],
  draft: ["pencil", _("Not finished")],
  finished: ["check", _("Finished")],
};

export function SummariesDesk() {
  return html`<ul class="desk-list">${panels().map((panel) => {
    const [drawn, says] = STATES[panelIs(panel)];
    const { key, label } = panel.discipline;
    return html`<li key=${key}>
      <p>${icon(drawn)} <b>${says}</b> <span>${label}</span> <span class="hint">${names(panel.people)}</span></p>
      <button type="button" class="button quiet small" data-fk=${"summary-lead:" + key} onClick=${() => goToDiscipline(key)}>
        ${icon("move-right")} ${_("Go to it")}${h(Called, { of: label })}
      </button>
    </li>`;
  })}</ul>`;
}
