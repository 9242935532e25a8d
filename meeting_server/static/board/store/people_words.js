/** What people are called beside their names: what they are to the children, or at this meeting, and on which side they stand. */
import * as store from "./store.js";
import { withMore } from "./words.js";

/** @typedef {"family" | "professional" | "child"} Side */

/** On which side somebody stands, for the shape of their mark. Family, unless they come from an agency. @param {string} id a person's */
export function sideOf(id) {
  const person = store.get("people", id);
  const role = store.roleOf(id);
  if (person && person.child) return "child";
  if (role) return role.side;
  const agency = store.agencyOf(id);
  return !agency || agency.tint === "family" || agency.tint === "child" ? "family" : "professional";
}

/** "Mum", "Health visitor": what somebody is to the children, or at this meeting. @param {string} id a person's */
export function partOf(id) {
  const person = store.get("people", id);
  const role = store.roleOf(id);
  return (person && person.relationship) || (role && role.label) || "";
}

/** "Marla, Mum". @param {string} id a person's */
export function nameAndPart(id) {
  return withMore(store.personName(id), partOf(id));
}
