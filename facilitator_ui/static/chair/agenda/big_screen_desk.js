/** The big screen on the desk: what is on it, following and freezing, choosing and turning pages, and bringing a screen in by its code. */
import { useState } from "../../vendor/preact-hooks.js";
import { rated } from "../../board/deciding/rating_words.js";
import { Problem, useCommand } from "../../board/forms/command_form.js";
import { stepNow } from "../../board/reading/agenda.js";
import { isOfEachChild, standing, titleOf, viewsHere } from "../../board/reading/big_screen.js";
import { _, ngettext } from "../../board/kit/gettext.js";
import { h, html } from "../../board/kit/html.js";
import { focusSoon } from "../../board/kit/keep_focus.js";
import { forget, useChoice } from "../../board/store/kept_text.js";
import { pages } from "../../board/reading/layout.js";
import { pageOf } from "../../board/kit/seat.js";
import { refusalWords } from "../../board/kit/refusal_words.js";
import { StillRow, useStill } from "../../board/kit/still_rows.js";
import * as store from "../../board/store/store.js";
import { say } from "../../board/kit/say.js";
import { clock, fill } from "../../board/store/words.js";
import { CommandAfterLook } from "../parts/desk_parts.js";
import { screensIn } from "../parts/screens.js";

/** @typedef {import('../../board/wire.js').Screen} Screen */
/** @typedef {import('../../board/wire.js').Attendee} Attendee */

const ALL = "all";

/** Whether this kind of meeting has a big screen. */
export function hasScreens() {
  const template = store.template.value;
  return Boolean(template && template.roles.some((role) => role.screen === "projector"));
}

/** A word for the section's heading. */
export function screenNote() {
  const count = screensIn().length;
  return count ? ngettext("One is on", "%(n)s are on", count) : _("None is on");
}

/** @returns {Screen | undefined} what stands on the screens, unless they are blank */
function onNow() {
  const found = standing();
  return found.view !== "blank" ? found : undefined;
}

/** What can be shown: each column, then the views of everything. @returns {Array<{key: string, label: string}>} */
function choices() {
  const columns = pages().map(({ column }) => ({ key: "column:" + column.key, label: fill(column.label, null) }));
  const label = (/** @type {Screen["view"]} */ view) => (view === "numbers" ? _("The numbers that are shown") : titleOf(view, null, null));
  return columns.concat(viewsHere().map((view) => ({ key: view, label: label(view) })));
}

/** "What are we worried about?, Pip, page 2". @param {Screen | undefined} screen */
function inWords(screen) {
  if (!screen) return standing().waits ? _("Welcome") : _("Nothing but the meeting's name");
  const key = screen.view === "spotlight" ? "column:" + screen.column : screen.view;
  const choice = choices().find((one) => one.key === key);
  const about = store.children().length > 1 || !screen.child ? (screen.child ? store.personName(screen.child) : _("all the children")) : "";
  if (screen.waits) return [choice ? choice.label : "", screen.child ? about : "", _("only the title")].filter(Boolean).join(", ");
  return [choice ? choice.label : "", about, _("page %(page)s", { page: screen.page + 1 })].filter(Boolean).join(", ");
}

/** What to send so that this stands there. @param {Screen} screen */
function sent({ view, column, child, page, larger }) {
  return { view, column, child, page, larger };
}

/**
 * The big screen in one block: what stands there, whether it follows the step, and what is one press away. `open` opens all that
 * can be chosen; null where that stands below already.
 * @param {{open: (() => void) | null}} props
 */
export function BigScreenBlock({ open }) {
  const { ask, problem, busy } = useCommand();
  const screen = standing();
  const now = onNow();
  const on = screensIn().length > 0;
  const follows = screen.follow;
  const steer = store.may("steer");
  const step = stepNow();
  const off = busy ? "true" : null;
  const follow = () => ask("follow_big_screen", { stage: step ? step.stage.key : null, larger: screen.larger }, _("The big screen follows the step."));
  const freeze = () => ask("hold_big_screen", { ...sent(screen), waits: screen.waits }, _("The big screen stays as it is."));
  const clear = () => ask("show_on_screen", { view: "blank", larger: screen.larger }, _("The big screen is clear."));
  const button = (/** @type {string} */ fk, /** @type {string} */ words, /** @type {string} */ heard, /** @type {() => void} */ press) =>
    html`<button type="button" class="button" data-fk=${fk} aria-disabled=${off} onClick=${press}>${words}${heard && html`<span class="away"> ${heard}</span>`}</button>`;
  return html`<div class="big-screen-block">
    <p><b>${_("On the screen now:")}</b> ${inWords(now)}.${" "}
      <span class="hint">${!on ? _("No big screen is on.") : follows ? _("Follows the step.") : _("Stays until you change it.")}</span></p>
    ${
      steer &&
      html`${now && isOfEachChild(now.view, now.column) && h(EachChild, { screen: now })}
        <div class="buttons" role="group" aria-label=${_("The big screen")}>
          ${follows ? button("screen-freeze", _("Freeze"), "", freeze) : button("screen-follow", _("Follow the step again"), "", follow)}
          ${(follows || now) && button("screen-clear", _("Clear"), _("the big screen"), clear)}
          ${open && button("screen-choose", _("Choose"), _("what the big screen shows"), open)}
        </div>
        ${h(Problem, { text: problem })}`
    }
  </div>`;
}

