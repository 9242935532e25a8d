/** The time in London, where the record's is, whatever zone the device is in. Nothing else turns a stamp into a day or an hour. */

const MINUTE_MS = 60 * 1000;
const LONDON = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/London", hour12: false, year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit",
});

/** @param {number} stamp @returns {{date: string, hours: number, minutes: number}} `date` as "2026-04-23" */
export function inLondon(stamp) {
  /** @type {Record<string, string>} */
  const found = {};
  LONDON.formatToParts(new Date(stamp)).forEach((one) => (found[one.type] = one.value));
  const { year, month, day, hour, minute } = found;
  // Some browsers call midnight 24.
  return { date: [year, month, day].join("-"), hours: Number(hour) % 24, minutes: Number(minute) };
}

/** How far London is ahead of universal time at a moment. @param {number} stamp */
function ahead(stamp) {
  const { date, hours, minutes } = inLondon(stamp);
  const [year, month, day] = date.split("-").map(Number);
  return Date.UTC(year, month - 1, day, hours, minutes) - Math.floor(stamp / MINUTE_MS) * MINUTE_MS;
}

/** The moment of this time of day in London, on the day it is there at `near`. @param {number} hours @param {number} minutes @param {number} near */
export function stampInLondon(hours, minutes, near) {
  const [year, month, day] = inLondon(near).date.split("-").map(Number);
  const plain = Date.UTC(year, month - 1, day, hours, minutes);
  return plain - ahead(plain - ahead(plain));
}
