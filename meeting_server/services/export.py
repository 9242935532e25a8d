"""The record of a meeting for a set of audiences, for a person at the meeting or for the command line."""

import sqlalchemy as sa

from ..domain.audiences import ROOM
from ..domain.meeting import Meeting
from ..domain.people.actor import Actor
from ..domain.reading import Arrangements
from ..domain.record.record import Record, record_of
from ..domain.refused import Refused
from ..domain.template.template import STANDING_AUDIENCES
from ..storage import event_log
from .arrangements import arrangements_of


def audiences_from(text: str) -> tuple[str, ...]:
    """Returns the audiences in a text like `everyone,professionals`; an empty text means everyone. Refuses a name that
    is no audience.
    """
    names = tuple(dict.fromkeys(one.strip() for one in text.split(",") if one.strip())) or (ROOM,)
    if not set(names) <= set(STANDING_AUDIENCES):
        raise Refused("unknown_audience", "Audiences are: %(names)s.", values={"names": ", ".join(STANDING_AUDIENCES)})
    return names


def stored_record(connection: sa.Connection, id: str, audiences: tuple[str, ...]) -> Record | None:
    """Returns the record of the meeting with this id as it is stored, for these audiences. None if there is none."""
    found = event_log.load(connection, id)
    return record_of(found.meeting, audiences, arrangements_of(connection, id)) if found else None


def record_for(
    meeting: Meeting, actor: Actor, audiences: tuple[str, ...], arranged: Arrangements | None = None
) -> Record:
    """Returns the record as this person may have it: only for audiences they are in. Otherwise refuses as if there were
    no such audience.
    """
    if not all(actor.is_in(audience) for audience in audiences):
        raise Refused(
            "unknown_audience", "Audiences are: %(names)s.", values={"names": ", ".join(actor.role.audiences)}
        )
    return record_of(meeting, audiences, arranged)
