"""A sitting for tests: families whose words are like no other's, and the accounts of those who work with them."""

from collections.abc import Iterable, Mapping
from uuid import uuid4

from meeting_server.domain.deciding.ratings import SetRating, ShowRating
from meeting_server.domain.ending.ending import EndMeeting, FinishMeeting, OpenMeeting, Reason
from meeting_server.domain.people.admission import actor_of
from meeting_server.domain.people.persons import Attendee, find_attendee
from meeting_server.domain.points.actions import SetAction
from meeting_server.domain.points.items import AddItem
from meeting_server.domain.replay import Command
from meeting_server.services.accounts import Account, Accounts
from meeting_server.services.live_meeting import LiveMeetings, Seat
from meeting_server.services.prepare_meeting import Plan, PlannedPerson
from meeting_server.services.seats import Invited, take_seat
from meeting_server.services.sitting_day import open_family, seat_in_family
from meeting_server.services.sittings import PlannedSitting, add_family, make_sitting
from meeting_server.storage.tables import accounts
from tests.scenes.builders import templates

DAY = "2026-05-05"
WORKERS = (
    "lead_social_worker", "victim_worker", "perpetrator_worker", "psychologist", "recovery_worker", "child_practitioner",
)  # fmt: skip
PASSWORD = "three green otters"
_HASHED: list[str] = []


def make_accounts(live: LiveMeetings, *names: str) -> list[Account]:
    """Accounts with one password. It is hashed once: nine times would take a second of every test."""
    found = Accounts(live, lambda work: work())
    if not _HASHED:
        _HASHED.append(found._hash(PASSWORD))
    made = [Account(str(uuid4()), name, f"{name.split()[0].lower()}@council.example") for name in names]
    rows = [{"id": one.id, "name": one.name, "email": one.email, "password": _HASHED[0], "made_at": 1} for one in made]
    live.writer.run(lambda connection: connection.execute(accounts.insert(), rows))
    return made


def family(word: str, workers: Iterable[str], id: str = "", guest: bool = False) -> Plan:
    """The plan of one family's meeting: one child, a parent spoken of, workers by their roles, perhaps a guest."""
    people = [
        PlannedPerson("child", f"Pip {word}", called="Pip", child=True, age="6"),
        PlannedPerson("mum", f"Esme {word}", relationship="Mum", agency="family"),
        *(PlannedPerson(key, f"{key.title()} {word}", agency="social_care", role=key) for key in workers),
    ]
    if guest:
        people.append(PlannedPerson("guest", f"Guest {word}", agency="school", role="professional"))
    plan = Plan("Case supervision", templates()["supervision"], "Case supervision", "both", False, DAY, tuple(people))
    return Plan(plan.title, plan.template, plan.occasion, plan.setting, False, DAY, plan.people, id=id)


class Sitting:
    """A sitting of families in a database, made and run by the accounts that lead it."""

    def __init__(self, live: LiveMeetings, day: str = DAY, starts: str = "09:30", minutes: int = 25) -> None:
        self.live = live
        self.manager, self.minutes, self.nell, self.omar = make_accounts(
            live, "Asha Manager", "Tolly Minutes", "Nell Socialworker", "Omar Specialist"
        )
        plan = PlannedSitting(
            str(uuid4()), self.manager, self.manager, None, self.minutes, day, starts, minutes, "Room 2"
        )
        self.id = make_sitting(live, plan)
        self.meetings: list[str] = []

    def add(self, word: str, workers: Mapping[str, Account], guest: bool = False) -> str:
        """One more family; gives its meeting."""
        made = add_family(self.live, self.manager, self.id, family(word, workers, guest=guest), f"FAM-{word}", workers)
        self.meetings.append(made)
        return made

    def attendee(self, meeting: str, role: str) -> Attendee:
        """Whoever has this role there."""
        return next(one for one in self.live.meeting(meeting).room.each(Attendee) if one.role == role)

    def opens(self, meeting: str) -> Seat:
        """The team manager opens a family; gives their seat."""
        return open_family(self.live, self.manager, b"session", None, self.id, meeting).seat

    def waits(self, meeting: str, account: Account) -> Seat:
        """Somebody signs in for a family and opens its page."""
        seat = seat_in_family(self.live, account, b"session", None, self.id, meeting).seat
        self.live.arrive(seat, "computer", others_connected=False)
        return seat

    def guest_waits(self, meeting: str) -> Seat:
        """The guest of a family opens their link."""
        attendee = self.attendee(meeting, "professional").id
        _, seat = take_seat(self.live, Invited(self.live.meeting(meeting), "", attendee), None)
        self.live.arrive(seat, "computer", others_connected=False)
        return seat

    def do(self, seat: Seat, *commands: Command) -> None:
        """Asks for these one after another."""
        for command in commands:
            self.live.handle(seat, str(uuid4()), command)

    def ends(self, seat: Seat, colour: str | None = None, *, lock: bool = False) -> None:
        """The team manager rates the family (green unless said, where the record is locked: it can't be without) and ends
        its meeting."""
        meeting = self.live.meeting(seat.meeting)
        colour = colour or ("green" if lock else None)
        if colour:
            rating = str(uuid4())
            self.do(seat, SetRating(rating, None, colour, "Because of what we heard of Pip.", "A quiet month."))  # type: ignore[arg-type]
            self.do(seat, ShowRating(rating))
        who = find_attendee(meeting, seat.attendee)
        assert who
        item = str(uuid4())
        self.do(seat, AddItem(item, "hearing", "Somebody tells them."), SetAction(item, (who.person,), DAY))
        self.do(seat, EndMeeting(tuple(Reason(one.key, "Said aloud.") for one in meeting.template.checks)))
        if lock:
            self.do(seat, FinishMeeting("FINISH"))

    def is_in(self, seat: Seat) -> bool:
        """Whether this seat is in the room now."""
        return actor_of(self.live.meeting(seat.meeting), seat.attendee, seat.device) is not None


def held(sitting: Sitting, meeting: str, colour: str | None = None, *, lock: bool = True) -> None:
    """A family's whole time: opened, perhaps rated, ended and locked."""
    sitting.ends(sitting.opens(meeting), colour, lock=lock)


__all__ = ["DAY", "PASSWORD", "WORKERS", "OpenMeeting", "Sitting", "family", "held", "make_accounts"]
