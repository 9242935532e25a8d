/** A section of the board on the screen: its heading with icon and colour, and its points in pages. */
import { h, html } from "../board/kit/html.js";
import { icon } from "../board/kit/icon.js";
import { heading } from "../board/reading/layout.js";
import { fill } from "../board/store/words.js";
import { ofBlock } from "./entries.js";
import { Paged } from "./paged_list.js";

/** @typedef {import('../board/reading/layout.js').Block} Block */

/** @param {{block: Block, child: string | null, asked: string, page: number, footAbove: boolean, tight?: () => void}} props `footAbove`: what part is shown stands in the heading's line */
export function Sheet({ block, child, asked, page, footAbove, tight }) {
  const { column } = block;
  const id = "sheet-" + block.key.replace(/\W/g, "-");
  return html`<section class=${"sheet tint-" + column.tint + (footAbove ? " foot-above" : "")} aria-labelledby=${id}>
    ${block.first && column.banner && html`<p class="statement">${column.banner}</p>`}
    <h2 id=${id}><span class="mark">${icon(column.icon)}</span> <span>${heading(block)}</span></h2>
    ${h(Paged, { entries: ofBlock(block, child), asked, page, empty: fill(column.empty, child), brief: true, foot: true, tight })}
  </section>`;
}
