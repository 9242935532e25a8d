/** The chair's desk: what steers the meeting, and what the chair alone sees. Open is what needs the chair now. */
import { amChair, chairName, holder } from "../board/reading/controls.js";
import { rule } from "../board/reading/deciding.js";
import { _, ngettext } from "../board/kit/gettext.js";
import { h, html } from "../board/kit/html.js";
import * as store from "../board/store/store.js";
import { AsideDesk, asideNote, hasAsides } from "./points/aside_desk.js";
import { AgendaDesk, agendaNote } from "./agenda/agenda_desk.js";
import { countAtTheDoor } from "./people/at_the_door.js";
import { ApartDesk, apartNeeds } from "./points/private_writing_desk.js";
import { Calls } from "./calls.js";
import { DatesThatFollow, datesNote, datesTitle } from "./ending/dates.js";
import { DecisionDesk, decisionNote } from "./deciding/decision_desk.js";
import { DeputyDesk, deputyNeeds } from "./people/deputy_desk.js";
import { EarlierDesk, earlierNeeds, hasEarlier } from "./earlier/earlier_desk.js";
import { Ending } from "./ending/ending_desk.js";
import { HandMinutes, minutesNote } from "./people/hand_minutes.js";
import { HeldWords, heldItems } from "./points/childs_words_desk.js";
import { Inside } from "./people/inside.js";
import { Lobby } from "./people/waiting.js";
import { NewLink } from "./people/new_link.js";
import { Numbers, numbersNeed } from "./numbers/numbers_desk.js";
import { RatingDesk, ratingNeeds } from "./deciding/rating_desk.js";
import { ReadIt } from "./ending/read_back_page.js";
import { Requests, asking, requestsNeed } from "./people/requests_desk.js";
import { BigScreenBlock, ScreenDesk, hasScreens, screenNote } from "./agenda/big_screen_desk.js";
import * as flow from "../board/reading/agenda.js";
import { Called } from "../board/kit/called.js";
import { focusSoon } from "../board/kit/keep_focus.js";
import { inItsPlace, onBoard, standsInPlace } from "./parts/in_place.js";
import { wide } from "../board/reading/view.js";
import { goToAgenda, goToSection } from "./parts/go_to.js";
import { Section, toolsOpen } from "./parts/section.js";
import { screensIn } from "./parts/screens.js";
import { ForYou } from "./step/for_you.js";
import { needs } from "./step/for_chair.js";
import { NextRow } from "./step/next_row.js";
import { StepBlock } from "./step/step_block.js";
import { SummariesDesk, summariesNote } from "./deciding/summaries_desk.js";
import { TriggerDesk, hasTriggers, triggersNote } from "./deciding/trigger_desk.js";

export function Desk() {
  const facts = store.meeting();
  if (!facts) return null;
  const over = flow.over();
  const open = toolsOpen.value === null ? over : toolsOpen.value;
  const close = () => {
    toolsOpen.value = false;
    focusSoon("all-tools");
  };
  const tool = (/** @type {string} */ section, /** @type {string} */ words, /** @type {string} */ of, /** @type {() => void} */ go) =>
    html`<button type="button" class="button" data-fk=${"tool:" + section} onClick=${go}>${words}${h(Called, { of })}</button>`;
  return html`<div class=${open ? "chair-side with-tools" : "chair-side"}>
    ${wide.value ? html`<h2 class="away">${_("Chair's desk")}</h2>` : html`<h1 class="away">${_("Chair's desk")}</h1>`}
    ${h(StepBlock, { quiet: !needs().length })}
    ${over ? h(NextRow, {}) : h(ForYou, { key: open ? "few" : "all", few: open })}
    ${
      open
        ? html`<section class="tools" aria-label=${_("All tools")} onKeyDown=${(/** @type {KeyboardEvent} */ event) => event.key === "Escape" && !event.defaultPrevented && close()}>
          <div class="tools-head"><h2>${_("Tools")}</h2><span class="hint">${seenBy()}</span></div>
          ${h(Tools, {})}
        </section>`
        : hasScreens() && html`<section class="screen-now" aria-labelledby="screen-now"><h2 id="screen-now">${_("Big screen")}</h2>${screensIn().length ? h(BigScreenBlock, { open: () => goToSection("screen") }) : html`<p class="no-screen"><span class="hint">${_("No big screen is on.")}</span> <button type="button" class="button small" data-fk="screen-open" onClick=${() => goToSection("screen")}>${_("Bring one in")}</button></p>`}</section>`
    }
    <div class="tool-row">
      ${flow.going() && tool("agenda", _("Turns"), _("who speaks"), () => goToAgenda("turns"))} ${flow.going() && tool("numbers", _("Numbers"), _("ask and show"), () => goToSection("numbers", "ask-numbers"))}
      <button type="button" class="button" data-fk="all-tools" aria-expanded=${String(open)} onClick=${() => (toolsOpen.value = !open)}>${open ? _("Close tools") : _("All tools")}</button>
    </div>
  </div>`;
}

