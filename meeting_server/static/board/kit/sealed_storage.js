/**
 * What was written and not yet acknowledged, kept through a reload of this tab: encrypted under a key that the server
 * gives the page of a live seat and nobody else, so that whoever opens the browser's profile later reads nothing.
 * Off https, where browsers have no encryption, nothing is kept. Gone when acknowledged, and on leaving.
 */

import { signal } from "../../vendor/signals.js";

const NAME = "unsent:";
const WAIT_MS = 300;

/** @type {CryptoKey | null} */
let key = null;
let slot = "";
/** What is to be written next, and whether a write is on its way. */
let next = /** @type {string | null} */ (null);
let busy = false;
let timer = 0;

/** Whether what is written outlasts a reload: not off https, and not where storage is full or closed to us. */
export const keeps = signal(false);

/** @param {string} text @returns {Uint8Array<ArrayBuffer>} */
function bytesOf(text) {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}

/** @param {Uint8Array} bytes */
function textOf(bytes) {
  let text = "";
  bytes.forEach((byte) => (text += String.fromCharCode(byte)));
  return btoa(text);
}

/**
 * Takes the key of a seat, and gives back what was kept for it, or null.
 * @param {string} seat @param {string} secret in base64, or nothing where the server gives none
 * @returns {Promise<any>}
 */
export async function begin(seat, secret) {
  if (!secret || !window.crypto || !crypto.subtle) return null;
  slot = NAME + seat;
  try {
    key = await crypto.subtle.importKey("raw", bytesOf(secret), "AES-GCM", false, ["encrypt", "decrypt"]);
    sessionStorage.setItem(slot + ":open", "");
    sessionStorage.removeItem(slot + ":open");
    keeps.value = true;
    const found = sessionStorage.getItem(slot);
    if (!found) return null;
    const sealed = bytesOf(found);
    const opened = await crypto.subtle.decrypt({ name: "AES-GCM", iv: sealed.slice(0, 12) }, key, sealed.slice(12));
    return JSON.parse(new TextDecoder().decode(opened));
  } catch (unreadable) {
    // Another key, or storage closed to us: what lies there is of no use to anybody.
    forget();
    return null;
  }
}

function forget() {
  try {
    sessionStorage.removeItem(slot);
  } catch (closed) {
    // Then nothing was kept.
  }
}

/** Keeps this in place of what was kept; null: nothing. @param {any} what @param {boolean} atOnce */
export function keep(what, atOnce) {
  if (!key) return;
  next = what === null ? "" : JSON.stringify(what);
  window.clearTimeout(timer);
  if (atOnce || next === "" || document.visibilityState === "hidden") write();
  else timer = window.setTimeout(write, WAIT_MS);
}

async function write() {
  if (busy || next === null || !key) return;
  busy = true;
  const text = next;
  next = null;
  try {
    if (text === "") forget();
    else {
      const iv = crypto.getRandomValues(new Uint8Array(12));
      const sealed = new Uint8Array(await crypto.subtle.encrypt({ name: "AES-GCM", iv }, key, new TextEncoder().encode(text)));
      const whole = new Uint8Array(12 + sealed.length);
      whole.set(iv);
      whole.set(sealed, 12);
      // Left, or taken by newer words, while it was being encrypted.
      if (key && next === null) sessionStorage.setItem(slot, textOf(whole));
      keeps.value = true;
    }
  } catch (closed) {
    // Storage is full or closed to us: the words stay in memory, as they do off https.
    keeps.value = false;
  }
  busy = false;
  if (next !== null) write();
}

// A phone ends pages that are out of sight, without a word.
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState !== "hidden") return;
  window.clearTimeout(timer);
  write();
});

/** Forgets the key and what was kept: this page has been left. */
export function stop() {
  key = null;
  next = null;
  window.clearTimeout(timer);
  if (slot) forget();
}
