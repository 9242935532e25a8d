/**
 * Words as large as a page takes: a few sizes are tried in turn, and the largest with which everything fits is taken. What a
 * size is, the style sheet says for `data-fit`: 0 is the largest.
 */

/** How many sizes there are. */
export const SIZES = 4;

/**
 * The largest size that fits, with what was found at it, or null where none does.
 * @template T
 * @param {(size: number) => T | null} fits what was found at this size, or null if it does not fit
 * @returns {{size: number, found: T} | null}
 */
export function largestThatFits(fits) {
  for (let size = 0; size < SIZES; size += 1) {
    const found = fits(size);
    if (found !== null) return { size, found };
  }
  return null;
}
