/** My own summary in the waiting room: whoever will not be there finishes it here. Nobody else's is known here. */
import { MySummary } from "../reading/kinds.js";
import { _ } from "../kit/gettext.js";
import { h, html } from "../kit/html.js";
import { asked, myDiscipline, ownSummary } from "../reading/summaries.js";

export function PrepareSummary() {
  const all = asked();
  const mine = myDiscipline();
  const own = ownSummary();
  if (!all || !mine) return null;
  return html`<section class="sheet" aria-labelledby="summaries" data-home="summaries">
    <h2 id="summaries" tabindex="-1">${all.label}</h2>
    <p><b>${mine.label}</b></p>
    ${own && own.finished && html`<p>${own.typed ? _("Somebody at the meeting typed this from what you sent. Everyone at the meeting can read it as yours.") : _("Your summary is finished. Everyone at the meeting can read it.")}</p>`}
    ${h(MySummary, { shown: false })}
  </section>`;
}
