/** The dates that follow the meeting, counted by the server: what, by when at the latest, the rule, and whose it is. */
import { _, ngettext } from "../../board/kit/gettext.js";
import { h, html } from "../../board/kit/html.js";
import * as store from "../../board/store/store.js";
import { day } from "../../board/store/words.js";

/** @typedef {import('../../board/wire.js').DueDate} DueDate */

/** A day, with its year where that is not the year of the meeting. @param {string} date @param {string} met */
function dayFrom(date, met) {
  const year = date.slice(0, 4);
  return year === met.slice(0, 4) ? day(date) : day(date) + " " + year;
}

/** @param {DueDate} one */
function rule({ amount, unit }) {
  if (unit === "working_days") return ngettext("Within %(n)s working day of this meeting.", "Within %(n)s working days of this meeting.", amount);
  if (unit === "days") return ngettext("Within %(n)s day of this meeting.", "Within %(n)s days of this meeting.", amount);
  if (unit === "weeks") return ngettext("Within %(n)s week of this meeting.", "Within %(n)s weeks of this meeting.", amount);
  return ngettext("Within %(n)s month of this meeting.", "Within %(n)s months of this meeting.", amount);
}

/** Why the date is no working day, and the last one before it; empty for a working day. @param {DueDate} one @param {string} met */
function warning({ falls_on, name, working_day }, met) {
  const before = { day: dayFrom(working_day, met), name };
  if (falls_on === "saturday") return _("That is a Saturday. The last working day before it is %(day)s.", before);
  if (falls_on === "sunday") return _("That is a Sunday. The last working day before it is %(day)s.", before);
  if (falls_on === "bank_holiday") return _("That is a bank holiday: %(name)s. The last working day before it is %(day)s.", before);
  return "";
}

/** What the section and the page that is read aloud are called. */
export function datesTitle() {
  return _("Dates that follow");
}

/** The first of them, for the head of the section; empty where none follow. */
export function datesNote() {
  const [first] = store.dates.value;
  return first ? _("The first by %(day)s", { day: day(first.by) }) : "";
}

export function DatesThatFollow() {
  const facts = store.meeting();
  if (!facts) return null;
  return html`<p class="hint">${_("Counted from the day of this meeting, %(day)s. The rules are local ones.", { day: day(facts.date) })}</p>
    <ul class="desk-list">
      ${store.dates.value.map((one) => {
        const warned = warning(one, facts.date);
        return html`<li key=${one.label}>
          <p><b>${_("%(what)s: by %(day)s", { what: one.label, day: dayFrom(one.by, facts.date) })}</b></p>
          ${warned && html`<p>${warned}</p>`}
          <p class="hint">${rule(one)} ${one.source}.</p>
        </li>`;
      })}
    </ul>`;
}

/** The same at the end of what is read aloud. */
export function DatesAloud() {
  return datesNote() ? html`<h3>${datesTitle()}</h3>${h(DatesThatFollow, {})}` : null;
}
