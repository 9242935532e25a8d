/** Addresses of this seat: it is the only thing that an address of a page names. */

/** "/board/SEAT", "/chair/SEAT". @param {"board" | "chair" | "minutes" | "sittings/after"} what */
export function pageOf(what) {
  const app = document.getElementById("app");
  return "/" + what + "/" + ((app && app.getAttribute("data-seat")) || "");
}
