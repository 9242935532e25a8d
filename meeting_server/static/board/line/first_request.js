/**
 * The first request of a connection. It leaves before the rest of the page's script has run, which takes a slow phone as
 * long as the answer takes to come. So this module stands first in each page that connects.
 */
import { io } from "../../vendor/socket.io.js";
import { watchTransport } from "./transport.js";

/** @typedef {{seat: string, room: string, release: string}} Page */

/**
 * What a page says of itself on the element that holds the board.
 * @param {Element} root
 * @returns {Page}
 */
function pageOf(root) {
  const said = (/** @type {string} */ name) => root.getAttribute("data-" + name) || "";
  return { seat: said("seat"), room: said("room"), release: said("release") };
}

/**
 * A socket that sends nothing before it is told to connect; what it will be sent over is opened meanwhile. `room` tells
 * proxies whose connections belong together.
 * @param {Page} page
 */
function opened({ seat, room }) {
  const socket = io({
    path: "/socket.io/",
    query: { seat, room },
    extraHeaders: { "X-Board": "1" },
    reconnectionDelay: 500,
    reconnectionDelayMax: 10000,
    randomizationFactor: 0.5,
    timeout: 8000,
    autoConnect: false,
  });
  watchTransport(socket);
  socket.io.open();
  return socket;
}

const root = document.querySelector("[data-seat]");
/** This page, or null where it has no seat. */
export const page = root && pageOf(root);
export const socket = page && opened(page);