/** One press for each child where the screens wait for one. @param {{screen: Screen}} props */
function EachChild({ screen }) {
  const { ask, problem, busy } = useCommand();
  const family = screen.view === "rating" && rated()[0] === null;
  const all = family ? [null] : store.children().map((one) => one.id);
  const show = (/** @type {string | null} */ child) => () =>
    ask("show_on_screen", { ...sent(screen), child, page: 0 }, _("It is on the big screen."));
  const name = (/** @type {string | null} */ child) => (child ? store.personName(child) : _("the family"));
  const isOn = (/** @type {string | null} */ child) => !screen.waits && screen.child === child;
  return html`<div class="buttons" role="group" aria-label=${_("Show one child on the big screen")}>
      <span class="hint" aria-hidden="true">${_("Show")}</span>
      ${all.map(
        (child) => html`<button key=${child || "family"} type="button" class="button" data-fk=${"screen-show:" + (child || "family")}
          aria-pressed=${isOn(child) ? "true" : "false"} aria-disabled=${busy ? "true" : null} onClick=${show(child)}>
          ${name(child)}<span class="away">: ${_("show on the big screen")}</span>
        </button>`,
      )}
    </div>
    ${h(Problem, { text: problem })}`;
}

export function ScreenDesk() {
  const screens = screensIn();
  const rows = useStill("screens", screens, (one) => one.id);
  const called = (/** @type {number} */ at) => (rows.length > 1 ? _("Big screen %(n)s", { n: at + 1 }) : _("Big screen"));
  const off = (/** @type {number} */ at) => _("%(name)s is off", { name: called(at) });
  const steer = store.may("steer");
  return html`${h(BigScreenBlock, { open: null })} ${steer && h(Turning, {})} ${steer && h(Choosing, {})}
    <h4>${_("Screens")}</h4>
    ${rows.length > 0 && html`<ul class="desk-list" data-still="screens">
      ${rows.map((row, at) => h(StillRow, { key: row.key, list: "screens", row, said: () => off(at), children: h(OneScreen, { screen: row.one, name: called(at) }) }))}
    </ul>`}
    ${steer && screens.length < 3 && h(Bringing, {})}`;
}

/** Turning pages. How many there are, each screen works out for itself, and says. */
function Turning() {
  const { ask, problem, busy } = useCommand();
  const screen = onNow();
  if (!screen || screen.waits) return null;
  const go = (/** @type {number} */ page) => async () => {
    if (page < 0 || page === screen.page) return;
    const step = stepNow();
    if (screen.follow) await ask("follow_big_screen", { stage: step ? step.stage.key : null, page, larger: screen.larger });
    else await ask("show_on_screen", { ...sent(screen), page });
  };
  const button = (/** @type {string} */ fk, /** @type {string} */ words, /** @type {number} */ page) => html`<button type="button" class="button"
    data-fk=${fk} aria-disabled=${busy || page < 0 || page === screen.page ? "true" : null} onClick=${go(page)}>${words}</button>`;
  return html`<div class="buttons" role="group" aria-label=${_("Turn the page")}>
      ${button("screen:earlier", _("Earlier page"), screen.page - 1)} ${button("screen:next", _("Next page"), screen.page + 1)}
      ${button("screen:first", _("First page"), 0)}
    </div>
    <p class="hint">${_("The screen says how many pages it has. Past the last one it stays there.")}</p>
    ${h(Problem, { text: problem })}`;
}

