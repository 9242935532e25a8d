/** Differing views: inside the same point, in the same size, and still there when the point is taken back. */
import { _ } from "../kit/gettext.js";
import { h, html } from "../kit/html.js";
import { icon } from "../kit/icon.js";
import { written } from "../store/language.js";
import * as store from "../store/store.js";
import { canTidy } from "../reading/view.js";
import { whoTyped } from "../reading/who_typed.js";
import { clock } from "../store/words.js";
import { AsideMarks, PutAside, whoseWords } from "../asides/put_aside.js";
import { TakeBack } from "../forms/take_back.js";

/** @param {{item: import('../store/store.js').Item}} props */
export function Views({ item }) {
  const me = store.you.value;
  const all = store
    .each("views")
    .map((one) => one.thing)
    .filter((view) => view.item === item.id)
    .sort((a, b) => a.n - b.n);
  return all.map((view) => {
    const name = store.personName(view.person);
    if (view.taken_back && view.taken_back.put_aside) {
      return html`<div class="view" key=${view.id}>
        <p class="meta"><b>${_("%(name)s saw this differently.", { name })}</b></p>
        ${h(AsideMarks, { kind: "views", thing: view.id })}
      </div>`;
    }
    if (view.taken_back) {
      return html`<div class="view" key=${view.id}>
        <p class="meta">${icon("undo-2")} <span>${_("%(name)s saw this differently, and took it back, %(time)s", { name, time: clock(view.taken_back.at) })}</span></p>
      </div>`;
    }
    const mine = Boolean(me && (view.person === me.person || view.recorded_by === me.attendee));
    const whose = me && view.person === me.person ? _("You see it differently") : _("%(name)s sees it differently", { name });
    return html`<div class="view" key=${view.id}>
      <p class="meta"><b>${whose}</b> ${whoTyped(view.person, view.recorded_by, view.source).join(" · ")}</p>
      <p class="text" ...${written()}>${view.text}</p>
      ${mine && canTidy() && h(TakeBack, {
        fk: "view:" + view.id, about: whoseWords(name, view.at, view.text), name: "take_back_view", data: { view: view.id },
        says: _("How %(name)s sees it goes from every screen for good. That it was there, and when it was taken back, stays.", { name }),
      })}
      ${h(PutAside, { kind: "views", thing: view.id, about: whoseWords(name, view.at, view.text), mine })}
    </div>`;
  });
}
