"""What a change of a meeting that was made leads to: the events, and who has to be told. Reads the meeting, writes
nothing.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import uuid4

import orjson

from ..domain.audiences import DESK, OWN, ROOM, To, audience_of
from ..domain.board import Event
from ..domain.dates.arrangement import Arrangement, ArrangementStated
from ..domain.earlier.desk import EarlierMeeting
from ..domain.kinds import plain
from ..domain.meeting import Meeting
from ..domain.people.about_children import AboutChildren, AboutChildrenStated
from ..domain.people.add_person import PersonAdded
from ..domain.people.apart import Apart, KeptApart, pairs_apart
from ..domain.people.attendance import AttendeeInvited
from ..domain.people.corrections import AttendeeUninvited, FactsCorrected, PersonCorrected, PersonTakenOff
from ..domain.people.names import name_of
from ..domain.people.persons import Attendee, Person, attendee_of, each_attendee, each_person, is_screen, known_person
from ..domain.people.sitting_slots import MeetingMoved
from ..domain.people.to_tell import TellingOwed, What
from ..domain.refused import Refused
from .prepare_meeting import Plan, PlannedPerson

_NO_TASK = {"meeting", "people", "attendees", "devices", "preparations", "removals", "arrangement", "apart"}
_NO_TASK |= {"about_children", "to_tell"}
"""The kinds of thing that name people and are no task that others count on."""


@dataclass(slots=True)
class Changes:
    """The events so far. `people` has the ids of the plan's people by their keys, `new_part` those who come as
    something else, `not_invited` those who knew that they were to come, `gone` the attendees that are no more.
    """

    said: list[To] = field(default_factory=list)
    people: dict[str, str] = field(default_factory=dict)
    new_part: list[str] = field(default_factory=list)
    not_invited: list[str] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)

    def room(self, *events: Event) -> None:
        """Says these events to the room."""
        self.said += [To(ROOM, event) for event in events]

    def desk(self, *events: Event) -> None:
        """Says these events to the chair's desk."""
        self.said += [To(DESK, event) for event in events]


def stands_as(meeting: Meeting) -> str:
    """Returns a mark of what the form of this meeting shows: it changes when any of it does."""
    attendees = sorted((one.id, one.person, one.role, one.agency) for one in each_attendee(meeting))
    desk = [sorted(map(repr, meeting.desk.each(kind))) for kind in (Arrangement, Apart, AboutChildren)]
    people = sorted(repr(one) for one in each_person(meeting))
    return hashlib.sha256(repr((meeting.facts, attendees, people, desk)).encode()).hexdigest()[:16]


def facts_changed(changes: Changes, now: Meeting, plan: Plan) -> None:
    """Adds what the meeting is, its day, and what it was booked with."""
    facts = now.facts
    if (facts.occasion, facts.setting, facts.family_present) != (plan.occasion, plan.setting, plan.family_present):
        changes.room(FactsCorrected(plan.occasion, plan.setting, plan.family_present))
    if facts.date != plan.date:
        changes.room(MeetingMoved(plan.date))
    known = now.desk.get(Arrangement, "arrangement")
    if plan.booked and (known is None or plan.booked != _as_stated(known)):
        changes.desk(plan.booked)


def people_changed(changes: Changes, now: Meeting, plan: Plan, signed_in: set[str], told: set[str]) -> None:
    """Adds who is who, who comes, and who does not any more. `signed_in` are the attendees with an account: what they
    come as is not the form's. `told` are those who know that they were to come.
    """
    there = {one.id: one for one in each_person(now)}
    kept = {one.known for one in plan.people if one.known in there}
    for person in sorted(set(there) - kept):
        attendee = attendee_of(now, person)
        if attendee and (attendee.id in signed_in or is_screen(now.template, attendee)):
            continue
        leaves(changes, now, there[person], told)
    for one in plan.people:
        if one.known in there:
            _stays(changes, now, one, there[one.known], signed_in, told)
        else:
            joins_in(changes, now, one)


def joins_in(changes: Changes, now: Meeting, one: PlannedPerson) -> str:
    """Adds a new person, and their invitation if they come. Returns their attendee, or ""."""
    person = changes.people[one.key] = str(uuid4())
    changes.room(PersonAdded(person, one.child, one.name, one.relationship, one.age, one.agency, one.called))
    return _invited(changes, now, one, person) if one.role else ""


