/**
 * The rows of children and people of a form: they come and go without another page, each shows how its name will look, and names
 * that read alike are said at once. Without JavaScript the form's own buttons do the same, with a page in between.
 */
import { _ } from "../board/kit/gettext.js";
import { called, readAlike, usual } from "../board/kit/names.js";
import { say } from "./aloud.js";

/** @typedef {import("../board/kit/names.js").Named} Named */

/** A UUID of its own for a new row. Only on https has a browser one to give. */
function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 15) | 64;
  bytes[8] = (bytes[8] & 63) | 128;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

/** @param {Element} row @param {string} name @returns {HTMLInputElement | HTMLSelectElement | null} */
function field(row, name) {
  return row.querySelector('[name$="-' + name + '"]');
}

/** @param {Element} row @param {string} name */
function typed(row, name) {
  const found = field(row, name);
  return found ? found.value.trim() : "";
}

/** The words of what is chosen. @param {Element} row @param {string} name */
function chosen(row, name) {
  const found = field(row, name);
  if (!(found instanceof HTMLSelectElement) || !found.value) return "";
  return found.selectedOptions[0].textContent || "";
}

/** What a row says of a person. @param {Element} row @returns {Named} */
function named(row) {
  const child = row.getAttribute("data-row") === "child";
  const part = child ? "" : typed(row, "relationship") || chosen(row, "role") || chosen(row, "agency");
  return { id: typed(row, "id"), name: typed(row, "name"), child, age: typed(row, "age"), part, called: typed(row, "called") };
}

