/** Goes to a place and puts focus there: on the board, or in a section of the desk. */
import { focusSoon } from "../../board/kit/keep_focus.js";
import { keepChoice } from "../../board/store/kept_text.js";
import * as store from "../../board/store/store.js";
import { panels } from "../../board/reading/summaries.js";
import { atDesk, goTo, wide } from "../../board/reading/view.js";
import { onBoard, placeOfSection } from "./in_place.js";
import { openSection, toolsOpen } from "./section.js";

/** @typedef {import('../../board/wire.js').Item} Item */

/** Opens a section of the desk and goes to something in it, or to its head; where it stands in a place of the board, there. @param {string} name @param {string} [key] */
export function goToSection(name, key) {
  const place = onBoard() ? placeOfSection(name) : "";
  if (place) {
    toolsOpen.value = false;
    goTo(place);
    focusSoon(key || "#desk-" + name, "#page-heading");
    return;
  }
  openSection(name);
  if (!wide.value) atDesk.value = true;
  focusSoon(key || "#desk-" + name, "#desk-" + name);
}

/** Opens the agenda with its turns or all its steps. @param {"turns" | "steps"} what */
export function goToAgenda(what) {
  keepChoice("open:agenda", "more", what);
  goToSection("agenda", what === "turns" ? "turns" : "all-steps");
}

/** Brings a point into view and puts focus on it; a held one has its place on the desk. @param {Item} item */
export function goToPoint(item) {
  if (item.held) {
    const speaker = store.get("people", item.speaker);
    if (speaker && speaker.child) goToSection("held", "release:" + item.id);
    else goToSection("apart", "show-held:" + item.id);
    return;
  }
  const inView = store.childInView.value;
  if (inView && item.children.length && item.children.indexOf(inView) < 0) store.childInView.value = null;
  goTo(item.column, item.category);
  focusSoon("point:" + item.id);
}

/** The statements about a child. @param {string} child */
export function goToImpact(child) {
  const template = store.template.value;
  store.childInView.value = child;
  if (template && template.impact) goTo(template.impact.column);
  focusSoon("#impact-" + child);
}

/** A child's visits, and what agencies tell of the child. @param {string} child */
export function goToCoreGroup(child) {
  store.childInView.value = child;
  goTo("@visits");
  focusSoon("#core-" + child);
}

/** What is asked about an adult. @param {string} adult */
export function goToAdult(adult) {
  goTo("@adults");
  focusSoon("#adult-" + adult);
}

/** What somebody's discipline has done. @param {string} attendee */
export function goToSummary(attendee) {
  const person = store.personOf(attendee);
  const panel = panels().find((one) => Boolean(person && one.people.indexOf(person.id) >= 0));
  if (panel) goToDiscipline(panel.discipline.key);
}

/** What a discipline has done. @param {string} discipline */
export function goToDiscipline(discipline) {
  goTo("@summaries");
  focusSoon("#summary-" + discipline, "#summaries");
}
