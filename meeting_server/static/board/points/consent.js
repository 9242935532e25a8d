/** Who agreed with a point, or took an action on; and who typed it where somebody else did. */
import { _ } from "../kit/gettext.js";
import * as store from "../store/store.js";
import { clock } from "../store/words.js";

/** @typedef {import('../wire.js').Consent} Consent */

/** Whether this person is among those who said yes. @param {readonly Consent[]} all @param {string} person */
export const saidYes = (all, person) => all.some((one) => one.person === person);

/** Their names, each with who typed it for them where another did. @param {readonly Consent[]} all */
export function consentNames(all) {
  return all.map(({ person, typed_by: typist }) => {
    const name = store.personName(person);
    const by = store.personOf(typist);
    return by && by.id !== person ? _("%(name)s (typed by %(typist)s)", { name, typist: store.personName(by.id) }) : name;
  });
}

/** That somebody had agreed, from when until when. @param {readonly Consent[]} all */
export function withdrawnWords(all) {
  return all.map((one, at) =>
    _("%(name)s agreed, %(time)s, and no longer does, %(until)s", { name: consentNames(all)[at], time: clock(one.at), until: clock(one.withdrawn_at || one.at) }),
  );
}
