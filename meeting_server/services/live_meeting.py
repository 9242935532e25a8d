"""The one door into a running meeting: who has which seat, what they ask, what they may see."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Literal, NamedTuple
from uuid import uuid4

from ..domain import replay
from ..domain.agenda.pause import MeetingResumed
from ..domain.audiences import DESK, OWN, audience_of, own_stream
from ..domain.dates.bank_holidays import BankHoliday
from ..domain.dates.statutory_clocks import due_dates
from ..domain.ending.checks import gaps
from ..domain.ending.ending import FinishMeeting, MeetingOpened
from ..domain.kinds import plain
from ..domain.meeting import Meeting
from ..domain.people.actor import Actor
from ..domain.people.admission import actor_at_the_door, actor_of, preparer_of, role_of
from ..domain.people.lobby import Arrive, Device, find_device
from ..domain.people.names import named, whole_names
from ..domain.people.persons import Attendee, each_attendee, find_attendee, find_person, is_screen
from ..domain.people.removals import removed_at
from ..domain.people.sitting_slots import SlotGiven, come_in
from ..domain.people.take_controls import TakeControls, can_stand_in
from ..domain.permissions import PREPARING
from ..domain.refused import Refused, not_found
from ..domain.replay import Command
from ..storage import keys
from ..storage.bank_holidays import bank_holidays_around
from ..storage.database import Database
from .batch import Answer, CommittedEvent, PendingCommand
from .counters import Counters
from .read_log import ReadLog
from .seat_ends import seat_is_over
from .walls import Walls
from .writer import Writer

Listener = Callable[[list[CommittedEvent]], None]
BankHolidaysAround = Callable[[date], tuple[BankHoliday, ...]]


@dataclass(frozen=True, slots=True)
class Seat:
    """One attendee on one device in one meeting. Connections, pages and documents are opened for a seat.

    `staff_session` is set for a seat that was taken by signing in. `made_at` says when the seat was taken, if that is
    known.
    """

    selector: str
    meeting: str
    attendee: str
    device: str
    staff_session: bytes | None = None
    made_at: int = field(default=0, compare=False)


class Acknowledged(NamedTuple):
    """The sender's answer: an audience they are in, and a number of its stream."""

    audience: str
    n: int


