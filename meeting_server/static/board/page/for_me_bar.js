/** The one bar above the box: the first thing that is asked of me, or the step the meeting has gone on to. One thing at a time. */
import { useEffect, useState } from "../../vendor/preact-hooks.js";
import { goToNumber, formKey } from "../numbers/number_form.js";
import { act } from "../forms/act.js";
import { fill, quoted } from "../store/words.js";
import { drafts } from "../store/outbox.js";
import { keepChoice } from "../store/kept_text.js";
import { written } from "../store/language.js";
import * as flow from "../reading/agenda.js";
import { asks, isPutLast, lookedAt, putLast, saysNoWords } from "../reading/for_me.js";
import { questionFor } from "../reading/deciding.js";
import { DeskBar } from "../reading/kinds.js";
import { editing, goToAllOf, here, notice, wide } from "../reading/view.js";
import * as store from "../store/store.js";
import * as compose from "../writing/draft.js";
import { chooseColumn } from "../reading/box_place.js";
import { isEmpty } from "../kit/plain_text.js";
import { _ } from "../kit/gettext.js";
import { h, html } from "../kit/html.js";
import { icon } from "../kit/icon.js";
import { byKey, focusSoon } from "../kit/keep_focus.js";
import { canReadAloud, readAloud } from "../kit/read_aloud.js";
import { Called } from "../kit/called.js";
import { room } from "../kit/room.js";
import { useSettled } from "../kit/settles.js";
import { askedToCome, come, stay } from "./follow.js";

/** @typedef {import('../reading/for_me.js').Ask} Ask */
/** @typedef {{words: string, press: () => void, main?: boolean, fk?: string, of?: string}} Button_ `of`: heard after the words */
/** @typedef {{says: any, brief: string, buttons: Button_[], aloud?: string, near?: string, look?: () => void}} Shown `brief`: the same in as few words as name it; `look`: the way to all of it, where the bar shows it in full; `near`: the `data-fk` of what on the page answers the same */

/** The most words that the bar itself can show; nobody says yes to words they cannot see. */
const FITS_WIDE = 130;
const FITS_NARROW = 110;

/** Whether what is looked for stands in the window. @param {string} key a `data-fk`; "" for nothing */
function useInSight(key) {
  const place = [key, here.value, store.childInView.value].join(" ");
  const [seenAt, setSeenAt] = useState("");
  useEffect(() => {
    const found = key ? byKey(key) : null;
    // A browser without it keeps the bar, which leads there all the same.
    if (!found || typeof IntersectionObserver === "undefined") return undefined;
    // In well within the window, out only once it has left it: the bar itself moves what is below, and would come and go.
    const last = (/** @type {IntersectionObserverEntry[]} */ all) => all[all.length - 1].isIntersecting;
    const comes = new IntersectionObserver((all) => last(all) && setSeenAt(place), { rootMargin: "-15% 0px -25% 0px" });
    const goes = new IntersectionObserver((all) => !last(all) && setSeenAt(""));
    comes.observe(found);
    goes.observe(found);
    return () => {
      comes.disconnect();
      goes.disconnect();
    };
  }, [place]);
  return key !== "" && seenAt === place;
}

/** Goes to a child's form or point, whichever child was chosen. @param {string} place @param {string | undefined} child @param {string} focus @param {string} [otherwise] */
function lead(place, child, focus, otherwise) {
  if (child && store.childInView.value !== null && store.childInView.value !== child) store.childInView.value = child;
  goToAllOf(place);
  focusSoon(focus, otherwise);
}

/** @param {string} text */
function fits(text) {
  return text.length <= (wide.value ? FITS_WIDE : FITS_NARROW);
}

/** @param {string} id a point's */
function lookAtPoint(id) {
  const item = store.get("items", id);
  if (!item) return;
  const inView = store.childInView.value;
  if (inView && item.children.length && item.children.indexOf(inView) < 0) store.childInView.value = null;
  goToAllOf(item.column);
  focusSoon("point:" + id);
}

/** Not what I said: it is marked so, and the words come into the box to be put right and said again, if it is empty. @param {string} id a point's */
function putRight(id) {
  const item = store.get("items", id);
  act("confirm_words", { item: id, right: false }, _("Marked as not what you said."));
  if (!item || !isEmpty(compose.text.value)) return;
  chooseColumn(item.column);
  compose.set({ children: item.children, category: item.category });
  compose.wrote(item.text);
  notice.value = _("Your words, put right: change them here, and add them.");
  focusSoon("composer");
}

