"""What files are called: which meeting, what is in it, whether it can still change. Never a name of somebody."""

import re

import pytest

from meeting_server.documents.file_names import file_name
from meeting_server.domain.audiences import ROOM, To
from meeting_server.domain.ending.ending import MeetingEnded, MeetingFinished, MeetingOpened
from meeting_server.domain.facts import MeetingPrepared
from meeting_server.domain.meeting import Meeting
from meeting_server.domain.people.add_person import PersonAdded
from meeting_server.domain.reading import Arrangements
from tests.scenes.builders import DAY, START, after, new, person, templates

ARRANGED = Arrangements("FAM/12 b", "Town Hall, room 3", "10:00")
MAP = templates()["three-column-map"]
LOCKED = (MeetingOpened(), MeetingEnded(()), MeetingFinished())


def meeting(*went_on: object, occasion: str = MAP.kinds[0].occasion) -> Meeting:
    """A meeting about Juniper and Pip on this occasion, as far as it went on."""
    children = (PersonAdded(person(key), True, key.title(), "", "", None, "") for key in ("juniper", "pip"))
    said = (MeetingPrepared(occasion, "both", True, DAY), *children, *went_on)
    return after(Meeting(new("meeting"), MAP), [To(ROOM, one) for one in said])


def test_a_locked_record_has_reference_day_kind_and_what_it_is() -> None:
    name = file_name(meeting(*LOCKED), ARRANGED, "record", "docx", START)
    assert name == f"FAM-12-b_{DAY}_first-child-protection-conference_record.docx"


def test_a_draft_says_so_with_the_time_it_was_read() -> None:
    assert file_name(meeting(), ARRANGED, "record", "docx", START).endswith("_record_DRAFT-1000.docx")


def test_what_is_no_draft_never_says_so() -> None:
    assert file_name(meeting(), ARRANGED, "meeting", "ics", None).endswith("_meeting.ics")


def test_one_childs_file_counts_the_children_and_names_none() -> None:
    name = file_name(meeting(*LOCKED), ARRANGED, "workbook", "docx", START, person("pip"))
    assert name.endswith("_workbook_child-2.docx")


@pytest.mark.parametrize("arranged", [None, Arrangements("", "", "")])
def test_without_a_reference_it_begins_with_the_day(arranged: Arrangements | None) -> None:
    assert file_name(meeting(*LOCKED), arranged, "record", "docx", START).startswith(DAY)


@pytest.mark.parametrize("occasion", ["A meeting about Pip Quillfeather", "../../etc", 'x"; y', "", "é"])
def test_an_occasion_that_people_typed_is_in_no_name(occasion: str) -> None:
    name = file_name(meeting(*LOCKED, occasion=occasion), ARRANGED, "record", "docx", START)
    assert name == f"FAM-12-b_{DAY}_three-column-map_record.docx"
    assert re.fullmatch(r"[A-Za-z0-9_-]+\.docx", name)