class LiveMeetings:
    """The running meetings of this process.

    `handle` is the one door for commands, from a socket, a form or the demo. `listen` adds a listener for every
    committed event, in order, after the commit. `when_locked` is called with a meeting when its record has just been
    locked. `unsteered` tells if the holder of a meeting's controls has had no connection for a while. `bank_holidays`
    returns the holidays around the day of a new meeting. `measures` counts what this process does.
    """

    def __init__(
        self,
        database: Database,
        clock: Callable[[], int],
        bank_holidays: BankHolidaysAround = bank_holidays_around,
    ) -> None:
        self.database = database
        self.clock = clock
        self.bank_holidays = bank_holidays
        self._listeners: list[Listener] = []
        self.when_locked: Callable[[str], None] = lambda _: None
        self.unsteered: Callable[[Meeting], bool] = lambda _: False
        self.measures = Counters()
        self.writer = Writer(database, clock, self._tell, self.measures)
        self.reads = ReadLog(self.writer)
        self.walls = Walls(database, self.writer.meeting)

    def _tell(self, told: list[CommittedEvent]) -> None:
        if any(isinstance(one.entry.event, SlotGiven) for one in told):
            self.walls.forget()
        for listener in self._listeners:
            listener(told)

    def listen(self, listener: Listener) -> None:
        """Adds a listener for every committed event."""
        self._listeners.append(listener)

    def meeting(self, id: str) -> Meeting:
        """Returns the meeting as of the last commit. Refuses if there is none."""
        meeting = self.writer.meeting(id)
        if meeting is None:
            raise not_found()
        return meeting

    def read_on(self, meeting: str) -> None:
        """Reads what other servers have committed to this meeting and to the others of its sitting. Called before a
        page or a whole board of it, because one server may answer a form and another show the result.
        """
        if self.database.shared:
            self.writer.read_on({meeting, *self.walls.others(meeting)})

    def handle(self, seat: Seat, command_id: str, command: Command) -> Acknowledged:
        """Decides, commits and answers one command. Refuses if a rule says no.

        The sender and their powers are looked up in the meeting as it stands when the command is decided, not when the
        connection opened. A command id that was answered before gets its old answer.
        """

        answer = self.writer.ask(self._asked(seat, command_id, command))
        if isinstance(command, FinishMeeting):
            self.when_locked(seat.meeting)
        return self._acknowledged(seat, answer)

    def submit(
        self, seat: Seat, command_id: str, command: Command, done: Callable[[Acknowledged | Refused], None]
    ) -> None:
        """Does the same as `handle` for a caller that must not wait. `done` is called after the commit, before anyone
        is told of the events.
        """
        asked = self._asked(seat, command_id, command)
        asked.done = lambda answer: done(answer if isinstance(answer, Refused) else self._acknowledged(seat, answer))
        self.writer.submit(asked)

    def _asked(self, seat: Seat, command_id: str, command: Command) -> PendingCommand:
        def decide(meeting: Meeting) -> list[Any]:
            self.walls.hold(seat.meeting, seat.attendee)
            if seat_is_over(meeting, seat, self.clock()):
                raise Refused("not_here", "You are not in this meeting.")
            actor = self._who_asks(meeting, seat, command)
            said = replay.decide(meeting, actor, command)
            if any(isinstance(to.event, MeetingOpened | MeetingResumed) for to in said):
                self.walls.one_family_at_a_time(seat.meeting)
            return said

        payload = keys.payload_hash(replay.wire_name(type(command)), plain(command))
        return PendingCommand(seat.meeting, seat.attendee, command_id, payload, decide)

    def _who_asks(self, meeting: Meeting, seat: Seat, command: Command) -> Actor:
        """Returns the sender if they are let in, or for some commands if they wait in the lobby. Otherwise refuses with
        `not_here`.
        """
        actor = actor_of(meeting, seat.attendee, seat.device)
        if actor is None and type(command) in PREPARING:
            actor = preparer_of(meeting, seat.attendee, seat.device)
        if isinstance(command, TakeControls):
            actor = actor or actor_at_the_door(meeting, seat.attendee, seat.device)
            actor = actor and replace(actor, unsteered=self.unsteered(meeting))
        if actor is None:
            raise Refused("not_here", "You are not in this meeting.")
        return actor

    def _acknowledged(self, seat: Seat, answer: Answer) -> Acknowledged:
        """Returns the answer for the sender. They may command what they do not hear: a child's number goes to the
        chair's desk. The number of a stream they do not hold would show how much is said there, so they get the number
        of their own.
        """
        meeting = self.meeting(seat.meeting)
        attendee = find_attendee(meeting, seat.attendee)
        own = own_stream(seat.attendee)
        # In the waiting room a person holds only their own stream, whatever their role will hear inside.
        outside = preparer_of(meeting, seat.attendee, seat.device) is not None
        if answer.stream == own or (not outside and attendee and answer.stream in role_of(meeting, attendee).audiences):
            return Acknowledged(audience_of(answer.stream), answer.n)
        return Acknowledged(OWN, meeting.board(own).n)

    def arrive(self, seat: Seat, looks_like: str, *, others_connected: bool) -> None:
        """Notes that a device opened its page. The first time it goes to the lobby, or straight in if it need
        not wait.
        """
        if find_device(self.meeting(seat.meeting), seat.attendee, seat.device) is not None:
            return
        looks: Literal["phone", "computer"] = "phone" if looks_like == "phone" else "computer"
        arrive = Arrive(seat.device, looks, others_connected, seat.staff_session is not None)

        def decide(meeting: Meeting) -> list[Any]:
            attendee = find_attendee(meeting, seat.attendee)
            if attendee is None:
                raise not_found()
            self.walls.hold(seat.meeting, seat.attendee)
            return arrive.arrive(meeting, attendee)

        self.writer.ask(PendingCommand(seat.meeting, seat.attendee, seat.device, b"", decide))

    def come_in(self, seat: Seat) -> None:
        """Lets a connected seat in if it waits, signed in, for a family of a sitting that is open now. Otherwise does
        nothing (`slots.come_in`).
        """
        device = find_device(self.meeting(seat.meeting), seat.attendee, seat.device)
        if seat.staff_session is None or device is None or device.state != "waiting":
            return

        def decide(meeting: Meeting) -> list[Any]:
            self.walls.hold(seat.meeting, seat.attendee)
            return come_in(meeting, seat.device)

        with suppress(Refused):
            self.writer.ask(PendingCommand(seat.meeting, seat.attendee, str(uuid4()), b"", decide))

    def closed(self, seat: Seat) -> str | None:
        """Returns why this seat is closed now: by a wall between families, or because its time is over."""
        over = seat_is_over(self.meeting(seat.meeting), seat, self.clock())
        return over or self.walls.closed(seat.meeting, seat.attendee)

    def standing(self, seat: Seat) -> tuple[Meeting, Actor | None, Device | None]:
        """Returns the meeting, the actor if this seat is in the room now, and its device if it ever arrived."""
        meeting = self.meeting(seat.meeting)
        return meeting, actor_of(meeting, seat.attendee, seat.device), find_device(meeting, seat.attendee, seat.device)


