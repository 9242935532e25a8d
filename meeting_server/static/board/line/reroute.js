/**
 * Where a meeting has several servers its people are together on one. When that dies or starts anew they are on another
 * at once, each when their line comes back: perhaps not all on the same. A while later each opens the line once more, for
 * the proxy to bring them together. Nobody sees it, but for the list of who is here being whole again.
 */

const LEAST_MS = 60000;
const MORE_MS = 30000;

let came = false;
let due = 0;

/** The line has opened. @param {string} room empty where there is one server only */
export function lineOpened(room) {
  due = came && room ? Date.now() + LEAST_MS + Math.random() * MORE_MS : 0;
  came = true;
}

/** Opens the line once more if it is time, while nothing is on its way. @param {import('../../vendor/socket.io.js').Socket} line */
export function moveToHomeServer(line) {
  if (!due || Date.now() < due || !line.connected) return;
  came = false;
  line.disconnect();
  line.connect();
}
