"""The demo's accounts. A person who tries the product signs in as the demo's chair, or as one of those who meet in
the sitting. Their password is new at each start.
"""

import secrets
from dataclasses import dataclass

import sqlalchemy as sa

from ..demo.team import STAFF
from ..in_thread import at_once
from ..storage.tables import meeting_plans
from .accounts import Account, Accounts
from .demo import Demo, DemoAttendee, DemoMeeting
from .live_meeting import LiveMeetings
from .staff_meetings import MeetingMade, MeetingRequest, book, chair_role

EMAIL = "chair@demo.example"
REFERENCE = "DEMO-1"
_TIMES = ("10:00", "14:00", "15:30")


@dataclass(frozen=True, slots=True)
class DemoAccount:
    """How to sign in, until the next start."""

    email: str
    password: str


def demo_account(live: LiveMeetings, demo: Demo) -> DemoAccount:
    """Returns the account of the demo's chair, with a new password and the demo's meetings in its list."""
    known = Accounts(live, at_once)
    password = secrets.token_urlsafe(15)
    account = next((one for one in known.all() if one.email == EMAIL), None)
    chairs = {meeting.id: _chair(live, meeting) for meeting in demo.meetings}
    if account is None:
        account = known.make(next(iter(chairs.values())).name, EMAIL, password)
    else:
        known.set_password(account.id, password)
    _list(live, account, {id: one.id for id, one in chairs.items()})
    return DemoAccount(EMAIL, password)


def _chair(live: LiveMeetings, meeting: DemoMeeting) -> DemoAttendee:
    role = chair_role(live.meeting(meeting.id).template)
    return next(one for one in meeting.attendees if role and one.role == role.key)


def _list(live: LiveMeetings, account: Account, chairs: dict[str, str]) -> None:
    """Puts the meetings that are missing into the account's list. Their chair keeps the demo's link as well."""
    found = {id: live.meeting(id) for id in chairs}
    booked = [MeetingMade(id, one.template.key, one.facts.date, chairs[id]) for id, one in found.items()]

    def keep(connection: sa.Connection) -> None:
        known = connection.execute(sa.select(meeting_plans.c.meeting)).scalars().all()
        for one, starts in zip(booked, _TIMES, strict=False):
            if one.meeting not in known:
                book(connection, one, MeetingRequest(REFERENCE, starts, "", account, account), live.clock())

    live.writer.run(keep)
    # The walls looked up each account's attendee when the demo was made, and found none. Now there is one.
    live.walls.forget()


def staff_accounts(live: LiveMeetings, password: str) -> dict[str, Account]:
    """Returns the accounts of those who meet in the demo's sitting, by key, with this password, and that of the demo's
    chair as `ines`.
    """
    known = Accounts(live, at_once)
    by_email = {one.email: one for one in known.all()}
    found = {"ines": by_email[EMAIL]}
    for key, name in STAFF.items():
        email = f"{key}@{EMAIL.partition('@')[2]}"
        if email in by_email:
            known.set_password(by_email[email].id, password)
        found[key] = by_email.get(email) or known.make(name, email, password)
    return found


def sign_in_text(account: DemoAccount, staff: dict[str, Account], url: str) -> str:
    """Returns how to sign in, for a person at a terminal."""
    lines = [f"Staff sign-in: {url}/sign-in  {account.email}  {account.password}", "With the same password:"]
    lines += [f"  {one.name:22}{one.email}" for key, one in staff.items() if key != "ines"]
    return "\n".join(lines) + "\n"
