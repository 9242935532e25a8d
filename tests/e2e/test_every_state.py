"""Every state of a screen: nothing for axe to find, no sideways scroll at 320 pixels (1280 at 400 % zoom) or on a laptop.

SCREENSHOTS in the environment names a folder that gets a picture of each.
"""

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, expect

from tests.e2e.pages.hall import Demo, Hall, gathered, let_in
from tests.e2e.pages.people import LAPTOP, SMALL_PHONE, Person, opened
from tests.servers.served import House

TEMPLATES = {"three-column-map": "map", "safety-grid": "grid"}
EDITORS = (
    "Change",
    "Move to…",
    "Take it back",
    "I see it differently",
    "Make it an action: who does it?",
    "Who does it, and by when",
)


Seen = tuple[str, Locator | None]
"""A state by its name, and the part of the screen that is new in it; None for all of it."""

pytestmark = pytest.mark.thorough("tests/e2e/test_what_is_in_sight.py")


def stands(person: Person, state: str, part: Locator | None = None) -> None:
    """This state is as it should be."""
    person.page.wait_for_timeout(100)
    if os.environ.get("SCREENSHOTS"):
        file = Path(os.environ["SCREENSHOTS"]) / f"{state}.png".replace(" ", "-").replace("'", "")
        person.page.screenshot(path=file, animations="disabled")
    person.fits()
    assert not person.axe(part), f"{person.name}: {state}"


def the_board(person: Person, *, panels: bool) -> Iterator[Seen]:
    """The board as it opens, what opens on it (`panels`), on a phone every column, and the numbers."""
    yield "board", None
    if panels:
        yield from the_panels(person)
    if person.narrow:
        person.turns_to_the_first_place()
        yield "first", person.page.locator(".board.narrow")
        while (step := person.page.get_by_role("button", name=re.compile("^On to "))).count():
            step.click()
            heading = person.page.locator("#page-heading").inner_text()
            yield heading[:20].strip("?"), person.page.locator(".board.narrow")
    yield from the_numbers(person)


def the_panels(person: Person) -> Iterator[Seen]:
    """Who is here, settings, more to say, questions, and every way to change a point."""
    page = person.page
    for name, part in (
        ("people here. Show who", page.locator("header")),
        ("More: this screen, and leaving", page.locator("header")),
    ):
        button = page.get_by_role("button", name=re.compile(name))
        if button.count():
            button.first.click()
            yield re.sub("[^A-Za-z ]", "", name), part
            button.first.click()
    person.looks_at_everything().looks_at("worries").says_more()
    yield "More", person.box
    page.get_by_role("button", name=re.compile("Questions that help")).first.click()
    yield "questions", page.get_by_role("region").first
    for choice in EDITORS:
        yield from an_editor(person, choice)


def an_editor(person: Person, choice: str) -> Iterator[Seen]:
    """A menu, and the panel that one of its buttons opens, on the first point that offers it."""
    for menu in person.page.get_by_role("button", name=re.compile("^Options for: ")).all()[:12]:
        menu.click()
        button = person.page.get_by_role("button", name=choice, exact=True)
        if button.count():
            if choice == "Move to…":
                yield "menu", person.page.get_by_role("listitem").filter(has=button).first
            button.first.click()
            expect(person.editor).to_be_visible()
            yield f"editor {choice[:12].strip('…')}", person.editor
            person.page.keyboard.press("Escape")
            expect(person.editor).to_have_count(0)
            return
        menu.click()


def the_numbers(person: Person) -> Iterator[Seen]:
    """Asked, and shown with names and reasons."""
    for name in ("Give my number", "Type a number", "Names, numbers and reasons", "(Change|Add) my number"):
        buttons = person.page.get_by_role("button", name=re.compile(f"^{name}"))
        if buttons.count():
            buttons.first.click()
            part = person.page.get_by_role("region", name=re.compile("^How .* today")).first
            yield f"numbers {re.sub('[^A-Za-z ]', '', name)}", part


def the_desk(chair: Person) -> Iterator[Seen]:
    """Every section of the desk, opened, and what its buttons open."""
    for head in chair.desk.get_by_role("heading", level=3).get_by_role("button").all():
        opened(head)
    yield "desk", None
    for name in (
        "Who is in",
        "Ask for numbers",
        "Use our own words",
        "Safe to show here",
        "Write it down",
        "Rate again",
    ):
        button = chair.desk.get_by_role("button", name=re.compile(f"^{name}"))
        if button.count():
            button.first.click()
            yield f"desk {name}", chair.desk


