/** The parts of the page that is read aloud: whole sentences, in the order in which they are said. */
import { WasAndNow } from "../../board/deciding/ratings_before.js";
import { ColourWords, shownRating } from "../../board/deciding/rating_words.js";
import { answerWords, inOrder, numbersOf, roundsOf, story } from "../../board/numbers/number_words.js";
import { nameAndPart } from "../../board/store/people_words.js";
import { stateWords } from "../../board/reading/progress.js";
import { dissentWords } from "../../board/deciding/dissents.js";
import { saidYes } from "../../board/points/consent.js";
import { decisionFor, dissentsOn, outcomeWords, rule, viewsOn } from "../../board/reading/deciding.js";
import { _ } from "../../board/kit/gettext.js";
import { h, html } from "../../board/kit/html.js";
import { theirWords } from "../../board/store/language.js";
import * as store from "../../board/store/store.js";
import { day, fill, labelOf, names, short } from "../../board/store/words.js";
import { ROOM } from "../../board/store/in_view.js";

/** @typedef {import('../../board/wire.js').Item} Item */
/** @typedef {import('../../board/wire.js').Round} Round */
/** @typedef {import('../../board/wire.js').Scale} Scale */
/** @typedef {{child: string}} Of */

/** The numbers that were shown, every difference kept. @param {Of} props */
export function NumbersGiven({ child }) {
  const template = store.template.value;
  const asked = template
    ? template.scales
        .map((scale) => roundsOf(scale, child).filter((round) => round.state === "shown").reverse().map((round) => ({ scale, round })))
        .reduce((before, more) => before.concat(more), [])
    : [];
  return html`<h3>${_("The numbers")}</h3>
    ${!asked.length && html`<p>${_("No numbers were shown.")}</p>`}
    ${asked.map(({ scale, round }) => h(OneAsking, { key: round.id, scale, round, child }))}`;
}

/** @param {{scale: Scale, round: Round, child: string}} props */
function OneAsking({ scale, round, child }) {
  const numbers = inOrder(scale, numbersOf(round, child));
  const agreed = store.get("agreed", round.id + ":" + child);
  const about = round.about ? store.get("items", round.about) : undefined;
  const heard = agreed && (agreed.agrees ? _("We agree on %(number)s.", { number: String(agreed.value) }) : _("We see it differently."));
  return html`<p><b>${fill(scale.question, child)}</b> ${about && about.text && html`${_("About:")} ${theirWords(short(about.text), about.lang)}`}</p>
    <ul>
      ${numbers.map((one) => {
        const told = story(one);
        return html`<li key=${one.id}>
          <b>${nameAndPart(one.person)}: ${answerWords(one)}.</b> ${theirWords(one.reason)} ${told && "(" + told + ")"}
        </li>`;
      })}
    </ul>
    ${agreed && html`<p><b>${heard}</b> ${theirWords(agreed.text)}</p>`}`;
}

/** What each agency and the family said, what was decided and why, and who disagrees. @param {Of} props */
export function Deciding({ child }) {
  const asks = rule();
  const decision = decisionFor(child);
  if (!asks) return null;
  const views = viewsOn(child);
  const against = dissentsOn(child);
  return html`<h3>${_("What each agency and the family say")}</h3>
    <p>${fill(asks.question, child)}</p>
    ${!views.length && html`<p>${_("No views were given.")}</p>`}
    <ul>
      ${views.map((one) => html`<li key=${one.id}><b>${nameAndPart(one.person)}: ${labelOf(asks.answers, one.answer)}.</b> ${theirWords(one.why)}</li>`)}
    </ul>
    <h3>${_("What we decided")}</h3>
    ${
      decision
        ? html`<p><b>${outcomeWords(decision)}.</b></p>
            <p>${_("Why:")} ${theirWords(decision.reasons)}</p>
            <p>${_("How the family\u2019s view counted:")} ${decision.family_view}</p>
            ${decision.wishes && html`<p>${_("What could not be done, and why:")} ${decision.wishes}</p>`}`
        : html`<p>${_("Nothing is decided for %(name)s.", { name: store.personName(child) })}</p>`
    }
    ${
      against.length > 0 &&
      html`<ul>
        ${against.map((one) => html`<li key=${one.id}><b>${nameAndPart(one.person)} ${dissentWords(one)}.</b> ${theirWords(one.why)}</li>`)}
      </ul>`
    }`;
}

/** @param {{child: string | null}} props `child` null: the family, where it is rated as one */
export function RatingSaid({ child }) {
  const template = store.template.value;
  const whose = template && template.rating.scope === "family" ? null : child;
  const rating = shownRating(whose);
  const others = store
    .each("rating_views")
    .map((one) => one.thing)
    .filter((one) => rating && one.rating === rating.id);
  return html`<h3>${_("Red, amber or green")}</h3>
    ${
      rating
        ? html`<p>${h(ColourWords, { colour: rating.colour })} ${theirWords(rating.reason)}</p>
            ${h(WasAndNow, { child: rating.child, colour: rating.colour })}
            ${rating.better && html`<p>${_("What would move it one step better:")} ${theirWords(rating.better)}</p>`}
            ${
              others.length > 0 &&
              html`<ul>
                ${others.map(
                  (one) => html`<li key=${one.id}>
                    <b>${_("%(name)s sees it differently.", { name: nameAndPart(one.person) })}</b> ${h(ColourWords, { colour: one.colour, none: _("No colour.") })} ${theirWords(one.reason)}
                  </li>`,
                )}
              </ul>`
            }`
        : html`<p>${_("No rating was shown.")}</p>`
    }`;
}

/** The actions for a child; without one, those for all the children. @param {string | null} child @returns {Item[]} */
export function stepsFor(child) {
  const template = store.template.value;
  const columns = template ? template.columns.filter((one) => one.actions).map((one) => one.key) : [];
  const alone = store.children().length === 1;
  const fits = (/** @type {Item} */ item) =>
    item.children.length ? child !== null && item.children.indexOf(child) >= 0 : child === null || alone;
  return store
    .each("items")
    .filter(({ audience, thing }) => audience === ROOM && columns.indexOf(thing.column) >= 0 && thing.action && !thing.taken_back && fits(thing))
    .map((one) => one.thing)
    .sort((a, b) => store.compareOrder(a.order, b.order));
}

/** @param {{child: string | null}} props */
export function NextSteps({ child }) {
  const steps = stepsFor(child);
  const name = child ? store.personName(child) : _("all the children");
  return html`<h3>${_("What happens next")}</h3>
    ${!steps.length && html`<p>${_("Nothing is written down for %(name)s alone.", { name })}</p>`}
    <ul>${steps.map((item) => h(OneStep, { key: item.id, item }))}</ul>`;
}

/** @param {{item: Item}} props */
function OneStep({ item }) {
  const action = item.action;
  if (!action) return null;
  const last = item.progress[item.progress.length - 1];
  const waits = action.owners.filter((one) => !saidYes(action.accepted, one));
  return html`<li>
    <b>${theirWords(item.text, item.lang)}</b> ${_("Who: %(names)s.", { names: names(action.owners) })} ${_("By when: %(day)s.", { day: action.by ? day(action.by) : _("no day yet") })}
    ${action.measure && " " + _("How we will know:") + " " + action.measure} ${action.if_not && " " + _("If not:") + " " + action.if_not}
    ${waits.length > 0 && " " + _("Has not said yes: %(names)s.", { names: names(waits) })}
    ${last && html` ${_("Coming along:")} <b>${stateWords(last.state).words}.</b> ${theirWords(last.evidence)}`}
  </li>`;
}
