/**
 * The answers to a question about an adult, in their order, as a strip: each view a dot with its name on the answer it gives.
 * It is a list in words, so that it says to a reader what it shows to an eye. Nothing is counted or averaged.
 */
import { viewsOf } from "../reading/adults.js";
import { html, h } from "../kit/html.js";
import { Shape } from "../kit/shape.js";
import { partOf, sideOf } from "../store/people_words.js";
import * as store from "../store/store.js";

/** @typedef {import('../reading/adults.js').AdultQuestion} AdultQuestion */

/** More answers than this are stages, each on a line of its own where there is little room. */
const FEW = 4;

/** @param {{question: AdultQuestion, adult: string, behaviour: string | null, label: string}} props `label`: what is asked, for those who hear the list */
export function StageStrip({ question, adult, behaviour, label }) {
  const views = viewsOf(question.key, adult, behaviour);
  return html`<ol class=${question.answers.length > FEW ? "stages" : "stages few"} aria-label=${label}>
    ${question.answers.map((one) => {
      const here = views.filter((view) => view.answer === one.key);
      return html`<li class=${here.length ? "stage here" : "stage"} key=${one.key}>
        <span class="stage-name">${one.label}${one.term && html` <span class="term">(${one.term})</span>`}</span>
        ${here.map((view) => h(Dot, { key: view.id, person: view.person }))}
      </li>`;
    })}
  </ol>`;
}

/** @param {{person: string}} props */
function Dot({ person }) {
  const agency = store.agencyOf(person);
  const part = partOf(person);
  return html` <span class=${"stage-dot tint-" + (agency ? agency.tint : "family")}>${h(Shape, { side: sideOf(person) })} ${store.personName(person)}${part && html`<span class="away">, ${part}</span>`}</span>`;
}
