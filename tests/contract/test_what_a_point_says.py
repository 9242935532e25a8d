"""Every field of what a point says reaches every form of the point and every place that shows it.

A form or place that drops one makes the record of a court say less than was said, and nobody sees that it does.
"""

import json
import re
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest
from docx import Document

from meeting_server import domain
from meeting_server.documents import docx_of, html_of
from meeting_server.documents.pdf_paper import PdfPaper
from meeting_server.documents.printing import print_record
from meeting_server.domain.audiences import DESK, ROOM, To, own_stream
from meeting_server.domain.earlier import carry_over
from meeting_server.domain.earlier import reading as earlier_reading
from meeting_server.domain.earlier.bring_forward import BringForward, BringPoint
from meeting_server.domain.earlier.desk import EarlierMeetingRead
from meeting_server.domain.earlier.match_people import MatchPeople, Same
from meeting_server.domain.earlier.reading import earlier_of
from meeting_server.domain.kinds import built, plain
from meeting_server.domain.meeting import Meeting
from meeting_server.domain.points import items, point_rules, private_points, release, send_back, show_private
from meeting_server.domain.points.hold_points import HoldPoints
from meeting_server.domain.points.items import AddItem
from meeting_server.domain.points.private_points import PrivateItem
from meeting_server.domain.points.private_writing import StartPrivateWriting
from meeting_server.domain.points.release import ReleaseItem
from meeting_server.domain.points.said import FIELDS, said_by
from meeting_server.domain.points.send_back import SendBackItem
from meeting_server.domain.points.show_private import ShowPrivate, ShowPrivateWriting
from meeting_server.domain.points.write_privately import WritePrivately
from meeting_server.domain.record.record import record_json, record_of
from tests.scenes.builders import Outcome, after, attendee, given, new, person, room, without_device
from tests.scenes.earlier import ended, then, told
from tests.scenes.points import boards, item, point

SAID: dict[str, Any] = {
    "column": "worries",
    "category": "danger",
    "children": (person("sorrel"),),
    "text": "Sorrel lost weight again.",
    "speaker": person("odile"),
    "basis": "seen",
    "source": "The health visitor's chart",
    "when": "In the last fortnight",
    "exact": True,
    "obtained": "drawing",
    "answers": new("first"),
    "lang": "cy",
}
"""What Odile, who has no device, says to the worker who types it for her."""
OTHERWISE: dict[str, Any] = {
    "column": "well",
    "category": "harm",
    "children": (person("pip"),),
    "text": "Pip goes to school hungry.",
    "speaker": person("marla"),
    "basis": "guess",
    "source": "A letter",
    "when": "In spring",
    "exact": False,
    "obtained": "play",
    "answers": new("second"),
    "lang": "pl",
}
"""For each field another value: where it makes no difference, the field is not shown."""
WITH: dict[str, dict[str, Any]] = {"column": {"category": None}}
"""What has to change with a field: a category belongs to one column."""
PEOPLE = ("ines", "tolly", "kit", "nell", "marla", "odile", "juniper", "pip", "sorrel")
ID, SHOWN = new("said"), new("shown as")


def adding(**changed: Any) -> AddItem:
    return AddItem(ID, **{**SAID, **changed})


def privately(**more: Any) -> WritePrivately:
    return WritePrivately(ID, **SAID, **more)


def begun() -> Outcome:
    """A meeting with two dangers to answer, in which Odile and Marla have no device."""
    meeting = without_device(room(only=PEOPLE, absent=("odile", "marla")), "odile", "marla")
    said = given(meeting).when("kit", point("first", "Sorrel is not fed.", category="danger")).ok()
    return said.when("kit", point("second", "Pip is afraid.", category="danger")).ok()


def added() -> Any:
    return item(begun().when("kit", adding()).ok().meeting, ID)


def held_and_released() -> Any:
    said = begun().when("ines", HoldPoints(True)).ok().when("kit", adding()).ok()
    return item(said.when("ines", ReleaseItem(ID, SHOWN)).ok().meeting, SHOWN)


def held_and_sent_back() -> Any:
    said = begun().when("ines", HoldPoints(True)).ok().when("kit", adding()).ok()
    return private(said.when("ines", SendBackItem(ID, "Not here.")).ok())


def sent_back_and_shown() -> Any:
    said = begun().when("ines", HoldPoints(True)).ok().when("kit", adding()).ok()
    said = said.when("ines", SendBackItem(ID)).ok().when("ines", HoldPoints(False)).ok()
    return item(said.when("kit", ShowPrivate(ID, SHOWN)).ok().meeting, SHOWN)


def written_privately() -> Any:
    return private(begun().when("kit", privately()).ok())


def written_privately_and_shown() -> Any:
    return item(begun().when("kit", privately()).ok().when("kit", ShowPrivate(ID, SHOWN)).ok().meeting, SHOWN)


def written_apart_and_shown_with_the_others() -> Any:
    said = begun().when("ines", StartPrivateWriting(new("apart"))).ok().when("kit", adding()).ok()
    assert private(said)
    return item(said.when("ines", ShowPrivateWriting()).ok().meeting, ID)


