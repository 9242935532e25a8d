/** Says of a day somebody chose that it is no working day. It never refuses one: families do things at weekends. */
import { useEffect, useRef } from "../../vendor/preact-hooks.js";
import { _ } from "../kit/gettext.js";
import { html } from "../kit/html.js";
import * as store from "../store/store.js";
import { say } from "../kit/say.js";

/** While somebody goes through the days with the arrow keys, only the one they stay at is said. */
const SETTLED_MS = 700;
/** A year that is being typed goes through 2, 20 and 202. */
const WHOLE_YEAR = /^[12]\d{3}-\d\d-\d\d$/;

/** Why this is no working day, or an empty text. @param {string} date as 2026-03-21 */
export function notWorking(date) {
  if (!WHOLE_YEAR.test(date)) return "";
  const [year, month, dayOf] = date.split("-").map(Number);
  const weekday = new Date(Date.UTC(year, month - 1, dayOf)).getUTCDay();
  if (weekday === 6) return _("This is a Saturday.");
  if (weekday === 0) return _("This is a Sunday.");
  const kept = store.get("bank_holidays", "bank_holidays");
  const found = kept && kept.days.find((one) => one.day === date);
  return found ? _("This is a bank holiday: %(name)s.", { name: found.name }) : "";
}

/**
 * The note beside a field for a day, which names it in `aria-describedby`. Its place is kept while it is empty, so that
 * nothing below moves under a finger.
 * @param {{id: string, date: string}} props
 */
export function DayNote({ id, date }) {
  const text = notWorking(date);
  const opened = useRef(true);
  useEffect(() => {
    // What stood there when the form opened is read with the field.
    const news = !opened.current && Boolean(text);
    opened.current = false;
    const later = news ? setTimeout(() => say(text), SETTLED_MS) : 0;
    return () => clearTimeout(later);
  }, [date]);
  return html`<p id=${id} class="hint day-note">${text}</p>`;
}