/** @param {HTMLFormElement} form */
export function watchPeople(form) {
  /** What stands in a field because we put it there: it follows the name until somebody types their own. @type {WeakMap<Element, string>} */
  const suggested = new WeakMap();
  let told = "";

  /** @param {string} what */
  const list = (what) => form.querySelector('[data-rows="' + what + '"]');
  const rows = () => Array.from(form.querySelectorAll("[data-row]"));

  /** What we call somebody, suggested. @param {Element} row */
  const suggest = (row) => {
    const box = field(row, "called");
    if (!(box instanceof HTMLInputElement) || row.getAttribute("data-row") === "child") return;
    if (box.value && box.value !== suggested.get(box)) return;
    box.value = typed(row, "name") ? usual(Object.assign(named(row), { called: "" })) : "";
    suggested.set(box, box.value);
  };

  const look = () => {
    const all = rows();
    all.forEach((row, at) => {
      const whom = row.querySelector(".row-end .away");
      if (whom) whom.textContent = " " + (row.getAttribute("data-row") === "child" ? _("this child") : _("this person")) + " " + (typed(row, "name") || String(at + 1));
    });
    const people = all.map(named).filter((one) => one.name);
    const names = called(people, _("age not known"));
    const alike = new Set(readAlike(people, _("age not known")));
    all.forEach((row) => {
      const line = row.querySelector("[data-looks]");
      const words = line && line.querySelector("strong");
      if (!(line instanceof HTMLElement) || !words) return;
      const id = typed(row, "id");
      line.hidden = !names.has(id);
      words.textContent = alike.has(id) ? _("%(name)s. Somebody else reads the same: write what you call them.", { name: usual(named(row)) }) : names.get(id) || "";
      row.classList.toggle("row-alike", alike.has(id));
    });
    const says = people.filter((one) => alike.has(one.id)).map((one) => usual(one)).slice(0, 1).map((name) => _("Two people read %(name)s. Write what you call each of them.", { name }))[0] || "";
    if (says && says !== told) say(says);
    told = says;
  };

  /** Who can be chosen in each row: the other people, and the children. */
  const offer = () => {
    const names = called(rows().map(named).filter((one) => one.name), _("age not known"));
    const people = rows().filter((row) => row.getAttribute("data-row") === "person" && typed(row, "name"));
    const children = rows().filter((row) => row.getAttribute("data-row") === "child" && typed(row, "name"));
    form.querySelectorAll("select[data-people]").forEach((select) => {
      if (!(select instanceof HTMLSelectElement)) return;
      const own = select.closest("[data-row]");
      const value = select.value;
      while (select.options.length > 1) select.remove(1);
      people.forEach((row) => row !== own && select.add(new Option(names.get(typed(row, "id")) || typed(row, "name"), typed(row, "id"))));
      select.value = value;
    });
    form.querySelectorAll("[data-about]").forEach((group) => {
      const ticked = new Set(Array.from(group.querySelectorAll("input:checked"), (box) => box.getAttribute("name")));
      group.querySelectorAll("label").forEach((label) => label.remove());
      children.forEach((row) => {
        const label = document.createElement("label");
        const box = document.createElement("input");
        label.className = "choice";
        box.type = "checkbox";
        box.name = group.getAttribute("data-about") + "-" + typed(row, "id");
        box.value = "yes";
        box.checked = ticked.has(box.name);
        label.append(box, " " + (names.get(typed(row, "id")) || typed(row, "name")));
        group.append(label);
      });
    });
  };

  /** Where a role of the family's side comes from is plain. @param {Element} row */
  const follow = (row) => {
    const place = list("person");
    const role = field(row, "role");
    const agency = field(row, "agency");
    if (!place || !role || !agency) return;
    const usually = JSON.parse(place.getAttribute("data-usual") || "{}");
    if (!agency.value && usually[role.value]) agency.value = usually[role.value];
    const about = row.querySelector("[data-about]");
    const family = (place.getAttribute("data-family") || "").split(" ");
    if (about instanceof HTMLElement) about.hidden = Boolean(role.value) && family.indexOf(role.value) < 0;
  };

  /** @param {string} what */
  const add = (what) => {
    const place = list(what);
    const blank = form.querySelector('template[data-new="' + what + '"]');
    if (!place || !(blank instanceof HTMLTemplateElement)) return;
    const taken = Array.from(place.querySelectorAll('[name$="-id"]'), (one) => Number((one.getAttribute("name") || "").split("-")[1]));
    const number = String(Math.max(-1, ...taken) + 1);
    const row = /** @type {Element} */ (document.importNode(blank.content, true).firstElementChild);
    [row, ...row.querySelectorAll("*")].forEach((one) => {
      Array.from(one.attributes).forEach((at) => one.setAttribute(at.name, at.value.replace(what + "-NEW", what + "-" + number)));
    });
    row.querySelectorAll(".away").forEach((one) => (one.textContent = (one.textContent || "").replace("NEW", String(place.children.length + 1))));
    /** @type {HTMLInputElement} */ (field(row, "id")).value = newId();
    place.append(row);
    offer();
    /** @type {HTMLElement} */ (field(row, "name")).focus();
    room(what);
  };

  /** @param {Element} row */
  const remove = (row) => {
    const what = row.getAttribute("data-row") || "";
    const place = list(what);
    const name = typed(row, "name");
    row.remove();
    if (place && !place.children.length) add(what);
    offer();
    look();
    room(what);
    const button = document.getElementById("add-" + what);
    if (button) button.focus();
    if (name) say(_("%(name)s is removed.", { name }));
  };

  /** @param {string} what */
  const room = (what) => {
    const place = list(what);
    const button = document.getElementById("add-" + what);
    if (place && button) button.hidden = place.children.length >= Number(place.getAttribute("data-most"));
  };

  form.addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest('button[name="do"]') : null;
    const asked = button && button.getAttribute("value");
    const row = button && button.closest("[data-row]");
    if (asked === "add-child" || asked === "add-person") {
      event.preventDefault();
      add(asked.slice(4));
    } else if (row && asked && asked.indexOf("remove-") === 0) {
      event.preventDefault();
      remove(row);
    }
  });
  form.addEventListener("input", (event) => {
    const row = event.target instanceof Element ? event.target.closest("[data-row]") : null;
    if (!row) return;
    const name = event.target instanceof Element ? event.target.getAttribute("name") || "" : "";
    if (/-name$/.test(name)) suggest(row);
    if (/-role$/.test(name)) follow(row);
    look();
    offer();
  });
  rows().forEach(follow);
  look();
}
