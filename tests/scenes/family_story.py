"""The family of the case over time, in one database: the conference of 19 March by the demo's own steps, locked; then a
core group of the same family, made as staff make it and run by commands. For stories."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import NAMESPACE_URL, uuid4, uuid5

from meeting_server.demo import CASE, people_at, run
from meeting_server.demo.people import CasePerson
from meeting_server.domain.asides.let_in import LetIn
from meeting_server.domain.earlier.desk import EarlierMeeting, EarlierPerson
from meeting_server.domain.earlier.match_people import MatchPeople, Same
from meeting_server.domain.ending.checks import gaps
from meeting_server.domain.ending.ending import EndMeeting, FinishMeeting, Reason
from meeting_server.domain.meeting import Meeting
from meeting_server.domain.people.lobby import Arrive, Device
from meeting_server.domain.people.persons import Attendee, Person
from meeting_server.domain.points.items import AddItem
from meeting_server.domain.points.write_privately import WritePrivately
from meeting_server.domain.replay import Command
from meeting_server.services.accounts import Accounts
from meeting_server.services.live_meeting import LiveMeetings, Seat
from meeting_server.services.prepare_meeting import Plan, PlannedPerson, Prepared, prepare
from meeting_server.services.sittings import PlannedSitting, add_family, make_sitting
from meeting_server.services.staff_meetings import CHAIR, MeetingMade, MeetingRequest, book, make_meeting
from meeting_server.storage.database import Database
from meeting_server.storage.tables import meeting_accounts
from tests.scenes.builders import templates
from tests.servers.stores import open_store

CONFERENCE, CORE_GROUP, SUPERVISION = date(2026, 3, 19), date(2026, 4, 1), date(2026, 5, 5)
HERE = {
    CHAIR: "lead_social_worker", "nell": "health", "ivo": "school", "bex": "support_worker", "marla": "parent",
    "odile": "network", "saffron": "manager",
}  # fmt: skip
"""Who is invited to the core group; Kit chairs it, and nobody comes from the police."""


TEAM = {
    "kit": ("Kit Farrowden", "lead_social_worker", "social_care"),
    "zephyr": ("Zephyr Tolland", "victim_worker", "support"),
    "morrow": ("Morrow Kestwick", "perpetrator_worker", "police"),
    "bex": ("Bex Hollowell", "recovery_worker", "recovery"),
    "orla": ("Orla Windsedge", "psychologist", "health"),
}
"""Who works with the family; the second family of the day has Zephyr and Morrow too. Saffron manages, Tolly takes minutes."""
OTHER = "Amberley"
"""The name of the family before theirs on the day of the sitting."""

HELD, PRIVATE = "Don't tell Dorran I told.", "I am afraid of the stairs."
"""Juniper's words that stay on the chair's desk (card 25), and what Marla wrote for herself alone."""


def _child(one: CasePerson) -> PlannedPerson:
    return PlannedPerson(one.key, one.name, True, age=one.age, called=one.called)


class Family:
    """The family's meetings, each at a time of its own."""

    def __init__(self, database: Database) -> None:
        self.now = _at(CONFERENCE)
        self.live = LiveMeetings(database, self._tick)
        accounts = Accounts(self.live, lambda work: work())
        self.ines = accounts.make("Ines Brackenshaw", "ines@council.example", "three green otters")
        self.kit = accounts.make("Kit Farrowden", "kit@council.example", "four green otters")
        self.seats: dict[tuple[str, str], Seat] = {}

    def _tick(self) -> int:
        self.now += 1000
        return self.now

    def meeting(self, id: str) -> Meeting:
        """The meeting as it stands."""
        return self.live.meeting(id)

    def do(self, id: str, who: str, *commands: Command) -> None:
        """Somebody asks for these, one after another."""
        for command in commands:
            self.live.handle(self.seats[id, who], str(uuid4()), command)

    def comes(self, id: str, who: str, attendee: str, device: str = "") -> None:
        """Somebody arrives on a device of theirs."""
        seat = Seat("", id, attendee, device or str(uuid4()), b"signed in" if who == CHAIR else None)
        self.seats[id, who] = seat
        self.live.arrive(seat, "computer", others_connected=False)

    def locked(self, id: str, chair: str) -> None:
        """The meeting is ended, with a reason for whatever is open, and its record locked."""
        open_still = tuple(Reason(gap.check, "Said aloud.") for gap in gaps(self.meeting(id)))
        self.do(id, chair, EndMeeting(open_still), FinishMeeting("FINISH"))

    def conference(self) -> str:
        """The conference of 19 March, by the demo's own steps, ended and locked; its id."""
        case, template = CASE.meeting("three-column-map"), templates()["three-column-map"]
        people = tuple(
            PlannedPerson(one.key, one.name, one.child, one.relationship, one.age, one.agency, one.role, one.called)
            for one in people_at(case)
        )
        day = CONFERENCE.isoformat()
        plan = Plan(case.title, template, "First conference", case.setting, True, day, people, id=str(uuid4()))

        def also(connection: object, made: Prepared) -> None:
            booked = MeetingMade(made.meeting, template.key, day, made.attendees["ines"])
            book(connection, booked, MeetingRequest("FAM 1", "10:00", "", self.ines, self.ines), self.now)  # type: ignore[arg-type]
            # Kit chairs what follows, and reaches this meeting's record by the place they had in it.
            kit = {"account": self.kit.id, "meeting": made.meeting, "attendee": made.attendees["kit"], "chairs": False}
            connection.execute(meeting_accounts.insert().values(kit))  # type: ignore[attr-defined]

        made = prepare(self.live, plan, also)

        def step(who: str, command: Command | Arrive) -> None:
            if isinstance(command, Arrive):
                self.comes(made.meeting, who, made.attendees[who], command.device)
            else:
                self.do(made.meeting, who, command)

        run("end", _Ids(made), step, template=template, day=CONFERENCE)
        juniper = made.people["juniper"]
        words = AddItem(str(uuid4()), "worries", HELD, (juniper,), speaker=juniper, obtained="advocate", exact=True)
        self.do(made.meeting, "tamsin", words)
        self.do(made.meeting, "marla", WritePrivately(str(uuid4()), "worries", PRIVATE))
        self.locked(made.meeting, "ines")
        return made.meeting

    def core_group(self) -> str:
        """The core group of 1 April as its chair makes it, with everybody let in; its id."""
        id = self.core_group_made()
        self.comes(id, CHAIR, self.attendee(id, "Kit Farrowden"))
        for one in HERE:
            if one != CHAIR:
                self.comes(id, one, self.attendee(id, self.cast[one]))
                device = next(d for d in self.meeting(id).desk.each(Device) if d.state == "waiting")
                self.do(id, CHAIR, LetIn(device.id))
        return id

    def core_group_made(self) -> str:
        """The core group of 1 April as its chair makes it, nobody in yet; its id."""
        self.now = _at(CORE_GROUP)
        cast = {one.key: one for one in people_at(CASE.meeting("three-column-map"))}
        children = [_child(cast[key]) for key in ("juniper", "pip", "sorrel")]
        adults = [
            PlannedPerson(key, cast[key].name, relationship=cast[key].relationship, agency=cast[key].agency, role=role)
            for key, role in HERE.items()
            if key != CHAIR
        ]
        chair = PlannedPerson(CHAIR, "Kit Farrowden", agency="social_care", role="chair")
        plan = Plan(
            "Core group", templates()["core-group"], "First core group", "room", True, CORE_GROUP.isoformat(),
            (*children, *adults, chair), id=str(uuid4()),
        )  # fmt: skip
        return make_meeting(self.live, plan, MeetingRequest("FAM 1", "14:00", "", self.kit, self.kit))

    def sitting(self) -> tuple[str, str, str]:
        """The sitting of 5 May: its id, the meeting of another family, and theirs after it, as Saffron makes them."""
        self.now = _at(CORE_GROUP)
        make = Accounts(self.live, lambda work: work()).make
        names = {"saffron": "Saffron Pellwood", "tolly": "Tolly Merriweather"} | {
            key: who[0] for key, who in TEAM.items()
        }
        self.staff = {"kit": self.kit} | {
            key: make(name, f"{key}@council.example", "five green otters")
            for key, name in names.items()
            if key != "kit"
        }
        saffron = self.staff["saffron"]
        made = PlannedSitting(
            str(uuid4()), saffron, saffron, None, self.staff["tolly"], SUPERVISION.isoformat(), "09:30", 25, "Room 2"
        )  # fmt: skip
        id = make_sitting(self.live, made)
        wilf = (PlannedPerson("wilf", f"Wilf {OTHER}", True, age="4"),)
        other = self._family(id, "FAM 7", wilf, ("zephyr", "morrow"))
        cast = {one.key: one for one in people_at(CASE.meeting("three-column-map"))}
        children = [_child(cast[key]) for key in ("juniper", "pip", "sorrel")]
        parents = [
            PlannedPerson(key, cast[key].name, relationship=cast[key].relationship, agency="family")
            for key in ("marla", "dorran")
        ]
        return id, other, self._family(id, "FAM 1", (*children, *parents), tuple(TEAM))

    def _family(self, sitting: str, reference: str, spoken_of: tuple[PlannedPerson, ...], who: tuple[str, ...]) -> str:
        """One family of the sitting; gives its meeting."""
        people = [PlannedPerson(key, TEAM[key][0], agency=TEAM[key][2], role=TEAM[key][1]) for key in who]
        plan = Plan(
            "Case supervision", templates()["supervision"], "Case supervision", "room", False, SUPERVISION.isoformat(),
            (*spoken_of, *people), id=str(uuid4()),
        )  # fmt: skip
        workers = {key: self.staff[key] for key in who}
        return add_family(self.live, self.staff["saffron"], sitting, plan, reference, workers)

    @property
    def cast(self) -> dict[str, str]:
        """The names of the case's people by their keys."""
        return {one.key: one.name for one in people_at(CASE.meeting("three-column-map"))}

    def person(self, id: str, name: str) -> str:
        """The id of somebody of a meeting by the beginning of their name."""
        return next(one.id for one in self.meeting(id).room.each(Person) if one.name.startswith(name))

    def attendee(self, id: str, name: str) -> str:
        """The id of somebody invited by the beginning of their name."""
        person = self.person(id, name)
        return next(one.id for one in self.meeting(id).room.each(Attendee) if one.person == person)

    def earlier(self, id: str) -> EarlierMeeting:
        """The one earlier meeting on this one's desk."""
        (found,) = self.meeting(id).desk.each(EarlierMeeting)
        return found

    def says_who_is_who(self, id: str) -> None:
        """The chair: everybody is who has their name; a grown-up who is not in this meeting gets a new id."""
        meeting = self.meeting(id)
        here = {(one.name, one.child): one.id for one in meeting.room.each(Person)}
        same = tuple(
            Same(one.id, here.get((one.name, one.child)) or (None if one.child else str(uuid4())))
            for one in meeting.desk.each(EarlierPerson)
        )
        self.do(id, CHAIR, MatchPeople(same))


class _Ids:
    """The ids the demo's script asks for."""

    def __init__(self, made: Prepared) -> None:
        self.made = made

    def person(self, key: str) -> str:
        return self.made.people[key]

    def attendee(self, key: str) -> str:
        return self.made.attendees[key]

    def new(self, name: str) -> str:
        return str(uuid5(NAMESPACE_URL, f"{self.made.meeting}/{name}"))


def _at(day: date) -> int:
    """Ten in the morning of a day, in milliseconds."""
    return int(datetime(day.year, day.month, day.day, 10, tzinfo=UTC).timestamp() * 1000)


@contextmanager
def family_in(folder: Path) -> Iterator[Family]:
    """The family's meetings in a data folder."""
    database = open_store(folder)
    family = Family(database)
    try:
        yield family
    finally:
        family.live.writer.stop()
        database.close()
