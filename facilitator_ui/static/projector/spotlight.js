/** One section at a time, large: what is on the screen while people talk. Beside it, how much is in the others. */
import { _ } from "../board/kit/gettext.js";
import { h, html } from "../board/kit/html.js";
import { pages } from "../board/reading/layout.js";
import * as store from "../board/store/store.js";
import { fill, points } from "../board/store/words.js";
import { standing } from "../board/reading/big_screen.js";
import { pointsOf } from "./entries.js";
import { Sheet } from "./section_view.js";
import { shownRounds } from "./number_line.js";

/** @param {{asked: string, wide: boolean, high: boolean}} props `high`: whether there is room for large letters */
export function Spotlight({ asked, wide, high }) {
  const { column, child, page } = standing();
  const block = pages().find((one) => one.column.key === column);
  if (!block) return null;
  return html`<div class=${wide ? "body spot" : "body"}>
    ${h(Sheet, { block, child, asked, page, beside: false, large: high, alone: true })} ${wide && h(Rail, { column: block.column.key, child })}
  </div>`;
}

/** How many points the room has under each column, about this child. @param {{column: string, child: string | null}} props */
function Rail({ column, child }) {
  const template = store.template.value;
  return html`<ul class="rail" aria-label=${_("Sections")}>
    ${pages().map(({ column: one }) => {
      const count = pointsOf(one.key, child).length;
      const impact = Boolean(template && template.impact && template.impact.column === one.key);
      const numbers = impact && child ? (shownRounds(child).length ? _("Numbers shown") : _("Number: not yet")) : "";
      const said = numbers && !count ? numbers : points(count);
      const now = one.key === column;
      return html`<li key=${one.key} class=${"tint-" + one.tint + (now ? " now" : "")} aria-current=${now ? "true" : null}>
        <b>${fill(one.label, child)}</b> <span>${now ? _("%(said)s, now", { said }) : said}</span>
      </li>`;
    })}
  </ul>`;
}