def leaves(changes: Changes, now: Meeting, person: Person, told: set[str]) -> None:
    """Adds that a person is no part of the meeting any more. One who knew that they were to come stays on the list of
    whom to tell until they were told.
    """
    attendee = attendee_of(now, person.id)
    if attendee:
        _uninvited(changes, now, attendee)
    if attendee and attendee.id in told:
        changes.not_invited.append(person.id)
    elif not has_traces(now, person.id):
        changes.room(PersonTakenOff(person.id))


def has_traces(now: Meeting, id: str) -> bool:
    """True if anything that others may read is of this person or attendee, but what the form itself says of them and
    that they came to the door. What they wrote for themselves goes with them.
    """
    wanted = id.encode()
    return any(
        wanted in orjson.dumps(plain(thing))
        for stream, board in now.boards.items()
        if audience_of(stream) != OWN
        for kind, things in board.kinds.items()
        if kind not in _NO_TASK
        for thing in things.values()
    )


def pairs_changed(changes: Changes, now: Meeting, plan: Plan) -> None:
    """Adds who is kept apart from whom, and for which children the family's people come."""
    there = {one.id for one in each_person(now)}
    wanted = {
        frozenset((changes.people[one.key], changes.people[other]))
        for one in plan.people
        for other in one.apart_from
        if other != one.key
    }
    # A person without a row, like one who signs in, stays apart from whom they were.
    rows = set(changes.people.values())
    before = {pair for pair in pairs_apart(now) if pair <= rows & there}
    for pair in sorted(map(sorted, wanted ^ before)):
        changes.desk(KeptApart(pair[0], pair[1], frozenset(pair) in wanted))
    for one in plan.people:
        person = changes.people[one.key]
        known = now.desk.get(AboutChildren, person)
        children = tuple(changes.people[child] for child in one.about)
        if set(children) != set(known.children if known else ()):
            changes.desk(AboutChildrenStated(person, children))


def another_chair(changes: Changes, now: Meeting, chair: PlannedPerson, old: Attendee) -> str:
    """Adds that another person chairs. Returns their attendee. Refused: `reads_earlier`."""
    if any(True for _ in now.desk.each(EarlierMeeting)):
        raise Refused(
            "reads_earlier",
            "Earlier meetings of the family are on the desk of this one's chair, and another person may not read them. "
            "Cancel this meeting and make a new one.",
        )
    before = known_person(now, old.person)
    _uninvited(changes, now, old)
    if before and not has_traces(now, before.id):
        changes.room(PersonTakenOff(before.id))
    return joins_in(changes, now, chair)


def owes(changes: Changes, what: What, people: list[str]) -> None:
    """Adds that these people have to be told."""
    if people:
        changes.desk(TellingOwed(what, tuple(sorted(people))))


def _stays(
    changes: Changes, now: Meeting, one: PlannedPerson, person: Person, signed_in: set[str], told: set[str]
) -> None:
    changes.people[one.key] = person.id
    attendee = attendee_of(now, person.id)
    known = attendee is not None and attendee.id in signed_in
    agency = person.agency if known else one.agency
    words: Mapping[str, object] = {
        "name": one.name,
        "relationship": one.relationship,
        "age": one.age,
        "agency": agency,
        "called": one.called,
    }
    if words != {name: getattr(person, name) for name in words}:
        version = person.version + 1
        changes.room(PersonCorrected(person.id, version, one.name, one.relationship, one.age, agency, one.called))
    if known or (attendee is None and not one.role):
        return
    at = one.agency or now.template.agencies[0].key
    if attendee and (attendee.role, attendee.agency) == (one.role, at):
        return
    if attendee:
        _uninvited(changes, now, attendee)
    if one.role:
        _invited(changes, now, one, person.id)
    if attendee and attendee.id in told:
        (changes.new_part if one.role else changes.not_invited).append(person.id)


def _invited(changes: Changes, now: Meeting, one: PlannedPerson, person: str) -> str:
    attendee = str(uuid4())
    agency = one.agency or now.template.agencies[0].key
    changes.room(AttendeeInvited(attendee, person, one.role or "", agency))
    return attendee


def _uninvited(changes: Changes, now: Meeting, attendee: Attendee) -> None:
    """Adds that an attendee is no more. Refused: `has_a_task` while the meeting counts on them."""
    if has_traces(now, attendee.id):
        raise Refused(
            "has_a_task",
            "%(name)s has been given something to do at this meeting already. Change that on the board first.",
            values={"name": name_of(now, attendee.person)},
        )
    changes.gone.append(attendee.id)
    changes.room(AttendeeUninvited(attendee.id))


def _as_stated(known: Arrangement) -> ArrangementStated:
    return ArrangementStated(known.starts, known.place, known.contact, known.number, known.core_group, known.conference)
