/** The top line: which meeting, who I am here, who else is, and what each person may set for this screen. */
import { useState } from "../../vendor/preact-hooks.js";
import { _ } from "../kit/gettext.js";
import { h, html } from "../kit/html.js";
import { icon } from "../kit/icon.js";
import * as store from "../store/store.js";
import { fill } from "../store/words.js";
import { CoverButton } from "../people/cover.js";
import { FlowLine } from "./flow_line.js";
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
  const toggle = (/** @type {string} */ what) => () => setOpen(open === what ? "" : what);
  return html`<header class="top">
    <div class="top-line">
      <div class="top-words">
        <h1 id="meeting-heading" tabindex="-1">${(facts && facts.occasion) || (template && fill(template.heading))}</h1>
        <p>${meHere()}</p>
      </div>
      ${h(CoverButton, {})}
      <button type="button" class="button" aria-expanded=${String(open === "people")} onClick=${toggle("people")}>
        ${icon("users")} ${count} <span class="away">${_("people here. Show who")}</span>
      </button>
      <button type="button" class="button" aria-expanded=${String(open === "settings")} onClick=${toggle("settings")}>
        ${icon("ellipsis")} <span class="away">${_("More: this screen, and leaving")}</span>
      </button>
    </div>
    ${h(FlowLine, {})}
    ${open === "people" && html`<div class="panel"><h2>${_("Who is here")}</h2>${h(People, {})}</div>`}
    ${open === "settings" && html`<div class="panel"><h2>${_("This screen")}</h2>${h(Settings, {})}</div>`}
  </header>`;
}
