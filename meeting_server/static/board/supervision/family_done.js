/** After a family's time in a sitting: the list of the day, and the way to the next family once it is open. */
import { useEffect, useRef, useState } from "../../vendor/preact-hooks.js";
import { _ } from "../kit/gettext.js";
import { html } from "../kit/html.js";
import { icon } from "../kit/icon.js";
import { SETTLES_MS } from "../kit/settles.js";
import { after, goIn, next, nextWords } from "./next_family.js";

/** For whoever is signed in: others have no list. */
export function DayLink() {
  return next.value && html`<a class="button" href=${after()}>${icon("clock")} ${_("The list of the day")}</a>`;
}

export function NextFamily() {
  const found = next.value;
  const since = useRef(Date.now());
  const [going, setGoing] = useState(false);
  const open = Boolean(found && found.state === "open");
  useEffect(() => {
    since.current = Date.now();
  }, [open]);
  if (!found || !open) return null;
  const press = () => {
    if (going || Date.now() - since.current < SETTLES_MS) return;
    setGoing(true);
    goIn(found);
  };
  return html`<div class="asked" role="group" aria-label=${_("For me")} data-asks="next">
    <p><b>${nextWords(found)}</b> ${_("You are asked to come.")}</p>
    <div class="buttons"><button type="button" class="button" data-fk="for-me:go-in" aria-disabled=${going ? "true" : null} onClick=${press}>${icon("chevron-right")} ${_("Go in")}<span class="away"> ${_("to family %(number)s", { number: found.number })}</span></button></div>
  </div>`;
}
