/**
 * The draft record while the meeting goes on: the page follows it. It hears of every change over the board's own line, asks
 * for itself anew when it is behind, and closes like the board when its reader is not in the meeting any more.
 */
import "../board/line/first_request.js";
import { effect } from "../vendor/signals.js";
import { mendStyles } from "../board/kit/alive.js";
import { guard, leave } from "../board/line/page_leaving.js";
import { connect } from "../board/line/connection.js";
import * as store from "../board/store/store.js";
import { renew } from "./renew.js";

const LOOK_MS = 1000;
/** A record is made by a process of its own each time: a busy minute is six of them, not sixty. */
const BETWEEN_MS = 10000;

let asking = false;
let askedAt = 0;

/** How far each audience of this record had come when it was made. @returns {Record<string, number>} */
function madeAt() {
  return JSON.parse(document.body.getAttribute("data-as-of") || "{}");
}

function behind() {
  const made = madeAt();
  return Object.keys(made).some((audience) => store.lastOf(audience) > made[audience]);
}

/** @param {XMLHttpRequest} answer */
function came(answer) {
  asking = false;
  if (answer.status === 404) leave("closed");
  // A document that was parsed for us: nothing in it runs, and no text of it ever becomes markup here.
  if (answer.status === 200 && answer.response) renew(document.body, answer.response.body);
  tellHowTheLineIs();
}

function ask() {
  const question = new XMLHttpRequest();
  asking = true;
  askedAt = Date.now();
  question.open("GET", window.location.href);
  question.responseType = "document";
  question.onload = () => came(question);
  question.onerror = question.onabort = () => (asking = false);
  question.send();
}

function look() {
  if (!asking && !document.hidden && behind() && Date.now() - askedAt > BETWEEN_MS) ask();
}

function tellHowTheLineIs() {
  const gone = store.status.value !== "connected";
  document.querySelectorAll("[data-line]").forEach((one) => {
    /** @type {HTMLElement} */ (one).hidden = (one.getAttribute("data-line") === "gone") !== gone;
  });
}

mendStyles();
guard();
effect(tellHowTheLineIs);
connect();
setInterval(look, LOOK_MS);
