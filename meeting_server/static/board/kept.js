/** What is being written in a form, kept by name while the page lives: looking at another child must lose no word. */
import { signal } from "../vendor/signals.js";

const texts = signal(/** @type {Record<string, any>} */ ({}));

/**
 * Like useState, for a form that may be taken away and come back.
 * @template T
 * @param {string} name
 * @param {T} initial
 * @returns {[T, (now: T) => void]}
 */
export function useKept(name, initial) {
  const found = texts.value[name];
  const set = (/** @type {T} */ now) => {
    texts.value = { ...texts.peek(), [name]: now };
  };
  return [found === undefined ? initial : found, set];
}

/** Forgets everything whose name begins so: once it was sent, or thrown away. @param {string} begins */
export function forget(begins) {
  const now = { ...texts.peek() };
  Object.keys(now)
    .filter((name) => name.indexOf(begins) === 0)
    .forEach((name) => delete now[name]);
  texts.value = now;
}