def brought_forward() -> Any:
    """In the next meeting, with the danger it answers."""
    earlier = ended(begun().when("kit", adding()).ok()).meeting
    meeting = after(room(only=PEOPLE), told(earlier))
    same = tuple(Same(then(person(key)), person(key)) for key in PEOPLE)
    said = given(meeting).when("ines", MatchPeople(same)).ok()
    points = (BringPoint(new("first"), new("first again")), BringPoint(ID, SHOWN))
    said = said.when("ines", BringForward(then(new("meeting")), points)).ok()
    found = item(said.meeting, SHOWN)
    assert found.answers == new("first again")
    return replace(found, answers=new("first"))


def read_from_a_locked_meeting() -> Any:
    """As the chair's desk of the next meeting has it, which has no columns of that one."""
    [read] = [to.event for to in earlier_of((ended(begun().when("kit", adding()).ok()).meeting,))
              if isinstance(to.event, EarlierMeetingRead)]  # fmt: skip
    found = next(one for one in read.points if one.id == ID)
    return SimpleNamespace(column=SAID["column"], **{one: getattr(found, one) for one in FIELDS if one != "column"})


def read_from_the_log() -> Any:
    """Every event as JSON and back, as after a restart."""
    before = begun()
    said = before.when("kit", adding()).ok().said
    again = [To(to.stream, built(type(to.event), json.loads(json.dumps(plain(to.event))))) for to in said]
    return item(after(before.meeting, again), ID)


def private(said: Outcome) -> PrivateItem:
    """The writer's own point."""
    return next(said.meeting.board(own_stream(attendee("kit"))).each(PrivateItem))


WAYS: tuple[Callable[[], Any], ...] = (
    added, held_and_released, held_and_sent_back, sent_back_and_shown, written_privately, written_privately_and_shown,
    written_apart_and_shown_with_the_others, brought_forward, read_from_a_locked_meeting, read_from_the_log,
)  # fmt: skip


def test_the_point_has_every_field() -> None:
    assert set(SAID) == set(FIELDS) == set(OTHERWISE)
    assert not [name for name in FIELDS if SAID[name] == OTHERWISE[name]]


HAND_ON = (carry_over, earlier_reading, items, private_points, release, point_rules, send_back, show_private)
"""The modules that hand a point on."""


@pytest.mark.parametrize("module", HAND_ON, ids=lambda module: module.__name__.split(".")[-1])
def test_a_field_that_is_dropped_on_the_way_is_missed(module: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    name = "stated_by" if hasattr(module, "stated_by") else "said_by"
    whole = getattr(module, name)
    monkeypatch.setattr(module, name, lambda point, **changed: {**whole(point, **changed), "source": ""})
    assert any(said_by(way()) != SAID for way in WAYS)


def test_every_module_that_hands_a_point_on_is_known() -> None:
    folder = Path(domain.__file__).parent
    using = {file.stem for file in folder.rglob("*.py") if re.search(r"\b(said|stated)_by\(", file.read_text("utf-8"))}
    assert using - {"said"} == {module.__name__.split(".")[-1] for module in HAND_ON}


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
def test_whatever_way_a_point_goes_it_says_all_it_said(way: Callable[[], Any]) -> None:
    assert said_by(way()) == SAID


def on_the_board(meeting: Meeting) -> str:
    return json.dumps(boards(meeting, "nell")["everyone"])


def in_the_record(meeting: Meeting) -> str:
    return record_json(record_of(meeting, (ROOM,)))


def on_its_page(meeting: Meeting) -> str:
    return html_of(record_of(meeting, (ROOM,))).decode()


def in_word(meeting: Meeting) -> str:
    told = Document(BytesIO(docx_of(record_of(meeting, (ROOM,)))))
    cells = [one.text for table in told.tables for row in table.rows for one in row.cells]
    return "\n".join([*(one.text for one in told.paragraphs), *cells])


def in_the_pdf(meeting: Meeting) -> str:
    paper = PdfPaper("", ("", ""))
    print_record(paper, record_of(meeting, (ROOM,)))
    return json.dumps(paper.data())


PLACES: tuple[Callable[[Meeting], str], ...] = (on_the_board, in_the_record, on_its_page, in_word, in_the_pdf)


def pair(name: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """Two points that differ in one field alone."""
    return WITH.get(name, {}), {**WITH.get(name, {}), name: OTHERWISE[name]}


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.__name__)
def test_every_place_shows_every_field(place: Callable[[Meeting], str]) -> None:
    before = begun()
    assert place(before.when("kit", adding()).ok().meeting) == place(before.when("kit", adding()).ok().meeting)
    missing = []
    for name in FIELDS:
        one, other = (place(before.when("kit", adding(**changed)).ok().meeting) for changed in pair(name))
        missing += [name] if one == other else []
    assert missing == []


@pytest.mark.parametrize("name", FIELDS)
def test_the_chairs_desk_shows_every_field_of_a_point_that_waits(name: str) -> None:
    holding = begun().when("ines", HoldPoints(True)).ok()
    one, other = (
        json.dumps(boards(holding.when("kit", adding(**changed)).ok().meeting, "ines")[DESK]) for changed in pair(name)
    )
    assert one != other
