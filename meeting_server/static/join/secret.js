/**
 * The secret of a personal link, as mail and chat programs hand links on: with a full stop or a bracket behind it, wrapped
 * over two lines, with # written as %23, or inside the address of a service that looks at links first.
 */

const LENGTH = 43;
const FIRST = new RegExp("^[A-Za-z0-9_-]{" + LENGTH + "}");
const ALONE = new RegExp("(?:^|[^A-Za-z0-9_-])([A-Za-z0-9_-]{" + LENGTH + "})(?![A-Za-z0-9_-])");
/** Marks of quoted mail, white space, and what is not seen: soft hyphens, joiners, marks of order. */
const BETWEEN = /[\s>\u00ad\u200b-\u200f\u2060\ufeff]/g;
const AROUND = /^[^A-Za-z0-9_-]+|[^A-Za-z0-9_-]+$/g;
const TIMES = 3;

/** @param {string} text */
function decoded(text) {
  let now = text;
  for (let time = 0; time < TIMES && now.indexOf("%") >= 0; time += 1) {
    try {
      now = decodeURIComponent(now);
    } catch (garbled) {
      return now;
    }
  }
  return now;
}

/** The secret in a link, or the text itself where it is one; empty where there is none. @param {string} link */
export function secretOf(link) {
  const plain = decoded(link.trim().replace(BETWEEN, "")).replace(BETWEEN, "");
  // Where a mail program broke the line, a = may be left; after & begins what a service that looks at links added.
  const ends = plain.split("#").slice(1).reverse().map((end) => end.split("&")[0].replace(/=/g, ""));
  const whole = ends.map((end) => FIRST.exec(end.replace(AROUND, ""))).find(Boolean) || null;
  if (whole) return whole[0];
  const alone = ALONE.exec(plain);
  if (alone) return alone[1];
  return ends.length ? ends[0].replace(AROUND, "") : "";
}
