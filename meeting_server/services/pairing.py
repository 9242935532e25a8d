"""Pairs a big screen: it shows a short code, the chair types it, and the screen joins the chair's meeting.

The code tells nothing and opens nothing by itself: a person who reads it off the wall can only bring that screen into a
meeting they steer. A waiting screen is kept for ten minutes, under a hash of its code. It is stored because the chair's
page may be on another server than the screen's.
"""

import secrets
import threading
from collections import deque
from collections.abc import Callable, Hashable
from typing import Any
from uuid import uuid4

import sqlalchemy as sa

from ..addresses import share_of
from ..domain.meeting import Meeting
from ..domain.people import big_screen as screen
from ..domain.people.admission import actor_of
from ..domain.refused import Refused
from ..storage import keys
from ..storage.tables import screens_waiting as table
from .batch import PendingCommand
from .live_meeting import LiveMeetings, Seat
from .seats import sit_as

ALPHABET = "ACDEFHJKLMNPQRTUVWXY34679"
"""No two of these look or sound alike across a room: no B or 8, G, I or 1, O or 0, S or 5, Z or 2."""
LENGTH = 6
CODE_SECONDS = 10 * 60
FETCH_SECONDS = 60
WRONG_A_MINUTE, WRONG_A_MINUTE_THERE = 10, 100
"""For one chair, and for all people who steer a meeting from one address: the offices of a council share one."""
CODES_A_MINUTE = 10
MOST_WAITING = 2000
"""More than all screens of a council. Above it, the address with most waiting screens loses one, so that a stranger
keeps no one from theirs.
"""

Clock = Callable[[], float]


class Tries:
    """At most `most` tries a minute for each key. Every try counts: a right guess among many wrong ones waits too."""

    def __init__(self, clock: Clock, most: int) -> None:
        self._clock = clock
        self._most = most
        self._tries: dict[Hashable, deque[float]] = {}
        self._swept = clock()

    def may(self, key: Hashable) -> bool:
        """True if one more try is allowed now, and then counts it."""
        now = self._clock()
        if now - self._swept >= 60:
            self._swept = now
            self._tries = {one: tries for one, tries in self._tries.items() if tries[-1] > now - 60}
        tries = self._tries.setdefault(key, deque())
        while tries and tries[0] <= now - 60:
            tries.popleft()
        if len(tries) >= self._most:
            return False
        tries.append(now)
        return True


