/** What is being written about each child and not yet saved: kept while the page is open, whatever takes its place. */

/** @typedef {{text: string, version: number}} Draft `version`: the one that stood there when writing began */

/** @type {Map<string, Draft>} */
const drafts = new Map();

/** @param {string} child @returns {Draft | undefined} */
export function draftOf(child) {
  return drafts.get(child);
}

/** @param {string} child @param {Draft} draft */
export function keepDraft(child, draft) {
  drafts.set(child, draft);
}

/** @param {string} child */
export function dropDraft(child) {
  drafts.delete(child);
}
