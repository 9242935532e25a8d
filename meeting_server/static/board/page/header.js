/** The one line at the top: on a laptop which meeting, the step, the children, who is here; on a phone the place that is looked at. */
import { useState } from "../../vendor/preact-hooks.js";
import { _ } from "../kit/gettext.js";
import { h, html } from "../kit/html.js";
import { icon } from "../kit/icon.js";
import * as store from "../store/store.js";
import { fill } from "../store/words.js";
import { CoverButton } from "../people/cover.js";
import { greets } from "../reading/places.js";
import { here, wide } from "../reading/view.js";
import { ChildrenBar } from "./children_bar.js";
import { FlowLine } from "./flow_line.js";
import { folded } from "../kit/room.js";
import { FoldedPlaces, Pager } from "./place_tabs.js";
import { People } from "../people/people_list.js";
import { Settings } from "./settings.js";

/** "You are here as Marla, Mum", or "... as Kit, Lead social worker". */
function meHere() {
  const me = store.you.value;
  if (!me) return "";
  const person = store.get("people", me.person);
  const part = (person && person.relationship) || me.role_label;
  return _("You are here as %(name)s, %(part)s", { name: store.personName(me.person), part });
}

export function Header() {
  const [open, setOpen] = useState("");
  const facts = store.meeting();
  const template = store.template.value;
  const count = store.countHere();
  // Where the page itself says hello, that is its heading.
  const titled = greets(here.value);
  const toggle = (/** @type {string} */ what) => () => setOpen(open === what ? "" : what);
  const occasion = (facts && facts.occasion) || (template && fill(template.heading));
  const who = html`<button type="button" class="button quiet" data-fk="people" aria-expanded=${String(open === "people")} onClick=${toggle("people")}>
        ${icon("users")} ${count} <span class="away">${_("people here. Show who")}</span>
      </button>`;
  const more = html`<button type="button" class="button quiet" data-fk="more" aria-expanded=${String(open === "settings")} onClick=${toggle("settings")}>
        ${icon("ellipsis")} <span class="away">${_("More: this screen, and leaving")}</span>
      </button>`;
  const panels = html`${open === "people" && html`<div class="panel" tabindex="0" role="region" aria-label=${_("Who is here")}><h2>${_("Who is here")}</h2>${!wide.value && who}<p class="me-here">${meHere()}</p>${h(People, {})}</div>`}
    ${open === "settings" && html`<div class="panel"><h2>${_("This screen")}</h2>${!wide.value && html`<p class="me-here"><b>${occasion}</b></p>`}<p class="me-here">${meHere()}</p>${!wide.value && who}${h(Settings, {})}</div>`}`;
  if (!wide.value) return html`<header class="top"><div class="top-line">${h(Pager, { children: h(FlowLine, {}) })} ${more}</div>${panels}</header>`;
  return html`<header class="top">
    <div class="top-line">
      <div class="top-words">${h(titled ? "div" : "h1", { class: "top-title", id: "meeting-heading", tabindex: "-1", children: occasion })} ${folded.value && h(FoldedPlaces, {})} ${h(FlowLine, {})}</div>
      ${h(ChildrenBar, {})} ${h(CoverButton, {})} ${who} ${more}
    </div>
    ${panels}
  </header>`;
}
