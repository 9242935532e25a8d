/** From earlier meetings: the chair reads, chooses, sees who will see it, and brings it forward. Nothing comes by itself. */
import { ColourWords } from "../../board/deciding/rating_words.js";
import { StateWords } from "../../board/points/provenance_line.js";
import { answerWords } from "../../board/numbers/number_words.js";
import { _, ngettext } from "../../board/kit/gettext.js";
import { h, html } from "../../board/kit/html.js";
import { useChoice } from "../../board/store/kept_text.js";
import { written } from "../../board/store/language.js";
import * as store from "../../board/store/store.js";
import { uuid } from "../../board/kit/uuid.js";
import { day, firstSentence, quoted, short } from "../../board/store/words.js";
import { WhoIsWho } from "./earlier_people.js";
import { SaidWithout } from "./earlier_untold.js";
import { earlierMeetings, familyReads, hasEarlier, nameThen, notThere, personThen, saidWithout, title, unmatched } from "./earlier_words.js";
import { CommandAfterLook } from "../parts/desk_parts.js";

export { hasEarlier };

/** @typedef {import('./earlier_words.js').EarlierMeeting} EarlierMeeting */
/** @typedef {import('./earlier_words.js').EarlierPoint} EarlierPoint */
/** @typedef {{key: string, words: any, about: string, child: string | null, group: string, untold: boolean}} Thing `about`: what it is, in a few words */

/** A word for the heading. */
export function earlierNeeds() {
  const open = unmatched().length > 0 && store.may("steer");
  const count = earlierMeetings().length;
  return { needs: open, note: open ? _("Who is who?") : ngettext("%(n)s meeting", "%(n)s meetings", count) };
}

export function EarlierDesk() {
  const facts = store.meeting();
  const may = store.may("steer") && Boolean(facts) && (facts || { state: "" }).state !== "ended";
  return html`<p class="hint">${_("What everyone was told then. The room sees nothing of it until you bring it forward.")}</p>
    ${may && h(WhoIsWho, {})}
    ${earlierMeetings().map((one) => h(OneMeeting, { key: one.id, meeting: one, may: may && !unmatched().length }))}`;
}

/** "Sorrel and Pip", or all of them. @param {string[]} ids */
function about(ids) {
  return ids.length ? ids.map(nameThen).join(", ") : _("all the children");
}

/** @param {EarlierPoint} point */
function pointWords(point) {
  const owners = point.owners.map(nameThen).join(", ");
  const text = point.exact ? quoted(point.text) : point.text;
  return html`<span><span ...${written(point.lang)}>${text}</span>
    <span class="hint">${[nameThen(point.speaker), about(point.children), owners && _("Who: %(names)s", { names: owners }), point.by && _("By %(day)s", { day: day(point.by) })].filter(Boolean).join(" · ")}
    ${point.progress && html` ${h(StateWords, { state: point.progress })}`}</span></span>`;
}

/** The danger that numbers were asked about, in an earlier meeting's words. @param {string | null} about */
function aboutThen(about) {
  if (!about) return "";
  const said = (/** @type {EarlierPoint} */ one) => (one.came ? one.came.thing : one.id) === about;
  const point = earlierMeetings().reduce((all, one) => all.concat(one.points), /** @type {EarlierPoint[]} */ ([])).find(said);
  return point ? html`<span>${_("About:")} <span ...${written(point.lang)}>${firstSentence(point.text)}</span></span>` : _("About a danger.");
}

/** Everything that can be brought forward, in groups. @param {EarlierMeeting} meeting @returns {Thing[]} */
function things(meeting) {
  const untold = familyReads() && saidWithout(meeting);
  const groups = { worry: _("Worries"), goal: _("Goals"), action: _("Open actions") };
  const ratings = meeting.ratings.map((one) => ({
    key: "rating:" + (one.child || "family"), child: one.child, group: _("Last ratings"), untold,
    about: _("The rating for %(name)s", { name: one.child ? nameThen(one.child) : _("The family") }),
    words: html`<span><b>${one.child ? nameThen(one.child) : _("The family")}</b> ${h(ColourWords, { colour: one.colour, none: _("Not rated then") })} <span class="hint">${one.reason}</span></span>`,
  }));
  const numbers = meeting.askings.map((one) => ({
    key: "asking:" + one.id + ":" + one.child, child: one.child, group: _("Numbers"), untold,
    about: one.question.split("{child}").join(nameThen(one.child)),
    words: html`<span><b>${one.question.split("{child}").join(nameThen(one.child))}</b> ${aboutThen(one.about)}
      <span class="hint">${one.answers.map((given) => nameThen(given.person) + ": " + answerWords(given)).join("; ")}</span></span>`,
  }));
  const points = meeting.points.map((one) => ({
    key: "point:" + one.id, child: one.children.length === 1 ? one.children[0] : null, group: groups[one.what], words: pointWords(one),
    about: short(one.text), untold: familyReads() && saidWithout(meeting, one),
  }));
  return /** @type {Thing[]} */ ([]).concat(ratings, numbers, points);
}

