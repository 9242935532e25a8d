"""On a phone one place is looked at at a time: whatever button leads to another place gets there, from wherever it is pressed."""

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from meeting_server.domain.kinds import plain
from meeting_server.domain.meeting import Meeting
from meeting_server.domain.numbers.rounds import AskNumbers
from tests.e2e.pages.people import LAPTOP, PHONE
from tests.scenes.builders import actor, given, new, person, room
from tests.scenes.points import boards, point
from tests.scenes.supervision import MARLA, REASON, busy, rated, supervision

SHOWS = """async ([snapshot, desk]) => {
  const modules = ["board/all_kinds.js", "board/store/store.js", "board/store/unseen.js", "vendor/preact.js", "board/kit/html.js", "board/page/app.js"]
    .concat(desk ? ["chair/desk.js"] : []);
  const [, store, fresh, { render }, { h }, { App }, made] = await Promise.all(modules.map(path => import("/" + path)));
  window.store = store;
  fresh.noticeFresh();
  store.replaceAll(snapshot);
  const root = document.createElement("div");
  document.body.append(root);
  render(h(App, made ? { desk: made.Desk, inPlace: made.IN_PLACE } : {}), root);
}"""
PRESS = """async words => {
  const name = one => one.getAttribute("aria-label") || one.textContent.replace(/\\s+/g, " ").trim();
  const found = Array.from(document.querySelectorAll("button")).find(one => name(one).startsWith(words));
  if (!found) return false;
  found.click();
  await new Promise(done => setTimeout(done, 8));
  return true;
}"""


def shown_to(meeting: Meeting, who: str) -> dict[str, Any]:
    """What this attendee's screen is sent on connecting."""
    me = actor(meeting, who)
    you = {"attendee": me.id, "person": me.person, "role": me.role.key, "powers": list(me.role.powers), "side": me.role.side,
           "screen": me.role.screen, "audiences": [], "streams": []}  # fmt: skip
    return {
        "state": "in",
        "boards": boards(meeting, who),
        "template": plain(meeting.template),
        "you": you,
        "slot": None,
    }


class Phone:
    """Somebody's phone, and what they press on it."""

    def __init__(self, page: Page, meeting: Meeting, who: str, *, desk: bool = False) -> None:
        page.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
        page.evaluate(SHOWS, [shown_to(meeting, who), desk])
        self.page = page
        self.keys: list[str] = page.evaluate(
            "async () => (await import('/board/reading/places.js')).places().map(one => one.key)"
        )

    def presses(self, words: str) -> bool:
        """Presses the first button whose name begins so; whether there is one."""
        return bool(self.page.evaluate(PRESS, words))

    def answers(self, words: str) -> bool:
        """Presses a button of the bar that has stood there for a moment: one that has just come takes no press."""
        self.page.evaluate("() => { const real = Date.now.bind(Date); Date.now = () => real() + 1000; }")
        return self.presses(words)

    @property
    def place(self) -> str:
        """The heading of the place in view."""
        return self.page.locator("#page-heading .page-title").inner_text()

    def first(self) -> None:
        """Back to the first place."""
        while self.presses("Back to "):
            pass

    def places(self) -> list[str]:
        """Every place, in order, as the arrows lead to them."""
        self.first()
        found = [self.place]
        while self.presses("On to "):
            found.append(self.place)
        return found

    def goes(self, at: int) -> None:
        """To the place that comes so many after the first."""
        self.page.evaluate("async key => (await import('/board/reading/view.js')).goTo(key)", self.keys[at])


def asked(about: str = "pip") -> Meeting:
    """A supervision in which a number is asked for one child."""
    said = busy()
    scale = said.meeting.template.scales[0].key
    return said.when("ines", AskNumbers(new("round"), scale, (person(about),))).ok().meeting


def test_from_every_place_the_asked_number_is_one_press_away_and_the_form_has_focus(page: Page) -> None:
    phone = Phone(page, asked(), "bex")
    places = phone.places()
    for at, place in enumerate(places):
        phone.goes(at)
        assert phone.answers("Give my number") == (place != "The numbers"), place
        assert phone.place == "The numbers", f"from {place}"
        if place != "The numbers":
            expect(page.locator("form.number-form")).to_be_focused()


def test_the_asked_number_opens_for_its_child_whichever_child_is_chosen(page: Page) -> None:
    phone = Phone(page, asked("pip"), "bex")
    page.get_by_role("navigation", name="Children").get_by_role("button", name="Juniper").click()
    for _ in range(2):
        assert phone.answers("Give my number")
        expect(page.get_by_role("heading", name="Pip").and_(page.locator("h3"))).to_be_visible()
        expect(page.locator("form.number-form")).to_be_focused()
        page.get_by_role("navigation", name="Children").get_by_role("button", name="Juniper").click()
        expect(page.get_by_text("No number is asked for Juniper now.")).to_be_visible()
    page.get_by_role("button", name="Numbers for Pip").click()
    expect(page.locator("form.number-form")).to_be_visible()