def you(meeting: Meeting, attendee: Attendee, device: str, *, inside: bool) -> dict[str, Any]:
    """Returns what a browser is told of its own attendee as they are now: in the lobby only name and role."""
    role = role_of(meeting, attendee)
    # A big screen is an attendee without a person.
    person = None if role.screen == "projector" else find_person(meeting, attendee.person)
    outside = {"name": person.name if person else role.label, "role_label": role.label}
    if not inside:
        return outside
    return outside | {
        "attendee": attendee.id, "person": attendee.person, "role": role.key, "side": role.side, "screen": role.screen,
        "powers": list(role.powers), "audiences": list(role.audiences), "device": device,
        "stands_in": _stands_in(meeting, actor_of(meeting, attendee.id, device)),
    }  # fmt: skip


def _stands_in(meeting: Meeting, actor: Actor | None) -> bool:
    """True if this attendee may take over when no one steers."""
    return actor is not None and can_stand_in(meeting, actor, find_device(meeting, actor.id, actor.device))


def snapshot(meeting: Meeting, actor: Actor, release: str, time: int) -> dict[str, Any]:
    """Returns the whole board for a person who is let in: every stream they hold and nothing else (`streams_of`).
    Things on the boards are as they stand there; all else is of JSON's own types.
    """
    on_desk = actor.is_in(DESK)
    template = meeting.template if on_desk else meeting.template.for_room()
    whole = {
        "release": release,
        "state": "in",
        "time": time,
        "template": plain(template),
        "you": you(meeting, actor.attendee, actor.device, inside=True),
        "boards": replay.boards(meeting, actor),
    }
    return whole | ({"gaps": plain(gaps(meeting)), "dates": plain(due_dates(meeting))} if on_desk else {})


def slot_waited_for(meeting: Meeting, device: Device | None) -> dict[str, Any] | None:
    """Returns a family's slot in a sitting for a person who waits at its door, or None for a meeting of its own.

    A signed-in person may work with several families of the sitting, and so is also told the children's names: what is
    prepared for one family must not be written into another's. A link may be forwarded, so it is told no names.
    """
    slot = meeting.facts.slot
    if slot is None:
        return None
    signed_in = device is not None and device.signed_in
    names = whole_names(named(meeting)) if signed_in else {}
    return {**plain(slot), "children": [names[child] for child in meeting.children() if child in names]}


def preparing(meeting: Meeting, actor: Actor, release: str, time: int) -> dict[str, Any]:
    """Returns what a person in the lobby is told who may prepare: the columns, and their own points. It names no one
    else of the meeting.
    """
    mine = you(meeting, actor.attendee, actor.device, inside=True) | {"word": _word(meeting, actor.id, actor.device)}
    return {
        "release": release,
        "state": "preparing",
        "time": time,
        "template": plain(meeting.template.for_room()),
        "you": mine | {"powers": list(actor.role.powers), "audiences": []},
        "boards": replay.boards(meeting, actor),
        "slot": slot_waited_for(meeting, find_device(meeting, actor.id, actor.device)),
    }


def waiting(meeting: Meeting, attendee: Attendee, device: str, release: str, time: int) -> dict[str, Any]:
    """Returns what a person in the lobby is told: that they wait, and who they are here. It names no one else of the
    meeting.
    """
    stands_in = {"stands_in": True} if _stands_in(meeting, actor_at_the_door(meeting, attendee.id, device)) else {}
    return {
        "release": release,
        "state": "waiting",
        "time": time,
        "template": None,
        "boards": {},
        "you": you(meeting, attendee, "", inside=False) | {"word": _word(meeting, attendee.id, device)} | stands_in,
        "slot": slot_waited_for(meeting, find_device(meeting, attendee.id, device)),
    }


def desk_of(meeting: Meeting) -> list[Attendee]:
    """Returns the attendees who are told who waits: everyone of the chair's desk, the chair first."""
    desk = [one for one in each_attendee(meeting) if DESK in role_of(meeting, one).audiences]
    return sorted(desk, key=lambda one: role_of(meeting, one).screen != "chair")


def _word(meeting: Meeting, attendee: str, device: str) -> str:
    """Returns the word that tells this device from another of the same person at the door."""
    found = find_device(meeting, attendee, device)
    return found.word if found else ""


def out_because(meeting: Meeting, seat: Seat) -> str | None:
    """Returns why this seat is not in: removed, not_admitted, left, no_device, ended, screen_off. None while it only
    waits.
    """
    attendee, device = find_attendee(meeting, seat.attendee), find_device(meeting, seat.attendee, seat.device)
    if attendee and is_screen(meeting.template, attendee):
        return "screen_off"
    if attendee is None or device is None:
        return "not_admitted"
    if device.state == "gone" and removed_at(meeting, attendee.id) >= device.at:
        return "removed"
    if device.state == "gone" and meeting.is_over:
        return "ended"
    if device.state == "gone" and attendee.attendance == "here" and not attendee.device:
        return "no_device"
    if device.state in ("gone", "turned_away"):
        return {"gone": "left", "turned_away": "not_admitted"}[device.state]
    if meeting.state == "finished" or (meeting.state == "ended" and device.state == "waiting"):
        return "ended"
    return None