/** Whether something is about a child who is nobody here; the family's rating names every child. @param {Thing} thing @param {EarlierMeeting} meeting */
function isElsewhere(thing, meeting) {
  const about = thing.key === "rating:family" ? meeting.children : thing.child ? [thing.child] : [];
  return about.map(personThen).some((child) => Boolean(child && child.matched && !child.now));
}

/** @param {{meeting: EarlierMeeting, may: boolean}} props */
function OneMeeting({ meeting, may }) {
  const form = "bring:" + meeting.id;
  const [chosen, setChosen] = useChoice(form, "chosen", /** @type {string[]} */ ([]));
  const all = things(meeting);
  const known = all.filter((one) => !one.untold);
  const wanted = chosen.filter((key) => meeting.brought.indexOf(key) < 0);
  const groups = Array.from(new Set(known.map((one) => one.group)));
  const toggle = (/** @type {string} */ key) => () =>
    setChosen(chosen.indexOf(key) >= 0 ? chosen.filter((one) => one !== key) : chosen.concat([key]));
  return html`<section class="earlier" aria-labelledby=${"earlier-" + meeting.id}>
    <h4 id=${"earlier-" + meeting.id}>${title(meeting)}</h4>
    ${meeting.decisions.map((one) => html`<p class="hint" key=${one.child}>${nameThen(one.child)}: ${one.outcome}</p>`)}
    ${groups.map(
      (group) => html`<fieldset key=${group}><legend>${group}</legend>
        ${known.filter((one) => one.group === group).map((one) => h(Choice, { key: one.key, thing: one, meeting, may, checked: chosen.indexOf(one.key) >= 0, toggle: toggle(one.key) }))}
      </fieldset>`,
    )}
    ${
      may && wanted.length > 0 &&
      html`<div class="buttons">${h(CommandAfterLook, {
        words: _("Bring forward"),
        about: title(meeting),
        sure: h(WhoSees, { meeting, count: wanted.length }),
        yes: _("Yes, show everyone"),
        name: "bring_forward",
        data: () => ({ meeting: meeting.id, ...asked(wanted) }),
        said: _("Everyone can see it now."),
        primary: true,
        fk: "bring:" + meeting.id,
      })}</div>`
    }
    ${h(SaidWithout, {
      meeting, asked, things: all.filter((one) => one.untold), may: (thing) => may && !isElsewhere(thing, meeting),
      sees: h(WhoSees, { meeting, count: 1 }),
    })}
  </section>`;
}

/** What is asked for, from the keys that were chosen. @param {string[]} keys */
function asked(keys) {
  const of = (/** @type {string} */ kind) => keys.map((key) => key.split(":")).filter((parts) => parts[0] === kind);
  return {
    points: of("point").map((parts) => ({ earlier: parts[1], item: uuid() })),
    askings: of("asking").map((parts) => ({ asking: parts[1], child: parts[2] })),
    ratings: of("rating").map((parts) => parts[1]).filter((one) => one !== "family"),
    family_rating: keys.indexOf("rating:family") >= 0,
  };
}

/** @param {{thing: Thing, meeting: EarlierMeeting, may: boolean, checked: boolean, toggle: () => void}} props */
function Choice({ thing, meeting, may, checked, toggle }) {
  if (meeting.brought.indexOf(thing.key) >= 0) {
    return html`<p class="brought">${thing.words} <b class="state">${_("Everyone has this")}</b></p>`;
  }
  if (!may || isElsewhere(thing, meeting)) {
    return html`<p>${thing.words} ${isElsewhere(thing, meeting) && html`<span class="hint">${_("About a child who is not among the children here.")}</span>`}</p>`;
  }
  return html`<label class="choice"><input type="checkbox" checked=${checked} onChange=${toggle} /> ${thing.words}</label>`;
}

/** Who will see it, before it is shown. @param {{meeting: EarlierMeeting, count: number}} props */
function WhoSees({ meeting, count }) {
  const others = notThere(meeting);
  return html`<p>${ngettext("Everyone in this meeting will see this.", "Everyone in this meeting will see these %(n)s things.", count)}</p>
    <p>${
      others.length
        ? _("In this meeting and not in that one: %(names)s. Is it right that they read it?", { names: others.join(", ") })
        : _("Everybody in this meeting was in that one too.")
    }</p>`;
}
