"""Earlier meetings on the chair's desk: who is who, what to bring, who will see it; and a mother who sees it then only."""

import re
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from playwright.sync_api import Locator, expect

from meeting_server.services.batch import PendingCommand
from meeting_server.services.prepare_meeting import SERVER, PlannedPerson
from tests.e2e.pages.hall import Hall
from tests.e2e.pages.people import LAPTOP, SMALL_PHONE, Person
from tests.scenes.earlier import ACTION, GOAL, HELD, PRIVATE, WORRY, conference, told
from tests.scenes.strategy import SHOUTING, TABLETS, locked, strategy
from tests.servers.served import Room, Served, make_room, opened

PEOPLE = (
    PlannedPerson("juniper", "Juniper Quillfeather", called="Juniper", child=True, age="11"),
    PlannedPerson("pip", "Pip Quillfeather", called="Pip", child=True, age="5"),
    PlannedPerson("sorrel", "Sorrel Quillfeather", called="Sorrel", child=True, age="8 months"),
    PlannedPerson("chair", "Kit Farrowden", role="chair", agency="social_care"),
    PlannedPerson("nell", "Nell Ashgrove", role="health", agency="health"),
    PlannedPerson("marla", "Marla Quillfeather", relationship="Mum", role="parent", agency="family"),
    PlannedPerson("odile", "Odile Quillfeather", relationship="Gran", role="network", agency="family"),
)
GAIN = "120 g a week on the clinic chart."


@pytest.fixture
def core(tmp_path: Path) -> Iterator[tuple[Served, Room]]:
    """A server with the next meeting of the family, and the conference on its desk."""
    with opened(tmp_path) as live:
        room = make_room(live, PEOPLE)
        live.writer.ask(PendingCommand(room.id, SERVER, str(uuid4()), b"", lambda _: told(conference())))
    served = Served(tmp_path).start()
    yield served, room
    assert served.stop() == 0
    assert "Traceback" not in served.log


@pytest.fixture
def after_strategy(tmp_path: Path) -> Iterator[tuple[Served, Room]]:
    """A server with the next meeting of the family, and a strategy meeting without them on its desk."""
    with opened(tmp_path) as live:
        room = make_room(live, PEOPLE)
        live.writer.ask(PendingCommand(room.id, SERVER, str(uuid4()), b"", lambda _: told(locked(strategy()))))
    served = Served(tmp_path).start()
    yield served, room
    assert served.stop() == 0
    assert "Traceback" not in served.log


def comes(hall: Hall, core: tuple[Served, Room], key: str, size: tuple[int, int] = LAPTOP) -> Person:
    served, room = core
    return hall.person(served.url, room.link(served.url, key), room.names[key], size=size)


def chooses(desk: Locator, group: str, words: str) -> None:
    """Ticks something in a group of an earlier meeting."""
    desk.get_by_role("group", name=group).get_by_label(re.compile(re.escape(words))).check()


def test_the_chair_brings_forward_and_a_mother_reads_where_it_is_from(core: tuple[Served, Room], hall: Hall) -> None:
    kit = comes(hall, core, "chair").arrives().is_in()
    marla = comes(hall, core, "marla", SMALL_PHONE).arrives()
    kit.page.get_by_role("button", name="Start the meeting").click()
    kit.lets_in(marla.name)
    marla.is_in()
    for words in (WORRY, GOAL, ACTION, "She is not growing.", "PC Rowan"):
        assert not marla.told(words)

    desk = kit.part("From earlier meetings")
    kit.is_accessible()
    expect(desk.get_by_label(re.compile("^PC Rowan Glasspool"))).to_have_value("elsewhere")
    expect(desk.get_by_label(re.compile("^Nell Ashgrove")).locator("option:checked")).to_contain_text("Nell")
    desk.get_by_role("button", name="That is right").click()
    expect(desk.get_by_role("heading", name="Who is who?")).to_have_count(0)

    desk = kit.part("From earlier meetings")
    chooses(desk, "Last ratings", "Sorrel Quillfeather")
    chooses(desk, "Numbers", "How safe is Sorrel Quillfeather today?")
    chooses(desk, "Worries", WORRY)
    chooses(desk, "Open actions", ACTION)
    desk.get_by_role("button", name=re.compile("^Bring forward")).click()
    expect(desk).to_contain_text("In this meeting and not in that one: Odile Quillfeather.")
    assert not marla.told(WORRY)
    desk.get_by_role("button", name="Yes, show everyone").click()

    marla.sees(WORRY, "worries")
    expect(marla.point(WORRY)).to_contain_text("From: First conference, Thu 19 Mar 2026")
    marla.sees(ACTION, "next")
    for words in (GOAL, HELD, PRIVATE):
        assert not marla.told(words)
    expect(kit.part("From earlier meetings").get_by_text("Everyone has this").first).to_be_visible()

    says_how_it_comes_along(marla)
    marla.fits()
    marla.is_accessible()
    expect(kit.point(ACTION)).to_contain_text(GAIN)
    the_numbers_over_time(kit, marla)
    kit.is_accessible()


