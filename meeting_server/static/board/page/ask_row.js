/** What everybody can ask for at any time: a pause by one press anywhere, beside it to speak; somebody to type, and to go, under more. */
import { useEffect } from "../../vendor/preact-hooks.js";
import { signal } from "../../vendor/signals.js";
import { act } from "../forms/act.js";
import * as flow from "../reading/agenda.js";
import { _, ngettext } from "../kit/gettext.js";
import { h, html } from "../kit/html.js";
import { focusSoon } from "../kit/keep_focus.js";
import { icon } from "../kit/icon.js";
import { lettersAcross, room } from "../kit/room.js";
import { wide } from "../reading/view.js";
import { boxOpen } from "../writing/draft.js";
import * as store from "../store/store.js";
import { listed } from "../store/words.js";
import { Leaving } from "./ask_leaving.js";
import { Problem, useCommand } from "../forms/command_form.js";
import { Called } from "../kit/called.js";
import { CoverButton } from "../people/cover.js";
import { NameTypist, typistWords } from "../people/name_typist.js";

/** Which panel is open above the row; it outlasts what the dock shows besides it. */
const panel = signal(/** @type {"" | "pause" | "leaving"} */ (""));
/** Whether the rarer asks are shown. */
const moreOpen = signal(false);

/** Cover has a place of its own in the row from this width on, in the size of the page's letters; else it is first under more. */
const ROOM_FOR_COVER = 19;
/** The same beside an open box, or beside what is asked. */
const ROOM_BESIDE_BOX = 21;

const KEYS = { pause: "need-pause", leaving: "more-asks" };

/** @param {"pause" | "leaving"} what */
const open = (what) => () => {
  panel.value = panel.value === what ? "" : what;
  moreOpen.value = false;
  focusSoon(panel.value ? what + "-panel" : KEYS[what]);
};

function close() {
  const was = panel.value;
  panel.value = "";
  if (was) focusSoon(KEYS[was]);
}

/** What was pressed is gone from the page with the rest of it: whoever uses keys stands at what opened it. */
function closeMore() {
  if (!moreOpen.value) return;
  moreOpen.value = false;
  focusSoon("more-asks");
}

/** Which panel there is to show now. */
function shown() {
  if (panel.value === "leaving" && !flow.onDesk()) return "leaving";
  return panel.value === "pause" && flow.going() ? "pause" : "";
}

/** Whether anything can be asked for now. */
function canAsk() {
  const facts = store.meeting();
  return Boolean(facts && (flow.going() || facts.state === "prepared"));
}

/** The panel above the row, and what became of what I asked for. */
export function AskPanel() {
  const what = shown();
  if (!canAsk()) return null;
  return html`${what && h(Panel, { key: what, what })} ${what !== "leaving" && h(Told, {})}`;
}

export function AskRow() {
  const going = flow.going();
  // When the meeting is over there is nothing to ask for; a screen can be covered all the same.
  if (!canAsk()) return wide.value ? null : h(CoverButton, {});
  const asks = !flow.onDesk();
  const takesPart = asks && store.may("contribute");
  const narrow = !wide.value;
  const coverFits = lettersAcross.value >= (boxOpen.value || room.value === "tiny" ? ROOM_BESIDE_BOX : ROOM_FOR_COVER);
  // Open, it stands before what is asked above it: it closes as soon as focus goes elsewhere.
  const leave = (/** @type {any} */ event) => {
    if (event.relatedTarget && !event.currentTarget.contains(event.relatedTarget)) moreOpen.value = false;
  };
  return html`<div class="ask-row" role="group" aria-label=${_("Ask for something")} onFocusOut=${leave} onKeyDown=${(/** @type {KeyboardEvent} */ event) => {
    if (event.key !== "Escape" || !moreOpen.value) return;
    moreOpen.value = false;
    focusSoon("more-asks");
  }}>
    ${takesPart && going && !narrow && h(HandButton, {})}
    ${
      going &&
      html`<button type="button" class="button" data-fk=${KEYS.pause} aria-expanded=${String(shown() === "pause")} onClick=${open("pause")}>${narrow ? html`${_("Pause")}<span class="away">: ${_("I need a pause")}</span>` : _("I need a pause")}</button>`
    }
    ${narrow && coverFits && h(CoverButton, {})}
    ${asks && html`<button type="button" class="button" data-fk="more-asks" aria-expanded=${String(moreOpen.value)} onClick=${() => (moreOpen.value = !moreOpen.value)}>${icon("ellipsis")}<span class="away">${_("More to ask for")}</span></button>`}
    ${
      asks && moreOpen.value &&
      html`<div class="ask-more">
        ${narrow && !coverFits && h(CoverButton, {})} ${takesPart && going && narrow && h(HandButton, {})} ${takesPart && h(TypeButton, {})}
        <button type="button" class="button" data-fk="have-to-go" aria-expanded=${String(shown() === "leaving")} onClick=${open("leaving")}>${_("I have to go")}</button>
      </div>`
    }
  </div>`;
}

