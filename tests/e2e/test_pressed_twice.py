"""A spot that is pressed twice, 50 to 600 ms apart, in every list whose rows go when they are pressed, and in the bar of what is
asked: exactly one thing happens."""

import re
from collections.abc import Sequence
from uuid import uuid4

import pytest
from playwright.sync_api import Locator, expect

from tests.e2e.pages.hall import Demo, Hall, let_in
from tests.e2e.pages.hands import BETWEEN_PRESSES, SLOW_LINE, Sent, presses_twice
from tests.e2e.pages.minutes_page import Scribe
from tests.e2e.pages.people import LAPTOP, PHONE, Person, until
from tests.people.big_screen import ScreenWire
from tests.people.on_the_wire import Wire
from tests.servers.served import House, Room

GUESTS = ("worker", "nurse", "police", "mum", "gran", "juno")


def hands_leave(person: Person) -> None:
    """Neither pointer nor focus is on any list."""
    person.page.mouse.move(3, 3)
    person.page.evaluate("document.activeElement.blur()")


class Rows:
    """A list whose rows go, and what the page of its owner sends."""

    def __init__(self, person: Person, sent: Sent, name: str) -> None:
        self.person, self.sent = person, sent
        self.list = person.page.locator(f'[data-still^="{name}"]')

    def buttons(self, words: str) -> Locator:
        """The buttons with these words, one in each row."""
        return self.list.get_by_role("button", name=re.compile(f"^{words}"))

    def keys(self, buttons: Locator) -> list[str]:
        """By which the rows of these buttons are known."""
        found: list[str] = buttons.evaluate_all("all => all.map(one => one.closest('[data-point]').dataset.point)")
        return found

    def each_goes(self, words: str, sends: str, gaps: Sequence[int], sure: str = "") -> None:
        """Row after row is pressed twice: of each the one thing happens, and the others stay. `sure`: what is asked first,
        elsewhere, so that the press of a hurried hand answers it never."""
        buttons = self.buttons(words)
        for between in gaps:
            hands_leave(self.person)
            expect(self.list.locator(".row-gone")).to_have_count(0)
            expect(buttons.first).to_be_visible()
            first, *others = self.keys(buttons)
            self.sent.commands.clear()
            buttons.first.scroll_into_view_if_needed()
            presses_twice(self.person, buttons.first, between)
            if sure:
                self.person.page.wait_for_timeout(150)
                assert self.sent.names == [], f"{between} ms: it is asked first"
                yes = self.list.get_by_role("button", name=re.compile(f"^{sure}"))
                yes.scroll_into_view_if_needed()
                presses_twice(self.person, yes, between)
            until(self.person.page, lambda: self.sent.names, why=f"for {sends}, {between} ms")
            self.person.page.wait_for_timeout(150)
            assert self.sent.names == [sends], (between, self.sent.commands)
            hands_leave(self.person)
            until(self.person.page, lambda first=first: first not in self.keys(buttons), why="for the row to go")
            assert set(others) <= set(self.keys(buttons)), f"{between} ms: the others stay"


def comes(hall: Hall, house: House, room: Room, chair: Wire, key: str, size: tuple[int, int]) -> tuple[Person, Sent]:
    """Somebody comes with a browser and is let in, and what it sends is counted."""
    person = hall.guest(house, room, key, size=size)
    sent = Sent(person)
    let_in(chair, person.arrives())
    return person, sent


def asked(chair: Wire, room: Room, nurse: Wire, juno: Wire, times: int) -> None:
    """Numbers are asked for and shown so often: Cal puts both children low, and Juno gives one of her own."""
    for _ in range(times):
        round_, children = str(uuid4()), [room.people["pip"], room.people["juno"]]
        chair.ok("ask_numbers", round=round_, scale="safety", children=children)
        number = {"round": round_, "answer": "number", "reason": "So."}
        for child in children:
            nurse.ok("save_number", child=child, value=1, **number)
        juno.ok("save_number", child=room.people["juno"], value=4, **number)
        chair.ok("show_numbers", round=round_)


@pytest.mark.thorough("tests/e2e/test_rows_that_go.py")
@pytest.mark.timeout(240)
def test_on_the_chairs_desk_two_presses_at_one_spot_do_one_thing(house: House, hall: Hall) -> None:
    room = house.room()
    chair, *everybody = house.gather(room, *GUESTS)
    _, nurse, police, _, _, juno = everybody
    asha, sent = comes(hall, house, room, chair, "chair", (1366, 1000))
    for one in everybody:
        one.ok("raise_hand", up=True)
    Rows(asha, sent, "for-you").each_goes("Heard", "lower_hand", (50, 300, 600))
    asha.part("Hands and requests")
    Rows(asha, sent, "requests").each_goes("Lower the hand", "lower_hand", (180, 400, 500))
    for one in everybody:
        one.ok("ask_to_type", wanted=True)
    Rows(asha, sent, "requests").each_goes("Done", "answer_request", BETWEEN_PRESSES)

    for n in range(6):
        juno.add(f"I hide when it is loud, {n}.")
    asha.part("A child's words")
    Rows(asha, sent, "held-words").each_goes(
        "Safe to show here", "release_item", BETWEEN_PRESSES, "Yes, show it to everyone"
    )

    chair.ok("hold_points", on=True)
    for n in range(6):
        nurse.add(f"Held words, {n}.")
    asha.part("Writing apart")
    Rows(asha, sent, "held-points").each_goes("Show", "release_item", BETWEEN_PRESSES)
    chair.ok("hold_points", on=False)

    for n in range(6):
        thing = police.add(f"Put aside, {n}.")
        chair.ok("put_aside", aside=str(uuid4()), kind="items", thing=thing, n=None, why="Not here.")
    asha.part("Put aside")
    Rows(asha, sent, "asides").each_goes("Put it back", "restore", BETWEEN_PRESSES, "Yes, put it back")

    asked(chair, room, nurse, juno, 3)
    asha.part("Numbers")
    Rows(asha, sent, "low-numbers").each_goes("I have asked", "note_low_asked", BETWEEN_PRESSES)
    Rows(asha, sent, "held-numbers").each_goes(
        "Safe to show here", "release_number", (50, 300, 500), "Yes, show it to everyone"
    )
    screens = [ScreenWire(chair) for _ in range(3)]
    asha.part("Big screen")
    Rows(asha, sent, "screens").each_goes("Turn this screen off", "remove_attendee", (50, 300, 500), "Turn it off")
    for screen in screens:
        screen.close()


