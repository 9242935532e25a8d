/** Under a point: which earlier meeting it is from, and how its action is coming along since. */
import { useState } from "../../vendor/preact-hooks.js";
import { provenanceWords, toldWords } from "../reading/earlier.js";
import { differencesInView, stateWords } from "../reading/progress.js";
import { _ } from "../kit/gettext.js";
import { h, html } from "../kit/html.js";
import { icon } from "../kit/icon.js";
import * as store from "../store/store.js";
import { canTidy, editing, notice } from "../reading/view.js";
import { whoTyped } from "../reading/who_typed.js";
import { clock, day, names, short } from "../store/words.js";
import { Called } from "../kit/called.js";
import { PutAside, whoseWords } from "../asides/put_aside.js";
import { TakeBack } from "../forms/take_back.js";

/** @typedef {import('../store/store.js').Item} Item */
/** @typedef {import('../reading/progress.js').Progress} Progress */
/** @typedef {import('../reading/progress.js').State} State */

/** @param {{item: Item}} props */
export function CameLine({ item }) {
  const { came } = item;
  if (!came) return null;
  const then = came.progress && came.progress_on;
  return html`<p class="meta came"><span class="chip">${provenanceWords(came)}</span>
    ${then && came.progress && html`<span>${_("On %(day)s:", { day: day(then) })} ${h(StateWords, { state: came.progress })}</span>`}
    ${came.without_family && html`<span>${toldWords(came)}</span>`}</p>
    ${item.action && h(Along, { item })}`;
}

/** Mark and word together. @param {{state: State}} props */
export function StateWords({ state }) {
  const { mark, words } = stateWords(state);
  return html`<span class="progress-state"><span aria-hidden="true">${mark}</span> <b>${words}</b></span>`;
}

/** The latest answer, those before it on request, and the button that says more. @param {{item: Item}} props */
function Along({ item }) {
  const [open, setOpen] = useState(false);
  const latest = item.progress[item.progress.length - 1];
  const before = item.progress.slice(0, -1).reverse();
  const ask = () => {
    notice.value = "";
    editing.value = { kind: "progress", item: item.id };
  };
  return html`<div class="along">
    ${latest ? h(Answer, { item, one: latest }) : html`<p class="meta">${_("Nobody has said yet how it is coming along.")}</p>`}
    ${
      before.length > 0 &&
      html`<button type="button" class="button quiet small opens" aria-expanded=${String(open)}
          data-fk=${"along:" + item.id} onClick=${() => setOpen(!open)}>
          ${icon("chevron-right")} ${_("Said before")}${h(Called, { of: short(item.text) })}
        </button>
        ${open && html`<ul>${before.map((one) => html`<li key=${one.n}>${h(Answer, { item, one })}</li>`)}</ul>`}`
    }
    ${
      canTidy() &&
      !store.iAmAChild() &&
      html`<div class="buttons"><button type="button" class="button small" data-fk=${"progress:" + item.id} onClick=${ask}>
        ${_("How is it coming along?")}<span class="away"> ${short(item.text)}</span>
      </button></div>`
    }
  </div>`;
}

/** @param {{item: Item, one: Progress}} props */
function Answer({ item, one }) {
  const me = store.you.value;
  const mine = Boolean(me && (one.person === me.person || one.by === me.attendee));
  const words = Boolean(one.evidence || one.differences.length);
  return html`<div class="along-answer">
    <p>${h(StateWords, { state: one.state })} <span class="hint">${[store.personName(one.person) + ", " + clock(one.at)].concat(whoTyped(one.person, one.by, one.source)).join(" · ")}</span></p>
    ${one.evidence && html`<p class="meta">${_("How we know:")} ${one.evidence}</p>`}
    ${differencesInView(one).map(({ child, says }) => html`<p class="meta" key=${child}>${_("What difference for %(name)s:", { name: store.personName(child) })} ${says}</p>`)}
    ${one.monitors.length > 0 && html`<p class="meta">${_("Who looks after it:")} ${names(one.monitors)}</p>`}
    ${
      mine && words && !one.cleared && canTidy() &&
      h(TakeBack, {
        fk: "clear-progress:" + item.id + one.n, does: _("Take these words back"), name: "clear_progress", data: { item: item.id, n: one.n },
        about: whoseWords(store.personName(one.person), one.at, one.evidence || item.text),
        says: _("The words of %(name)s are deleted for good. The answer stays.", { name: store.personName(one.person) }),
      })
    }
    ${h(PutAside, { kind: "progress", thing: item.id, n: one.n, about: words && !one.cleared ? _("answer about %(text)s", { text: short(item.text) + ", " + whoseWords(store.personName(one.person), one.at, one.evidence) }) : "", mine })}
  </div>`;
}
