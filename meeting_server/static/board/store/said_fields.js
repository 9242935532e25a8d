/**
 * What a point says: its fields, and each with nothing in it.
 * Made by tools/protocol.py from domain/points/said.py: run it instead of changing this file.
 */
export const SAID = ["category", "children", "text", "speaker", "basis", "source", "when", "exact", "obtained", "answers", "lang", "column"];

/** @type {Omit<import('../wire.js').AddItem, "item">} */
export const NOTHING_SAID = {
  category: null,
  children: [],
  text: "",
  speaker: null,
  basis: null,
  source: "",
  when: "",
  exact: false,
  obtained: null,
  answers: null,
  lang: null,
  column: "",
};
