/** htm bound to Preact. Native markup goes in html``, components through h(Component, props), so that tsc sees props. */
import htm from "../../vendor/htm.js";
import { h } from "../../vendor/preact.js";

export { h };
/** @type {(strings: TemplateStringsArray, ...values: any[]) => any} */
export const html = htm.bind(h);
