"""What a record says of earlier meetings: in one child's part alone, drawn the way its template says, gaps and all."""

import re
from dataclasses import replace
from functools import cache

import pytest

from meeting_server.documents import docx_of, html_of, pdf_of
from meeting_server.documents.number_line import has
from meeting_server.documents.trend_drawing import days, description, letters, said, trend_drawing
from meeting_server.domain.audiences import ROOM
from meeting_server.domain.earlier.bring_forward import BringAsking, BringForward, BringPoint
from meeting_server.domain.meeting import Meeting
from meeting_server.domain.numbers.rounds import AskNumbers
from meeting_server.domain.numbers.save_number import SaveNumber
from meeting_server.domain.numbers.show_numbers import ShowNumbers
from meeting_server.domain.points.progress import ClearProgress, NoteProgress
from meeting_server.domain.points.provenance import Difference, FamilyTold
from meeting_server.domain.reading import ChildPart
from meeting_server.domain.record.record import record_from_json, record_json, record_of
from tests.scenes.builders import given, new, person
from tests.scenes.earlier import ACTION, matched, then
from tests.scenes.points import item
from tests.scenes.strategy import after_strategy

SORREL = person("sorrel")
HERE = then(new("meeting"))
GAIN, STRENGTH = "120 g a week.", "She has the strength to cry."


@cache
def core() -> Meeting:
    """Everything of the conference brought forward, and today's numbers: Nell's again, Kit's new, Rowan is away."""
    points = tuple(BringPoint(new(one), new(f"{one} here")) for one in ("worry", "goal", "action", "everybody"))
    asked = (BringAsking(new("asked"), then(SORREL)),)
    said = matched().when("ines", BringForward(then(new("meeting")), points, asked, (then(SORREL),))).ok()
    note = NoteProgress(new("action here"), "partly", GAIN, (Difference(SORREL, STRENGTH),), (person("odile"),))
    said = said.when("nell", NoteProgress(new("action here"), "not_yet")).when("nell", note).ok()
    said = said.when("ines", AskNumbers(new("again"), "safety", (SORREL,))).ok()
    for who, value in (("nell", 4), ("kit", 5)):
        said = said.when(who, SaveNumber(new("again"), SORREL, "number", value)).ok()
    return said.when("ines", ShowNumbers(new("again"))).ok().meeting


def part(name: str) -> ChildPart:
    return next(one for one in record_of(core(), (ROOM,)).parts if one.child.name.startswith(name))


def test_a_point_says_which_meeting_it_is_from_and_who_brought_it():
    found = next(one for column in part("Sorrel").columns for c in column.categories for one in c.points if one.came)
    assert found.came is not None
    assert found.recorded_by is not None
    assert (found.came.occasion, found.came.date) == ("First conference", "2026-03-19")
    assert found.recorded_by.name == "Ines Brackenshaw"


def test_the_progress_of_an_action_stands_with_every_answer_and_who_looks_after_it():
    (action,) = part("Sorrel").actions
    assert action.task is not None
    first, last = action.task.progress
    assert (first.state, last.state, last.evidence, last.difference) == ("not_yet", "partly", GAIN, STRENGTH)
    assert [who.name for who in last.monitors] == ["Odile Quillfeather"]


def test_nothing_of_one_childs_earlier_meetings_is_in_anothers_part():
    for name in ("Juniper", "Pip"):
        other = part(name)
        assert (other.trends, other.rated_before, other.actions) == ((), (), ())
        whole = replace(record_of(core(), (ROOM,)), parts=(other,), shared=(), plan=())
        for words in (GAIN, STRENGTH, ACTION, "She is not growing."):
            assert words not in record_json(whole)


def test_the_difference_an_action_makes_for_one_child_is_not_in_anothers_part():
    points = (BringPoint(new("everybody"), new("everybody here")), BringPoint(new("action"), new("action here")))
    bring = matched().when("ines", BringForward(then(new("meeting")), points)).ok()
    shared = replace(item(bring.meeting, new("action here")), children=())
    board = bring.meeting.room
    kinds = board.kinds.insert("items", board.kinds["items"].insert(shared.id, shared))
    meeting = bring.meeting.with_board(ROOM, replace(board, kinds=kinds))
    note = NoteProgress(shared.id, "done", GAIN, (Difference(SORREL, STRENGTH), Difference(person("pip"), "He eats.")))
    told = replace(bring, meeting=meeting).when("nell", note).ok()
    said = {
        one.child.name.split()[0]: one.actions[0].task.progress[0].difference
        for one in record_of(told.meeting, (ROOM,)).parts
        if one.actions[0].task
    }
    assert said == {"Juniper": "", "Pip": "He eats.", "Sorrel": STRENGTH}


