"""The record of a meeting for a set of audiences, for a person at the meeting or for the command line."""

from ..domain.audiences import ROOM
from ..domain.meeting import Meeting
from ..domain.people.actor import Actor
from ..domain.record.record import Record, record_of
from ..domain.refused import Refused
from ..domain.template.template import STANDING_AUDIENCES


def audiences_from(text: str) -> tuple[str, ...]:
    """Returns the audiences in a text like `everyone,professionals`; an empty text means everyone. Refuses a name that
    is no audience.
    """
    names = tuple(dict.fromkeys(one.strip() for one in text.split(",") if one.strip())) or (ROOM,)
    if not set(names) <= set(STANDING_AUDIENCES):
        raise Refused("unknown_audience", "Audiences are: %(names)s.", values={"names": ", ".join(STANDING_AUDIENCES)})
    return names


def record_for(meeting: Meeting, actor: Actor, audiences: tuple[str, ...]) -> Record:
    """Returns the record as this person may have it: only for audiences they are in. Otherwise refuses as if there were
    no such audience.
    """
    if not all(actor.is_in(audience) for audience in audiences):
        raise Refused(
            "unknown_audience", "Audiences are: %(names)s.", values={"names": ", ".join(actor.role.audiences)}
        )
    return record_of(meeting, audiences)
