"""What the record says of what each of us has done: finished words with their writer, and silence in plain sight (W5, W6)."""

from functools import cache

import pytest

from meeting_server.documents import docx_of, html_of, pdf_of
from meeting_server.domain.audiences import PROFESSIONALS, ROOM
from meeting_server.domain.reading import Summarised
from meeting_server.domain.record.record import Record, record_from_json, record_json, record_of
from meeting_server.domain.supervision.write_summaries import ClearSummary, DraftSummary, FinishSummary
from tests.scenes.builders import given, person, room
from tests.scenes.team import HALF, WORDS, team

TYPED = "Four of five sessions."


@cache
def record() -> Record:
    """Orla's was typed for her, Kit changed his, Morrow's is half written, Zephyr's was taken back."""
    said = given(team()).when("kit", FinishSummary("Before.")).when("kit", FinishSummary("Five of six visits.", 1))
    sent = FinishSummary(WORDS, person=person("orla"), source="E-mail of 18 March")
    said = said.ok().when("tolly", sent).when("morrow", DraftSummary(HALF)).ok()
    said = said.when("zephyr", FinishSummary(TYPED)).when("zephyr", ClearSummary()).ok()
    return record_of(said.meeting, (ROOM,))


def found(label: str) -> list[Summarised]:
    part = record().summaries
    assert part is not None
    return [one for discipline in part.disciplines if discipline.label == label for one in discipline.summaries]


def test_every_discipline_somebody_was_invited_for_is_there_with_its_people():
    part = record().summaries
    assert part is not None
    assert [(one.label, [who.who.name for who in one.summaries]) for one in part.disciplines] == [
        ("Social work", ["Kit Farrowden"]),
        ("Domestic abuse: work with those who are hurt", ["Zephyr Tolland"]),
        ("Domestic abuse: work with those who harm, and probation", ["Morrow Kestwick"]),
        ("Mental health", ["Orla Windsedge"]),
        ("Alcohol and drugs", ["Emlyn Harrow", "Wren Ashby"]),
    ]
    assert [one.state for one in found("Alcohol and drugs")] == ["none", "none"]


def test_an_absent_writers_finished_summary_stands_in_for_them_with_who_typed_it():
    (orla,) = found("Mental health")
    assert (orla.text, orla.stands_in, orla.recorded_by and orla.recorded_by.name) == (
        WORDS,
        True,
        "Tolly Merriweather",
    )


def test_before_the_meeting_nobody_has_missed_it():
    said = given(team(opened=False)).when("tolly", FinishSummary(WORDS, person=person("orla"), source="E-mail")).ok()
    part = record_of(said.meeting, (ROOM,)).summaries
    assert part is not None
    assert not any(one.stands_in for discipline in part.disciplines for one in discipline.summaries)


def test_what_was_finished_before_is_said_to_have_been_changed_and_is_not_printed():
    (kit,) = found("Social work")
    assert (kit.text, kit.changed, kit.stands_in, kit.recorded_by) == ("Five of six visits.", True, False, None)
    assert "Before." not in record_json(record())


def test_not_a_word_of_what_is_unfinished_or_taken_back_is_in_any_record():
    said = given(team()).when("morrow", DraftSummary(HALF)).ok()
    for audiences in ((ROOM,), (ROOM, PROFESSIONALS, "chairs_desk")):
        assert HALF not in record_json(record_of(said.meeting, audiences))
    assert TYPED not in record_json(record())
    assert [found(label)[0].state for label in (
        "Domestic abuse: work with those who are hurt", "Domestic abuse: work with those who harm, and probation",
    )] == ["taken_back", "draft"]  # fmt: skip


@pytest.mark.parametrize("make", [html_of, docx_of, pdf_of])
def test_every_paper_is_made(make):
    assert record_from_json(record_json(record())) == record()
    assert len(make(record())) > 1000


def test_the_page_says_who_finished_what_when_and_where_nothing_came():
    page = html_of(record()).decode()
    for words in (
        "What each of us has done", "Mental health", WORDS, "Typed by Tolly Merriweather",
        "Orla Windsedge was not there. This finished summary stands in for them.", "It was finished before and changed.",
        "Summary not received.", "It was begun and not finished.", "The words of this summary were taken back.",
    ):  # fmt: skip
        assert words in page, words


def test_a_meeting_whose_template_does_not_ask_has_no_such_part():
    other = record_of(room(), (ROOM,))
    assert other.summaries is None
    assert "What each of us has done" not in html_of(other).decode()
