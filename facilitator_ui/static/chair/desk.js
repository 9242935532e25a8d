/** The chair's desk: what steers the meeting, and what the chair alone sees. Open is what needs the chair now. */
import { h, html } from "../board/html.js";
import * as store from "../board/store.js";
import { Ending, Start } from "./ending_desk.js";
import { HeldWords, heldItems } from "./held_desk.js";
import { Lobby, waitingDevices } from "./lobby.js";
import { Numbers, numbersNeed } from "./numbers_desk.js";
import { RatingDesk, ratingNeeds } from "./rating_desk.js";
import { Section } from "./section.js";

export function Desk() {
  const facts = store.meeting();
  if (!facts) return null;
  const { state } = facts;
  const running = state === "open" || state === "paused";
  const waiting = waitingDevices().length;
  const held = heldItems().length;
  const numbers = state === "open" || store.each("rounds").length > 0;
  const talking = running || state === "ended";
  const door = need(waiting, "waiting", "Nobody is waiting");
  const words = need(held, "to look at", "None waiting");
  const ending = ENDING[state] || "";
  return html`<div class="desk-sections">
    <h2 class="desk-title">Chair's desk <span class="hint">Only you and the minute-taker see what is here</span></h2>
    ${state === "prepared" && h(Start, {})}
    ${state !== "finished" && h(Section, { name: "lobby", title: "Who is at the door", ...door, children: h(Lobby, {}) })}
    ${talking && h(Section, { name: "held", title: "A child's words", ...words, children: h(HeldWords, {}) })}
    ${talking && numbers && h(Section, { name: "numbers", title: "Numbers", ...numbersNeed(), children: h(Numbers, {}) })}
    ${talking && h(Section, { name: "rating", title: "Red, amber, green", ...ratingNeeds(), children: h(RatingDesk, {}) })}
    ${ending && h(Section, { name: "ending", title: ending, note: "", needs: !running, children: h(Ending, {}) })}
  </div>`;
}

/** @param {number} count @param {string} some @param {string} none */
function need(count, some, none) {
  return { needs: count > 0, note: count ? count + " " + some : none };
}

/** @type {Record<string, string>} */
const ENDING = {
  open: "End the meeting",
  paused: "End the meeting",
  ended: "The draft record",
  finished: "The finished record",
};
