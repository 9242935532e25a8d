/** What part of everything stands on the page, in words, for the line at the bottom: what is laid out knows it, the frame says it. */
import { signal } from "../vendor/signals.js";
import { _, ngettext } from "../board/kit/gettext.js";
import * as store from "../board/store/store.js";

/** @typedef {{here: number, all: number, page: number, pages: number}} Part counts of points and pages, from 1 */
/** @typedef {(part: Part) => string} InWords */

export const partShown = signal("");

/** "6 points about Pip. All on this page" or "9 of 14 points, page 1 of 2". @param {string | null} child @returns {InWords} */
export function ofPoints(child) {
  return ({ here, all, page, pages }) => {
    if (pages > 1) return _("%(here)s of %(all)s points, page %(page)s of %(pages)s", { here, all, page, pages });
    if (!all) return "";
    const about = child && store.children().length > 1 ? store.personName(child) : "";
    const count = about
      ? ngettext("%(n)s point about %(name)s.", "%(n)s points about %(name)s.", all, { name: about })
      : ngettext("%(n)s point.", "%(n)s points.", all);
    return count + " " + _("All on this page");
  };
}

/** "Child 2 of 3. Next: Sorrel", and the page where there are several. @param {string | null} child @returns {InWords} */
export function ofChild(child) {
  return ({ page, pages }) => {
    const all = store.children();
    const at = all.findIndex((one) => one.id === child);
    const next = all[at + 1];
    const which = all.length > 1 && at >= 0 ? _("Child %(n)s of %(count)s", { n: at + 1, count: all.length }) : "";
    const then = which && next ? _("Next: %(name)s", { name: store.personName(next.id) }) : "";
    const paged = pages > 1 ? _("page %(page)s of %(pages)s", { page, pages }) : "";
    return [[which, paged].filter(Boolean).join(", "), then].filter(Boolean).join(". ");
  };
}
