"""The one door into a running meeting: who has which seat, what they ask, what they may see."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Literal, NamedTuple
from uuid import uuid4

from ..domain import replay
from ..domain.agenda.pause import MeetingResumed
from ..domain.audiences import OWN, audience_of, own_stream
from ..domain.dates.bank_holidays import BankHoliday
from ..domain.ending.ending import FinishMeeting, MeetingOpened
from ..domain.kinds import plain
from ..domain.meeting import Meeting
from ..domain.people.actor import Actor
from ..domain.people.admission import actor_at_the_door, actor_of, preparer_of, role_of
from ..domain.people.lobby import Arrive, Device, find_device
from ..domain.people.persons import find_attendee
from ..domain.people.sitting_slots import SlotGiven, come_in
from ..domain.people.take_controls import TakeControls
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