function Choosing() {
  const { ask, problem, busy } = useCommand();
  const now = onNow();
  const all = store.children();
  const first = store.childInView.value || (all.length === 1 ? all[0].id : ALL);
  const start = now
    ? { what: now.view === "spotlight" ? "column:" + now.column : now.view, child: now.child || ALL, larger: now.larger }
    : { what: choices()[0].key, child: first, larger: standing().larger };
  const [mine, pick] = useChoice("show-on-screen", "picked", start);
  const set = (/** @type {Partial<typeof mine>} */ change) => pick({ ...mine, ...change });
  const show = async (/** @type {Event} */ event) => {
    event.preventDefault();
    const column = mine.what.indexOf("column:") === 0 ? mine.what.slice(7) : null;
    const view = /** @type {Screen["view"]} */ (column ? "spotlight" : mine.what);
    const child = mine.child === ALL ? null : mine.child;
    const ok = await ask("show_on_screen", { view, column, child, page: 0, larger: mine.larger }, _("It is on the big screen."));
    if (ok) forget("show-on-screen");
  };
  return html`<form class="desk-form" aria-label=${_("Show on the big screen")} onSubmit=${show}>
    <div class="field">
      <label for="screen-what">${_("What to show")}</label>
      <select id="screen-what" data-fk="screen-what" value=${mine.what} onChange=${(/** @type {any} */ event) => set({ what: event.target.value })}>
        ${choices().map((one) => html`<option key=${one.key} value=${one.key}>${one.label}</option>`)}
      </select>
    </div>
    ${
      all.length > 1 &&
      html`<div class="field">
        <label for="screen-child">${_("About")}</label>
        <select id="screen-child" data-fk="screen-child" value=${mine.child} onChange=${(/** @type {any} */ event) => set({ child: event.target.value })}>
          <option value=${ALL}>${_("All the children")}</option>
          ${all.map((one) => html`<option key=${one.id} value=${one.id}>${store.personName(one.id)}</option>`)}
        </select>
      </div>`
    }
    <label class="choice">
      <input type="checkbox" data-fk="screen-larger" checked=${mine.larger} onChange=${(/** @type {any} */ event) => set({ larger: event.target.checked })} />
      <span>${_("Larger")}</span>
    </label>
    ${h(Problem, { text: problem })}
    <div class="buttons">
      <button type="submit" class="button primary" data-fk="screen-show" aria-disabled=${busy ? "true" : null}>${_("Show on the big screen")}</button>
    </div>
  </form>`;
}

/** @param {{screen: Attendee, name: string}} props */
function OneScreen({ screen, name }) {
  return html`<p>${name} <span class="hint">${_("since %(time)s", { time: clock(screen.joined_at || 0) })}</span></p>
    ${
      store.may("steer") &&
      h(CommandAfterLook, {
        words: _("Turn this screen off"),
        about: name,
        sure: html`<p>${_("It goes blank at once, and needs a new code to come back.")}</p>`,
        yes: _("Turn it off"),
        name: "remove_attendee",
        data: () => ({ attendee: screen.id }),
        said: _("The screen is off."),
        fk: "screen-off:" + screen.id,
      })
    }`;
}

/** @param {string} code @returns {Promise<string>} what went wrong, or an empty text */
async function paired(code) {
  try {
    const answer = await fetch(pageOf("chair") + "/screen", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      credentials: "same-origin",
      body: JSON.stringify({ code }),
    });
    const said = await answer.json();
    return said.ok ? "" : refusalWords(said.error);
  } catch (failed) {
    return _("The board does not answer. Look whether you are connected, and try again.");
  }
}

/** Typing the code that a screen shows. */
function Bringing() {
  const [code, setCode] = useState("");
  const [problem, setProblem] = useState("");
  const [busy, setBusy] = useState(false);
  const bring = async (/** @type {Event} */ event) => {
    event.preventDefault();
    if (busy) return;
    if (!code.trim()) {
      setProblem(_("Type the code that the screen shows."));
      return;
    }
    setBusy(true);
    const wrong = await paired(code);
    setBusy(false);
    setProblem(wrong);
    if (wrong) {
      say(wrong);
      focusSoon("screen-code");
    } else {
      setCode("");
      say(_("The big screen is on."));
    }
  };
  return html`<form class="desk-form" aria-label=${_("Bring a big screen in")} onSubmit=${bring}>
    <p class="hint">${_("On the computer of the big screen, open")} <b>${window.location.host}/screen</b></p>
    <div class="field">
      <label for="screen-code">${_("Code on the screen")}</label>
      <input id="screen-code" data-fk="screen-code" type="text" autocomplete="off" autocapitalize="characters" spellcheck=${false}
        value=${code} onInput=${(/** @type {any} */ event) => setCode(event.target.value)} />
    </div>
    ${h(Problem, { text: problem })}
    <button type="submit" class="button" aria-disabled=${busy ? "true" : null}>${_("Bring this screen in")}</button>
  </form>`;
}
