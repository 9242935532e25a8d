/** The whole screen: what stands on it, or a calm page. It asks nobody for anything and never says what went wrong. */
import { useEffect, useState } from "../vendor/preact-hooks.js";
import { _ } from "../board/kit/gettext.js";
import { h } from "../board/kit/html.js";
import { isOfEachChild, standing, titleOf } from "../board/reading/big_screen.js";
import { columnOf } from "../board/reading/layout.js";
import * as store from "../board/store/store.js";
import { clock, fill } from "../board/store/words.js";
import { slotWords } from "../board/supervision/slot_banner.js";
import { Between, Calm, Waiting, Welcome } from "./calm.js";
import { ColumnView } from "./column_view.js";
import { CoreView, isCore } from "./core_group_view.js";
import { DecisionView } from "./decision_view.js";
import { Frame, whoIs } from "./frame.js";
import { ListView, isList } from "./list_view.js";
import { AskedView, NumbersView, newestAsking, newestShown } from "./numbers_view.js";
import { Overview } from "./overview.js";

/** @typedef {import('../board/wire.js').Screen} Screen */

/** How wide a screen has room for two halves. */
const HALVES = 38;

/** The icon and the tint of each view; a column brings its own. @type {Record<string, [string, string]>} */
const MARKS = {
  overview: ["eye", "impact"],
  numbers: ["ruler", "impact"],
  decision: ["check", "impact"],
  rating: ["check", "impact"],
  pairs: ["cloud-rain", "worry"],
  plan: ["footprints", "next"],
  child_words: ["message-circle", "child"],
  impact: ["star", "impact"],
  visits: ["eye", "impact"],
  updates: ["message-circle", "impact"],
  triggers: ["check", "impact"],
  summaries: ["file-text", "impact"],
  adults: ["users", "impact"],
};

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
  // No name of a child before the chair has chosen to show one, or opened a step.
  const occasion = facts.occasion || template.title;
  if (facts.state === "paused") return h(Calm, { title: _("We're taking a pause"), says: "" });
  if (facts.state === "ended" || facts.state === "finished") return h(Calm, { title: _("The meeting has ended"), says: _("Thank you.") });
  if (screen.view === "blank" && facts.slot) return h(Calm, { title: occasion, says: slotWords(facts.slot, []) });
  if (screen.view === "blank" && screen.waits) return h(Welcome, { width });
  if (screen.view === "blank" && screen.follow) return h(Between, { title: occasion, width });
  if (screen.view === "blank") return h(Calm, { title: occasion, says: "" });
  return h(Page, { screen, width, height, asAt });
}

/** @param {{screen: Screen, width: number, height: number, asAt: string}} props */
function Page({ screen, width, height, asAt }) {
  const { view, column, child, page, larger, waits } = screen;
  const asked = [view, column, child, page, larger, waits].join(" ");
  const across = width >= HALVES ? 2 : 1;
  const asking = view === "numbers" ? newestAsking(child) : null;
  const shown = view === "numbers" && !waits ? newestShown(child) : undefined;
  const found = column ? columnOf(column) : undefined;
  const [mark, tint] = found ? [found.icon, found.tint] : MARKS[view] || ["eye", "impact"];
  const title = shown ? fill(shown.scale.question, shown.round.children.indexOf(child || "") >= 0 ? child : shown.round.children[0]) : titleOf(view, column, child);
  const family = view === "summaries" || view === "adults" || (view === "rating" && store.template.value && store.template.value.rating.scope === "family");
  // A title with the child's name in it needs no second one.
  const named = whoIs(child);
  const who = family || (child && title.indexOf(named) >= 0) || (waits && !child && isOfEachChild(view, column)) ? "" : named;
  const body = () => {
    if (asking && !shown && (waits || asking.round.state === "asked")) return h(AskedView, { asked, width, ...asking });
    if (waits) return h(Waiting, {});
    if (view === "spotlight") return h(ColumnView, { asked, across });
    if (view === "overview") return h(Overview, { asked, width, height: height - 1.5 });
    if (view === "numbers") return h(NumbersView, { asked, width: height >= 20 ? width : 0, across });
    if (view === "rating" || view === "decision") return h(DecisionView, { asked, across });
    if (isCore(view)) return h(CoreView, { asked, across });
    return isList(view) ? h(ListView, { asked, across }) : null;
  };
  return h(Frame, { title, statement: (found && found.banner) || "", mark, tint, who, place: { width, height, asAt }, children: body() });
}
