"""A conference of 19 March whose record is locked, and the next meeting of the same family with it on the chair's desk.

The people of the two meetings have different ids, as in life: `then` gives those of the conference.
"""

import json
from dataclasses import replace
from functools import cache
from uuid import NAMESPACE_OID, uuid5

from meeting_server.domain.audiences import To
from meeting_server.domain.deciding.ratings import SetRating, ShowRating
from meeting_server.domain.earlier.desk import EarlierMeeting, EarlierPerson
from meeting_server.domain.earlier.match_people import MatchPeople, Same
from meeting_server.domain.earlier.reading import earlier_of
from meeting_server.domain.ending.ending import EndMeeting, FinishMeeting, Reason
from meeting_server.domain.kinds import built, plain
from meeting_server.domain.meeting import Meeting
from meeting_server.domain.numbers.rounds import AskNumbers
from meeting_server.domain.numbers.save_number import SaveNumber
from meeting_server.domain.numbers.show_numbers import ShowNumbers
from meeting_server.domain.points.actions import AcceptAction, SetAction
from meeting_server.domain.points.items import AddItem
from meeting_server.domain.points.release import ReleaseItem
from meeting_server.domain.points.write_privately import WritePrivately
from tests.scenes.builders import CASE, Outcome, after, given, new, person, room
from tests.scenes.points import childs_words, point

WORRY, GOAL, ACTION, HELD = "Sorrel is losing weight.", "A sober adult feeds Sorrel.", "Weigh weekly.", "Don't tell."
PRIVATE, DESK_RATING = "A guess for myself.", "Not said aloud."
FEW = ("ines", "tolly", "kit", "nell", "rowan", "marla", "juniper", "pip", "sorrel")


def then(id: str) -> str:
    """The id that something of the conference has there, by its id in the tests."""
    return str(uuid5(NAMESPACE_OID, f"then:{id}"))


def _points(said: Outcome) -> Outcome:
    sorrel = (person("sorrel"),)
    said = said.when("nell", point("worry", WORRY, category="danger", children=sorrel, basis="proof")).ok()
    said = said.when("kit", point("goal", GOAL, "next", category="goal", children=sorrel, answers=new("worry"))).ok()
    said = said.when("kit", point("action", ACTION, "next", category="step", children=sorrel)).ok()
    owners = (person("nell"), person("rowan"))
    said = said.when("kit", SetAction(new("action"), owners, "2026-04-01", "A gain", "Same-day doctor", new("goal")))
    said = said.ok().when("nell", AcceptAction(new("action"))).ok()
    said = said.when("kit", point("everybody", "They hear shouting.")).ok()
    said = said.when("kit", point("well", "Nana helps.", "well")).ok()
    said = said.when("kit", point("gone", "Should not be here.")).ok()
    said = said.when("kit", childs_words("held", HELD)).ok()
    said = said.when("kit", childs_words("shown", "I hide.")).when("ines", ReleaseItem(new("shown"), new("aloud"))).ok()
    return said.when("marla", WritePrivately(new("private"), "worries", PRIVATE)).ok()


def _numbers(said: Outcome) -> Outcome:
    sorrel = person("sorrel")
    said = said.when("ines", AskNumbers(new("asked"), "safety", (sorrel,))).ok()
    for who, value in (("marla", 7), ("nell", 2), ("rowan", 4)):
        said = said.when(who, SaveNumber(new("asked"), sorrel, "number", value, f"{who} says")).ok()
    said = said.when("ines", ShowNumbers(new("asked"))).ok()
    said = said.when("ines", SetRating(new("red"), sorrel, "red", "She is not growing.", "A weekly gain.")).ok()
    said = said.when("ines", ShowRating(new("red"))).ok()
    return said.when("ines", SetRating(new("desk"), person("pip"), "amber", DESK_RATING, "A quiet month.")).ok()


def ended(said: Outcome) -> Outcome:
    """The meeting ended, with a reason for whatever was still open, and its record locked."""
    checks = said.meeting.template.checks
    said = said.when("ines", EndMeeting(tuple(Reason(one.key, "Said aloud.") for one in checks))).ok()
    return said.when("ines", FinishMeeting("FINISH")).ok()


@cache
def conference() -> Meeting:
    """The conference, its record locked."""
    return ended(_numbers(_points(given(room(only=FEW))))).meeting


def told(*meetings: Meeting) -> list[To]:
    """What the next desk is told of these meetings, with the ids they had there."""
    ours = {person(one.key): then(person(one.key)) for one in CASE.people} | {new("meeting"): then(new("meeting"))}
    said = []
    for to in earlier_of(meetings):
        text = json.dumps(plain(to.event))
        for here, there in ours.items():
            text = text.replace(here, there)
        said.append(replace(to, event=built(type(to.event), json.loads(text))))
    return said


@cache
def desk(template: str = "three-column-map") -> Meeting:
    """The next meeting: Rowan is not in it, Odile is new, and nobody has said yet who is who."""
    keys = ("ines", "tolly", "kit", "nell", "marla", "odile", "juniper", "pip", "sorrel")
    return after(room(template, only=keys), told(conference()))


def match(*but: str) -> MatchPeople:
    """Everybody is who has their name; Rowan is not here, and gets a new id. `but`: keys of people left out."""
    same = {key: person(key) for key in FEW} | {"rowan": new("rowan here")}
    return MatchPeople(tuple(Same(then(person(key)), now) for key, now in same.items() if key not in but))


def matched(template: str = "three-column-map") -> Outcome:
    """The chair has said who is who."""
    return given(desk(template)).when("ines", match()).ok()


def on_desk(meeting: Meeting) -> EarlierMeeting:
    """The conference as the desk has it."""
    found = meeting.desk.get(EarlierMeeting, then(new("meeting")))
    assert found is not None
    return found


def earlier_person(meeting: Meeting, key: str) -> EarlierPerson:
    """Somebody of the conference as the desk has them."""
    found = meeting.desk.get(EarlierPerson, then(person(key)))
    assert found is not None
    return found


def worry(text: str = "Something new.") -> AddItem:
    """A point of today."""
    return point("today", text)
