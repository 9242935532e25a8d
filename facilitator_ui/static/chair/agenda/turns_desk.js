/** Turns: the chair gives an order, the family first where the step says so, and passes the turn on. */
import { Problem, useCommand } from "../../board/forms/command_form.js";
import { nameAndPart, sideOf } from "../../board/store/people_words.js";
import * as flow from "../../board/reading/agenda.js";
import { _ } from "../../board/kit/gettext.js";
import { h, html } from "../../board/kit/html.js";
import { keepFocus } from "../../board/kit/keep_focus.js";
import { forget, useChoice } from "../../board/store/kept_text.js";
import * as store from "../../board/store/store.js";
import { CommandButton } from "../parts/desk_parts.js";
import { DESK } from "../../board/store/in_view.js";

/** @typedef {import('../../board/reading/agenda.js').Step} Step */
/** @typedef {import('../../board/wire.js').Turns} Turns */

/** The order being made for a step, and who is left out of it. @typedef {{stage: string, order: string[], out: string[]}} Made */
const NOTHING_MADE = /** @type {Made} */ ({ stage: "", order: [], out: [] });

/** The people who could take a turn: here, and not running the meeting. @param {boolean} familyFirst */
function candidates(familyFirst) {
  const template = store.template.value;
  const roles = template ? template.roles : [];
  const place = (/** @type {string} */ key) => roles.findIndex((role) => role.key === key);
  const family = (/** @type {string} */ person) => (familyFirst && sideOf(person) !== "professional" ? 0 : 1);
  return store
    .each("attendees")
    .map((one) => one.thing)
    .filter((one) => {
      const role = roles[place(one.role)];
      return one.attendance === "here" && role && role.screen !== "projector" && role.powers.length && role.audiences.indexOf(DESK) < 0;
    })
    .sort((a, b) => family(a.person) - family(b.person) || place(a.role) - place(b.role))
    .map((one) => one.person);
}

/** The order as it stands: what the chair made of it, with whoever came since. @param {Step | null} step @param {Made} made */
function orderFor(step, made) {
  const stage = step ? step.stage.key : "";
  const all = candidates(Boolean(step && step.stage.family_first));
  const mine = made.stage === stage ? made : { stage, order: [], out: [] };
  const kept = mine.order.filter((id) => all.indexOf(id) >= 0);
  return { stage, order: kept.concat(all.filter((id) => kept.indexOf(id) < 0)), out: mine.out };
}

/** `ids` with the one at `at` moved by one place. @param {string[]} ids @param {number} at @param {number} by */
function moved(ids, at, by) {
  const next = ids.slice();
  next.splice(at + by, 0, next.splice(at, 1)[0]);
  return next;
}

/**
 * Up and down; at an end the button stays, so that focus does.
 * @param {{id: string, at: number, count: number, move: (by: number) => void}} props
 */
function UpDown({ id, at, count, move }) {
  const button = (/** @type {string} */ fk, /** @type {string} */ words, /** @type {number} */ by) => {
    const end = at + by < 0 || at + by >= count;
    return html`<button type="button" class="button small" data-fk=${fk + id} aria-disabled=${end ? "true" : null}
      onClick=${() => !end && move(by)}>${words}<span class="away"> ${store.personName(id)}</span></button>`;
  };
  return html`<span class="up-down">${button("turn-up:", _("Up"), -1)} ${button("turn-down:", _("Down"), 1)}</span>`;
}

/** @param {{step: Step | null}} props */
export function TurnsDesk({ step }) {
  const turns = flow.turnsNow();
  if (turns) return h(Running, { turns });
  return store.may("steer") ? h(Making, { step }) : html`<p class="hint">${_("Nobody is taking turns now.")}</p>`;
}

/** @param {{step: Step | null}} props */
function Making({ step }) {
  const [made, setMade] = useChoice("turns", "made", NOTHING_MADE);
  const now = orderFor(step, made);
  const chosen = now.order.filter((id) => now.out.indexOf(id) < 0);
  const { ask, problem, busy } = useCommand();
  const tick = (/** @type {string} */ id) => () =>
    setMade({ ...now, out: now.out.indexOf(id) >= 0 ? now.out.filter((one) => one !== id) : now.out.concat([id]) });
  const move = (/** @type {number} */ at) => (/** @type {number} */ by) =>
    keepFocus(() => setMade({ ...now, order: moved(now.order, at, by) }));
  if (!now.order.length) return html`<p class="hint">${_("Nobody is here yet who could take a turn.")}</p>`;
  return html`<div class="turns">
    ${step && step.stage.family_first && html`<p class="hint">${_("The family is offered the first turn.")}</p>`}
    <ol>
      ${now.order.map((id, at) => html`<li key=${id}>
        <label class="choice"><input type="checkbox" checked=${now.out.indexOf(id) < 0} data-fk=${"turn-in:" + id} onChange=${tick(id)} />
          ${nameAndPart(id)}</label>
        ${h(UpDown, { id, at, count: now.order.length, move: move(at) })}
      </li>`)}
    </ol>
    ${h(Problem, { text: problem })}
    <button type="button" class="button" data-fk="turns-start" aria-disabled=${busy ? "true" : null}
      onClick=${async () => (await ask("start_turns", { people: chosen }, _("Turns are shown to everyone."))) && forget("turns")}>${_("Start turns")}</button>
  </div>`;
}

/** @param {{turns: Turns}} props */
function Running({ turns }) {
  const { people, at } = turns;
  const next = people[at + 1];
  const { ask, problem } = useCommand();
  const coming = people.slice(at + 1);
  const move = (/** @type {number} */ from) => (/** @type {number} */ by) => {
    ask("start_turns", { people: [people[at]].concat(moved(coming, from, by)) });
  };
  return html`<div class="turns">
    <p><b>${flow.slotWords(turns)}</b></p>
    ${store.may("steer") && html`<div class="buttons">
      ${h(CommandButton, { fk: "turn-next", words: next ? _("Next: %(name)s", { name: store.personName(next) }) : _("That was the last turn"), name: "next_turn", data: { at }, primary: true })}
      ${h(CommandButton, { fk: "turns-end", words: _("End turns"), name: "end_turns", data: {}, said: _("Turns are over.") })}
    </div>`}
    ${h(Problem, { text: problem })}
    ${coming.length > 1 && html`<ol>
      ${coming.map((id, from) => html`<li key=${id}><span>${nameAndPart(id)}</span>
        ${store.may("steer") && h(UpDown, { id, at: from, count: coming.length, move: move(from) })}</li>`)}
    </ol>`}
  </div>`;
}
