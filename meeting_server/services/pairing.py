"""Pairing a big screen: it shows a short code, the chair types it, the screen comes into the chair's meeting.

The code says nothing and opens nothing by itself: whoever reads it off the wall can only bring that screen into a
meeting they steer. What waits is kept in memory, for ten minutes, under a hash of the code; a screen that waits when
the server stops asks for a new one.
"""

import secrets
import threading
from collections import deque
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from ..domain import screen
from ..domain.meeting import Meeting
from ..domain.refused import Refused
from ..storage import keys
from .live_meeting import LiveMeetings, Seat
from .seats import sit_as
from .writer import Asked

ALPHABET = "ACDEFHJKLMNPQRTUVWXY34679"
"""No two that look or sound alike across a room: no B or 8, G, I or 1, O or 0, S or 5, Z or 2."""
LENGTH = 6
CODE_SECONDS = 10 * 60
FETCH_SECONDS = 60
WRONG_A_MINUTE = 10
CODES_A_MINUTE = 10
MOST_WAITING = 200

Clock = Callable[[], float]


@dataclass(slots=True)
class _Waiting:
    """A screen that shows a code; `seat` is set once the chair has typed it."""

    code: bytes
    until: float
    seat: Seat | None = None


class Tries:
    """At most `most` tries a minute for each key. Asking is trying: a right guess among many wrong ones waits too."""

    def __init__(self, clock: Clock, most: int) -> None:
        self._clock = clock
        self._most = most
        self._tries: dict[Hashable, deque[float]] = {}

    def may(self, key: Hashable) -> bool:
        """Whether one more try is allowed now; if so it is counted."""
        now = self._clock()
        self._tries = {one: tries for one, tries in self._tries.items() if tries[-1] > now - 60}
        tries = self._tries.setdefault(key, deque())
        while tries and tries[0] <= now - 60:
            tries.popleft()
        if len(tries) >= self._most:
            return False
        tries.append(now)
        return True


class Pairing:
    """The screens that wait for their code to be typed. Safe to ask from any thread; `clock` in seconds."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._waiting: dict[bytes, _Waiting] = {}
        self._codes = Tries(clock, CODES_A_MINUTE)
        self._guesses = Tries(clock, WRONG_A_MINUTE)

    def new_code(self, address: str) -> tuple[str, str]:
        """A code to show and a ticket, which only this screen's page knows, to ask with whether it was typed."""
        with self._lock:
            self._forget_old()
            if not self._codes.may(address) or len(self._waiting) >= MOST_WAITING:
                raise Refused("too_many", "Too many codes were asked for. Please wait a minute.")
            code = "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))
            ticket = keys.secret()
            self._waiting[keys.secret_hash(ticket)] = _Waiting(keys.secret_hash(code), self._clock() + CODE_SECONDS)
            return code, ticket

    def pair(self, live: LiveMeetings, chair: Seat, address: str, typed: str) -> None:
        """Brings the screen that shows this code into the chair's meeting, once.

        Refused: `too_many`, `wrong_code` (unknown, old or used: all alike), and what `screen.bring_in` refuses.
        """
        with self._lock:
            self._forget_old()
            if not (self._guesses.may(("chair", chair.attendee)) and self._guesses.may(("address", address))):
                raise Refused("too_many", "That was tried too often. Please wait a minute, then try again.")
            found = self._take(typed)
        try:
            seat = _brought_in(live, chair)
        except Refused:
            # The screen still shows the code: whoever may bring it in can type it.
            with self._lock:
                found.seat = None
            raise
        with self._lock:
            found.seat = seat
            found.until = max(found.until, self._clock() + FETCH_SECONDS)

    def _take(self, typed: str) -> _Waiting:
        code = "".join(typed.upper().split()).replace("-", "")
        wanted = keys.secret_hash(code)
        found = next((one for one in self._waiting.values() if one.seat is None and one.code == wanted), None)
        if found is None:
            raise Refused("wrong_code", "No screen shows this code now. Look at the screen again.")
        found.seat = _ON_ITS_WAY
        return found

    def news(self, live: LiveMeetings, ticket: str, cookie: str | None) -> tuple[str, str] | None:
        """For the screen: its browser's cookie and the seat it now has; None while its code waits to be typed.

        An answer that got lost is given again as long as the ticket is good. Refused with `no_code` once it is too old.
        """
        with self._lock:
            self._forget_old()
            found = self._waiting.get(keys.secret_hash(ticket))
            seat = found.seat if found else None
        if found is None:
            raise Refused("no_code", "This code is too old.")
        if seat is None or seat is _ON_ITS_WAY:
            return None
        return sit_as(live, seat, cookie), seat.selector

    def _forget_old(self) -> None:
        now = self._clock()
        self._waiting = {id: one for id, one in self._waiting.items() if one.until > now}


_ON_ITS_WAY = Seat("", "", "", "")


def _brought_in(live: LiveMeetings, chair: Seat) -> Seat:
    """The seat of a new big screen in the chair's meeting: who asks is looked up as the meeting stands then."""
    seat = Seat(str(uuid4()), chair.meeting, str(uuid4()), str(uuid4()))

    def decide(meeting: Meeting) -> list[Any]:
        actor = meeting.actor(chair.attendee, chair.device)
        if actor is None:
            raise Refused("not_here", "You are not in this meeting.")
        live.walls.hold(chair.meeting, chair.attendee)
        return screen.bring_in(meeting, actor, seat.attendee, seat.device)

    live.writer.ask(Asked(chair.meeting, chair.attendee, seat.device, b"", decide))
    return seat
