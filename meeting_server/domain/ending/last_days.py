"""How long links and seats last: so that none opens a family's board or record for whoever finds it later.

Days are the meeting's own working days, by the bank holidays it was made with, and the last of them counts whole. A
meeting that is put off takes its links along.
"""

from datetime import date

from ..audiences import DESK
from ..dates.bank_holidays import holidays_of
from ..dates.working_days import working_days_after
from ..meeting import Meeting
from ..people.admission import role_of
from ..people.persons import Attendee

LINK_DAYS = 1
"""Every link, and every seat that does not hold the chair's desk: working days after the meeting's day."""
DRAFT_DAYS = 10
"""A seat that holds the chair's desk: it is needed until the record is locked, and no longer than this."""


def last_day_of_links(meeting: Meeting) -> date:
    """The last day on which a link of this meeting works."""
    return _days_after(meeting, LINK_DAYS)


def last_day_of_seat(meeting: Meeting, attendee: Attendee) -> date:
    """The last day of a seat that was taken by a link. One taken by signing in is gone with the session instead."""
    on_the_desk = DESK in role_of(meeting, attendee).audiences
    return _days_after(meeting, DRAFT_DAYS if on_the_desk else LINK_DAYS)


def _days_after(meeting: Meeting, days: int) -> date:
    return working_days_after(date.fromisoformat(meeting.facts.date), days, holidays_of(meeting))
