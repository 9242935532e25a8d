/** One point: its sentence, whose it is, how we know, and what others say of it (interface.md 3.3). */
import { act } from "../act.js";
import { look } from "../fresh.js";
import { h, html } from "../html.js";
import { icon } from "../icon.js";
import { languageName, written } from "../language.js";
import * as store from "../store.js";
import { editing } from "../view.js";
import { clock, fill, labelOf, names, quoted, short } from "../words.js";
import { CameLine } from "./came_line.js";
import { ActionLine } from "./point_action.js";
import { Answers } from "./point_answers.js";
import { PointMenu } from "./point_menu.js";
import { Views } from "./point_views.js";

/** @typedef {import('../store.js').Item} Item */

/** @param {{item: Item, isNew: boolean}} props */
export function Point({ item, isNew }) {
  const me = store.you.value;
  const asks = item.confirmed === "waiting" && Boolean(me) && item.speaker === (me && me.person);
  const classes = ["point"];
  if (item.taken_back) classes.push("taken-back");
  else if (asks) classes.push("ask");
  else if (item.held) classes.push("held");
  if (editing.value && editing.value.item === item.id) classes.push("being-edited");
  return html`<li class=${classes.join(" ")} data-point=${item.id} data-fk=${"point:" + item.id} tabindex="-1" ref=${isNew ? look : null}>
    ${item.taken_back ? h(Mark, { item }) : h(Said, { item, asks, isNew })}
    ${h(Views, { item })}
  </li>`;
}

/** What stays of a point that was taken back. @param {{item: Item}} props */
function Mark({ item }) {
  const gone = item.taken_back;
  if (!gone) return null;
  return html`<p class="meta">
    ${icon("undo-2")} <span>Taken back by ${store.attendeeName(gone.by)}, ${clock(gone.at)}.${gone.why ? " " + gone.why : ""}</span>
  </p>`;
}

/** @param {{item: Item, asks: boolean, isNew: boolean}} props */
function Said({ item, asks, isNew }) {
  return html`${asks && html`<p class="why">${store.attendeeName(item.recorded_by)} typed this for you. Is it right?</p>`}
    <div class="point-line">
      <p class="text" ...${written(item.lang)}>${item.exact ? quoted(item.text) : item.text}</p>
      ${h(PointMenu, { item })}
    </div>
    ${h(Meta, { item, isNew })}
    ${h(ActionLine, { item })}
    ${h(CameLine, { item })}
    ${h(Answers, { item })}
    ${item.agreed_by.length > 0 && html`<p class="meta">${icon("check")} <span>${names(item.agreed_by)} ${item.agreed_by.length > 1 ? "agree" : "agrees"}</span></p>`}
    ${asks && canAnswer() && html`<div class="buttons two">
      <button type="button" class="button primary" data-fk=${"yes:" + item.id} onClick=${() => act("confirm_words", { item: item.id, right: true }, "Thank you.")}>
        ${icon("check")} Yes, that's it
      </button>
      <button type="button" class="button" data-fk=${"no:" + item.id} onClick=${() => act("confirm_words", { item: item.id, right: false }, "Marked as not what you said.")}>
        Not what I said
      </button>
    </div>`}`;
}

function canAnswer() {
  const facts = store.meeting();
  return Boolean(facts && (facts.state === "open" || facts.state === "paused" || facts.state === "ended"));
}

/** Who said it and how we know, and how the point stands. @param {{item: Item, isNew: boolean}} props */
function Meta({ item, isNew }) {
  const person = store.get("people", item.speaker);
  const agency = store.agencyOf(item.speaker);
  const known = howWeKnow(item);
  const family = !agency || agency.tint === "family" || agency.tint === "child";
  const name = store.personName(item.speaker);
  const chip = family ? name + (person && person.relationship ? ", " + person.relationship : "") : agency.label;
  const after = family ? known : [name].concat(known);
  return html`<p class="meta">
      <span class=${"chip tint-" + (agency ? agency.tint : person && person.child ? "child" : "family")}>${chip}</span>
      ${after.length > 0 && html`<span>${after.join(" · ")}</span>`}
      ${states(item, isNew).map((word) => html`<b class="state" key=${word}>${word}</b>`)}
    </p>
    ${h(Belongs, { item })}`;
}

/** @param {Item} item @returns {string[]} */
function howWeKnow(item) {
  const template = store.template.value;
  const basis = template ? labelOf(template.basis, item.basis) : "";
  const obtained = template ? labelOf(template.obtained, item.obtained) : "";
  return [item.exact ? "Exact words" : "", basis, obtained, item.source, item.when, languageName(item.lang)].filter(Boolean);
}

/** @param {Item} item @param {boolean} isNew */
function states(item, isNew) {
  const me = store.you.value;
  const said = isNew ? ["New"] : [];
  const name = store.personName(item.speaker);
  if (item.confirmed === "waiting" && me && item.speaker !== me.person) said.push("Waiting for " + name);
  const aloud = item.read_back_at ? clock(item.read_back_at) : "";
  if (item.confirmed === "yes" && aloud) said.push("Read back, said yes, " + aloud);
  if (item.confirmed === "no") said.push(aloud ? "Read back, not right, " + aloud : name + ": not what I said");
  if (item.held) said.push("Waiting for the chair. Only you and the chair can see this");
  if (editing.value && editing.value.item === item.id) said.push("You are changing this");
  if (item.version > 1 && item.changed_by && item.changed_at) {
    const who = store.personOf(item.changed_by);
    said.push("Changed " + (who && who.id !== item.speaker ? "by " + store.personName(who.id) + ", " : "") + clock(item.changed_at));
  }
  return said;
}

/** Which children it is about, what it answers, and where it stood before. @param {{item: Item}} props */
function Belongs({ item }) {
  const template = store.template.value;
  const all = store.children();
  const inView = store.childInView.value;
  const about = item.children.length && item.children.length < all.length && (inView === null || item.children.length > 1);
  const answers = item.answers ? store.get("items", item.answers) : undefined;
  const before = item.refiled.length ? item.refiled[item.refiled.length - 1] : null;
  const column = before && template ? template.columns.find((one) => one.key === before.column) : undefined;
  const category = before && column ? column.categories.find((one) => one.key === before.category) : undefined;
  const was = column && (category ? category.label : column.label);
  const said = [
    about ? "About " + names(item.children) : "",
    answers && answers.text ? "Answers: " + short(answers.text) : "",
    was ? "Was under: " + fill(was) : "",
  ].filter(Boolean);
  return said.length ? html`<p class="meta small">${said.map((one) => html`<span key=${one}>${one}</span>`)}</p>` : null;
}