def test_words_of_progress_that_were_taken_back_are_in_no_record():
    n = item(core(), new("action here")).progress[-1].n
    cleared = given(core()).when("nell", ClearProgress(new("action here"), n)).ok()
    assert GAIN not in record_json(record_of(cleared.meeting, (ROOM,)))


def test_the_trend_has_a_strand_for_each_person_and_leaves_gaps():
    (trend,) = part("Sorrel").trends
    table = {
        one.who.name.split()[0]: [said(trend, at, place) for place in range(2)] for at, one in enumerate(trend.strands)
    }
    assert table == {
        "Kit": ["No number", "5"], "Marla": ["7", "No number"], "Nell": ["2", "4"], "PC": ["4", "No number"],
    }  # fmt: skip
    strands = [one for one in trend_drawing(trend).strokes if one.kind == "strand"]
    assert len(strands) == 1, "only Nell gave a number in both"
    assert [one.today for one in trend.days] == [False, True]


def test_the_line_of_a_trend_runs_the_way_its_template_says():
    (trend,) = part("Sorrel").trends
    mirrored = replace(trend, left=10)
    there, back = trend_drawing(trend), trend_drawing(mirrored)
    assert [round(one.x + two.x, 6) for one, two in zip(there.dots, back.dots, strict=True)] == [170.0] * 5
    for drawn, ways in ((there, ["← worse", "better →"]), (back, ["← better", "worse →"])):
        assert [one.words for one in drawn.labels if one.words.strip("←→ ") in ("better", "worse")] == ways
    assert "0 at the left end" in description(trend)
    assert "10 at the left end" in description(mirrored)


def test_two_people_with_the_same_letters_are_told_apart():
    (trend,) = part("Sorrel").trends
    twice = replace(trend, strands=(*trend.strands, trend.strands[0]))
    assert len(set(letters(twice))) == len(twice.strands)


def test_a_name_in_letters_the_font_lacks_stands_there_as_no_empty_boxes():
    (trend,) = part("Sorrel").trends
    names = ("Łukasz Żak", "أحمد علي", "Д Б", "👩 Mum")
    who = [replace(trend.strands[0], who=replace(trend.strands[0].who, name=one)) for one in names]
    short = letters(replace(trend, strands=tuple(who)))
    assert len(set(short)) == len(short)
    assert all(has(letter) for one in short for letter in one)


def test_people_on_the_same_number_do_not_cover_each_other():
    (trend,) = part("Sorrel").trends
    five = trend.strands[0].answers[::-1]
    same = replace(trend, strands=tuple(replace(one, answers=five, pieces=()) for one in trend.strands))
    spots = [(dot.x, dot.y) for dot in trend_drawing(same).dots]
    assert len(set(spots)) == len(spots)


@pytest.mark.parametrize("make", [docx_of, html_of, pdf_of])
def test_every_paper_prints_it(make):
    record = record_of(core(), (ROOM,))
    assert record_from_json(record_json(record)) == record
    assert len(make(record)) > 1000


def test_the_page_says_all_of_it_in_words():
    page = html_of(record_of(core(), (ROOM,))).decode()
    for words in (
        "From the First conference of 19 March 2026 (Three-column map), brought forward by Ines Brackenshaw",
        "◐ Partly", GAIN, STRENGTH, "Odile Quillfeather", "The numbers over time", "No number", "At the First conference",
        "She is not growing.", "▲ Red: big worries, act now", "How the plan is coming along",
    ):  # fmt: skip
        assert words in page
    assert days(part("Sorrel").trends[0]) == ("19 March 2026, First conference", "19 March 2026, this meeting")


@pytest.mark.parametrize(
    ("told", "says"),
    [
        (
            FamilyTold(person("kit"), True),
            "told them before this meeting.",
        ),
        (FamilyTold(person("nell"), False), "told them in this meeting, before it was shown."),
    ],
)
def test_the_record_says_who_told_the_family_what_was_said_without_them(told: FamilyTold, says: str):
    bring = BringForward(HERE, (BringPoint(new("shouting"), new("here")),), told=told)
    rate = BringForward(HERE, ratings=(then(person("pip")),), told=told)
    asked = BringForward(HERE, askings=(BringAsking(new("asked"), then(person("pip"))),), told=told)
    said = after_strategy().when("ines", bring).ok().when("ines", rate).ok().when("ines", asked).ok()
    whole = record_of(said.meeting, (ROOM,))
    lines = re.findall(r"Said without the family\. [^<]*", html_of(whole).decode())
    assert len(lines) >= 3, "under the point, the rating and the numbers"
    assert all(one.endswith(says) for one in lines)
    assert re.search(r"2026: Said without the family\.", html_of(whole).decode()), "of the numbers, with the day"
