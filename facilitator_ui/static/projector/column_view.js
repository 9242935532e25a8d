/** One column, its kinds in two halves, in letters as large as the page takes. */
import { html, h } from "../board/kit/html.js";
import { standing } from "../board/reading/big_screen.js";
import { pages } from "../board/reading/layout.js";
import { fill } from "../board/store/words.js";
import { ofBlock } from "./entries.js";
import { Fitted } from "./fitted_list.js";
import { ofPoints } from "./part_shown.js";

/** @param {{asked: string, across: number}} props */
export function ColumnView({ asked, across }) {
  const { column, child, page } = standing();
  const block = pages().find((one) => one.column.key === column);
  if (!block) return null;
  return html`<div class="body"><section class="sheet">
    ${h(Fitted, { entries: ofBlock(block, child), asked, page, empty: fill(block.column.empty, child), across, words: ofPoints(child) })}
  </section></div>`;
}
