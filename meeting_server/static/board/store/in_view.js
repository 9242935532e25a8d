/**
 * Whose boards there are, and in which order they are read: the room's, those of some of its people, the chair's desk, one's
 * own. Every other module names them by these constants, so that a meeting with more rooms has one place to say so.
 */

export const ROOM = "everyone";
export const PROFESSIONALS = "professionals";
export const DESK = "chairs_desk";
export const OWN = "own";

/** The boards that are read here, the widest first. @returns {string[]} */
export function inView() {
  return [ROOM, PROFESSIONALS, DESK, OWN];
}
