"""Invitations to a meeting that staff made: the personal links, and people who are added later."""

from uuid import uuid4

import sqlalchemy as sa

from ..domain.audiences import DESK, ROOM, To
from ..domain.meeting import Meeting
from ..domain.people.actor import Actor
from ..domain.people.add_person import PersonAdded
from ..domain.people.attendance import AttendeeInvited
from ..domain.people.names import Named, named, read_alike, usual
from ..domain.people.persons import each_attendee, each_person, find_attendee, is_screen
from ..domain.refused import Refused
from ..storage import keys
from ..storage.tables import invitations, meeting_accounts
from .batch import PendingCommand
from .live_meeting import LiveMeetings
from .prepare_meeting import SERVER, PlannedPerson, invite
from .seat_ends import link_is_over

MOST_PEOPLE = 60
MOST_CHILDREN = 8


def may_have_link(live: LiveMeetings, meeting: Meeting, *, removed: bool = False) -> list[str]:
    """Returns the ids of the attendees who come by a personal link, with removed ones only if `removed`. A person who
    signs in has no link: so a link that is lost or forwarded can never be the chair's (decision 0016).
    """
    asked = sa.select(meeting_accounts.c.attendee).where(meeting_accounts.c.meeting == meeting.id)
    with live.database.reading() as connection:
        signed_in = set(connection.execute(asked).scalars())
    return [
        one.id
        for one in each_attendee(meeting)
        if one.id not in signed_in and (removed or one.attendance != "removed") and not is_screen(meeting.template, one)
    ]


def standing_links(live: LiveMeetings, meeting: str) -> dict[str, int]:
    """Returns since when each attendee has had a link that works."""
    with live.database.reading() as connection:
        return _standing(live, connection, meeting)


def _standing(live: LiveMeetings, connection: sa.Connection, meeting: str) -> dict[str, int]:
    asked = sa.select(invitations.c.attendee, invitations.c.made_at).where(
        invitations.c.meeting == meeting, invitations.c.revoked_at.is_(None)
    )
    now, at = live.meeting(meeting), live.clock()
    rows = connection.execute(asked).all()
    return {row.attendee: row.made_at for row in rows if not link_is_over(now, row.attendee, row.made_at, at)}


def new_links(live: LiveMeetings, meeting: Meeting, wanted: dict[str, int]) -> dict[str, str]:
    """Makes a link for each attendee in `wanted` and returns the secrets. Earlier links stop working. The values in
    `wanted` say since when the attendee had a link (0: none) when the links were asked for.

    Refused: `ended`; `no_link` for a person who comes without one; `made_already` if a link has changed since then,
    because loading a page again must not break links that were just sent.
    """
    if meeting.state in ("ended", "finished"):
        raise Refused("ended", "This meeting has ended. Its links do not work any more.")
    if meeting.state == "cancelled":
        raise Refused("cancelled", "This meeting will not take place. Its links do not work.")
    if not set(wanted) <= set(may_have_link(live, meeting)):
        raise Refused("no_link", "This person comes to the meeting without a link.")

    def unless(connection: sa.Connection) -> None:
        standing = _standing(live, connection, meeting.id)
        if any(standing.get(attendee, 0) != since for attendee, since in wanted.items()):
            raise Refused(
                "made_already",
                "These links were made before, and can't be shown again. If somebody lost theirs, make them a new one.",
            )

    return invite(live, meeting.id, list(wanted), unless) if wanted else {}


def new_link_at_the_door(live: LiveMeetings, meeting: Meeting, actor: Actor, attendee: str) -> str:
    """Makes a link for a person from a desk during the meeting, and returns its secret. The earlier link stops working.

    Only the chair makes a link for a removed person: it lets them come to the lobby again. Refused: `may_not` without
    the desk and the minute-taker's power; `ended`; `no_link` for a person who comes without one, and for a chair.
    """
    if not (actor.may("minute") and actor.is_in(DESK)):
        raise Refused("may_not", "Your role in this meeting can't do that.")
    now = live.clock()
    found = find_attendee(meeting, attendee)
    steers = found is not None and "steer" in meeting.template.role(found.role).powers
    if steers or attendee not in may_have_link(live, meeting, removed=actor.may("steer")):
        raise Refused("no_link", "This person comes to the meeting without a link.")
    if meeting.is_over or link_is_over(meeting, attendee, now, now):
        raise Refused("ended", "This meeting has ended. Its links do not work any more.")
    return invite(live, meeting.id, [attendee])[attendee]


def stop_link(live: LiveMeetings, meeting: str, attendee: str) -> None:
    """Stops the attendee's link. A person who already has a seat keeps it: only the chair removes people."""
    stopped = invitations.update().where(
        invitations.c.meeting == meeting, invitations.c.attendee == attendee, invitations.c.revoked_at.is_(None)
    )
    time = live.clock()
    live.writer.run(lambda connection: connection.execute(stopped.values(revoked_at=time)))


def add_person(live: LiveMeetings, meeting: str, once: str, one: PlannedPerson) -> None:
    """Adds a person, invited (with a role) or only spoken of. `once` makes a form that is sent twice add them once.

    Refused: `ended`, `cancelled`, `too_many`; `read_alike` if nothing that is known tells them from another person.
    """
    person, attendee = str(uuid4()), str(uuid4())

    def decide(found: Meeting) -> list[To]:
        if found.state in ("ended", "finished"):
            raise Refused("ended", "This meeting has ended. Nobody can be added to it.")
        if found.state == "cancelled":
            raise Refused("cancelled", "This meeting will not take place. Nobody can be added to it.")
        if len(list(each_person(found))) >= MOST_PEOPLE:
            raise Refused("too_many", "A meeting has at most %(most)s people.", values={"most": MOST_PEOPLE})
        part = one.relationship or (found.template.role(one.role).label if one.role else "")
        added = Named(person, one.name, False, "", part, one.called)
        if person in read_alike([*named(found), added]):
            raise Refused(
                "read_alike", "Two people read %(name)s. Write what you call this one.", values={"name": usual(added)}
            )
        said = [To(ROOM, PersonAdded(person, False, one.name, one.relationship, "", one.agency, one.called))]
        if one.role:
            agency = one.agency or found.template.agencies[0].key
            said.append(To(ROOM, AttendeeInvited(attendee, person, one.role, agency)))
        return said

    payload = keys.payload_hash(
        "add_invited", [one.name, one.called, one.relationship, one.agency or "", one.role or ""]
    )
    live.writer.ask(PendingCommand(meeting, SERVER, once, payload, decide))
