"""What the record of a core group says of visits, updates and the trigger check: for each child, silence included."""

from functools import cache

import pytest

from meeting_server.documents import docx_of, html_of, pdf_of
from meeting_server.domain.audiences import ROOM
from meeting_server.domain.core_group.agency_updates import ClearUpdate, GiveUpdate
from meeting_server.domain.core_group.triggers import AnswerTrigger
from meeting_server.domain.core_group.visits import TakeBackVisit
from meeting_server.domain.people.minute_taking import HandMinutes
from meeting_server.domain.reading import ChildPart
from meeting_server.domain.record.record import Record, record_from_json, record_json, record_of
from tests.scenes.builders import attendee, new
from tests.scenes.core_group import PIP, SEEN, SORREL, TOLD, busy


@cache
def record() -> Record:
    said = busy().when("nell", GiveUpdate("It is 140 g.", SORREL)).ok()
    said = said.when("ines", AnswerTrigger("strategy_discussion", "yes", "A bruise. Kit rings today.", SORREL)).ok()
    return record_of(said.when("ines", HandMinutes(attendee("nell"))).ok().meeting, (ROOM,))


def part(name: str) -> ChildPart:
    return next(one for one in record().parts if one.child.name.startswith(name))


def test_a_visit_is_in_the_part_of_the_child_who_was_seen_and_in_no_other():
    visits, others = part("Sorrel").visits, part("Pip").visits
    assert visits is not None
    assert others is not None
    assert [(one.who.name, one.day, one.alone, one.says) for one in visits.visits] == [
        ("Kit Farrowden", "2026-03-18", "yes", SEEN)
    ]
    assert (visits.label, others.visits) == ("Who has seen Sorrel Quillfeather?", ())


def test_an_agency_that_told_nothing_stands_there_as_not_received():
    updates = part("Pip").updates
    assert updates is not None
    told = {one.agency: [(said.text, said.of_all) for said in one.told] for one in updates.agencies}
    assert told["School"] == [("All three came every day.", True)]
    assert told["Health"] == told["Police"] == [], "what health told of Sorrel is not in Pip's part"
    assert "Family" not in told


@pytest.mark.parametrize("make", [html_of, docx_of, pdf_of])
def test_every_paper_is_made(make):
    assert record_from_json(record_json(record())) == record()
    assert len(make(record())) > 1000


def test_the_page_says_not_received_and_never_no_concerns():
    page = html_of(record()).decode()
    for words in (
        "Update not received.", "Not announced", "Seen alone", "At home", SEEN, "It is 140 g.", "The trigger check",
        "Is legal advice needed?", "Not answered.", "A bruise. Kit rings today.", "took the minutes",
        "Nobody has said that they saw this child since the last meeting.",
    ):  # fmt: skip
        assert words in page, words
    assert "no concerns" not in page.casefold()


def test_what_an_agency_told_before_stays_in_the_record():
    updates = part("Sorrel").updates
    assert updates is not None
    (health,) = [one for one in updates.agencies if one.agency == "Health"]
    assert [was.text for was in health.told[0].earlier] == [TOLD]


def test_a_question_answered_for_one_child_is_in_that_childs_part_alone():
    answered = {
        name: {one.question: [said.answer for said in one.answers] for one in part(name).triggers}
        for name in ("Pip", "Sorrel")
    }
    strategy = "Is a strategy discussion needed now?"
    assert (answered["Pip"][strategy], answered["Sorrel"][strategy]) == ([], ["yes"])
    assert answered["Pip"]["Is legal advice needed?"] == ["no"]


def test_what_was_taken_back_is_in_no_record():
    said = busy().when("kit", TakeBackVisit(new("visit"))).when("nell", ClearUpdate("health", SORREL)).ok()
    text = record_json(record_of(said.meeting, (ROOM,)))
    assert SEEN not in text
    assert TOLD not in text
    assert PIP not in text, "no id is in a record"


def test_the_head_says_to_whom_the_minutes_were_handed():
    (one,) = record().head.minute_takers
    assert (one.who.name, one.to_at) == ("Nell Ashgrove", None)
