/** Help with words by the minute-taker's box, in a place that is kept for it; none until it is known whose words they are. */
import { WordHelp } from "../board/writing/word_help_panel.js";
import { chose } from "../board/writing/draft.js";
import { h } from "../board/kit/html.js";
import { wide } from "../board/reading/view.js";
import { composing } from "../board/writing/word_help.js";

export function EntryHelp() {
  const box = composing();
  return h(WordHelp, { box: chose.value ? box : { ...box, speaker: "other" }, most: 1, reserved: wide.value });
}
