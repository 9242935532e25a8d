/** @template T @param {T[][]} lists @returns {T[]} all of them in one list */
export function joined(lists) {
  return lists.reduce((all, one) => all.concat(one), /** @type {T[]} */ ([]));
}