/** @param {{what: "pause" | "leaving"}} props */
function Panel({ what }) {
  const stop = (/** @type {KeyboardEvent} */ event) => {
    if (event.key === "Escape") close();
  };
  return html`<div class="ask-panel" role="group" aria-label=${what === "pause" ? _("I need a pause") : _("I have to go")} tabindex="-1"
    data-fk=${what + "-panel"} onKeyDown=${stop}>
    ${what === "pause" ? h(PauseNow, { close, about: _("I need a pause") }) : h(Leaving, { close })}
  </div>`;
}

/**
 * Nothing here or after it tells one who asked from one who did not.
 * @param {{close: () => void, about: string}} props `about`: what was pressed for it; the chair can have it open twice
 */
export function PauseNow({ close, about }) {
  const { ask, problem, busy } = useCommand();
  const paused = flow.paused();
  useEffect(() => {
    if (paused) close();
  }, [paused]);
  const called = h(Called, { of: about });
  return html`<p>${_("Everyone’s screen will show a calm page. Nobody is told who asked.")}</p>
    ${h(Problem, { text: problem })}
    <div class="buttons">
      <button type="button" class="button primary" aria-disabled=${busy ? "true" : null} onClick=${() => ask("pause_meeting", {})}>${_("Pause now")}${called}</button>
      <button type="button" class="button" onClick=${close}>${_("Go back")}${called}</button>
    </div>`;
}

function HandButton() {
  const me = store.you.value;
  const up = Boolean(me && store.get("hands", me.person));
  const turn = () => {
    closeMore();
    act("raise_hand", { up: !up }, up ? _("Your hand is down.") : _("Your hand is up."));
  };
  return html`<button type="button" class="button" data-fk="hand" onClick=${turn}>${icon("hand")} ${up ? _("Lower my hand") : html`${_("Hand")}<span class="away">: ${_("Raise my hand")}</span>`}</button>`;
}

function TypeButton() {
  const asked = Boolean(flow.myRequest("type"));
  const press = () => {
    closeMore();
    act("ask_to_type", { wanted: !asked }, asked ? _("You type for yourself again.") : flow.theyKnow());
  };
  return html`<button type="button" class="button" data-fk="type-for-me" onClick=${press}>${asked ? _("I can type again") : _("Type for me")}</button>`;
}

/** What became of what I asked for: one line at most. */
function Told() {
  const type = flow.myRequest("type");
  const leaving = flow.myRequest("leaving");
  const desk = flow.deskNames();
  const names = listed(desk);
  const asked = ngettext("%(names)s knows that you need help to type.", "%(names)s know that you need help to type.", desk.length, { names });
  const typing = type && (type.answered ? _("Somebody types for you. Just say it.") : asked);
  const when = leaving ? flow.whenWords(leaving.said) : "";
  const going = leaving && ngettext("%(names)s knows that you go %(when)s.", "%(names)s know that you go %(when)s.", desk.length, { names, when });
  const me = store.you.value;
  const words = [typing, type && me ? typistWords(me.person) : "", going].filter(Boolean).join(" ");
  return words ? html`<p class="ask-told">${words}</p> ${type && me && !store.each("proposals").length && h(NameTypist, { person: me.person })}` : null;
}
