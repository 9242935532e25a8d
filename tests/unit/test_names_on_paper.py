"""A table of pairs of people whose names read alike, and every paper: no two read alike there, no child's name is cut."""

import re
from io import BytesIO

import pytest
from docx import Document

from meeting_server.documents import docx_of, html_of
from meeting_server.documents.workbook_words import words_of
from meeting_server.domain.audiences import ROOM, To
from meeting_server.domain.facts import MeetingPrepared
from meeting_server.domain.meeting import Meeting
from meeting_server.domain.people.add_person import PersonAdded
from meeting_server.domain.people.attendance import AttendeeInvited
from meeting_server.domain.people.names import alike
from meeting_server.domain.record.record import record_of
from meeting_server.domain.record.workbook import filling_of
from tests.scenes.builders import DAY, added, after, new, templates

PAIRS = {
    "two Robins": (("Robin", True, "9", ""), ("Robin", True, "3", ""), {"Robin, 9", "Robin, 3"}),
    "two words are one name": (("Mary Jane", True, "9", ""), ("Mary", True, "3", ""), {"Mary Jane", "Mary"}),
    "unborn twins": (("Baby", True, "unborn", ""), ("Baby", True, "unborn", ""), {"Baby, unborn (1)", "Baby, unborn (2)"}),
    "case and accents": (("Zoé", True, "9", ""), ("zoe\u0301", True, "3", ""), {"Zoé, 9", "zoe\u0301, 3"}),
    "two midwives": (("Jo Smith", False, "", "Midwife"), ("Jo Smith", False, "", "Gran"), {"Jo Smith, Midwife", "Jo Smith, Gran"}),
    "a child and her dad": (("Robin", True, "9", ""), ("Robin", False, "", "Dad"), {"Robin, 9", "Robin, Dad"}),
}  # fmt: skip


def meeting(template: str, *people: tuple[str, bool, str, str]) -> Meeting:
    """A meeting about these people, each of whom said a word about all the children."""
    chosen = templates()[template]
    said = [MeetingPrepared("First conference", "both", True, DAY), PersonAdded(new("sam"), True, "Sam", "", "1", None)]
    for at, (name, child, age, part) in enumerate(people):
        said.append(PersonAdded(new(f"p{at}"), child, name, part, age, None))
    role = next(one.key for one in chosen.roles if one.side == "professional" and one.screen != "projector")
    said.append(PersonAdded(new("kit"), False, "Kit Farrowden", "", "", None))
    said.append(AttendeeInvited(new("k"), new("kit"), role, chosen.agencies[0].key))
    column = next(one for one in chosen.columns if not one.actions and one.writers is None).key
    said += [
        added(new(f"i{at}"), column, f"Word {at}.", new(f"p{at}"), new("k"))
        for at, _ in enumerate(people)
    ]  # fmt: skip
    return after(Meeting(new("m"), chosen), (To(ROOM, event) for event in said))


@pytest.mark.parametrize("pair", PAIRS)
@pytest.mark.parametrize("template", ["three-column-map", "safety-grid", "core-group", "supervision"])
def test_the_record_tells_them_apart_on_the_page_and_in_word(pair, template):
    one, other, names = PAIRS[pair]
    record = record_of(meeting(template, one, other), (ROOM,))
    speakers = [
        point.who.name
        for column in record.parts[0].columns
        for category in column.categories
        for point in category.points
    ]
    assert set(speakers) == names
    children = [alike(part.child.name) for part in record.parts]
    assert len(set(children)) == len(children)
    text = re.sub(r"<[^>]+>", "", html_of(record).decode())
    told = Document(BytesIO(docx_of(record)))
    word = "\n".join(
        [*(one.text for one in told.paragraphs), *(c.text for t in told.tables for r in t.rows for c in r.cells)]
    )
    for name in names:
        assert name in text
        assert name in word
    headings = re.findall(r"<h[1-3][^>]*>(.*?)</h[1-3]>", html_of(record).decode())
    assert len([one for one in headings if one.startswith(("Robin", "Mary", "Baby", "Zo"))]) == len(
        {one for one in headings if one.startswith(("Robin", "Mary", "Baby", "Zo"))}
    )


@pytest.mark.parametrize("pair", ["two Robins", "two words are one name", "unborn twins", "case and accents"])
def test_the_workbook_of_one_of_them_has_nothing_of_the_other(pair):
    one, other, names = PAIRS[pair]
    whole = meeting("supervision", one, other)
    books = [words_of(filling_of(whole, new(f"p{at}"))) for at in (0, 1)]
    assert {book["about"] for book in books} == names
    for book in books:
        assert [child["name"] for child in book["children"]] == [book["about"]]


def test_whoever_is_told_apart_by_their_part_is_not_said_to_be_it_twice():
    one, other, _ = PAIRS["two midwives"]
    page = html_of(record_of(meeting("three-column-map", one, other), (ROOM,))).decode()
    assert "Midwife, Midwife" not in page
