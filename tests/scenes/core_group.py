"""A core group in the middle of its work, for the tests of the domain and of the record."""

from meeting_server.domain.core_group.agency_updates import GiveUpdate
from meeting_server.domain.core_group.triggers import AnswerTrigger
from meeting_server.domain.core_group.visits import NoteVisit
from meeting_server.domain.meeting import Meeting
from tests.scenes.builders import Outcome, given, new, person, room

PIP, SORREL = person("pip"), person("sorrel")
SEEN, TOLD = "She smiled at Odile.", "Weight is up 120 g."


def core(**more: object) -> Meeting:
    """A core group with everybody of the demo's cast in it."""
    return room("core-group", **more)  # type: ignore[arg-type]


def visit(name: str = "visit", **more: object) -> NoteVisit:
    """Sorrel was seen alone by surprise."""
    about = {"child": SORREL, "day": "2026-03-18", "announced": "no", "alone": "yes", "place": "At home", "says": SEEN}
    return NoteVisit(new(name), **{**about, **more})  # type: ignore[arg-type]


def busy() -> Outcome:
    """A visit, an update of health for Sorrel and of school for all, and one question answered."""
    said = given(core()).when("kit", visit()).ok()
    said = said.when("nell", GiveUpdate(TOLD, SORREL)).when("ivo", GiveUpdate("All three came every day.")).ok()
    return said.when("ines", AnswerTrigger("legal_advice", "no")).ok()
