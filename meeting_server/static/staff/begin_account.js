/** Takes the link's secret out of the address and into the form, so that nobody has to copy it by hand. */
import "./staff.js";

const field = /** @type {HTMLInputElement | null} */ (document.getElementById("token"));
const byHand = document.getElementById("by-hand");
const secret = location.hash.slice(1);

if (field && secret) {
  field.value = secret;
  history.replaceState(null, "", location.pathname);
}
if (field && byHand && field.value && !field.hasAttribute("aria-invalid")) byHand.hidden = true;
