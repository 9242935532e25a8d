"""One child's part of a record, for that child's file."""

import re

import pytest

from meeting_server.documents import docx_of, html_of
from meeting_server.domain.audiences import ROOM
from meeting_server.domain.points.actions import SetAction
from meeting_server.domain.record.one_child import of_one_child
from meeting_server.domain.record.record import record_of
from meeting_server.domain.refused import Refused
from tests.scenes.builders import given, new, person, room
from tests.scenes.points import point, with_juniper
from tests.unit.test_docx import demo, opened, text
from tests.unit.test_docx import record as full_record

PIP, SORREL, JUNIPER = person("pip"), person("sorrel"), person("juniper")


def test_a_child_who_was_there_is_not_named_in_anothers_part_and_neither_is_whose_dad_an_adult_is():
    meeting = given(with_juniper()).when("caspian", point("his", "She sleeps at mine.", children=(PIP,))).ok().meeting
    record = record_of(meeting, (ROOM,))
    assert "Juniper's dad" in str(record.head.attended)
    assert "Juniper's dad" in str(record.parts[meeting.children().index(PIP)])
    assert "Juniper" not in str(of_one_child(record, meeting, PIP))
    assert "Juniper" in str(of_one_child(record, meeting, JUNIPER).head.attended)


def test_it_holds_what_is_about_this_child_alone_with_others_or_about_all_and_says_which():
    said = given(room()).when("kit", point("a", "Pip hides.", children=(PIP,)))
    said = said.when("kit", point("b", "They share a room.", children=(PIP, SORREL)))
    said = said.when("kit", point("c", "The rent is late."))
    said = said.when("kit", point("d", "She cries.", children=(SORREL,)))
    said = said.when("kit", point("e", "A walk to school.", "next", children=(PIP,)))
    meeting = (
        said.when("kit", SetAction(new("e"), (person("kit"),), "2026-04-01", "He walks.", "We meet.")).ok().meeting
    )
    part = of_one_child(record_of(meeting, (ROOM,)), meeting, PIP)
    word = text(opened(docx_of(part)))
    page = re.sub(r"<[^>]+>", "", html_of(part).decode())
    for paper in (word, page):
        for words in ("Pip hides.", "They share a room.", "The rent is late.", "A walk to school.", "by 1 April 2026"):
            assert words in paper
        assert "About this child and another child." in paper
        assert "About all the children." in paper
        assert "She cries." not in paper
        assert "Sorrel" not in paper
    assert re.search(r"(?m)^3 The rent is late\.$", word), "numbers run without gaps over what this copy holds"


def test_there_is_none_for_a_child_of_another_family():
    meeting = room()
    for stranger in (new("stranger"), person("marla")):
        with pytest.raises(Refused) as no:
            of_one_child(record_of(meeting, (ROOM,)), meeting, stranger)
        assert no.value.code == "not_found"


def test_what_is_about_the_family_as_a_whole_is_not_in_it():
    whole, meeting = full_record(), demo()
    assert whole.head.others
    assert whole.head.notes
    part = of_one_child(whole, meeting, meeting.children()[0])
    head = part.head
    assert (head.others, head.notes, head.open_checks, head.pauses, head.occasion) == ((), (), (), (), "")
    assert (part.addenda, part.adults, part.summaries, part.put_aside, part.family_rating, part.shared) == (
        (), (), None, (), None, (),
    )  # fmt: skip
    assert len(part.parts) == 1
