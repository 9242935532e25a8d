/**
 * The line to the server: one command in flight, repeated under the same id until it is answered, the others behind it
 * in order. Whatever goes wrong, recovery is connecting again and the snapshot that connecting sends.
 */
import { _ } from "../kit/gettext.js";
import { coveredWords } from "../store/covered.js";
import { allWords } from "../store/kept_text.js";
import * as store from "../store/store.js";
import { drafts, dropShown, queue } from "../store/outbox.js";
import { keeps, stop } from "../kit/sealed_storage.js";
import { moveToHomeServer, lineOpened } from "./reroute.js";
import { listenForRings } from "./ring.js";
import * as first from "./first_request.js";
import { leave } from "./page_leaving.js";
import { tidiedAll, wrongText } from "../kit/plain_text.js";
import { uuid } from "../kit/uuid.js";
import { endSilentLine, heardAt, isOpen, isYoung, checkTransport } from "./transport.js";

/** @typedef {import('../wire.js').Commands} Commands */
/** @typedef {import('../wire.js').Answer} Answer */

const ANSWER_MS = 2000;
const SILENCE_MS = 12000;
/** On a websocket that has just begun, where an answer is missing besides. */
const YOUNG_SILENCE_MS = 5000;
/** While a new release is rolled out the page may come from one server and its line from another: it does not flicker. */
const RELOAD_MS = 10000;
const LARGEST_BYTES = 32 * 1024;

/** @type {import('../../vendor/socket.io.js').Socket | null} */
let socket = null;
/** The line of a page that is closed while I am at another family. @type {import('../../vendor/socket.io.js').Socket | null} */
let held = null;
let pageRelease = "";
let room = "";
/** When the connection began to fail, or 0 while it is well. */
let failingSince = 0;
let tries = 0;
/** The command on its way, and when it went up. */
let inFlight = "";
let sentAt = 0;
let next = 0;
let askedAt = 0;
/** Whether the server is being asked if this page still has a seat. */
let looking = false;
/** Whether the server has moved on to another release than this page's. */
let stale = false;

/** Connects this page, and keeps it connected. */
export function connect() {
  if (!first.page || !first.socket) return;
  pageRelease = first.page.release;
  room = first.page.room;
  failingSince = Date.now();
  socket = first.socket;
  listen(socket);
  socket.connect();
  store.whenMissed(resync);
  window.addEventListener("offline", () => markFailing(Date.now() - ANSWER_MS));
  window.addEventListener("online", () => (socket && !socket.connected ? socket.connect() : resync()));
  setInterval(watch, 500);
}

/** @param {import('../../vendor/socket.io.js').Socket} line */
function listen(line) {
  line.on("connect", () => {
    inFlight = "";
    lineOpened(room);
  });
  line.on("connect_error", (error) => {
    markFailing(Date.now());
    if (/** @type {any} */ (error).description === 401) lookWhetherSeated();
    if (!line.active) setTimeout(() => line.connect(), backoff());
  });
  line.on("disconnect", (reason) => {
    inFlight = "";
    markFailing(Date.now());
    if (reason === "io server disconnect") setTimeout(() => line.connect(), backoff());
  });
  line.on("snapshot", snapshotCame);
  listenForRings(line);
  line.on("patch", store.apply);
  line.on("presence", (/** @type {import('../wire.js').Presence} */ said) => {
    store.presence.value = said;
    if (said.gaps) store.gaps.value = said.gaps;
    if (said.door) store.door.value = said.door;
  });
  line.on("door", (/** @type {import('../wire.js').SeenBy} */ said) => (store.seenBy.value = said));
  line.on("goodbye", (/** @type {import('../wire.js').Goodbye} */ said) => goodbye(line, said.reason));
}

/**
 * The server knows no seat of this page: its session ran out or was ended elsewhere while the network was gone, so that no
 * goodbye reached us. The page closes, unless words would be lost with it.
 */
async function lookWhetherSeated() {
  if (looking || writing()) return;
  looking = true;
  const answer = await fetch(window.location.pathname, { method: "HEAD", credentials: "same-origin" }).catch(() => null);
  looking = false;
  if (answer && answer.status === 404) leave("closed");
}

/** @param {import('../wire.js').Snapshot} snapshot */
function snapshotCame(snapshot) {
  askedAt = 0;
  stale = snapshot.release !== pageRelease;
  store.replaceAll(snapshot);
  dropShown();
  next = 0;
  markHealthy();
  sendNext();
}

/** @param {import('../../vendor/socket.io.js').Socket} line @param {string} reason */
function goodbye(line, reason) {
  line.disconnect();
  if (reason === "restarting") {
    markFailing(Date.now());
    // A server takes a second or two to start. All are back within five, and not all at once.
    setTimeout(() => line.connect(), 1000 + Math.random() * 3500);
    return;
  }
  socket = null;
  inFlight = "";
  if (reason === "next_family" && (store.away.value > 0 || writing())) {
    // Nothing of the board stays, and no word that was not sent is lost: it waits in memory, out of sight.
    held = line;
    store.clear();
    store.away.value += 1;
    return;
  }
  const words = unsentWords();
  queue.clear();
  if (!words.length || (reason !== "ended" && reason !== "no_device")) {
    leave(reason);
    return;
  }
  // Words of mine that reached nobody: they are shown to me once more, and kept nowhere. Whoever was removed, signed out or
  // left on another device is shown nothing: somebody else may hold this one.
  store.clear();
  stop();
  drafts.value = [];
  store.leftOver.value = { reason, words };
}