/** @type {Record<import('../reading/for_me.js').AskKind, (ask: Ask) => Shown | null>} */
const SHOWS = {
  unsent: ({ count }) => ({
    brief: _("Not sent yet"),
    says: html`<b>${count === 1 ? _("1 point is not sent yet.") : _("%(n)s points are not sent yet.", { n: count })}</b>`,
    buttons: [{ words: _("Look"), press: () => lead(drafts.value[0].data.column, undefined, "draft:" + drafts.value[0].id, "composer") }],
  }),
  turn: (ask) => {
    const me = store.you.value;
    return { brief: _("Your turn"), says: html`<b>${_("It is your turn, %(name)s.", { name: me ? store.personName(me.person) : "" })}</b>`, buttons: [{ words: _("OK"), press: () => lookedAt(ask) }] };
  },
  number: ({ thing, child }) => {
    const round = store.get("rounds", thing || "");
    const scale = round && store.template.value && store.template.value.scales.find((one) => one.key === round.scale);
    if (!round || !scale || !child) return null;
    const question = fill(scale.question, child);
    return {
      brief: _("Numbers"),
      says: html`<b>${_("Numbers.")}</b> ${question}`,
      buttons: [{ words: _("Give my number"), of: question, press: () => goToNumber(round, child) }],
      near: formKey(round, child),
    };
  },
  typed: ({ thing }) => {
    const item = store.get("items", thing || "");
    if (!item) return null;
    const look = { words: _("Look"), of: _("Is it right?"), press: () => lookAtPoint(item.id) };
    if (!fits(item.text)) return { brief: _("Is it right?"), says: html`<b>${_("Is it right?")}</b> ${_("%(name)s typed for you.", { name: store.attendeeName(item.recorded_by) })}`, buttons: [look], near: "yes:" + item.id };
    return {
      brief: _("Is it right?"),
      look: () => lookAtPoint(item.id),
      says: html`<b>${_("Is it right?")}</b> ${_("%(name)s typed for you:", { name: store.attendeeName(item.recorded_by) })} <span ...${written(item.lang)}>${quoted(item.text)}</span>`,
      buttons: [
        { words: _("Yes, that's it"), press: () => act("confirm_words", { item: item.id, right: true }, _("Thank you.")) },
        { words: _("Not what I said"), press: () => putRight(item.id) },
      ],
      aloud: item.text,
      near: "yes:" + item.id,
    };
  },
  proposal: ({ thing }) => {
    const one = store.get("proposals", thing || "");
    if (!one) return null;
    return { brief: _("Is it right?"), says: html`<b>${_("Is it right?")}</b> ${_("%(name)s typed for you.", { name: store.attendeeName(one.typed_by) })}`, buttons: [{ words: _("Look"), of: _("Is it right?"), press: () => focusSoon("proposals") }], near: "proposal-yes:" + one.id };
  },
  action: ({ thing }) => {
    const item = store.get("items", thing || "");
    if (!item) return null;
    if (!fits(item.text)) return { brief: _("Will you do this?"), says: html`<b>${_("Will you do this?")}</b>`, buttons: [{ words: _("Look"), of: _("Will you do this?"), press: () => lookAtPoint(item.id) }], near: "do:" + item.id };
    return {
      brief: _("Will you do this?"),
      look: () => lookAtPoint(item.id),
      says: html`<b>${_("Will you do this?")}</b> <span ...${written(item.lang)}>${item.text}</span>`,
      buttons: [
        { words: _("I'll do it"), press: () => act("accept_action", { item: item.id }, _("You said yes.")) },
        {
          words: _("I can't"),
          press: () => {
            notice.value = "";
            editing.value = { kind: "differ", item: item.id };
          },
        },
      ],
      aloud: item.text,
      near: "do:" + item.id,
    };
  },
  view: ({ child }) => {
    const me = store.you.value;
    if (!child || !me) return null;
    const question = fill(questionFor(me.person), child);
    const open = () => {
      keepChoice("open:view:" + child, "open", true);
      lead("@deciding", child, "view-form:" + child, "decided:" + child);
    };
    return { brief: _("What do you think?"), says: html`<b>${question}</b>`, buttons: [{ words: _("Say what I think"), of: question, press: open }], aloud: question, near: "view-form:" + child };
  },
  back: (ask) => ({
    brief: _("Sent back"),
    says: html`<b>${_("The chair sent your point back.")}</b>`,
    buttons: [
      {
        words: _("Look"),
        of: _("The chair sent your point back."),
        press: () => {
          const mine = store.get("private_items", ask.thing || "");
          lookedAt(ask);
          if (mine) lead(mine.column, undefined, "row:private:" + mine.column + ":" + mine.id, "#page-heading");
        },
      },
    ],
  }),
  told: (ask) => {
    const words = ask.child ? _("The chair has something to tell you about %(name)s.", { name: store.personName(ask.child) }) : _("The chair has something to tell you.");
    const look = () => {
      lookedAt(ask);
      lead(ask.rating ? "@rating" : "@deciding", ask.child, ask.rating ? "#page-heading" : "decided:" + ask.child, "#page-heading");
    };
    return { brief: _("News from the chair"), says: html`<b>${words}</b>`, buttons: [{ words: _("Look"), of: words, press: look }] };
  },
  step: () => null,
};