def says_how_it_comes_along(marla: Person) -> None:
    """On a small phone, in four words, with how we know, the difference for the child, and who looks after it."""
    marla.point(ACTION).get_by_role("button", name=re.compile("^How is it coming along")).click()
    panel = marla.editor
    panel.get_by_role("button", name="Save").click()
    expect(marla.page.get_by_text("Choose how it is coming along.").first).to_be_visible()
    panel.get_by_label("Partly").check()
    panel.get_by_label("How do we know?").fill(GAIN)
    panel.get_by_label("What difference does it make for Sorrel?").fill("She sleeps.")
    panel.get_by_label(re.compile("Odile")).check()
    marla.fits()
    marla.is_accessible()
    panel.get_by_role("button", name="Save").click()
    expect(panel).to_have_count(0)
    point = marla.point(ACTION)
    for words in ("Partly", GAIN, "What difference for Sorrel: She sleeps.", "Who looks after it: Odile"):
        expect(point).to_contain_text(words)


def the_numbers_over_time(kit: Person, marla: Person) -> None:
    """Drawn and as a table, the rating of the conference beside them; also on the smallest phone."""
    marla.goes_to_numbers()
    for one in (kit, marla):
        trends = one.page.get_by_role("region", name="The numbers over time", exact=True)
        picture = trends.get_by_role("img")
        expect(picture).to_have_attribute("aria-label", re.compile("Zero is at the left, ten at the right."))
        expect(picture).to_have_attribute("aria-label", re.compile("Nell, Health worker: First conference.* 2"))
        expect(trends.get_by_role("row", name=re.compile("PC Rowan"))).to_contain_text("4")
        one.goes_to("Red, amber or green")
        expect(one.page.get_by_role("region", name="Red, amber or green, before today")).to_contain_text(
            "Red: big worries"
        )
        one.fits()
        if one.narrow:
            one.is_accessible()


def test_what_was_said_without_the_family_is_brought_one_by_one_and_says_who_told_them(
    after_strategy: tuple[Served, Room], hall: Hall
) -> None:
    kit = comes(hall, after_strategy, "chair").arrives().is_in()
    marla = comes(hall, after_strategy, "marla", SMALL_PHONE).arrives()
    kit.page.get_by_role("button", name="Start the meeting").click()
    kit.lets_in(marla.name)
    marla.is_in()
    desk = kit.part("From earlier meetings")
    desk.get_by_role("button", name="That is right").click()
    apart = desk.get_by_role("region", name="Said without the family")
    expect(apart.get_by_text(SHOUTING)).to_be_visible()
    expect(desk.get_by_role("checkbox")).to_have_count(0)

    apart.get_by_role("listitem").filter(has_text=SHOUTING).get_by_role("button", name="Bring forward").click()
    form = apart.get_by_role("form", name=f"Bring forward: {SHOUTING}")
    expect(form).to_be_focused()
    expect(form).to_contain_text("Do they know it: Marla and Odile?")
    form.get_by_role("button", name=re.compile("^Yes, show everyone")).click()
    expect(form).to_contain_text("Say first whether they know it, and who told them.")
    form.get_by_label("No, not yet").check()
    expect(form.get_by_role("button", name=re.compile("^Yes, show everyone"))).to_have_count(0)
    form.get_by_label("Yes, they knew it before this meeting").check()
    form.get_by_label("Who told them?").select_option(label="Nell, Health worker")
    kit.is_accessible()
    assert not marla.told(SHOUTING)
    form.get_by_role("button", name=re.compile("^Yes, show everyone")).click()

    marla.sees(SHOUTING, "worries")
    expect(marla.point(SHOUTING)).to_contain_text("Said without the family. Nell told them before this meeting.")
    expect(apart.get_by_role("listitem").filter(has_text=SHOUTING)).to_contain_text("Everyone has this")
    assert not marla.told(TABLETS)
    marla.fits()
