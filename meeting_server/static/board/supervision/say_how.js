/** In place of the box where adults are looked at on a phone: the way to the first thing I have said nothing of. */
import { adultQuestions, adultsAsked, behavioursOf, questionOf, viewBy, viewForm } from "../reading/adults.js";
import { going } from "../reading/agenda.js";
import { _ } from "../kit/gettext.js";
import { h, html } from "../kit/html.js";
import { focusSoon } from "../kit/keep_focus.js";
import { Called } from "../kit/called.js";
import { useOpen } from "../store/kept_text.js";
import * as store from "../store/store.js";

/** @typedef {{id: string, about: string, said: boolean}} Askable */

/** Everything that can be said of an adult, in the order in which it stands there. @param {string} me @returns {Askable[]} */
function askable(me) {
  const found = /** @type {Askable[]} */ ([]);
  const add = (/** @type {string} */ question, /** @type {string} */ adult, /** @type {string | null} */ behaviour, /** @type {string} */ about) =>
    void found.push({ id: viewForm(question, adult, behaviour), about, said: Boolean(viewBy(question, adult, behaviour, me)) });
  adultsAsked().forEach(({ id: adult }) =>
    adultQuestions().forEach((question) => {
      if (!question.each_behaviour) return add(question.key, adult, null, questionOf(question, adult));
      const named = behavioursOf(adult).filter((one) => !one.taken_back);
      return named.forEach((one) => add(question.key, adult, one.id, one.label + ", " + store.personName(adult)));
    }),
  );
  return found;
}

export function SayHow() {
  const me = store.you.value;
  const all = me ? askable(me.person) : [];
  const next = all.find((one) => !one.said) || all[0];
  const id = next ? next.id : "";
  const [isOpen, setOpen] = useOpen(id);
  if (!next || !going() || !store.may("detail")) return null;
  const open = () => {
    setOpen(true);
    focusSoon("form:" + id);
  };
  // One filled button on a screen: while the form is there, that is the form's.
  return html`<button type="button" class=${isOpen ? "button say-how" : "button primary say-how"} data-fk="say-how" onClick=${open}>${_("Say how I see it")}${h(Called, { of: _("the next, %(about)s", { about: next.about }) })}</button>`;
}
