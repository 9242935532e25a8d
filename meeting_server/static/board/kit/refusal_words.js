/** A refusal in the language of the page: the server says every one in English. */
import { _ } from "./gettext.js";

/** @typedef {{text: string, values: import('./gettext.js').Values}} Says a sentence with its values apart */

/**
 * What to show and say of a refusal.
 * @param {{message: string, says?: Says}} error
 */
export function refusalWords(error) {
  return error.says ? _(error.says.text, error.says.values) : _(error.message);
}
