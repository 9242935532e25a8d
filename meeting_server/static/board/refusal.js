/** A refusal in the language of the page. */
import { _ } from "./gettext.js";

/** @param {{message: string, says?: {text: string, values: Record<string, string | number>}}} error */
export function refusalWords(error) {
  return error.says ? _(error.says.text, error.says.values) : _(error.message);
}
