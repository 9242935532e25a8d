/** On the page that says that nothing is here: a link whose # was changed on its way still leads to its meeting. */
import { secretOf } from "./secret.js";

if (/^\/join\b/.test(window.location.pathname)) {
  const secret = secretOf(window.location.href);
  if (secret) window.location.replace("/join#" + secret);
}
