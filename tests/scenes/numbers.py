"""A room that was asked for its numbers for one child, for tests of the domain."""

from meeting_server.domain.numbers.numbers import Number, number_id
from meeting_server.domain.numbers.rounds import AskNumbers, Round
from meeting_server.domain.numbers.save_number import SaveNumber
from tests.scenes.builders import given, new, person, room

ROUND = new("round")
PIP = person("pip")
REASON = "Because the house is warm again."
OTHERS = ("ines", "tolly", "kit", "saffron", "ivo", "odile", "caspian", "tamsin", "juno")


EVERY_ROLE = ("ines", "tolly", "kit", "saffron", "ivo", "marla", "odile", "caspian", "juno")


def asked(meeting=None, children=(PIP,), **more):
    """A room that has been asked for its numbers for Pip."""
    return given(meeting or room()).when("ines", AskNumbers(ROUND, "safety", children, **more)).ok()


def my(value, **more):
    """A number for Pip."""
    return SaveNumber(ROUND, PIP, "number", value, **more)


def number_of(outcome, who):
    return outcome.meeting.room.get(Number, number_id(ROUND, PIP, person(who)))


def round_of(outcome):
    return outcome.meeting.room.get(Round, ROUND)
