/** The waiting room: what to expect, in words for everyone, until the chair lets this device in. */
import { useEffect, useState } from "../../vendor/preact-hooks.js";
import { _ } from "../kit/gettext.js";
import { h, html } from "../kit/html.js";
import { TakeOverFromDoor } from "../people/chair_gone.js";
import { CoverButton } from "../people/cover.js";
import { phase, seenBy, status, waitingAs } from "../store/store.js";
import { SlotWaiting } from "../supervision/slot_banner.js";
import { Prepare } from "./prepare.js";

const SIZES = [_("Normal text"), _("Larger text"), _("Largest text")];

/** @param {number} size 0, 1 or 2: the classes that the board's own setting uses */
function setSize(size) {
  SIZES.forEach((_size, at) => document.documentElement.classList.toggle("text-" + at, at === size));
}

/** Whether anybody sees that I wait: only while this page is connected, and somebody of the chair's desk is. */
function told() {
  const { name, sees } = seenBy.value;
  const chair = name || _("the chair");
  if (status.value !== "connected") return _("No connection. We are telling %(name)s that you are here as soon as there is one.", { name: chair });
  if (!sees) return _("We are telling %(name)s that you are here as soon as they open the board.", { name: chair });
  return _("%(name)s can see you.", { name: chair });
}

export function Lobby() {
  const me = waitingAs.value;
  const [size, setChosen] = useState(() =>
    Math.max(
      0,
      SIZES.findIndex((_size, at) => document.documentElement.classList.contains("text-" + at)),
    ),
  );
  useEffect(() => {
    const heading = document.getElementById("lobby-heading");
    if (heading) heading.focus();
  }, []);
  const pick = (/** @type {number} */ at) => () => {
    setSize(at);
    setChosen(at);
  };
  return html`<div class="join-page">
    <h1 id="lobby-heading" tabindex="-1">${_("You are in the waiting room")}</h1>
    ${me && html`<p class="you-are">${me.name}, ${me.role_label}</p>`}
    ${h(SlotWaiting, {})}
    <p role="status"><b>${told()}</b></p>
    <p>${_("Keep this page open: the board comes by itself when you are let in.")}</p>
    <p>${h(CoverButton, {})}</p>
    ${me && me.word && html`<p class="door-word">${_("The word of this screen:")} <b>${me.word}</b> <span class="hint">${_("You may be asked for it.")}</span></p>`}
    ${phase.value === "preparing" && h(Prepare, {})}
    ${me && me.stands_in && h(TakeOverFromDoor, {})}
    <div class="sheet">
      <h2>${_("Before we start")}</h2>
      <ul class="dotted">
        <li>${_("Everyone in the meeting sees what you add to the board, with your name.")}</li>
        <li>${_("You can change or take back what you said.")}</li>
        <li>${_("Would you like somebody to type for you? Tell the chair when you are in.")}</li>
        <li>${_("No sound or video is kept. What is written here is kept. You can ask to see it.")}</li>
      </ul>
    </div>
    <div class="sizes" role="group" aria-label=${_("Size of the text")}>
      ${SIZES.map(
        (label, at) => html`<button type="button" key=${label} class=${"button size-" + at} aria-label=${label}
          aria-pressed=${String(at === size)} onClick=${pick(at)}>A</button>`,
      )}
    </div>
  </div>`;
}
