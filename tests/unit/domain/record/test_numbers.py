"""A danger's numbers over three meetings are one line by the id it had where it was first said; no number about
anything else is a place of it."""

import re
from functools import cache
from io import BytesIO

import pytest
from docx import Document

from meeting_server.documents import docx_of, html_of
from meeting_server.domain.audiences import ROOM, To
from meeting_server.domain.earlier.bring_forward import BringAsking, BringForward, BringPoint
from meeting_server.domain.earlier.brought import EarlierNumbers, EarlierNumbersShown
from meeting_server.domain.meeting import Meeting
from meeting_server.domain.numbers.rounds import AskNumbers
from meeting_server.domain.numbers.save_number import SaveNumber
from meeting_server.domain.numbers.show_numbers import ShowNumbers
from meeting_server.domain.points.provenance import Came
from meeting_server.domain.reading import TrendPart
from meeting_server.domain.record.record import record_of
from tests.scenes.builders import Outcome, after, given, new, person, room
from tests.scenes.earlier import FEW, ended, match, then, told
from tests.scenes.points import point

SORREL = person("sorrel")
DRINK, HOUSE = "When Dorran drinks, Sorrel goes hungry. It was so twice.", "The stairs have no gate."


def asked(said: Outcome, round: str, about: str | None, **numbers: int) -> Outcome:
    """Numbers for Sorrel, given and shown."""
    said = said.when("ines", AskNumbers(new(round), "safety", (SORREL,), about and new(about))).ok()
    for who, value in numbers.items():
        said = said.when(who, SaveNumber(new(round), SORREL, "number", value)).ok()
    return said.when("ines", ShowNumbers(new(round))).ok()


def dangers(said: Outcome) -> Outcome:
    for name, words in (("drink", DRINK), ("house", HOUSE)):
        said = said.when("nell", point(name, words, category="danger", children=(SORREL,))).ok()
    return said


@cache
def first() -> Meeting:
    """Asked of two dangers and of today in general; of the first danger twice."""
    said = dangers(given(room(only=FEW)))
    said = asked(said, "drink first", "drink", nell=2, kit=1)
    said = asked(said, "drink again", "drink", nell=3)
    said = asked(said, "house first", "house", nell=8)
    return ended(asked(said, "general first", None, nell=6)).meeting


def brought(meeting: Meeting, *rounds: str, of: str, **points: str) -> Outcome:
    """The next meeting with these askings and points of the earlier one brought forward."""
    said = given(meeting).when("ines", match()).ok()
    askings = tuple(BringAsking(new(one), then(SORREL)) for one in rounds)
    return said.when("ines", BringForward(of, tuple(BringPoint(new(a), new(b)) for a, b in points.items()), askings))


def next_meeting(*meetings: Meeting) -> Meeting:
    return after(room(only=[one for one in FEW if one != "rowan"]), told(*meetings))


@cache
def second() -> Outcome:
    """Everything brought forward and asked anew."""
    rounds = ("drink first", "drink again", "house first", "general first")
    said = brought(next_meeting(first()), *rounds, of=then(new("meeting")), drink="drink 2", house="house 2").ok()
    said = asked(said, "drink second", "drink 2", nell=4)
    said = asked(said, "general second", None, nell=7)
    return asked(said, "house second", "house 2", nell=9)


def lines(meeting: Meeting) -> dict[str, list[int | None]]:
    """Nell's numbers in each trend of Sorrel's, by what the danger is called."""
    return {_about(one): _nell(one) for one in trends(meeting)}


def trends(meeting: Meeting) -> tuple[TrendPart, ...]:
    return next(one for one in record_of(meeting, (ROOM,)).parts if one.child.name.startswith("Sorrel")).trends


def _about(one: TrendPart) -> str:
    return (one.about.text or f"{one.about.missing} {one.about.label}".strip()) if one.about else ""


def _nell(one: TrendPart) -> list[int | None]:
    (found,) = [strand for strand in one.strands if strand.who.name.startswith("Nell")]
    return [answer and answer.value for answer in found.answers]


def test_each_danger_and_today_in_general_have_a_line_of_their_own():
    assert lines(second().meeting) == {DRINK: [3, 4], HOUSE: [8, 9], "": [6, 7]}


def test_a_meeting_that_asked_twice_is_one_place_and_the_other_asking_is_in_its_own_part():
    (drink,) = [one for one in trends(second().meeting) if _about(one) == DRINK]
    assert [one.date for one in drink.days] == ["2026-03-19", "2026-03-19"]
    assert [strand.who.name for strand in drink.strands] == ["Nell Ashgrove"], "Kit answered the first asking alone"


def test_the_first_id_goes_on_to_the_meeting_after_the_next():
    read = told(ended(second()).meeting)
    askings = [one for to in read for one in getattr(to.event, "askings", ()) if one.id == new("drink second")]
    assert [one.about for one in askings] == [new("drink")]


def test_a_danger_said_again_in_the_same_words_is_another_one():
    said = brought(next_meeting(first()), "drink again", of=then(new("meeting"))).ok()
    said = said.when("nell", point("like", DRINK, category="danger", children=(SORREL,))).ok()
    assert lines(asked(said, "like", "like", nell=5).meeting) == {"not_here": [3]}


def test_numbers_whose_dangers_were_not_brought_forward_are_told_apart():
    said = brought(next_meeting(first()), "drink again", "house first", of=then(new("meeting"))).ok()
    assert lines(said.meeting) == {"not_here 1": [3], "not_here 2": [8]}


def test_what_an_older_release_brought_forward_is_joined_with_nothing():
    came = Came(then(new("meeting")), new("old"), "Map", "First conference", "2026-03-19")
    (general,) = [one for one in trends(second().meeting) if one.about is None]
    scale = room().template.scale("safety")
    assert scale
    old = EarlierNumbersShown(new("old"), SORREL, came, scale.series, scale.question, scale.ten, scale.zero, scale.left,
                              _one(second().meeting), None)  # fmt: skip
    found = trends(after(second().meeting, [To(ROOM, old)]))
    assert [one for one in found if one.about is None] == [general]
    assert [one.about.missing for one in found if one.about and one.about.missing] == ["not_kept"]


def _one(meeting: Meeting) -> tuple:
    return next(meeting.room.each(EarlierNumbers)).numbers


@pytest.mark.parametrize("words", ["About: When Dorran drinks, Sorrel goes hungry.", f"About: {HOUSE}"])
def test_page_and_word_file_say_which_danger_each_line_is_about(words):
    record = record_of(second().meeting, (ROOM,))
    page = html_of(record).decode()
    assert words in page
    assert words in [one.text for one in Document(BytesIO(docx_of(record))).paragraphs]
    says = re.findall(r"<caption[^>]*>(The numbers over time[^<]*)<", page)
    assert len(set(says)) == len(says) == 3, "no two tables are called alike"