class Pairing:
    """The screens that wait for their code to be typed. Safe to use from any thread.

    `monotonic` is in seconds and limits how often a person tries. `clock` is in seconds that all servers share and says
    how long a code is good.
    """

    def __init__(self, monotonic: Clock, clock: Clock) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._codes = Tries(monotonic, CODES_A_MINUTE)
        self._guesses = Tries(monotonic, WRONG_A_MINUTE)
        self._guesses_there = Tries(monotonic, WRONG_A_MINUTE_THERE)

    def _now(self) -> int:
        return int(self._clock() * 1000)

    def new_code(self, live: LiveMeetings, address: str) -> tuple[str, str]:
        """Returns a code to show, and a ticket with which the screen asks if it was typed. Only this screen's page
        knows the ticket.

        Refused: `too_many` for an address that asks too often.
        """
        share = share_of(address)
        with self._lock:
            may = self._codes.may(share)
        if not may:
            raise Refused("too_many", "Too many codes were asked for. Please wait a minute.")
        ticket, now = keys.secret(), self._now()

        def wait(connection: sa.Connection) -> str:
            connection.execute(table.delete().where(table.c.until <= now))
            _make_room(connection)
            code = _new_code(connection)
            row = {
                "ticket_hash": keys.secret_hash(ticket),
                "code_hash": keys.secret_hash(code),
                "until": now + CODE_SECONDS * 1000,
                "asked_from": keys.secret_hash(share),
            }
            connection.execute(table.insert().values(row))
            return code

        return live.writer.run(wait), ticket

    def pair(self, live: LiveMeetings, chair: Seat, address: str, typed: str) -> None:
        """Brings the screen that shows this code into the chair's meeting, once.

        Refused: `too_many`, `wrong_code` (unknown, old or used: all alike), and the refusals of `screen.bring_in`.
        """
        actor = live.standing(chair)[1]
        if actor is None:
            raise Refused("not_here", "You are not in this meeting.")
        # Checked before the try counts: a person who may bring in no screen uses up no one's tries.
        screen.steers(actor)
        with self._lock:
            may = self._guesses.may(chair.attendee) and self._guesses_there.may(share_of(address))
        if not may:
            raise Refused("too_many", "That was tried too often. Please wait a minute, then try again.")
        found = live.writer.run(lambda connection: self._take(connection, typed))
        if found is None:
            raise Refused("wrong_code", "No screen shows this code now. Look at the screen again.")
        this = table.update().where(table.c.ticket_hash == found.ticket_hash)
        try:
            seat = _brought_in(live, chair)
        except Refused:
            # The screen still shows the code, so a person who may bring it in can type it.
            live.writer.run(lambda connection: connection.execute(this.values(taken=False)))
            raise
        until = max(found.until, self._now() + FETCH_SECONDS * 1000)
        row = {"selector": seat.selector, "meeting": seat.meeting, "attendee": seat.attendee, "device": seat.device}
        live.writer.run(lambda connection: connection.execute(this.values(**row, until=until)))

    def _take(self, connection: sa.Connection, typed: str) -> Any:
        """Takes and returns the screen that shows this code. The first one to ask gets it; None if there is none."""
        code = "".join(typed.upper().split()).replace("-", "")
        free = sa.and_(table.c.code_hash == keys.secret_hash(code), table.c.until > self._now(), ~table.c.taken)
        found = connection.execute(sa.select(table).where(free).limit(1)).one_or_none()
        if found is None:
            return None
        taken = table.update().where(table.c.ticket_hash == found.ticket_hash, ~table.c.taken).values(taken=True)
        return found if connection.execute(taken).rowcount == 1 else None

    def news(self, live: LiveMeetings, ticket: str, cookie: str | None) -> tuple[str, str] | None:
        """Returns the browser's cookie and the seat that the screen now has, or None while its code waits to be typed.

        An answer that got lost is given again as long as the ticket is good. Refused with `no_code` once it is too old.
        """
        wanted = sa.select(table).where(table.c.ticket_hash == keys.secret_hash(ticket), table.c.until > self._now())
        with live.database.reading() as connection:
            found = connection.execute(wanted).one_or_none()
        if found is None:
            raise Refused("no_code", "This code is too old.")
        if found.selector is None:
            return None
        seat = Seat(found.selector, found.meeting, found.attendee, found.device)
        return sit_as(live, seat, cookie), seat.selector


def _new_code(connection: sa.Connection) -> str:
    """Returns a code that no other screen shows. With two alike, the chair's typing could bring in the wrong one."""
    while True:
        code = "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))
        same = sa.select(table.c.ticket_hash).where(table.c.code_hash == keys.secret_hash(code)).limit(1)
        if connection.execute(same).first() is None:
            return code


def _make_room(connection: sa.Connection) -> None:
    """Makes room for one more. If there is none, the oldest screen of the address that has most of them goes. A screen
    whose code has been typed keeps its row.
    """
    if connection.execute(sa.select(sa.func.count()).select_from(table)).scalar_one() < MOST_WAITING:
        return
    share, oldest = table.c.asked_from, sa.func.min(table.c.until)
    most = sa.select(share).where(~table.c.taken).group_by(share).order_by(sa.func.count().desc(), oldest).limit(1)
    whose = connection.execute(most).scalar_one_or_none()
    theirs = share.is_(None) if whose is None else share == whose
    first = sa.select(table.c.ticket_hash).where(~table.c.taken, theirs).order_by(table.c.until).limit(1)
    connection.execute(table.delete().where(table.c.ticket_hash == first.scalar_subquery()))


def _brought_in(live: LiveMeetings, chair: Seat) -> Seat:
    """Returns the seat of a new big screen in the chair's meeting. The sender's powers are looked up as the meeting
    stands then.
    """
    seat = Seat(str(uuid4()), chair.meeting, str(uuid4()), str(uuid4()))

    def decide(meeting: Meeting) -> list[Any]:
        actor = actor_of(meeting, chair.attendee, chair.device)
        if actor is None:
            raise Refused("not_here", "You are not in this meeting.")
        live.walls.hold(chair.meeting, chair.attendee)
        return screen.bring_in(meeting, actor, seat.attendee, seat.device)

    live.writer.ask(PendingCommand(chair.meeting, chair.attendee, seat.device, b"", decide))
    return seat
