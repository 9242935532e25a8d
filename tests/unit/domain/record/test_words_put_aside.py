"""What the record says of words that were put aside: a mark, whose they were, and not one of the words."""

import io

import docx
import pytest

from meeting_server.documents import docx_of, html_of
from meeting_server.documents.asides import WHAT
from meeting_server.domain.asides.put_aside import Erase, PutAside, Restore
from meeting_server.domain.asides.whose_words import WORDS
from meeting_server.domain.audiences import DESK, PROFESSIONALS, ROOM
from meeting_server.domain.points.views import SeeDifferently
from meeting_server.domain.record.record import Record, record_from_json, record_json, record_of
from tests.scenes.builders import Outcome, given, new, room
from tests.scenes.points import point

ASIDE, SECRET, WHY = new("aside"), "14 Harbour Row, the blue door.", "It says where somebody lives."
AUDIENCES = (ROOM, PROFESSIONALS, DESK)


def put_aside() -> Outcome:
    said = given(room()).when("marla", point(text=SECRET)).ok()
    said = said.when("kit", SeeDifferently(new("view"), new("point"), "He had pyjamas.")).ok()
    return said.when("tolly", PutAside(ASIDE, "items", new("point"), WHY)).ok()


def record(said: Outcome, audiences: tuple[str, ...] = AUDIENCES) -> Record:
    return record_of(said.meeting, audiences)


def words_of_file(file: bytes) -> str:
    found = docx.Document(io.BytesIO(file))
    cells = (cell for table in found.tables for row in table.rows for cell in row.cells)
    return "\n".join(one.text for part in (found, *cells) for one in part.paragraphs)


def test_the_record_has_a_mark_of_what_was_put_aside_and_not_a_word_of_it():
    for audiences in (AUDIENCES, (ROOM,)):
        one = record(put_aside(), audiences)
        (mark,) = one.put_aside
        assert ([who.name for who in mark.whose], mark.mark.by.name) == (["Marla Quillfeather"], "Tolly Merriweather")
        assert (mark.kind, mark.mark.why, mark.erased) == ("items", WHY, None)
        assert SECRET not in record_json(one)
        assert record_from_json(record_json(one)) == one


def test_page_and_word_file_say_who_put_it_aside_and_when():
    one = record(put_aside())
    for text in (html_of(one).decode(), words_of_file(docx_of(one))):
        assert "A point was put aside by Tolly" in text
        assert f"{WHY}" in text
        assert "Put aside by Tolly" in text
        assert "He had pyjamas." in text
        assert SECRET not in text
        assert "taken back" not in text


def test_what_was_erased_says_so_and_what_was_put_back_says_nothing():
    erased = record(put_aside().when("ines", Erase(ASIDE, "It must not exist.")).ok())
    assert (erased.put_aside[0].erased.by.name, erased.put_aside[0].erased.why) == (
        "Ines Brackenshaw",
        "It must not exist.",
    )
    assert "Erased for good by Ines" in html_of(erased).decode()
    back = record(put_aside().when("ines", Restore(ASIDE)).ok())
    assert back.put_aside == ()
    assert SECRET in html_of(back).decode()
    assert "ut aside" not in html_of(back).decode()


def test_a_record_from_before_has_none():
    old = record_json(record(given(room()).when("marla", point()).ok())).replace(',"put_aside":[]', "")
    assert record_from_json(old).put_aside == ()


@pytest.mark.parametrize("kind", WORDS)
def test_every_kind_has_a_word_in_print(kind):
    assert WHAT[kind]