@pytest.mark.parametrize(
    "demo",
    ["blank", "mid", pytest.param("end", marks=pytest.mark.proof("tests/e2e/test_what_is_in_sight.py"))],
    indirect=True,
)
@pytest.mark.timeout(240)
def test_the_demo_is_accessible_and_fits_for_chair_parent_and_professional_on_map_and_grid(
    demo: Demo, hall: Hall, request: pytest.FixtureRequest
) -> None:
    state = request.node.callspec.params["demo"]
    for template, short in TEMPLATES.items():
        of = f"{state} {short}"
        chair = hall.of_demo(demo, "Ines", template, size=LAPTOP).arrives().is_in()
        parent = hall.of_demo(demo, "Marla", template, size=SMALL_PHONE).opens_link()
        stands(parent, f"{of} join 320")
        parent.asks_to_join().waits()
        stands(parent, f"{of} lobby 320")
        nurse = hall.of_demo(demo, "Nell", template, size=LAPTOP).arrives()
        stands(chair, f"{of} door")
        chair.lets_in("Marla", "Nell")
        for person, who in ((parent, "parent 320"), (nurse, "nurse")):
            for seen, part in the_board(person.is_in(), panels=of == "mid map"):
                stands(person, f"{of} {who} {seen}", part)
        for seen, part in the_desk(chair):
            stands(chair, f"{of} {seen}", part)
        chair.page.set_viewport_size({"width": SMALL_PHONE[0], "height": SMALL_PHONE[1]})
        stands(chair, f"{of} desk 320")
        chair.page.get_by_role("button", name="Board", exact=True).click()
        stands(chair, f"{of} chair board 320")
        for person in (parent, nurse, chair):
            person.context.close()


@pytest.mark.timeout(180)
def test_every_state_of_the_connection_and_of_a_point_is_accessible_and_fits(house: House, hall: Hall) -> None:
    room, chair, [worker] = gathered(house, "worker")
    for key, size in (("mum", SMALL_PHONE), ("nurse", LAPTOP)):
        person = hall.guest(house, room, key, size=size).arrives()
        let_in(chair, person)
        typed = f"Typed for {person.full_name}."
        worker.add(typed, speaker=room.people[key])
        expect(person.sees(typed)).to_contain_text("Bel typed this for you. Is it right?")
        stands(person, f"{key} typed for you")
        if key == "nurse":
            chair.until(lambda: chair.things("items"))
            person.says_more()
            person.box.get_by_label("Whose words?").select_option(label="Pip Canarybird, child")
            person.box.get_by_role("radio", name="In a talk").check()
            stands(person, f"{key} a child's words")
            person.writes("I hid.")
            expect(person.point("I hid.")).to_contain_text("Waiting for the chair")
            stands(person, f"{key} held")
        the_first_paint_stands(person, key)
        with person.without_network():
            person.writes(f"{key}, on the way.")
            expect(person.point(f"{key}, on the way.")).to_contain_text("Sending")
            stands(person, f"{key} sending")
            person.reads("Reconnecting. Keep writing.")
            stands(person, f"{key} reconnecting")
            person.reads("Not connected. 1 point kept on this device; others can't see it yet.")
            stands(person, f"{key} offline")
    mum, nurse = hall.people
    mum.network_is_gone = True
    mum.context.set_offline(True)
    mum.writes("Said too late.")
    mum.reads("Not connected. 1 point kept")
    gaps = [one["check"] for one in chair.fresh() and chair.snapshots[-1]["gaps"]]
    chair.ok("end_meeting", reasons=[{"check": check, "reason": "Said aloud."} for check in gaps])
    mum.context.set_offline(False)
    mum.reads("The meeting has ended. Thank you, Esme.")
    stands(mum, "mum ended, words not sent")
    mum.page.wait_for_timeout(800)  # What has just changed in the bar takes no press yet.
    mum.asked.get_by_role("button", name=re.compile("^Look")).click()
    mum.reads("Not sent.")
    expect(mum.point("Said too late.")).to_contain_text("The meeting has ended, so nothing new can be added.")
    stands(mum, "mum not sent, ended")
    nurse.reads("The meeting has ended.")
    stands(nurse, "nurse ended")
    chair.ok("remove_attendee", attendee=room.attendees["nurse"], reason="")
    expect(nurse.page.get_by_role("heading", name="You are no longer in this meeting.")).to_be_visible()
    stands(nurse, "removed")
    mum.page.get_by_role("button", name="Throw it away").click()
    chair.ok("finish_meeting", typed="FINISH")
    expect(mum.page.get_by_role("heading", name="This meeting has ended.")).to_be_visible()
    stands(mum, "finished 320")
    mum.page.goto(mum.link)
    mum.reads("This meeting has ended")
    stands(mum, "join ended 320")
    mum.page.goto(f"{mum.url}/join")
    mum.reads("Your link")
    stands(mum, "join without a link 320")


def the_first_paint_stands(person: Person, key: str) -> None:
    """The page as the server sends it, before any script."""
    person.network_is_gone = True
    person.page.route("**/pages/*.js", lambda route: route.abort())
    person.page.reload()
    expect(person.page.get_by_text("There was shouting on Sunday night.")).to_be_visible()
    stands(person, f"{key} first paint")
    person.page.unroute("**/pages/*.js")
    person.page.reload()
    person.is_in()
    person.network_is_gone = False