/** What I wrote and nobody has: in the queue, refused, or still in a box. @returns {string[]} */
function unsentWords() {
  const sent = queue.all().map((one) => one.data.text);
  const boxes = Array.from(document.querySelectorAll("#app textarea")).map((box) => /** @type {HTMLTextAreaElement} */ (box).value);
  const words = drafts.peek().map((one) => one.data.text).concat(sent, boxes, coveredWords(), allWords());
  return words.filter((one, at) => typeof one === "string" && one.trim() !== "" && words.indexOf(one) === at);
}

/** Asks to come back to a family whose page was closed meanwhile. Answered by a snapshot, or by the same goodbye. */
export function comeBack() {
  if (!held) return;
  socket = held;
  held.connect();
}

/** Asks for everything anew. Asked too fast it is not answered, so `watch` asks again. */
function resync() {
  askedAt = Date.now();
  if (socket && socket.connected) socket.emit("resync", {});
}

/** Milliseconds until the next try: twice as long each time, 0.5 to 10 s, with up to half of it left to chance. */
function backoff() {
  const longest = Math.min(10000, 500 * Math.pow(2, tries));
  tries += 1;
  return longest * (0.5 + Math.random() / 2);
}

/** @param {number} since */
function markFailing(since) {
  failingSince = failingSince || since;
  judge();
}

function markHealthy() {
  failingSince = 0;
  tries = 0;
  judge();
}

function judge() {
  const failing = failingSince ? Date.now() - failingSince : 0;
  store.status.value = failing > 5000 ? "offline" : failing >= 2000 ? "reconnecting" : "connected";
}

/** Whether words would be lost with the page: on their way, refused, in a box, or in a form that is closed for now. */
export function writing() {
  return typing() || allWords().length > 0;
}

/** Whether hands are in a box, or something is on its way or refused. */
function typing() {
  const boxes = document.querySelectorAll("#app textarea:not([data-kept]), #app input:not([type=radio]):not([type=checkbox])");
  const filled = Array.from(boxes).some((box) => /** @type {HTMLInputElement} */ (box).value !== "");
  return Boolean(queue.peek()) || drafts.peek().length > 0 || filled || coveredWords().some(Boolean);
}

/** Twice a second: what has been silent or unanswered for too long, and whose turn it is. */
function watch() {
  const now = Date.now();
  if (!socket) return;
  if (isOpen(socket) && now - heardAt() > (isYoung() && failingSince ? YOUNG_SILENCE_MS : SILENCE_MS)) {
    markFailing(heardAt());
    endSilentLine(socket, isYoung());
  }
  checkTransport(socket);
  if (!queue.peek()) moveToHomeServer(socket);
  if (inFlight && now - sentAt > ANSWER_MS) {
    markFailing(sentAt);
    inFlight = "";
    next = now + backoff();
  }
  if (askedAt && now - askedAt > ANSWER_MS) resync();
  if (stale && !(keeps.value ? typing() : writing()) && performance.now() > RELOAD_MS) window.location.reload();
  sendNext();
  judge();
}

/** Whether the server takes what this page asks: from those who are in, and from those who prepare. */
function talking() {
  return store.phase.value === "in" || store.phase.value === "preparing";
}

/** Whether it takes this from one who waits at the door. @param {string} name a command's */
function atTheDoor(name) {
  const me = store.waitingAs.value;
  return Boolean(me && me.stands_in && name === "take_controls");
}

/** Sends the first in the queue, unless one is on its way or has to wait. */
function sendNext() {
  const first = queue.peek();
  if (!first || inFlight || !socket || !socket.connected || Date.now() < next || !(talking() || atTheDoor(first.name))) return;
  inFlight = first.id;
  sentAt = Date.now();
  socket.emit("command", { id: first.id, name: first.name, data: first.data }, (/** @type {Answer} */ answer) =>
    answerCame(first.id, answer)
  );
}

/** @param {string} id @param {Answer} answer */
function answerCame(id, answer) {
  const first = queue.peek();
  if (!first || first.id !== id) return;
  inFlight = "";
  if (!answer.ok && answer.error.code === "too_fast") {
    next = Date.now() + (answer.error.wait_ms || 500);
    setTimeout(sendNext, answer.error.wait_ms || 500);
    return;
  }
  if (!answer.ok && answer.error.code === "not_saved") {
    // The server could not write just now: nothing is lost, and the same id is tried again.
    markFailing(sentAt);
    next = Date.now() + backoff();
    return;
  }
  if (!answer.ok && (answer.error.code === "not_here" || answer.error.code === "next_family")) {
    if (socket) socket.io.engine.close();
    return;
  }
  queue.shift();
  markHealthy();
  first.settle(answer);
  sendNext();
}

/**
 * Asks the server for something. Commands are answered in the order they were sent. Texts go as plain_text.js leaves them;
 * one that does not fit is refused here, as the server would.
 * @template {keyof Commands} N
 * @param {N} name
 * @param {Commands[N]} said
 * @returns {Promise<Answer>} always resolved: granted, or refused with a sentence for the person
 */
export function send(name, said) {
  const id = uuid();
  const data = tidiedAll(said);
  const wrong = wrongText(name, data);
  if (wrong) return Promise.resolve({ ok: false, error: { code: "bad_data", message: wrong.text, says: wrong } });
  const bytes = new TextEncoder().encode(JSON.stringify({ id, name, data })).length;
  if (bytes > LARGEST_BYTES) {
    return Promise.resolve({
      ok: false,
      error: { code: "bad_data", message: _("That is too long to send at once. Please make it shorter.") },
    });
  }
  return new Promise((settle) => {
    queue.push({ id, name, data, settle });
    sendNext();
  });
}

/** Tells the others which column I am writing in, or null; lost without harm. @param {string | null} column */
export function tellWriting(column) {
  if (socket && socket.connected && store.phase.value === "in") socket.volatile.emit("presence", { writing: column });
}
