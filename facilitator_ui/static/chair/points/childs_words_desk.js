/** A child's words wait here until the chair finds them safe to show, and sees first what exactly everyone will see. */
import { _ } from "../../board/kit/gettext.js";
import { knownInWords } from "../../board/points/how_we_know.js";
import { h, html } from "../../board/kit/html.js";
import { useChoice } from "../../board/store/kept_text.js";
import { written } from "../../board/store/language.js";
import { StillRow, useStill } from "../../board/kit/still_rows.js";
import * as store from "../../board/store/store.js";
import { uuid } from "../../board/kit/uuid.js";
import { fill, names, quoted, short } from "../../board/store/words.js";
import { nameAndPart } from "../../board/store/people_words.js";
import { CommandAfterLook } from "../parts/desk_parts.js";
import { DESK } from "../../board/store/in_view.js";

/** @typedef {import('../../board/wire.js').Item} Item */

/** What waits here, the oldest first: children's words, or what the chair holds. @param {boolean} childs @returns {Item[]} */
export function waiting(childs) {
  const isChild = (/** @type {Item} */ item) => Boolean((store.get("people", item.speaker) || { child: false }).child);
  return store
    .each("items")
    .filter(({ audience, thing }) => audience === DESK && thing.held && !thing.taken_back)
    .map((one) => one.thing)
    .filter((item) => isChild(item) === childs)
    .sort((a, b) => a.at - b.at);
}

/** A child's words that wait. */
export function heldItems() {
  return waiting(true);
}

/** @param {Item} item */
export function idOf(item) {
  return item.id;
}

/** What became of words that waited. @param {Item} item as it was */
export function leftTheDesk(item) {
  const now = store.get("items", item.id);
  const name = store.personName(item.speaker);
  if (now && now.shown_as) return _("Everyone can see the words of %(name)s now", { name });
  return now && now.taken_back ? _("The words of %(name)s are taken back", { name }) : _("The words of %(name)s have left your desk", { name });
}

export function HeldWords() {
  const rows = useStill("held-words", heldItems(), idOf);
  if (!rows.length)
    return html`<p class="hint">${_("A child's words come here first. The room sees them when you press Safe to show here.")}</p>`;
  return html`<ul class="desk-list" data-still="held-words">
    ${rows.map((row) => h(StillRow, { key: row.key, list: "held-words", row, kind: ["held-words"], said: () => leftTheDesk(row.one), children: h(Held, { item: row.one }) }))}
  </ul>`;
}

/** Where it would stand, and about whom. @param {Item} item */
export function place(item) {
  const template = store.template.value;
  const column = template && template.columns.find((one) => one.key === item.column);
  const category = column && column.categories.find((one) => one.key === item.category);
  const child = item.children.length === 1 ? item.children[0] : null;
  const where = {
    column: column ? fill(column.label, child) : "",
    part: category ? fill(category.label, child) : "",
    children: item.children.length ? names(item.children) : _("all the children"),
  };
  return category
    ? _("Under \u201c%(column)s\u201d (%(part)s), about %(children)s", where)
    : _("Under \u201c%(column)s\u201d, about %(children)s", where);
}

/** In whose part of the record the words would stand: looked at before they are shown. @param {{item: Item, about: string[], choose: (children: string[]) => void}} props */
function AboutWhom({ item, about, choose }) {
  const all = store.children();
  if (all.length < 2) return null;
  const toggle = (/** @type {string} */ id) => () => choose(about.indexOf(id) >= 0 ? about.filter((one) => one !== id) : about.concat([id]));
  return html`<fieldset class="about">
    <legend>${_("About, and in whose part of the record")} <span class="hint">${_("no tick: all of them")}</span></legend>
    ${all.map((one) => html`<label class="choice" key=${one.id}>
      <input type="checkbox" data-fk=${"about:" + item.id + one.id} checked=${about.indexOf(one.id) >= 0} onChange=${toggle(one.id)} /> ${store.personName(one.id)}
    </label>`)}
  </fieldset>`;
}

/** @param {{item: Item}} props */
function Held({ item }) {
  const typist = store.personOf(item.recorded_by);
  const child = store.personName(item.speaker);
  const text = item.exact ? quoted(item.text) : item.text;
  const [about, setAbout] = useChoice("release:" + item.id, "about", item.children);
  const sure = html`<p>
      ${_("Would it be safe for %(name)s if everyone here knew?", { name: child })} <b>${_("This is what everyone in the meeting will see:")}</b>
    </p>
    <div class="point preview">
      <p class="text" ...${written(item.lang)}>${text}</p>
      <p class="meta"><span class="chip tint-child">${child}</span> <span>${knownInWords(item)}</span></p>
    </div>
    ${h(AboutWhom, { item, about, choose: setAbout })}
    <p class="hint">${place({ ...item, children: about })}.</p>`;
  return html`<p class="text" ...${written(item.lang)}>${text}</p>
    <p class="hint">${[child, knownInWords(item)].filter(Boolean).join(" · ")}</p>
    <p class="hint">${place(item)}. ${typist ? _("Typed by %(name)s.", { name: nameAndPart(typist.id) }) : ""}</p>
    <div class="buttons">${
      store.may("steer") &&
      h(CommandAfterLook, {
        words: _("Safe to show here"),
        about: _("for words of %(name)s, %(text)s", { name: child, text: short(item.text) }),
        sure,
        yes: _("Yes, show it to everyone"),
        name: "release_item",
        data: () => ({ item: item.id, shown_as: uuid(), children: about }),
        said: _("The room can see it now."),
        primary: true,
        fk: "release:" + item.id,
      })
    }
    ${h(CommandAfterLook, {
      words: _("Put aside"),
      about: _("words of %(name)s, %(text)s", { name: child, text: short(item.text) }),
      sure: html`<p>${_("Nobody is shown them. Your desk keeps the words, under “Put aside”, and a mark says that you did it, and why.")}</p>`,
      reason: _("Why? Don’t repeat the words."),
      yes: _("Put aside now"),
      name: "put_aside",
      data: (why) => ({ aside: uuid(), kind: "items", thing: item.id, n: null, why }),
      said: _("Put aside."),
      fk: "aside-held:" + item.id,
    })}</div>`;
}
