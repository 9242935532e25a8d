/**
 * Which entries stand on which page. Pure: it is told how high everything is.
 *
 * An entry and what belongs to it (how others see a point) stay together where a page has room for both. An entry that is
 * higher than a page has been cut into parts before. The page being read keeps its first entry while others come.
 */

/**
 * @typedef {Object} Part a whole entry, or the part of a long one that fits on a page
 * @property {string} key the entry's
 * @property {string} point what belongs together
 * @property {string} group the sub heading it stands under
 * @property {number} part 0 for the beginning of the entry
 * @property {number} height without its sub heading
 * @property {number} head the height of its sub heading, 0 without one
 */

/**
 * @template {Part} P
 * @param {P[]} parts
 * @param {number} room the height of a page
 * @returns {P[][]} at least one page, if an empty one
 */
export function paginate(parts, room) {
  /** @type {P[][]} */
  const pages = [[]];
  let left = room;
  let group = "";
  for (let at = 0; at < parts.length; ) {
    const cluster = togetherFrom(parts, at);
    const page = pages[pages.length - 1];
    const whole = heightOf(cluster, page.length ? group : "");
    const alone = heightOf(cluster, "");
    // What fits on no page as a whole goes on part by part, and begins where there is room for its first.
    const take = whole <= left || alone <= room ? cluster : cluster.slice(0, 1);
    const needs = heightOf(take, page.length ? group : "");
    if (needs > left && page.length) {
      pages.push([]);
      left = room;
      continue;
    }
    take.forEach((part) => page.push(part));
    left -= needs;
    group = take[take.length - 1].group;
    at += take.length;
  }
  return pages;
}

/** @template {Part} P @param {P[]} parts @param {number} at @returns {P[]} the entry here and what belongs to it */
function togetherFrom(parts, at) {
  let end = at + 1;
  while (end < parts.length && parts[end].point === parts[at].point) end += 1;
  return parts.slice(at, end);
}

/** @param {Part[]} parts @param {string} group the sub heading that already stands above */
function heightOf(parts, group) {
  let under = group;
  return parts.reduce((sum, part) => {
    const head = part.group && part.group !== under ? part.head : 0;
    under = part.group;
    return sum + head + part.height;
  }, 0);
}

/**
 * The pages, and which of them is on the screen.
 * @template {Part} P
 * @param {P[]} parts
 * @param {number} room
 * @param {number} page the page that was asked for; beyond the end, the last
 * @param {{key: string, part: number} | null} keep the first entry of the page being read, if that is to stay first
 * @returns {{pages: P[][], at: number}}
 */
export function pagesAt(parts, room, page, keep) {
  const first = keep ? parts.findIndex((one) => one.key === keep.key && one.part === keep.part) : -1;
  if (first <= 0) {
    const pages = paginate(parts, room);
    return { pages, at: first === 0 ? 0 : Math.min(page, pages.length - 1) };
  }
  const before = paginate(parts.slice(0, first), room);
  return { pages: before.concat(paginate(parts.slice(first), room)), at: before.length };
}