/** Everything the desk has, part by part; what stands in the place that is looked at is not here a second time. */
function Tools() {
  const facts = store.meeting();
  if (!facts) return null;
  const { state } = facts;
  const running = state === "open" || state === "paused";
  const waiting = countAtTheDoor();
  const held = heldItems().length;
  const numbers = running || store.each("rounds").length > 0;
  const talking = running || state === "ended";
  const door = need(waiting, ngettext("%(n)s waiting", "%(n)s waiting", waiting), _("Nobody is waiting"));
  const words = need(held, ngettext("%(n)s to look at", "%(n)s to look at", held), _("None waiting"));
  const ending = ENDING[state] || "";
  const asks = state === "ended" ? 0 : asking();
  const calls = [
    { name: "lobby", count: waiting, words: ngettext("%(n)s at the door", "%(n)s at the door", waiting) },
    { name: "requests", count: asks, words: ngettext("%(n)s asking", "%(n)s asking", asks) },
    { name: "held", count: talking ? held : 0, words: ngettext("%(n)s child’s words", "%(n)s child’s words", held) },
  ];
  return html`<div class="desk-sections" data-list="desk" data-row="0">
    ${state !== "finished" && h(Calls, { calls })}
    ${state !== "finished" && h(Section, { name: "agenda", title: _("Agenda"), note: agendaNote(), needs: false, starts: true, children: h(AgendaDesk, {}) })}
    ${state !== "finished" && hasEarlier() && !standsInPlace("earlier") && h(Section, { name: "earlier", title: _("From earlier meetings"), ...earlierNeeds(), children: h(EarlierDesk, {}) })}
    ${state !== "finished" && summariesNote() && h(Section, { name: "summaries", title: _("Summaries"), note: summariesNote(), needs: false, starts: state === "prepared", children: h(SummariesDesk, {}) })}
    ${state !== "finished" && hasScreens() && h(Section, { name: "screen", title: _("Big screen"), note: screenNote(), needs: false, children: h(ScreenDesk, {}) })}
    ${(running || state === "prepared") && h(Section, { name: "requests", title: _("Hands and requests"), ...requestsNeed(), children: h(Requests, {}) })}
    ${state !== "finished" && !standsInPlace("lobby") && h(Section, { name: "lobby", title: _("Who is at the door"), ...door, children: h(Lobby, {}) })}
    ${state === "finished" && h(Section, { name: "inside", title: _("Who was here"), note: "", needs: false, children: h(Inside, {}) })}
    ${(running || state === "prepared") && h(Section, { name: "new-link", title: _("A new link"), note: "", needs: false, children: h(NewLink, {}) })}
    ${talking && h(Section, { name: "held", title: _("A child's words"), ...words, children: h(HeldWords, {}) })}
    ${state !== "finished" && hasAsides() && h(Section, { name: "asides", title: _("Put aside"), note: asideNote(), needs: false, starts: true, children: h(AsideDesk, {}) })}
    ${state !== "finished" && h(Section, { name: "apart", title: _("Writing apart"), ...apartNeeds(), children: h(ApartDesk, {}) })}
    ${talking && numbers && !standsInPlace("numbers") && h(Section, { name: "numbers", title: _("Numbers"), ...numbersNeed(), children: h(Numbers, {}) })}
    ${talking && rule() && !standsInPlace("deciding") && h(Section, { name: "deciding", title: _("Deciding for each child"), needs: false, note: decisionNote(), children: h(DecisionDesk, {}) })}
    ${talking && !standsInPlace("rating") && h(Section, { name: "rating", title: _("Red, amber, green"), ...ratingNeeds(), children: h(RatingDesk, {}) })}
    ${talking && hasTriggers() && h(Section, { name: "triggers", title: _("Trigger check"), ...triggersNote(), children: h(TriggerDesk, {}) })}
    ${state !== "finished" && h(Section, { name: "hand-minutes", title: _("Who takes the minutes"), ...minutesNote(), children: h(HandMinutes, {}) })}
    ${state !== "finished" && h(Section, { name: "deputy", title: _("Deputy"), ...deputyNeeds(), children: h(DeputyDesk, {}) })}
    ${state !== "prepared" && datesNote() && !standsInPlace("dates") && h(Section, { name: "dates", title: datesTitle(), note: datesNote(), needs: false, children: h(DatesThatFollow, {}) })}
    ${ending && h(Section, { name: "ending", title: ending, note: "", needs: !running, children: h(Ending, {}) })}
  </div>`;
}

/** Who sees the desk, said to whoever looks at it. */
function seenBy() {
  if (!holder()) return _("Only you and the minute-taker see what is here");
  const other = amChair() ? store.attendeeName(holder() || "") : chairName();
  return _("Only you, %(name)s and the minute-taker see what is here", { name: other });
}

/** @param {number} count @param {string} some @param {string} none */
function need(count, some, none) {
  return { needs: count > 0, note: count ? some : none };
}

/** @type {Record<string, string>} */
const ENDING = {
  open: _("End the meeting"),
  paused: _("End the meeting"),
  ended: _("The draft record"),
  finished: _("The finished record"),
};

/** @param {string} name @param {string} title @param {import('../vendor/preact.js').ComponentType<{}>} part @param {() => boolean} [there] */
const placed = (name, title, part, there) => () => {
  const facts = store.meeting();
  return onBoard() && facts && facts.state !== "finished" && (!there || there()) ? inItsPlace(name, title, h(part, {})) : null;
};

const talks = () => {
  const facts = store.meeting();
  return Boolean(facts && facts.state !== "prepared");
};

/** What the chair does in a place of the board, above what everybody sees there. */
export const IN_PLACE = {
  "@people": placed("lobby", _("Who is at the door"), Lobby),
  "@earlier": placed("earlier", _("From earlier meetings"), EarlierDesk, hasEarlier),
  "@numbers": placed("numbers", _("Numbers"), Numbers, talks),
  "@deciding": placed("deciding", _("Deciding for each child"), DecisionDesk, () => talks() && Boolean(rule())),
  "@rating": placed("rating", _("Red, amber, green"), RatingDesk, talks),
  "@dates": placed("dates", datesTitle(), DatesThatFollow, () => talks() && Boolean(datesNote())),
  "@read_back": placed("read_back", _("Reading back"), ReadIt, () => flow.going() && store.may("steer")),
};
