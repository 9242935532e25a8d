/**
 * How much room is left in a box, once it is little, and by how much a text is too long. No box cuts what is pasted into it:
 * what does not fit stays where it is, and is refused with a sentence when it is sent.
 */
import { useEffect } from "../../vendor/preact-hooks.js";
import { ngettext } from "./gettext.js";
import { html } from "./html.js";
import { icon } from "./icon.js";
import { lengthOf } from "./plain_text.js";
import { say } from "./say.js";

/** From this many characters on it is said how many are left; of a short line, from a tenth. @param {number} most */
const little = (most) => Math.min(200, Math.round(most / 10));

/** How many more characters fit. @param {string} text @param {number} most */
function leftOf(text, most) {
  return most - lengthOf(text);
}

/**
 * The id of the line below a box, for the box to say that it describes it; null while there is none.
 * @param {string} text @param {number} most @param {string} id the box's
 */
export function roomTold(text, most, id) {
  return leftOf(text, most) > little(most) ? null : id + "-room";
}

/** @param {{text: string, most: number, id: string}} props `id`: the box's */
export function RoomLeft({ text, most, id }) {
  const left = leftOf(text, most);
  const over = left < 0;
  const words = wordsFor(left);
  useEffect(() => {
    if (over) say(words);
  }, [over]);
  if (left > little(most)) return null;
  return html`<p class=${over ? "problem room-left" : "hint room-left"} id=${id + "-room"}>${over && icon("triangle-alert")} <span>${words}</span></p>`;
}

/** @param {number} left */
function wordsFor(left) {
  if (left >= 0) return ngettext("%(n)s more character fits.", "%(n)s more characters fit.", left);
  return ngettext("This is %(n)s character too long.", "This is %(n)s characters too long.", -left);
}
