/** One point: its sentence, whose it is, how we know, and what others say of it. */
import { act } from "../forms/act.js";
import { consentNames, withdrawnWords } from "./consent.js";
import { look } from "../store/unseen.js";
import { _, ngettext } from "../kit/gettext.js";
import { howWeKnow } from "./how_we_know.js";
import { h, html } from "../kit/html.js";
import { icon } from "../kit/icon.js";
import { theirWords, written } from "../store/language.js";
import { StillRow, useStill } from "../kit/still_rows.js";
import * as store from "../store/store.js";
import { editing } from "../reading/view.js";
import { clock, fill, listed, names, quoted, short } from "../store/words.js";
import { Called } from "../kit/called.js";
import { CameLine } from "./provenance_line.js";
import { ActionLine } from "./point_action.js";
import { Answers } from "./point_answers.js";
import { PointMenu } from "./point_menu.js";
import { Views } from "./point_views.js";
import { Gone } from "../asides/put_aside.js";

/** @typedef {import('../store/store.js').Item} Item */

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
    ${item.taken_back ? h(Gone, { kind: "items", thing: item.id, gone: item.taken_back }) : h(Said, { item, asks, isNew })}
    ${h(Views, { item })}
  </li>`;
}

/** Whether these are my words. @param {{item: Item}} props */
function IsItRight({ item }) {
  const answer = (/** @type {boolean} */ right, /** @type {string} */ thanks) => () => act("confirm_words", { item: item.id, right }, thanks);
  return html`<button type="button" class="button primary" data-fk=${"yes:" + item.id} onClick=${answer(true, _("Thank you."))}>
      ${icon("check")} ${_("Yes, that's it")}${h(Called, { of: theirWords(short(item.text), item.lang) })}
    </button>
    <button type="button" class="button" data-fk=${"no:" + item.id} onClick=${answer(false, _("Marked as not what you said."))}>
      ${_("Not what I said")}${h(Called, { of: theirWords(short(item.text), item.lang) })}
    </button>`;
}

/** What I answered. @param {Item} item */
function iSaid(item) {
  const now = store.get("items", item.id);
  return now && now.confirmed === "no" ? _("You said: not what I said") : _("You said yes");
}

/** @param {{item: Item, asks: boolean, isNew: boolean}} props */
function Said({ item, asks, isNew }) {
  const list = "is-it-right:" + item.id;
  const rows = useStill(list, asks && canAnswer() ? [item] : [], (one) => one.id);
  return html`${(asks || rows.length > 0) && html`<p class="why">${_("%(name)s typed this for you. Is it right?", { name: store.attendeeName(item.recorded_by) })}</p>`}
    <div class="point-line">
      <p class="text" ...${written(item.lang)}>${item.exact ? quoted(item.text) : item.text}</p>
      ${h(PointMenu, { item })}
    </div>
    ${h(Meta, { item, isNew })}
    ${h(ActionLine, { item })}
    ${h(CameLine, { item })}
    ${h(Answers, { item })}
    ${item.agreed_by.length > 0 && html`<p class="meta">${icon("check")} <span>${ngettext("%(names)s agrees", "%(names)s agree", item.agreed_by.length, { names: listed(consentNames(item.agreed_by)) })}</span></p>`}
    ${item.agreed_before.length > 0 && html`<p class="meta small">${withdrawnWords(item.agreed_before).map((words) => html`<span key=${words}>${words}</span>`)}</p>`}
    ${rows.length > 0 && html`<div data-still=${list}>
      ${rows.map((row) => h(StillRow, { key: row.key, list, row, kind: ["buttons", "two"], tag: "div", said: () => iSaid(item), children: h(IsItRight, { item }) }))}
    </div>`}`;
}

function canAnswer() {
  const facts = store.meeting();
  return Boolean(facts && (facts.state === "open" || facts.state === "paused" || facts.state === "ended"));
}

/** The sign of a kind of knowledge; for those that say where it stands, the sign says the kind. @type {Record<string, string>} */
const SIGNS = { proof: "file-text", seen: "eye", said: "message-circle" };
const STRONG = ["proof", "seen"];

/** How we know it, in as few words as say it: of a record or of what was seen the source, of anything weaker always the kind. @param {{item: Item}} props */
function Known({ item }) {
  const all = howWeKnow(item);
  if (!all.length) return null;
  const sign = item.exact ? "lock" : SIGNS[item.basis || ""];
  const implied = item.source && STRONG.indexOf(item.basis || "") >= 0 && !item.exact ? 1 : 0;
  const words = all.slice(implied).map((one) => (one.own ? theirWords(one.words) : one.words));
  return html`<span class="known-by">${sign && icon(sign)} ${implied > 0 && html`<span class="away">${all[0].words}: </span>`}${words.map((one, at) => [at > 0 && " · ", one])}</span>`;
}

/** Whom it is about, who said it and how we know, and how the point stands. @param {{item: Item, isNew: boolean}} props */
function Meta({ item, isNew }) {
  const person = store.get("people", item.speaker);
  const agency = store.agencyOf(item.speaker);
  const family = !agency || agency.tint === "family" || agency.tint === "child";
  const name = store.personName(item.speaker);
  const chip = family ? name + (person && person.relationship ? ", " + person.relationship : "") : agency.label;
  return html`<p class="meta">
      ${h(AboutChips, { item })}
      <span class=${"chip tint-" + (agency ? agency.tint : person && person.child ? "child" : "family")}>${chip}</span>
      ${!family && html`<span>${name}</span>`} ${h(Known, { item })}
      ${states(item, isNew).map((word) => html`<b class="state" key=${word}>${word}</b>`)}
    </p>
    ${h(Belongs, { item })}`;
}

/** The children it is about, where that is not all of them or the one in view. @param {{item: Item}} props */
function AboutChips({ item }) {
  const inView = store.childInView.value;
  const some = item.children.length && item.children.length < store.children().length && (inView === null || item.children.length > 1);
  if (!some) return null;
  return html`<span class="about-chips"><span class="away">${_("About %(names)s", { names: names(item.children) })}</span>${item.children.map((id) => html` <span class="chip child-chip" key=${id} aria-hidden="true">${store.personName(id)}</span>`)}</span>`;
}

/** @param {Item} item @param {boolean} isNew */
function states(item, isNew) {
  const me = store.you.value;
  const said = isNew ? [_("New")] : [];
  const name = store.personName(item.speaker);
  if (item.confirmed === "waiting" && me && item.speaker !== me.person) said.push(_("Waiting for %(name)s", { name }));
  const aloud = readBack(item);
  if (item.confirmed === "yes" && aloud) said.push(_("Read back, said yes, %(time)s", { time: aloud }));
  if (item.away) said.push(_("%(name)s was not here", { name }));
  if (item.confirmed === "no") said.push(aloud ? _("Read back, not right, %(time)s", { time: aloud }) : _("%(name)s: not what I said", { name }));
  if (item.held) said.push(_("Waiting for the chair. Only you and the chair can see this"));
  if (editing.value && editing.value.item === item.id) said.push(_("You are changing this"));
  if (item.version > 1 && item.changed_by && item.changed_at) {
    const who = store.personOf(item.changed_by);
    const time = clock(item.changed_at);
    said.push(who && who.id !== item.speaker ? _("Changed by %(name)s, %(time)s", { name: store.personName(who.id), time }) : _("Changed %(time)s", { time }));
  }
  return said;
}

/** When it was read back, and by whom; nothing where it was not. @param {Item} item */
function readBack(item) {
  if (!item.read_back_at) return "";
  const time = clock(item.read_back_at);
  return item.read_back_by ? _("%(time)s, by %(name)s", { time, name: store.attendeeName(item.read_back_by) }) : time;
}

/** What it answers, and where it stood before. @param {{item: Item}} props */
function Belongs({ item }) {
  const template = store.template.value;
  const answers = item.answers ? store.get("items", item.answers) : undefined;
  const before = item.refiled.length ? item.refiled[item.refiled.length - 1] : null;
  const column = before && template ? template.columns.find((one) => one.key === before.column) : undefined;
  const category = before && column ? column.categories.find((one) => one.key === before.category) : undefined;
  const was = column && (category ? category.label : column.label);
  const said = [
    answers && answers.text ? html`${_("Answers:")} ${theirWords(short(answers.text), answers.lang)}` : "",
    was ? _("Was under: %(label)s", { label: fill(was) }) : "",
  ].filter(Boolean);
  return said.length ? html`<p class="meta small">${said.map((one, at) => html`<span key=${at}>${one}</span>`)}</p>` : null;
}
