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

/**
 * Everything in two halves of one page, or null where it has no room there. Where it can, a half begins with a sub heading, and
 * both are about as full.
 * @template {Part} P
 * @param {P[]} parts
 * @param {number} room the height of a half
 * @returns {[P[], P[]] | null}
 */
export function halved(parts, room) {
  const clusters = clustersOf(parts);
  /** @type {Array<{at: number, headed: boolean}>} */
  const breaks = [];
  let at = 0;
  clusters.forEach((cluster) => {
    if (at) breaks.push({ at, headed: cluster[0].group !== parts[at - 1].group });
    at += cluster.length;
  });
  const high = (/** @type {number} */ here) => Math.max(heightOf(parts.slice(0, here), ""), heightOf(parts.slice(here), ""));
  const fits = breaks.map((one) => ({ ...one, high: high(one.at) })).filter((one) => one.high <= room);
  const best = fits.sort((a, b) => Number(b.headed) - Number(a.headed) || a.high - b.high || a.at - b.at)[0];
  return best ? [parts.slice(0, best.at), parts.slice(best.at)] : null;
}

/** @template {Part} P @param {P[]} parts @returns {P[][]} each entry and what belongs to it */
export function clustersOf(parts) {
  /** @type {P[][]} */
  const found = [];
  for (let at = 0; at < parts.length; at += found[found.length - 1].length) found.push(togetherFrom(parts, at));
  return found;
}

/** @template {Part} P @param {P[]} parts @param {number} at @returns {P[]} the entry here and what belongs to it */
function togetherFrom(parts, at) {
  let end = at + 1;
  while (end < parts.length && parts[end].point === parts[at].point) end += 1;
  return parts.slice(at, end);
}

/** @param {Part[]} parts @param {string} group the sub heading that already stands above */
export function heightOf(parts, group) {
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
  const { pages, at } = sheetsAt(parts, room, page, keep, 1);
  return { pages: pages.map(([only]) => only), at };
}

/**
 * The same on sheets of several halves each, side by side.
 * @template {Part} P
 * @param {P[]} parts
 * @param {number} room
 * @param {number} page
 * @param {{key: string, part: number} | null} keep
 * @param {number} across how many stand side by side
 * @returns {{pages: P[][][], at: number}}
 */
export function sheetsAt(parts, room, page, keep, across) {
  const first = keep ? parts.findIndex((one) => one.key === keep.key && one.part === keep.part) : -1;
  if (first <= 0) {
    const pages = sheets(paginate(parts, room), across);
    return { pages, at: first === 0 ? 0 : Math.min(page, pages.length - 1) };
  }
  const before = sheets(paginate(parts.slice(0, first), room), across);
  return { pages: before.concat(sheets(paginate(parts.slice(first), room), across)), at: before.length };
}

/** @template T @param {T[]} all @param {number} across @returns {T[][]} */
function sheets(all, across) {
  const found = [];
  for (let at = 0; at < all.length; at += across) found.push(all.slice(at, at + across));
  return found;
}
