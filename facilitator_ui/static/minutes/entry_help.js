/** Help with words by the minute-taker's box, in a place that is kept for it; none until it is known whose words they are. */
import { WordHelp } from "../board/components/word_help.js";
import { chose } from "../board/compose.js";
import { h } from "../board/html.js";
import { wide } from "../board/view.js";
import { composing } from "../board/word_help.js";

export function EntryHelp() {
  const box = composing();
  return h(WordHelp, { box: chose.value ? box : { ...box, speaker: "other" }, most: 1, reserved: wide.value });
}
