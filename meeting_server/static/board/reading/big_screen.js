/**
 * What stands on the big screens: what the chair put there, or, while they follow, what the step of the agenda is about. Each
 * screen and the chair's desk work it out from the same board, so that they agree (decision 0053).
 */
import { adultsHeading } from "./adults.js";
import { stepNow } from "./agenda.js";
import { columnOf } from "./layout.js";
import { shows } from "./places.js";
import { _ } from "../kit/gettext.js";
import * as store from "../store/store.js";
import { fill } from "../store/words.js";

/** @typedef {import('../wire.js').Screen} Screen */
/** @typedef {Screen["view"]} View */
/** @typedef {import('../wire.js').Template} Template */

/** @type {Screen} */
const NOTHING = { id: "screen", view: "blank", column: null, child: null, page: 0, larger: false, follow: false, stage: null, waits: false };

/**
 * The places that a big screen can show: its view, and whether this kind of meeting has it. Who is here, what was said at an
 * earlier meeting, the days that follow and what is read back are in no view.
 * @type {Record<string, {view: View, has: (template: Template) => boolean}>}
 */
const VIEWS = {
  "@board": { view: "overview", has: () => true },
  "@pairs": { view: "pairs", has: () => true },
  "@plan": { view: "plan", has: (template) => template.columns.some((one) => one.actions) },
  "@child_words": { view: "child_words", has: () => true },
  "@impact": { view: "impact", has: (template) => Boolean(template.impact) },
  "@numbers": { view: "numbers", has: (template) => template.scales.length > 0 },
  "@deciding": { view: "decision", has: (template) => Boolean(template.decision) },
  "@rating": { view: "rating", has: () => true },
  "@visits": { view: "visits", has: (template) => Boolean(template.visits) },
  "@updates": { view: "updates", has: (template) => Boolean(template.updates) },
  "@triggers": { view: "triggers", has: (template) => template.triggers.length > 0 },
  "@summaries": { view: "summaries", has: (template) => Boolean(template.summaries) },
  "@adults": { view: "adults", has: (template) => template.adult_questions.length > 0 },
};

/** What is about one child: the screens show its title by themselves, and no more until the chair presses. @type {View[]} */
const EACH_CHILD = ["child_words", "impact", "numbers", "decision", "rating", "visits", "updates", "triggers"];

/** Whether a view, or this column, is about one child after another, so that it waits for a press. @param {View} view @param {string | null} column */
export function isOfEachChild(view, column) {
  const template = store.template.value;
  const lived = Boolean(template && template.impact && column && template.impact.column === column);
  return EACH_CHILD.indexOf(view) >= 0 || lived;
}

/** The view of a place, if the screens have one of it in this meeting. @param {string} key @returns {{view: View, column: string | null} | null} */
function viewOf(key) {
  const template = store.template.value;
  if (!template) return null;
  if (columnOf(key)) return { view: "spotlight", column: key };
  const found = VIEWS[key];
  return found && found.has(template) ? { view: found.view, column: null } : null;
}

/** The child that everybody is being asked about, where it is one. @returns {string | null} */
function inHand() {
  const asked = store.each("rounds").filter(({ thing }) => thing.state === "asked");
  const newest = asked.sort((a, b) => b.thing.asked_at - a.thing.asked_at)[0];
  return newest && newest.thing.children.length === 1 ? newest.thing.children[0] : null;
}

/** What the step is about, as far as the screens show that by themselves. @param {Screen} screen @returns {Screen} */
function followed(screen) {
  const step = stepNow();
  const places = step ? shows(step.stage) : [];
  const found = (places.length || !step ? places : ["@board"]).map(viewOf).find(Boolean);
  if (!step || !found) return { ...screen, waits: !step || step.at === 0 };
  const page = screen.stage === step.stage.key ? screen.page : 0;
  return { ...screen, ...found, child: inHand(), page, waits: isOfEachChild(found.view, found.column) };
}

/** What stands on the big screens now. Blank and waiting, they welcome those who arrive. @returns {Screen} */
export function standing() {
  const facts = store.meeting();
  const screen = store.get("screen", "screen");
  if (!screen) return { ...NOTHING, waits: Boolean(facts && facts.state === "prepared") };
  return screen.follow ? followed(screen) : screen;
}

/** What a view is called. @param {View} view @param {string | null} column @param {string | null} child */
export function titleOf(view, column, child) {
  const template = store.template.value;
  const found = column ? columnOf(column) : undefined;
  if (found) return fill(found.label, child);
  if (view === "overview") return _("The whole board");
  if (view === "numbers") return _("Numbers");
  if (view === "decision") return _("What we decided");
  if (view === "rating") return _("Red, amber, green");
  if (view === "pairs") return _("Dangers, and what answers them");
  if (view === "plan") return _("The plan");
  if (view === "child_words") return child ? _("What %(name)s says", { name: store.personName(child) }) : _("What the children say");
  const lived = template && template.impact ? columnOf(template.impact.column) : undefined;
  if (view === "impact" && lived) return fill(lived.label, child);
  if (view === "triggers") return _("Trigger check");
  if (view === "adults") return adultsHeading();
  if (view === "visits" && template && template.visits) return fill(template.visits.label, child);
  if (view === "updates" && template && template.updates) return fill(template.updates.label, child);
  if (view === "summaries" && template && template.summaries) return template.summaries.label;
  return "";
}

/** The views that this kind of meeting has, beside its columns. @returns {View[]} */
export function viewsHere() {
  const template = store.template.value;
  return template ? Object.values(VIEWS).filter((one) => one.has(template)).map((one) => one.view) : [];
}
