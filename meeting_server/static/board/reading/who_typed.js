/** Who typed words for whom, and where they came from: said wherever whoever typed is not whose words they are. */
import { _ } from "../kit/gettext.js";
import * as store from "../store/store.js";

/**
 * "typed by Tolly", "from: E-mail of 12 March"; nothing where people typed their own words.
 * @param {string} person whose words they are
 * @param {string | null} typist the attendee who typed them; null in old meetings
 * @param {string} [source] where they came from, if they were sent
 * @returns {string[]}
 */
export function whoTyped(person, typist, source) {
  const by = typist ? store.personOf(typist) : undefined;
  return [
    by && by.id !== person ? _("typed by %(name)s", { name: store.personName(by.id) }) : "",
    source ? _("from: %(source)s", { source }) : "",
  ].filter(Boolean);
}
