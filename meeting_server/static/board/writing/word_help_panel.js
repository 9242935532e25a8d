/**
 * At most two quiet lines by a box, for whoever types in it. They come when the hands rest, move nothing that is under a
 * finger, take no focus, hold nothing back, and go with "Not now".
 */
import { useEffect, useRef, useState } from "../../vendor/preact-hooks.js";
import { _, ngettext } from "../kit/gettext.js";
import { h, html } from "../kit/html.js";
import { icon } from "../kit/icon.js";
import { focusSoon, keepStill } from "../kit/keep_focus.js";
import { hintsFor } from "../kit/loaded_words.js";
import { wide } from "../reading/view.js";
import { say } from "../kit/say.js";
import { changing, composing, helpOn, helps, mayHaveHelp, pageHelp } from "./word_help.js";
import { listed, quoted } from "../store/words.js";
import { Called } from "../kit/called.js";

/** @typedef {import('../kit/loaded_words.js').Hint} Hint */
/** @typedef {import('./word_help.js').Box} Box */

const REST_MS = 600;

/** What a hint is about, and what it says. @param {Hint} hint @returns {[string, string]} */
function wordsOf(hint) {
  if (hint.kind === "words") {
    const perhaps = hint.instead && _("Perhaps: %(words)s", { words: quoted(hint.instead) });
    return [quoted(hint.words), [hint.helps, perhaps, hint.reminder].filter(Boolean).join(" ")];
  }
  const about = quoted(hint.begins + "\u2026");
  if (hint.kind === "long") {
    return [about, ngettext("This sentence has %(n)s word. Would two be easier?", "This sentence has %(n)s words. Would two be easier?", hint.words)];
  }
  return [about, _("This sentence is hard to follow. Are there shorter words for %(words)s?", { words: listed(hint.hard.slice(0, 3).map(quoted)) })];
}

/** For the box for new points. */
export function ComposerHelp() {
  return h(WordHelp, { box: composing() });
}

/** For the panel that changes something. */
export function ChangeHelp() {
  const box = changing.value;
  return box && h(WordHelp, { key: box.id, box });
}

/** Each person's own switch, for those who have help. */
export function HelpSwitch() {
  if (!mayHaveHelp()) return null;
  return html`<label class="choice">
    <input type="checkbox" checked=${helpOn.value} onChange=${() => (helpOn.value = !helpOn.value)} />
    <span>${_("Help with words")} <span class="hint">${_("while you type; only you see it")}</span></span>
  </label>`;
}

/**
 * @param {{box: Box, most?: number, reserved?: boolean}} props `most` lines at once, fewer on a phone; `reserved`: its
 *   place is kept while there is nothing to say
 */
export function WordHelp({ box, most = 2, reserved }) {
  const { hints, putOff } = useHints(box, Boolean(reserved));
  const shown = hints.slice(0, wide.value ? most : 1);
  useSaid(shown, !box.text.trim());
  if (!shown.length) return reserved && helps(box) ? html`<div class="word-help"></div>` : null;
  return html`<div class="word-help" role="group" aria-label=${_("Help with words")}>
    ${shown.map((hint) => {
      const [about, words] = wordsOf(hint);
      return html`<div class="word-hint" key=${hint.id}>
        ${icon("message-circle")}
        <p><b>${about}</b> ${words}</p>
        <button type="button" class="button quiet small" data-fk=${"not-now:" + hint.id} onClick=${() => putOff(hint.id)}>
          ${_("Not now")}${h(Called, { of: about })}
        </button>
      </div>`;
    })}
  </div>`;
}

/** Whether hands are by the box. Who has gone to the board must not find it grown over what they press. */
function handsByBox() {
  return Boolean(document.activeElement && document.activeElement.closest(".dock, .entry, .summary-box"));
}

/** What there is to say about the box, once its writer rests. @param {Box} box @param {boolean} reserved */
function useHints(box, reserved) {
  const [found, setFound] = useState(/** @type {Hint[]} */ ([]));
  const [off, setOff] = useState(/** @type {string[]} */ ([]));
  const help = helps(box) ? pageHelp() : null;
  const empty = !box.text.trim();
  useEffect(() => {
    if (empty) {
      setOff([]);
      setFound([]);
    }
    if (empty || !help) return undefined;
    const look = () => {
      const now = hintsFor(box.text, help);
      const comes = reserved || handsByBox();
      setFound((before) => (comes ? now : now.filter((one) => before.some((shown) => shown.id === one.id))));
    };
    const timer = setTimeout(() => keepStill(box.back, look), REST_MS);
    return () => clearTimeout(timer);
  }, [box.text, help]);
  const putOff = (/** @type {string} */ id) => {
    keepStill(box.back, () => setOff(off.concat([id])));
    focusSoon(box.back);
  };
  return { hints: empty || !help ? [] : found.filter((one) => off.indexOf(one.id) < 0), putOff };
}

/** Says each line once for each text, however often it goes and comes back. @param {Hint[]} shown @param {boolean} empty */
function useSaid(shown, empty) {
  const said = useRef(/** @type {string[]} */ ([]));
  useEffect(() => {
    if (empty) said.current = [];
    const fresh = shown.filter((one) => said.current.indexOf(one.id) < 0);
    said.current = said.current.concat(fresh.map((one) => one.id));
    if (fresh.length) say(_("Help with words: %(words)s", { words: fresh.map((one) => wordsOf(one).join(" ")).join(" ") }));
  }, [empty, shown.map((one) => one.id).join(" ")]);
}
