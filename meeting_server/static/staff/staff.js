/**
 * What a staff page does besides being a page of forms: focus on the summary of errors, a Copy button, how much room is
 * left in a field, a question before what is typed is lost, a word before the session is over, and what is new in a sitting. Without JavaScript all else works the same.
 */
import { mendStyles } from "../board/kit/alive.js";
import { watchPeople } from "./people_rows.js";
import { say } from "./aloud.js";

const IDLE_MS = 30 * 60 * 1000;
const WARN_BEFORE_MS = 5 * 60 * 1000;
const NEWS_EVERY_MS = 10 * 1000;

/** The link stands on the page as text; what is copied is read from there. @param {HTMLElement} button */
function offerCopy(button) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    const link = document.getElementById(button.getAttribute("data-copy") || "");
    if (!link) return;
    try {
      await navigator.clipboard.writeText(link.textContent || "");
      say(button.getAttribute("data-done") || "");
      button.classList.add("copied");
      const done = button.firstChild;
      if (done) done.textContent = button.getAttribute("data-done");
    } catch (refused) {
      // Outside https a page may not write to the clipboard: the whole link is marked, ready for the person's own copy.
      const range = document.createRange();
      range.selectNodeContents(link);
      const marked = window.getSelection();
      if (marked) {
        marked.removeAllRanges();
        marked.addRange(range);
      }
    }
  });
}

/** A form that is filled in for longer than half an hour must not end in a page that asks who they are. */
function watchTheTime() {
  const notice = document.getElementById("idle");
  const stay = notice && notice.querySelector("button");
  if (!notice || !stay) return;
  let timer = 0;
  // Where they were typing: focus goes back there, and the page stays where it is.
  let last = document.getElementById("main");
  if (last) {
    last.tabIndex = -1;
    last.addEventListener("focusin", (event) => {
      if (event.target instanceof HTMLElement) last = event.target;
    });
  }
  const begin = () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => {
      notice.hidden = false;
      const words = notice.querySelector("p");
      say((words && words.textContent) || "");
    }, IDLE_MS - WARN_BEFORE_MS);
  };
  stay.addEventListener("click", async () => {
    const answer = await fetch("/meetings", { credentials: "same-origin", redirect: "manual" }).catch(() => null);
    if (!answer || !answer.ok) return;
    notice.hidden = true;
    if (last) last.focus({ preventScroll: true });
    begin();
  });
  begin();
}

/**
 * A sitting's page asks whether something is new. It says so aloud and at the foot of the window: the list itself stays
 * as it is until somebody asks for it, so that nothing moves under a finger.
 */
function watchTheSitting() {
  const place = document.querySelector("[data-news]");
  const line = place && place.querySelector("[data-line]");
  const changed = place && place.querySelector("[data-changed]");
  if (!(place instanceof HTMLElement) || !line || !changed) return;
  let mark = place.getAttribute("data-mark");
  const ask = async () => {
    const answer = await fetch(place.getAttribute("data-news") || "", { redirect: "manual" }).catch(() => null);
    // Signed out meanwhile: whoever presses something signs in and comes back.
    if (answer && answer.type === "opaqueredirect") return;
    const news = answer && answer.ok ? await answer.json().catch(() => null) : null;
    if (news) tick(news.clock);
    if (news && news.mark !== mark) show(news);
    window.setTimeout(ask, NEWS_EVERY_MS);
  };
  /** The clock goes on by itself, and says nothing aloud. @param {Record<string, string>} clock */
  const tick = (clock) => {
    Object.keys(clock).forEach((id) => {
      const at = document.getElementById(id);
      if (at instanceof HTMLProgressElement) at.value = Number(clock[id]);
      else if (at && at.textContent !== clock[id]) at.textContent = clock[id];
    });
  };
  /** @param {{ says: string, mark: string }} news */
  const show = (news) => {
    mark = news.mark;
    line.textContent = news.says === place.getAttribute("data-says") ? "" : news.says;
    place.hidden = mark === place.getAttribute("data-mark");
    if (!place.hidden) say(line.textContent || changed.textContent || "");
  };
  window.setTimeout(ask, NEWS_EVERY_MS);
}

/** A field cuts nothing that is pasted into it: it says when little room is left, and the server refuses what is too long. @param {HTMLInputElement} field */
function countTheRoom(field) {
  const most = Number(field.getAttribute("data-most"));
  const line = document.createElement("p");
  line.className = "hint";
  line.id = field.id + "-room";
  line.hidden = true;
  field.insertAdjacentElement("afterend", line);
  const told = "aria-describedby";
  field.setAttribute(told, ((field.getAttribute(told) || "") + " " + line.id).trim());
  const count = () => {
    const left = most - Array.from(field.value.trim().normalize("NFC")).length;
    const says = field.getAttribute(left < 0 ? "data-over" : "data-left") || "";
    line.hidden = left > most / 10;
    line.textContent = line.hidden ? "" : says.replace("#", String(Math.abs(left)));
  };
  field.addEventListener("input", count);
  count();
}

/** What is typed here is kept by no server yet: the browser asks before it would be lost. */
function askBeforeLosing() {
  let typed = Boolean(document.querySelector(".error-summary"));
  const signsIn = document.querySelector("input[type=password]");
  if (signsIn) return;
  document.addEventListener("input", (event) => {
    if (event.target instanceof Element && event.target.closest("form")) typed = true;
  });
  document.addEventListener("submit", () => (typed = false));
  window.addEventListener("beforeunload", (event) => {
    if (!typed) return;
    event.preventDefault();
    event.returnValue = "";
  });
}

mendStyles();
const summary = document.querySelector(".error-summary");
if (summary instanceof HTMLElement) summary.focus();
document.querySelectorAll("[data-copy]").forEach((button) => {
  if (button instanceof HTMLElement) offerCopy(button);
});
document.querySelectorAll("button[data-print]").forEach((button) => {
  if (!(button instanceof HTMLElement)) return;
  button.hidden = false;
  button.addEventListener("click", () => window.print());
});
document.querySelectorAll("form[data-people-form]").forEach((form) => {
  if (form instanceof HTMLFormElement) watchPeople(form);
});
const counted = new WeakSet();
document.addEventListener("focusin", (event) => {
  const field = event.target;
  if (!(field instanceof HTMLInputElement) || !field.hasAttribute("data-most") || counted.has(field)) return;
  counted.add(field);
  countTheRoom(field);
});
askBeforeLosing();
watchTheTime();
watchTheSitting();
