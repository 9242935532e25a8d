/**
 * The transport of the connection. It begins over polling and moves to a websocket where the network lets it. Some networks
 * accept a websocket and pass nothing through it. The server then waits for the websocket and says nothing over polling, so
 * the page must notice by itself; from then on it asks for no websocket any more.
 */

const PROBE_MS = 4000;
const YOUNG_MS = 60000;

/** Since when a websocket is being tried, or 0. */
let tryingSince = 0;
/** When the line became a websocket, or 0. */
let movedAt = 0;
let lastHeard = 0;

function packetArrived() {
  lastHeard = Date.now();
}

/** To be called before the line is opened. @param {import('../../vendor/socket.io.js').Socket} line */
export function watchTransport(line) {
  line.io.on("open", () => {
    const engine = line.io.engine;
    packetArrived();
    engine.on("packet", packetArrived);
    movedAt = 0;
    tryingSince = line.io.opts.upgrade === false ? 0 : Date.now();
    engine.once("upgrade", () => {
      tryingSince = 0;
      movedAt = Date.now();
    });
    // Refused: polling goes on as if nothing had been.
    engine.once("upgradeError", () => (tryingSince = 0));
  });
  line.io.on("close", () => (tryingSince = 0));
}

/** When the last sign of life came, of any kind. */
export function heardAt() {
  return lastHeard;
}

/** Whether this line became a websocket so short a time ago that it may be of the kind that passes nothing. */
export function isYoung() {
  return movedAt > 0 && Date.now() - movedAt < YOUNG_MS;
}

/** Asked twice a second: goes on by polling where no answer to the first word over a websocket comes. @param {import('../../vendor/socket.io.js').Socket} line */
export function checkTransport(line) {
  if (tryingSince && Date.now() - tryingSince > PROBE_MS) endSilentLine(line, true);
}

/** Whether there is a line at all, though it may be one on which nothing comes. @param {import('../../vendor/socket.io.js').Socket} line */
export function isOpen(line) {
  return Boolean(line.io.engine) && line.io.engine.readyState === "open";
}

/** Ends a line on which nothing comes any more. @param {import('../../vendor/socket.io.js').Socket} line @param {boolean} websocket is to blame */
export function endSilentLine(line, websocket) {
  if (websocket) line.io.opts.upgrade = false;
  tryingSince = 0;
  line.io.engine.close();
}
