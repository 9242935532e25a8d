"""The rating a family had last, as one account may know it."""

from collections.abc import Iterable
from dataclasses import dataclass

import sqlalchemy as sa

from ..domain.earlier.desk import EarlierMeeting
from ..domain.ending.places import had_a_place
from ..domain.kinds import Colour
from ..domain.meeting import Meeting
from ..storage.tables import meeting_accounts
from .accounts import Account
from .live_meeting import LiveMeetings


@dataclass(frozen=True, slots=True)
class LastRating:
    """The family's rating in its last locked meeting: the worst if each child has one. `colour` is None if it was not
    rated.
    """

    colour: Colour | None
    date: str
    kind: str


def last_rating(live: LiveMeetings, account: Account, meeting: Meeting) -> LastRating | None:
    """Returns the rating in the family's last locked meeting before this one that had any, from what the desk has of
    it. It is for the chair of this meeting, who reads it on the desk, and for people who had a place in that meeting.
    No one else, because anybody can make a sitting with these references and themselves among its leads.
    """
    asked = sa.select(meeting_accounts.c.meeting, meeting_accounts.c.attendee, meeting_accounts.c.chairs)
    with live.database.reading() as connection:
        rows = connection.execute(asked.where(meeting_accounts.c.account == account.id)).all()
    mine = {row.meeting: row for row in rows}

    def reached(id: str) -> bool:
        chairs = meeting.id in mine and mine[meeting.id].chairs
        return chairs or (id in mine and had_a_place(live.meeting(id), mine[id].attendee))

    earlier = sorted(meeting.desk.each(EarlierMeeting), key=lambda one: one.date, reverse=True)
    earlier = [one for one in earlier if reached(one.id)]
    rated = next((one for one in earlier if one.ratings), None)
    return LastRating(worst(one.colour for one in rated.ratings), rated.date, rated.kind) if rated else None


def worst(colours: Iterable[Colour | None]) -> Colour | None:
    """Returns the worst of these, by red, amber, green. None if there is no colour among them."""
    found = set(colours)
    order: tuple[Colour, ...] = ("red", "amber", "green")
    return next((one for one in order if one in found), None)
