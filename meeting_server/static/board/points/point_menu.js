/** What can be done with a point: a disclosure button and a plain list of buttons. */
import { useState } from "../../vendor/preact-hooks.js";
import { act } from "../forms/act.js";
import { mayAnswer } from "./answer_link.js";
import { saidYes } from "./consent.js";
import { mayPutAside } from "../asides/asides.js";
import { _ } from "../kit/gettext.js";
import { html } from "../kit/html.js";
import { icon } from "../kit/icon.js";
import { focusSoon } from "../kit/keep_focus.js";
import { columnOf } from "../reading/layout.js";
import { mayReword, maySpeakFor, offered } from "../reading/speaking_for.js";
import * as store from "../store/store.js";
import { canTidy, editing, notice } from "../reading/view.js";
import { short } from "../store/words.js";

/** @typedef {import('../store/store.js').Item} Item */
/** @typedef {{key: string, label: string, icon: string, run: () => void}} Choice */

/** @param {Item} item @returns {Choice[]} */
function choices(item) {
  const me = store.you.value;
  if (!me || !canTidy()) return [];
  const edit = (/** @type {import('../reading/view.js').EditKind} */ kind) => () => {
    notice.value = "";
    editing.value = { kind, item: item.id };
  };
  /** @type {Choice[]} */
  const found = [];
  if (item.speaker !== me.person && !item.held) {
    const agrees = saidYes(item.agreed_by, me.person);
    found.push({
      key: "agree", label: agrees ? _("I no longer agree") : _("I agree"), icon: "check",
      run: () => act("agree_item", { item: item.id, agrees: !agrees }, agrees ? _("You no longer agree.") : _("You agree.")),
    });
  }
  if (!item.held && !store.iAmAChild() && (item.speaker !== me.person || offered("view").length > 0)) found.push({ key: "differ", label: _("I see it differently"), icon: "message-circle", run: edit("differ") });
  if (!item.exact && !item.came && mayReword(item, "change")) found.push({ key: "change", label: _("Change"), icon: "pencil", run: edit("change") });
  if (store.canChange(item)) {
    const column = columnOf(item.column);
    found.push({ key: "move", label: _("Move to…"), icon: "move-right", run: edit("move") });
    if (column && column.actions && !item.held) {
      found.push({ key: "action", label: item.action ? _("Who does it, and by when") : _("Make it an action: who does it?"), icon: "footprints", run: edit("action") });
    }
    if (mayAnswer(item) && !item.held) found.push({ key: "answer", label: _("This answers…"), icon: "message-circle", run: edit("answer") });
  }
  if (mayReword(item, "take_back")) found.push({ key: "take_back", label: _("Take it back"), icon: "undo-2", run: edit("take_back") });
  if (mayPutAside() && item.speaker !== me.person) found.push({ key: "put_aside", label: _("Put aside"), icon: "eye-off", run: edit("put_aside") });
  return found.concat(acceptances(item, me.person));
}

/** A yes said aloud by an owner without a device, typed by those who type for others. @param {Item} item @param {string} me */
function acceptances(item, me) {
  if (!item.action) return [];
  const { owners, accepted } = item.action;
  return owners
    .filter((one) => one !== me && !saidYes(accepted, one) && maySpeakFor(one, "position"))
    .map((one) => ({
      key: "yes-" + one, label: _("%(name)s says yes", { name: store.personName(one) }), icon: "check",
      run: () => act("accept_action", { item: item.id, person: one }, _("%(name)s said yes.", { name: store.personName(one) })),
    }));
}

/** @param {{item: Item}} props */
export function PointMenu({ item }) {
  const [open, setOpen] = useState(false);
  const all = choices(item);
  const button = "menu:" + item.id;
  if (!all.length) return null;
  const close = () => {
    setOpen(false);
    focusSoon(button);
  };
  const onKey = (/** @type {KeyboardEvent} */ event) => {
    if (event.key === "Escape" && open) {
      event.stopPropagation();
      close();
    }
  };
  return html`<div class="menu" onKeyDown=${onKey}>
    <button type="button" class="menu-button" data-fk=${button} aria-expanded=${String(open)}
      aria-label=${_("Options for: %(text)s", { text: short(item.text) })} onClick=${() => setOpen(!open)}>${icon(open ? "x" : "ellipsis")}</button>
    ${open && html`<ul class="choices">
      ${all.map((one) => html`<li key=${one.key}>
        <button type="button" data-fk=${one.key + ":" + item.id} onClick=${() => {
          close();
          one.run();
        }}>${icon(one.icon)} ${one.label}</button>
      </li>`)}
    </ul>`}
  </div>`;
}
