/** Cover: one press, and the screen shows the time and nothing else. Two presses, in two places, bring the board back. */
import { useEffect, useRef, useState } from "../../vendor/preact-hooks.js";
import { _ } from "../kit/gettext.js";
import { html } from "../kit/html.js";
import { focusSoon } from "../kit/keep_focus.js";
import * as store from "../store/store.js";
import { cover, uncover } from "../store/covered.js";
import { clock } from "../store/words.js";

const TICK_MS = 1000;
/** How long the way back stays in sight. */
const BACK_MS = 10000;

/** For the family, and for whoever waits at the door. */
export function CoverButton() {
  const me = store.you.value;
  if (me && me.side === "professional" && store.phase.value === "in") return null;
  return html`<button type="button" class="button cover-button" data-fk="cover" onClick=${cover}>${_("Cover")}</button>`;
}

export function Cover() {
  const [now, setNow] = useState(store.now());
  const [asked, setAsked] = useState(false);
  const time = useRef(/** @type {HTMLButtonElement | null} */ (null));
  const says = clock(now);
  useEffect(() => {
    const timer = setInterval(() => setNow(store.now()), TICK_MS);
    if (time.current) time.current.focus({ preventScroll: true });
    return () => clearInterval(timer);
  }, []);
  useEffect(() => {
    document.title = says;
  }, [says]);
  useEffect(() => {
    if (!asked) return undefined;
    const timer = setTimeout(() => setAsked(false), BACK_MS);
    return () => clearTimeout(timer);
  }, [asked]);
  const back = () => {
    uncover();
    focusSoon("cover");
  };
  return html`<div class="cover">
    <h1><button type="button" class="cover-time" ref=${time} onClick=${() => setAsked(true)}>${says}</button></h1>
    <p class="cover-back">${asked && html`<button type="button" class="button" data-fk="uncover" onClick=${back}>${_("Go back")}</button>`}</p>
  </div>`;
}
