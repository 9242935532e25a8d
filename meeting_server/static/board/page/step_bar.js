/** The one bar above the box: a number I am asked for, or the step the meeting has gone on to. One thing at a time. */
import { useEffect, useState } from "../../vendor/preact-hooks.js";
import { owed } from "../reading/agenda.js";
import { here, wide } from "../reading/view.js";
import { someoneNearby } from "../store/someone_nearby.js";
import * as store from "../store/store.js";
import { goToNumber, formKey } from "../numbers/number_form.js";
import { _ } from "../kit/gettext.js";
import { h, html } from "../kit/html.js";
import { icon } from "../kit/icon.js";
import { byKey, focusSoon } from "../kit/keep_focus.js";
import { askedToCome, come, stay } from "./follow.js";

/** @param {string} key @returns {Element | null} */
function partOf(key) {
  return document.querySelector('[data-place="' + key + '"]');
}

/** Whether what is looked for stands in the window. @param {() => Element | null} find @param {string} key changes with what is looked for */
function useInSight(find, key) {
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    const found = key ? find() : null;
    setSeen(false);
    // A browser without it keeps the bar, which leads there all the same.
    if (!found || typeof IntersectionObserver === "undefined") return undefined;
    const watch = new IntersectionObserver((all) => setSeen(all.some((one) => one.isIntersecting)), { rootMargin: "-15% 0px -25% 0px" });
    watch.observe(found);
    return () => watch.disconnect();
  }, [key]);
  return seen;
}

export function StepBar() {
  const all = owed();
  const child = store.childInView.value;
  const inSight = all.filter((one) => child === null || one.child === child);
  const next = inSight[0] || all[0];
  const key = next ? formKey(next.round, next.child) : "";
  const seen = useInSight(() => byKey(key) || byKey("give:" + (next ? next.round.id + next.child : "")), wide.value ? key : "");
  if (next && !(wide.value ? seen : here.value === "@numbers" && inSight.length > 0)) {
    const go = () => goToNumber(next.round, next.child);
    if (someoneNearby.value) {
      return html`<div class="asked step-asked">
        <p>${_("Something to check")}</p>
        <button type="button" class="button" onClick=${go}>${_("Look")}</button>
      </div>`;
    }
    return html`<div class="asked">
      <button type="button" class="button primary" onClick=${go}>${_("You are asked for a number")} ${icon("chevron-right")}</button>
    </div>`;
  }
  return h(GoThere, {});
}

/** "Step 8: Numbers. Go there", for whoever looks at something else. */
function GoThere() {
  const asked = askedToCome.value;
  const key = asked ? asked.place.key : "";
  const seen = useInSight(() => partOf(key), wide.value ? key : "");
  if (!asked || (wide.value && (seen || !partOf(key)))) return null;
  const { step, place } = asked;
  const go = () => {
    come();
    if (!wide.value) {
      focusSoon("#page-heading");
      return;
    }
    const part = partOf(place.key);
    const heading = part && part.querySelector("[tabindex='-1']");
    if (part) part.scrollIntoView({ block: "start" });
    if (heading instanceof HTMLElement) heading.focus({ preventScroll: true });
  };
  return html`<div class="asked step-asked">
    <p>${_("Step %(at)s: %(label)s.", { at: step.at + 1, label: step.label })}</p>
    <button type="button" class="button" onClick=${go}>${_("Go there")} <span class="away">${_("to %(place)s", { place: place.title })}</span></button>
    <button type="button" class="button quiet" onClick=${stay}>${_("Stay here")}</button>
  </div>`;
}
