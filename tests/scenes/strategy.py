"""A strategy meeting about the demo's children: the agencies alone, nobody of the family, its record locked."""

from meeting_server.domain.deciding.ratings import SetRating, ShowRating
from meeting_server.domain.earlier.desk import EarlierPerson
from meeting_server.domain.earlier.match_people import MatchPeople, Same
from meeting_server.domain.ending.ending import EndMeeting, FinishMeeting, Reason
from meeting_server.domain.meeting import Meeting
from meeting_server.domain.numbers.rounds import AskNumbers
from meeting_server.domain.numbers.save_number import SaveNumber
from meeting_server.domain.numbers.show_numbers import ShowNumbers
from meeting_server.domain.points.actions import SetAction
from tests.scenes.builders import CASE, Outcome, after, given, new, person, room
from tests.scenes.earlier import FEW, then, told
from tests.scenes.points import point

SHOUTING, TABLETS = "Neighbours rang about shouting.", "The police found tablets."
WORKERS = ("ines", "tolly", "kit", "nell", "rowan", "juniper", "pip", "sorrel")
TELLS = point("tells", "Kit rings Marla.", "family_told")


def strategy() -> Outcome:
    """A strategy meeting, in which nobody of the family sits: two worries, a number and a rating."""
    said = given(room("strategy-meeting", only=WORKERS, family_present=False))
    said = said.when("rowan", point("shouting", SHOUTING)).ok().when("rowan", point("tablets", TABLETS)).ok()
    said = said.when("ines", AskNumbers(new("asked"), "safety", (person("pip"),))).ok()
    for who in ("kit", "nell", "rowan"):
        said = said.when(who, SaveNumber(new("asked"), person("pip"), "number", 2, "")).ok()
    said = said.when("ines", ShowNumbers(new("asked"))).ok()
    said = said.when("ines", SetRating(new("rating"), person("pip"), "red", "Tablets in reach.", "None in reach.")).ok()
    return said.when("ines", ShowRating(new("rating"))).ok()


def locked(said: Outcome) -> Meeting:
    """Somebody is to tell the family, and the record is locked."""
    said = said.when("kit", TELLS).ok().when("kit", SetAction(new("tells"), (person("kit"),), "2026-03-20")).ok()
    every = tuple(Reason(one.key, "Said aloud.") for one in said.meeting.template.checks)
    return said.when("ines", EndMeeting(every)).ok().when("ines", FinishMeeting("FINISH")).ok().meeting


def after_strategy(
    template: str = "core-group", *, only: tuple[str, ...] = FEW, family_present: bool = True
) -> Outcome:
    """The next meeting of the family, with the strategy meeting on its desk and everybody matched."""
    meeting = after(room(template, only=only, family_present=family_present), told(locked(strategy())))
    return given(meeting).when("ines", who_is_who(meeting)).ok()


def who_is_who(meeting: Meeting) -> MatchPeople:
    """Everybody of the earlier meeting is who has their name here."""
    ours = {then(person(one.key)): person(one.key) for one in CASE.people}
    return MatchPeople(tuple(Same(one.id, ours[one.id]) for one in meeting.desk.each(EarlierPerson)))
