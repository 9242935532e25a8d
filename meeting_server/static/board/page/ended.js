/** What is read when the meeting is over: the thanks, what stays readable, and for staff what was decided, what is theirs to do, and the files. */
import { outcomeWords, decisionFor, rule } from "../reading/deciding.js";
import { _ } from "../kit/gettext.js";
import { h, html } from "../kit/html.js";
import { icon } from "../kit/icon.js";
import { focusSoon } from "../kit/keep_focus.js";
import { pageOf } from "../kit/seat.js";
import { DayLink } from "../reading/kinds.js";
import { WHOLE } from "../reading/places.js";
import { goTo } from "../reading/view.js";
import { written } from "../store/language.js";
import { ROOM } from "../store/in_view.js";
import * as store from "../store/store.js";
import { day } from "../store/words.js";
import { RecordLinks } from "./record_links.js";

/** What is still possible, in the words of the state. */
function stays() {
  const facts = store.meeting();
  if (facts && facts.state === "finished") return _("The record is finished and locked. You can still read all of it here.");
  if (!store.may("contribute")) return _("Nothing new can be added. You can still read all of it here.");
  return _("Nothing new can be added. You can still read all of it here, say whether your words are right, and correct or take back what is yours.");
}

/** The actions that are mine. @param {string} me */
function mine(me) {
  return store.each("items").filter(({ audience, thing }) => audience === ROOM && !thing.taken_back && thing.action && thing.action.owners.indexOf(me) >= 0);
}

/** What was decided for each child. */
function Decided() {
  if (!rule()) return null;
  return html`<h2>${_("What was decided")}</h2>
    <ul class="arrived-list">${store.children().map(({ id }) => {
      const decision = decisionFor(id);
      return html`<li key=${id}><b>${store.personName(id)}:</b> ${decision ? outcomeWords(decision) : _("Nothing was decided.")}</li>`;
    })}</ul>`;
}

/** @param {{me: string}} props */
function MyActions({ me }) {
  const all = mine(me);
  return html`<h2>${_("What you do")}</h2>
    ${all.length ? html`<ul class="arrived-list">${all.map(
      ({ thing }) => html`<li key=${thing.id}><span ...${written(thing.lang)}>${thing.text}</span>${thing.action && thing.action.by && html` <span class="chip tint-next">${_("By %(date)s", { date: day(thing.action.by) })}</span>`}</li>`,
    )}</ul>` : html`<p>${_("Nothing in the plan is yours.")}</p>`}`;
}

/** The record, the workbook where this kind of meeting has one, and in a sitting the list of the day. */
function Files() {
  const template = store.template.value;
  const workbook = template && template.workbook && html`<a class="button" href=${pageOf("board") + "/workbook.docx"}>${icon("file-text")} ${_("The workbook of the whole family (Word)")}</a>`;
  return h(RecordLinks, { children: [workbook, h(DayLink, {})] });
}

export function Ended() {
  const me = store.you.value;
  const facts = store.meeting();
  if (!me || !facts) return null;
  // In a sitting the next family waits: what is mine to do comes before what was decided.
  const { slot } = facts;
  const read = () => {
    goTo(WHOLE);
    focusSoon("#page-heading");
  };
  return html`<div class="board"><section class="arrived ended" aria-labelledby="page-heading">
    <h1 id="page-heading" tabindex="-1">${slot ? _("Family %(number)s is done", { number: slot.number }) : _("The meeting has ended. Thank you, %(name)s.", { name: store.personName(me.person) })}</h1>
    <p>${stays()}</p>
    ${me.side === "professional" && html`${!slot && h(Decided, {})} ${h(MyActions, { me: me.person })} ${slot && h(Decided, {})} ${h(Files, {})}`}
    <p><button type="button" class="button quiet" data-fk="read-all" onClick=${read}>${icon("chevron-right")} ${_("Read all that was written")}</button></p>
  </section></div>`;
}
