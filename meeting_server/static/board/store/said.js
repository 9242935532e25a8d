/** What a point says, handed on whole: to the box, to be sent again, to be undone. Its fields are the server's own list. */
import { SAID } from "./said_fields.js";

/** The fields of what a point says, as they stand in `point`. @param {any} point @returns {any} */
export function saidOf(point) {
  return SAID.reduce((said, name) => ({ ...said, [name]: point[name] }), {});
}