def test_from_every_place_going_early_leads_to_the_last_number(page: Page) -> None:
    phone = Phone(page, asked(), "bex")
    places = phone.places()
    assert phone.presses("More to ask for")
    assert phone.presses("I have to go")
    for at, place in enumerate(places):
        phone.goes(at)
        page.get_by_role("navigation", name="Children").get_by_role("button", name="Sorrel").click()
        assert phone.answers("Give my last number"), place
        assert phone.place == "The numbers", f"from {place}"
        expect(page.locator("form.number-form")).to_be_focused()


def test_from_every_place_the_list_of_pages_says_where_something_is_new(page: Page) -> None:
    meeting = asked()
    phone = Phone(page, meeting, "bex")
    column = meeting.template.columns[1]
    places = phone.places()
    for at, place in enumerate(places):
        phone.goes(at)
        said = given(meeting).when("kit", point(f"new-{at}", "Something new.", column.key)).ok()
        meeting = said.meeting
        page.evaluate("patch => { store.apply(patch); store.flush(); }", plain_patch(*said.patches[0]))
        if place == column.label:
            continue
        expect(page.locator("#page-heading .new-mark")).to_be_visible()
        phone.presses(place)
        page.get_by_role("button", name=re.compile(f"^{re.escape(column.label)}.*Something new$")).click()
        assert phone.place == column.label, f"from {place}"


def plain_patch(stream: str, patch: dict[str, Any]) -> dict[str, Any]:
    """A patch as it is sent."""
    return plain(patch)


LEADS = {
    "adults_unasked": (MARLA, "The adults of the family"),
    "hearing_missing": ("hearing", "How the family will hear"),
    "summaries_missing": ("bex", "What each of us has done"),
}


@pytest.mark.parametrize("check", LEADS)
def test_from_every_place_and_from_the_desk_a_gap_leads_to_where_it_is_closed(page: Page, check: str) -> None:
    phone = Phone(page, asked(), "ines", desk=True)
    id, heading = LEADS[check]
    id = new("attendee:bex") if id == "bex" else id
    go = "async ([check, id]) => (await import('/chair/ending/links_to_place.js')).linksOf(check, [id])[0].go()"
    phone.presses("Board")
    places = phone.places()
    for at in range(len(places)):
        for desk in (False, True):
            phone.goes(at)
            if desk:
                phone.presses("Chair's desk")
            page.evaluate(go, [check, id])
            expect(page.locator("#page-heading .page-title")).to_have_text(heading)
            expect(page.locator("#page-heading")).to_be_visible()


def test_the_familys_rating_is_a_place_of_every_phone_without_a_number(page: Page) -> None:
    phone = Phone(page, rated(given(supervision())).meeting, "bex")
    assert "Red, amber or green" in phone.places()
    phone.goes(phone.places().index("Red, amber or green"))
    expect(page.get_by_text(REASON)).to_be_visible()


def test_a_rating_that_nobody_was_shown_says_what_comes_here(page: Page) -> None:
    phone = Phone(page, room(), "marla")
    phone.goes(phone.places().index("Red, amber or green"))
    expect(page.get_by_text("Nothing is shown yet.")).to_be_visible()


@pytest.mark.parametrize("who", ["kit", "tolly"])
def test_a_childs_words_come_with_that_child_ticked_and_an_adults_do_not(page: Page, who: str) -> None:
    page.set_viewport_size({"width": 1366, "height": 768})
    page.evaluate(SHOWS, [shown_to(room(), who), False])
    page.locator("#composer-text").focus()
    page.get_by_label("Whose words?").select_option(person("pip"))
    about = page.get_by_role("group", name="About")
    expect(about.get_by_label("Pip")).to_be_checked()
    expect(about.get_by_label("Juniper")).not_to_be_checked()
    page.get_by_label("Whose words?").select_option(person("juniper"))
    expect(about.get_by_label("Juniper")).to_be_checked()
    expect(about.get_by_label("Pip")).not_to_be_checked()
    page.get_by_label("Whose words?").select_option(label="Mine")
    for child in ("Juniper", "Pip", "Sorrel"):
        expect(about.get_by_label(child)).not_to_be_checked()


def test_on_a_laptop_a_tab_leads_off_the_whole_board_and_a_point_that_is_looked_for_does_not(page: Page) -> None:
    page.set_viewport_size({"width": LAPTOP[0], "height": LAPTOP[1]})
    page.evaluate(SHOWS, [shown_to(room(), "kit"), False])
    heading = page.locator("#page-heading")
    expect(heading).to_have_text("Whole board")
    page.evaluate("async () => (await import('/board/reading/view.js')).goTo('well')")
    expect(heading).to_have_text("Whole board")
    page.get_by_role("button", name="Working well", exact=True).click()
    expect(heading).to_have_text("What's working well?")
    expect(heading).to_be_focused()