@pytest.mark.thorough("tests/e2e/test_rows_that_go.py")
@pytest.mark.timeout(240)
@pytest.mark.parametrize("demo", ["mid"], indirect=True)
def test_on_the_minutes_desk_two_presses_at_one_spot_do_one_thing(demo: Demo, hall: Hall) -> None:
    chair = hall.wire(demo, "Ines")
    tolly = hall.of_demo(demo, "Tolly", size=(1366, 1000))
    sent = Sent(tolly)
    let_in(chair, tolly.arrives())
    scribe = Scribe(tolly)
    scribe.states("Marla", "Still here, no device", "here, no device since")
    marla = next(one["id"] for one in chair.things("people").values() if one["name"] == "Marla Quillfeather")
    for n in range(6):
        said = {"item": str(uuid4()), "column": "worries", "text": f"She is tired, {n}.", "speaker": marla}
        assert tolly.sends("add_item", said)["ok"]
    scribe.part("Waiting to be confirmed")
    Rows(tolly, sent, "to-confirm").each_goes("Read back: said yes", "read_back", BETWEEN_PRESSES)
    for n in range(6):
        own = {"item": str(uuid4()), "column": "worries", "text": f"A slip, {n}."}
        assert tolly.sends("add_item", own)["ok"]
    expect(scribe.row("Just added", "A slip, 5.")).to_be_visible()
    Rows(tolly, sent, "just-added").each_goes("Undo", "take_back_item", BETWEEN_PRESSES)


@pytest.mark.thorough("tests/e2e/test_rows_that_go.py")
@pytest.mark.timeout(240)
@pytest.mark.parametrize(("size", "slow"), [(LAPTOP, False), (PHONE, True)], ids=["laptop", "phone on a slow line"])
def test_in_the_bar_and_on_points_two_presses_at_one_spot_do_one_thing(
    house: House, hall: Hall, size: tuple[int, int], slow: bool
) -> None:
    room = house.room()
    (chair,) = house.gather(room)
    chair.ok("go_to_stage", stage="worries")
    mum, sent = comes(hall, house, room, chair, "mum", size)
    if slow:
        mum.page.evaluate(SLOW_LINE)
    assert mum.sends("ask_to_type", {"wanted": True})["ok"]
    me = room.people["mum"]
    typed = [chair.add(f"I ring my mum, {n}.", speaker=me) for n in range(2 * len(BETWEEN_PRESSES))]
    steps = [chair.add(f"She rings, {n}.", column="next") for n in range(2 * len(BETWEEN_PRESSES))]
    for step in steps:
        chair.ok("set_action", item=step, owners=[me], by="2026-12-24")
    # In the bar, from another place; then where the words stand.
    for place, button, does, items in (
        ("well", '[data-asks="typed"] [data-fk^="for-me:Yes"]', "confirm_words", typed[:6]),
        ("worries", '[data-fk="yes:{}"]', "confirm_words", typed[6:]),
        ("well", '[data-asks="action"] [data-fk^="for-me:I\'ll"]', "accept_action", steps[:6]),
        ("next", '[data-fk="do:{}"]', "accept_action", steps[6:]),
    ):
        turns_to(mum, place)
        for item, between in zip(items, BETWEEN_PRESSES, strict=True):
            is_one_thing(mum, sent, mum.page.locator(button.format(item)), between, (does, item))


def turns_to(person: Person, column: str) -> None:
    """Looks at a column."""
    if person.narrow:
        person.looks_at(column)
    else:
        person.page.locator(f'[data-fk="place:{column}"]').click()


def is_one_thing(person: Person, sent: Sent, button: Locator, between: int, does: tuple[str, str]) -> None:
    """Two presses at one spot send this one command, about this."""
    expect(button).to_be_visible()
    person.page.wait_for_timeout(800)  # After a change of the bar, presses count only then.
    sent.commands.clear()
    button.evaluate("one => one.scrollIntoView({ block: 'center' })")
    presses_twice(person, button, between)
    until(person.page, lambda: sent.names, why=f"for {does}, {between} ms")
    person.page.wait_for_timeout(700)
    assert [(name, data["item"]) for name, data in sent.commands] == [does], between
    hands_leave(person)
