"""Cancels a meeting that has not begun, puts it back, and ticks off who was told of a change.

Each is one command of the server's in the meeting's log, with the other tables in the same transaction.
"""

from collections.abc import Callable
from uuid import uuid4

import sqlalchemy as sa

from ..domain.audiences import DESK, ROOM, To
from ..domain.ending.cancel import cancel, put_back
from ..domain.facts import Because
from ..domain.meeting import Meeting
from ..domain.people.corrections import PersonTakenOff
from ..domain.people.persons import attendee_of, known_person
from ..domain.people.to_tell import PersonTold, TellingOwed, ToTell
from ..domain.refused import Refused
from ..storage.tables import sitting_families
from .access_changes import note_change
from .batch import PendingCommand
from .live_meeting import LiveMeetings
from .meeting_changes import has_traces
from .prepare_meeting import SERVER
from .sittings import number_families
from .who_knows import told_of, who_knows

PUT_BACK_DAYS = 7
"""How long a cancelled meeting can be put back."""
_DAY_MS = 24 * 60 * 60 * 1000


def cancel_meeting(live: LiveMeetings, meeting: str, by: str, because: Because) -> None:
    """Cancels the meeting whole. Its links and seats are closed at once. Those who know of it are on the list of whom
    to tell. One of a sitting leaves its list. `by` is the attendee who does it, or "".

    Refused: `begun`, `cancelled`.
    """
    told, sitting = told_of(live, meeting), _sitting(live, meeting)

    def decide(now: Meeting) -> list[To]:
        people = tuple(sorted(who_knows(now, told, by)))
        return [*cancel(now, because), *([To(DESK, TellingOwed("cancelled", people))] if people else [])]

    def also(connection: sa.Connection) -> None:
        connection.execute(sitting_families.delete().where(sitting_families.c.meeting == meeting))
        note_change(connection)

    _once(live, meeting, decide, also)
    live.walls.forget()
    if sitting:
        number_families(live, sitting)


def put_meeting_back(live: LiveMeetings, meeting: str, by: str) -> None:
    """Puts a cancelled meeting back: its links work again. Refused: `not_cancelled`, `too_late`."""
    told, at = told_of(live, meeting), live.clock()

    def decide(now: Meeting) -> list[To]:
        said = put_back(now)
        if at > (now.facts.cancelled_at or 0) + PUT_BACK_DAYS * _DAY_MS:
            raise Refused("too_late", "This meeting was cancelled more than a week ago. Make a new one.")
        people = tuple(sorted(who_knows(now, told, by)))
        return [*said, *([To(DESK, TellingOwed("put_back", people))] if people else [])]

    _once(live, meeting, decide, note_change)
    live.walls.forget()


def may_put_back(live: LiveMeetings, meeting: Meeting) -> bool:
    """True while a cancelled meeting can be put back."""
    at = meeting.facts.cancelled_at
    return meeting.state == "cancelled" and at is not None and live.clock() <= at + PUT_BACK_DAYS * _DAY_MS


def tick_off(live: LiveMeetings, meeting: str, person: str, of: int) -> None:
    """Notes that a person was told of the change made then. One who does not come any more leaves the list with that.
    Does nothing if there is nothing to tell.
    """

    def decide(now: Meeting) -> list[To]:
        owed = now.desk.get(ToTell, person)
        if owed is None or owed.at > of or now.is_over:
            raise Refused("nothing_new", "There is nothing to tell.")
        said = [To(DESK, PersonTold(person, of))]
        goes = owed.what == "not_invited" and attendee_of(now, person) is None and now.state == "prepared"
        if goes and known_person(now, person) and not has_traces(now, person):
            said.append(To(ROOM, PersonTakenOff(person)))
        return said

    try:
        live.writer.ask(PendingCommand(meeting, SERVER, str(uuid4()), b"", decide))
    except Refused as refused:
        if refused.code != "nothing_new":
            raise


def _once(
    live: LiveMeetings,
    meeting: str,
    decide: Callable[[Meeting], list[To]],
    also: Callable[[sa.Connection], None],
) -> None:
    live.writer.ask(PendingCommand(meeting, SERVER, str(uuid4()), b"", decide, also))


def _sitting(live: LiveMeetings, meeting: str) -> str:
    asked = sa.select(sitting_families.c.sitting).where(sitting_families.c.meeting == meeting)
    with live.database.reading() as connection:
        return connection.execute(asked).scalar_one_or_none() or ""
