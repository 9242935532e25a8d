/** Pages with a few words and nothing of what was written: before the start, a pause, the end, and what waits for a press. */
import { useEffect, useState } from "../vendor/preact-hooks.js";
import { _, ngettext } from "../board/kit/gettext.js";
import { h, html } from "../board/kit/html.js";
import { holder, chairName } from "../board/reading/controls.js";
import * as store from "../board/store/store.js";
import { clock, fill } from "../board/store/words.js";
import { Foot } from "./frame.js";

/** @param {{title: string, says: string}} props */
export function Calm({ title, says }) {
  return html`<div class="calm"><h1>${fill(title, null)}</h1>${says && html`<p>${says}</p>`}</div>`;
}

/** Who leads through the meeting, as the room calls them. */
export function leading() {
  const now = holder();
  return now ? store.attendeeName(now) : chairName();
}

/** The time, by the minute. */
function useClock() {
  const [now, setNow] = useState(() => clock(store.now()));
  useEffect(() => {
    const timer = setInterval(() => setNow(clock(store.now())), 5000);
    return () => clearInterval(timer);
  }, []);
  return now;
}

/** What the meeting is called, and the step, where that shows nothing here. @param {{title: string, width: number}} props */
export function Between({ title, width }) {
  return html`<div class="welcome"><div class="calm"><h1>${fill(title, null)}</h1></div>${h(Foot, { width, said: "" })}</div>`;
}

/** While people arrive: who shows them where to sit, what is kept, how many are here, and never who is missing. @param {{width: number}} props */
export function Welcome({ width }) {
  const time = useClock();
  const here = store.countHere();
  return html`<div class="welcome">
    <div class="words">
      <h1>${_("Welcome")}</h1>
      <p>${_("It is %(time)s.", { time })} ${_("%(name)s will show you where to sit.", { name: leading() })}</p>
      <p class="soft">${_("This screen shows what we write together. No sound or video is kept. You can stop for a rest at any time.")}</p>
    </div>
    ${h(Foot, { width, said: here ? ngettext("%(n)s is here", "%(n)s are here", here) : "" })}
  </div>`;
}

/** What is about one child: only its title, until whoever leads shows it. */
export function Waiting() {
  return html`<div class="body"><section class="sheet still"><p>${_("%(name)s shows it when it is time.", { name: leading() })}</p></section></div>`;
}