/** The same without a word of it: the way to where it stands. @param {Ask} ask @param {Shown} shown @returns {Shown} */
function veiled(ask, shown) {
  const look = { typed: () => lookAtPoint(ask.thing || ""), action: () => lookAtPoint(ask.thing || "") }[/** @type {"typed" | "action"} */ (ask.kind)];
  return { brief: _("Something to check"), says: html`<b>${_("Something to check")}</b>`, buttons: [{ words: _("Look"), press: look || shown.buttons[0].press }], near: shown.near };
}

/** Where the device has no voice of its own, whoever takes the minutes reads it to me. @param {Ask} ask */
function askToRead({ thing, child }) {
  act("ask_to_read", thing ? { item: thing } : { child: child || null }, flow.theyKnow());
}

/** Whether there is room for one line only: on a short screen, and while somebody writes on a phone. */
export function isBrief() {
  return !wide.value && (room.value !== "tall" || compose.boxOpen.value);
}

export function ForMeBar() {
  return h(DeskBar, { children: h(Mine, {}) });
}

function Mine() {
  const all = asks();
  const ask = all[0];
  const plain = ask ? SHOWS[ask.kind](ask) : null;
  const shown = ask && plain && saysNoWords(ask) ? veiled(ask, plain) : plain;
  const seen = useInSight((shown && shown.near) || "");
  const answered = Boolean(ask && ask.kind === "number" && !wide.value && here.value === "@numbers" && (store.childInView.value === null || store.childInView.value === ask.child));
  const coming = askedToCome.value;
  // What I pressed away lets the step I am asked to come to pass first.
  const visible = shown && ask && !seen && !answered && !(coming && isPutLast(ask));
  const key = visible ? ask.key : coming ? "step:" + coming.step.stage.key + coming.called : "";
  const counts = useSettled(key);
  const press = (/** @type {() => void} */ does) => () => {
    if (counts()) does();
  };
  if (!visible || !shown) return h(GoThere, { press });
  const same = all.filter((one) => one.kind === ask.kind).length;
  const { aloud, look } = shown;
  if (isBrief()) {
    // One line: what it is, and the way to all of it. Words that are not seen whole are answered where they stand.
    const only = look ? { words: _("Look"), press: look } : shown.buttons[0];
    return html`<div class="asked brief" role="group" aria-label=${_("For me")} data-asks=${ask.kind}>
      <p><b>${shown.brief}</b></p>
      <button type="button" class="button" data-fk="for-me:brief" onClick=${press(only.press)}>${room.value === "tiny" ? shown.brief : html`${only.words}<span class="away">: ${shown.brief}</span>`}</button>
    </div>`;
  }
  return html`<div class="asked" role="group" aria-label=${_("For me")} data-asks=${ask.kind}>
    <p>${shown.says}${same > 1 && html` <span class="of">${_("%(at)s of %(count)s", { at: 1, count: same })}</span>`}</p>
    <div class="buttons">
      ${shown.buttons.map((one) => html`<button type="button" class="button" key=${one.words} data-fk=${"for-me:" + one.words} onClick=${press(one.press)}>${one.words}${one.of && h(Called, { of: one.of })}</button>`)}
      ${aloud && html`<button type="button" class="button" data-fk="for-me:read" onClick=${press(() => (canReadAloud() ? readAloud(aloud) : askToRead(ask)))}>${_("Read it to me")}</button>`}
      ${(all.length > 1 || coming) && html`<button type="button" class="button quiet" data-fk="for-me:later" onClick=${press(() => putLast(ask))}>${_("Later")}</button>`}
    </div>
  </div>`;
}

/** "Step 8: Numbers. Go there", for whoever looks at something else. @param {{press: (does: () => void) => () => void}} props */
function GoThere({ press }) {
  const asked = askedToCome.value;
  if (!asked) return null;
  const { step, place, called } = asked;
  const go = () => {
    come();
    focusSoon("#page-heading", "", true);
  };
  const brief = isBrief();
  const calls = called && !store.may("steer");
  return html`<div class=${brief ? "asked step-asked brief" : "asked step-asked"} role="group" aria-label=${_("Where the meeting is")}>
    <p>${calls && html`<b>${_("The chair asks everyone to come.")}</b> `}${!(calls && brief) && _("Step %(at)s: %(label)s.", { at: step.at + 1, label: step.label })}</p>
    <div class="buttons">
      <button type="button" class="button" data-fk="go-there" onClick=${press(go)}>${_("Go there")}<span class="away"> ${_("to %(place)s", { place: place.title })}</span> ${icon("chevron-right")}</button>
      ${(!brief || room.value === "tall") && html`<button type="button" class="button" onClick=${press(stay)}>${_("Stay here")}</button>`}
    </div>
  </div>`;
}
