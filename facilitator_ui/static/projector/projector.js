/** The whole screen: what the chair chose, or a calm page. It asks nobody for anything and never says what went wrong. */
import { useEffect, useState } from "../vendor/preact-hooks.js";
import { _ } from "../board/kit/gettext.js";
import { h, html } from "../board/kit/html.js";
import { SlotBanner, slotWords } from "../board/supervision/slot_banner.js";
import * as store from "../board/store/store.js";
import { clock, fill } from "../board/store/words.js";
import { standing, titleOf } from "../board/reading/big_screen.js";
import { CoreView, isCore } from "./core_group_view.js";
import { ListView, isList } from "./list_view.js";
import { NumbersView } from "./numbers_view.js";
import { Overview } from "./overview.js";
import { RatingView } from "./rating_view.js";
import { DecisionView } from "./decision_view.js";
import { Spotlight } from "./spotlight.js";
import { Top } from "./header.js";

const WIDE = 38;
const RATHER_WIDE = 30;

/** How wide and high the screen is, in the size of its letters. */
function room() {
  const letter = parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
  return { width: window.innerWidth / letter, height: window.innerHeight / letter };
}

function useRoomOfScreen() {
  const [found, setFound] = useState(room);
  const { larger } = standing();
  useEffect(() => {
    const look = () => setFound(room());
    look();
    window.addEventListener("resize", look);
    // One letter, unseen: it tells when somebody makes the letters larger without making the screen smaller.
    const letter = document.createElement("i");
    letter.className = "letter";
    document.body.appendChild(letter);
    const watcher = new ResizeObserver(look);
    watcher.observe(letter);
    return () => {
      window.removeEventListener("resize", look);
      watcher.disconnect();
      document.body.removeChild(letter);
    };
  }, [larger]);
  return found;
}

/** The time what is here was last known to be true, while the line is down. */
function useAsAt() {
  const [at, setAt] = useState("");
  const well = store.status.value === "connected";
  useEffect(() => setAt(well ? "" : clock(store.now())), [well]);
  return well ? "" : at;
}

export function Projector() {
  const { width, height } = useRoomOfScreen();
  const asAt = useAsAt();
  const facts = store.meeting();
  const template = store.template.value;
  if (!facts || !template) return null;
  const screen = standing();
  // No name of a child before the chair has chosen to show one.
  const title = facts.occasion || template.title;
  if (facts.state === "paused") return h(Calm, { title: _("We're taking a pause"), says: "" });
  if (facts.state === "ended" || facts.state === "finished") return h(Calm, { title: _("The meeting has ended"), says: _("Thank you.") });
  if (screen.view === "blank") return h(Calm, { title, says: facts.slot ? slotWords(facts.slot, []) : "" });
  const asked = [screen.view, screen.column, screen.child, screen.page, screen.larger].concat(screen.waits ? ["waits"] : []).join(" ");
  if (screen.waits) return h(Waiting, { asked, title, asAt, width, height });
  return html`<div class=${facts.slot ? "page in-sitting" : "page"} data-shown=${asked}>
    ${h(SlotBanner, {})} ${h(Top, { title, asAt, wide: width, low: height < 14 })}
    ${screen.view === "spotlight" && h(Spotlight, { asked, wide: width >= WIDE, high: height >= 20 && width >= 24 })}
    ${screen.view === "overview" && h(Overview, { asked, width, height })}
    ${screen.view === "numbers" && h(NumbersView, { asked, width: width >= RATHER_WIDE && height >= 20 ? width : 0 })}
    ${screen.view === "rating" && h(RatingView, { asked })} ${screen.view === "decision" && h(DecisionView, { asked })}
    ${isCore(screen.view) && h(CoreView, { asked })} ${isList(screen.view) && h(ListView, { asked })}
  </div>`;
}

/** Only the title of what is about one child, until the chair shows it. @param {{asked: string, title: string, asAt: string, width: number, height: number}} props */
function Waiting({ asked, title, asAt, width, height }) {
  const { view, column, child } = standing();
  return html`<div class="page" data-shown=${asked}>
    ${h(Top, { title, asAt, wide: width, low: height < 14 })}
    <div class="calm"><h2>${titleOf(view, column, child)}</h2>${child && html`<p>${store.personName(child)}</p>`}</div>
  </div>`;
}

/** @param {{title: string, says: string}} props */
function Calm({ title, says }) {
  return html`<div class="calm"><h1>${fill(title)}</h1>${says && html`<p>${says}</p>`}</div>`;
}
