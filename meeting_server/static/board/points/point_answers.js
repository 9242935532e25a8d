/** How a point hangs together with others: what answers a danger, what helps with a worry, and what nobody linked yet. */
import { answersTo, goalPlace, isDanger, isGoodThing, mayAnswer } from "./answer_link.js";
import { writeIn } from "../reading/box_place.js";
import * as compose from "../writing/draft.js";
import { _ } from "../kit/gettext.js";
import { h, html } from "../kit/html.js";
import { icon } from "../kit/icon.js";
import { focusSoon } from "../kit/keep_focus.js";
import { theirWords } from "../store/language.js";
import * as store from "../store/store.js";
import { canAdd, canTidy, editing, notice } from "../reading/view.js";
import { short } from "../store/words.js";
import { Called } from "../kit/called.js";

/** @typedef {import('../store/store.js').Item} Item */

/** @param {{item: Item}} props */
export function Answers({ item }) {
  if (item.held) return null;
  const { goals, good } = answersTo(item);
  return html`${h(Linked, { label: _("Answered by"), all: isDanger(item) ? goals : [] })}
    ${h(Linked, { label: _("Helped by"), all: good })}
    ${isDanger(item) && !goals.length && h(Unanswered, { item })}
    ${isGoodThing(item) && mayAnswer(item) && !item.answers && store.canChange(item) && canTidy() && html`<p class="link-line">
      <button type="button" class="button quiet small" data-fk=${"help:" + item.id} onClick=${() => {
        notice.value = "";
        editing.value = { kind: "answer", item: item.id };
      }}>${_("Does this help with a worry?")}<span class="away"> ${_("About:")} ${theirWords(short(item.text), item.lang)}</span></button>
    </p>`}`;
}

/** @param {{label: string, all: Item[]}} props */
function Linked({ label, all }) {
  if (!all.length) return null;
  return html`<p class="meta small linked">${all.map((one) => html`<span key=${one.id}>${label}: ${theirWords(short(one.text), one.lang)}</span>`)}</p>`;
}

/** @param {{item: Item}} props */
function Unanswered({ item }) {
  const place = goalPlace(item);
  if (!place) return null;
  const add = () => {
    notice.value = "";
    editing.value = null;
    writeIn(place.column, place.category);
    compose.set({ answers: item.id, category: undefined, children: item.children });
    focusSoon("composer");
  };
  return html`<p class="link-line">
    <b class="state">${_("No goal answers this yet")}</b>
    ${canAdd() && html`<button type="button" class="button small" data-fk=${"goal:" + item.id} onClick=${add}>
      ${icon("plus")} ${_("Add a goal for this")}${h(Called, { of: theirWords(short(item.text), item.lang) })}
    </button>`}
  </p>`;
}
