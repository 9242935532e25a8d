"""The part of the demo that needs accounts: a core group with the plan of the last conference, and a sitting of case
supervision. It is made when a server starts with the demo.
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from uuid import NAMESPACE_URL, uuid4, uuid5

import sqlalchemy as sa

from ..demo import CASE, State, run
from ..demo.team import (
    CHAIRS_IT,
    CORE_GROUP,
    CORE_REFERENCE,
    MANAGER,
    MINUTES,
    SEEN,
    SITTING,
    STAFF,
    STEP,
    UPDATE,
    SittingFamily,
)
from ..domain.agenda.stages import GoToStage
from ..domain.asides.let_in import LetIn
from ..domain.core_group.agency_updates import GiveUpdate
from ..domain.core_group.visits import NoteVisit
from ..domain.earlier.bring_forward import BringAsking, BringForward, BringPoint
from ..domain.earlier.desk import EarlierMeeting, EarlierPerson
from ..domain.earlier.match_people import MatchPeople, Same
from ..domain.ending.ending import EndMeeting, FinishMeeting, OpenMeeting, Reason
from ..domain.people.lobby import Arrive
from ..domain.people.persons import each_person
from ..domain.replay import Command
from ..domain.supervision.write_summaries import FinishSummary
from ..domain.template.template import Template
from ..storage.tables import meeting_accounts
from .accounts import Account
from .demo import (
    Demo,
    DemoIds,
    DemoMeeting,
    Players,
    demo_meetings,
    demo_text,
    made_before,
    planned,
    start_lines,
    today,
    with_links,
)
from .demo_account import DemoAccount, demo_account, sign_in_text, staff_accounts
from .earlier import read_earlier
from .live_meeting import LiveMeetings
from .prepare_meeting import Plan, PlannedPerson, Prepared, prepare
from .reach import had_a_place_by_reference
from .sittings import PlannedSitting, add_family, make_sitting
from .staff_meetings import MeetingMade, MeetingRequest, book, is_there


@dataclass(frozen=True, slots=True)
class WholeDemo:
    """All of the demo, as a server that runs it shows it. `sitting` is the address of the sitting's page."""

    demo: Demo
    account: DemoAccount
    staff: dict[str, Account]
    sitting: str

    @property
    def start(self) -> list[tuple[str, str]]:
        """Where to start: what it is, and where."""
        manager = self.staff[MANAGER]
        signs_in = f"{self.demo.url}/sign-in  {manager.email}  {self.account.password}"
        return [*start_lines(self.demo), (f"Sitting of supervision, {manager.name} signs in", signs_in)]

    def text(self, page: str) -> str:
        """Returns it for a person at a terminal. `page` is the address of the page that lists it, or empty."""
        signs_in = sign_in_text(self.account, self.staff, self.demo.url)
        return f"{demo_text(self.demo, self.start, page)}\n{signs_in}"


def whole_demo(live: LiveMeetings, templates: dict[str, Template], state: State, url: str) -> WholeDemo:
    """Returns today's demo in this state, with new links and a new password. Makes what is not there yet."""
    made = demo_meetings(live, templates, state, url)
    account = demo_account(live, made)
    staff = staff_accounts(live, account.password)
    core, sitting = demo_team(live, templates, state, staff, url)
    return WholeDemo(replace(made, meetings=(*made.meetings, core)), account, staff, sitting)


def demo_team(
    live: LiveMeetings, templates: dict[str, Template], state: State, staff: dict[str, Account], url: str
) -> tuple[DemoMeeting, str]:
    """Returns the core group of today in this state, with new links, and the address of today's sitting. Makes what is
    not there yet. `staff` are the accounts of `STAFF` by key, and that of the conference's chair as `ines`.
    """
    day = today()
    mark = f"{state}:core-group"
    core = made_before(live, mark, day)
    if core is None:
        _last_conference(live, templates["three-column-map"], f"{state}:before", day, staff)
        core = _core_group(live, templates["core-group"], mark, state, day, staff["kit"])
    sitting = _sitting(live, templates["supervision"], state, day, staff)
    return with_links(live, core, "Core group", url), f"/sittings/{sitting}"


def _last_conference(live: LiveMeetings, template: Template, mark: str, day: date, staff: dict[str, Account]) -> None:
    """Makes the conference of the working day before, with its record locked. Kit and Saffron had a place in it.

    Not of longer ago: a seat ends with the working day after its meeting.
    """
    case, then = CASE.meeting(template.key), _working_day_before(day)
    plan = Plan(case.title, template, case.occasion, case.setting, True, then.isoformat(), planned(case), mark)

    def also(connection: sa.Connection, made: Prepared) -> None:
        booked = MeetingMade(made.meeting, template.key, plan.date, made.attendees["ines"])
        book(
            connection, booked, MeetingRequest(CORE_REFERENCE, "10:00", "", staff["ines"], staff["ines"]), live.clock()
        )
        others = [
            {"account": staff[key].id, "meeting": made.meeting, "attendee": made.attendees[key], "chairs": False}
            for key in ("kit", "saffron")
        ]
        connection.execute(meeting_accounts.insert(), others)

    prepared = prepare(live, plan, also)
    players = Players(live, prepared)
    run("end", DemoIds(prepared), players.do, template=template, day=then)
    reason = Reason("actions_unaccepted", "Dorran, his probation worker and the GP are not here. Kit asks them.")
    players.do("ines", EndMeeting((reason,)))
    players.do("ines", FinishMeeting("FINISH"))


def _working_day_before(day: date) -> date:
    return day - timedelta(days={0: 3, 6: 2}.get(day.weekday(), 1))


def _core_group(live: LiveMeetings, template: Template, mark: str, state: State, day: date, kit: Account) -> str:
    """Makes the core group, with the last conference on Kit's desk. Unless it is to be blank, the plan is brought to
    everyone, its step is open, a visit is noted and the health visitor has told how Sorrel is.
    """
    people = [one for one in planned(CASE.meetings[0]) if one.key in CORE_GROUP]
    people = [replace(one, role="chair") if one.key == CHAIRS_IT else one for one in people]
    plan = Plan("Core group", template, "Core group", "both", True, day.isoformat(), tuple(people), mark)
    known = had_a_place_by_reference(live, kit.id, CORE_REFERENCE)

    def also(connection: sa.Connection, made: Prepared) -> None:
        booked = MeetingMade(made.meeting, template.key, plan.date, made.attendees[CHAIRS_IT], known)
        book(connection, booked, MeetingRequest(CORE_REFERENCE, "14:00", "", kit, kit), live.clock())

    made = prepare(live, plan, also)
    live.walls.forget()
    read_earlier(live, made.meeting, made.attendees[CHAIRS_IT])
    ids, players = DemoIds(made), Players(live, made)
    players.do(CHAIRS_IT, Arrive(ids.new("device:kit"), "computer"))
    players.do(CHAIRS_IT, OpenMeeting())
    if state != "blank":
        for command in _bring_the_plan(live, made.meeting, ids):
            players.do(CHAIRS_IT, command)
        stages = [one.key for one in template.stages]
        for key in stages[: stages.index(STEP) + 1]:
            players.do(CHAIRS_IT, GoToStage(key))
        players.do("nell", Arrive(ids.new("device:nell"), "computer"))
        players.do(CHAIRS_IT, LetIn(ids.new("device:nell")))
        sorrel = ids.person("sorrel")
        players.do(CHAIRS_IT, NoteVisit(ids.new("visit"), sorrel, plan.date, "no", "yes", "At home", SEEN))
        players.do("nell", GiveUpdate(UPDATE, sorrel))
    players.leave()
    return made.meeting


def _bring_the_plan(live: LiveMeetings, meeting: str, ids: DemoIds) -> list[Command]:
    """Returns what brings the goals, the actions, the numbers and the ratings of the last conference to everyone."""
    now = live.meeting(meeting)
    (last,) = now.desk.each(EarlierMeeting)
    here = {one.name: one.id for one in each_person(now)}
    same = [Same(one.id, here.get(one.name) or ids.new(one.name)) for one in now.desk.each(EarlierPerson)]
    plan = [BringPoint(one.id, ids.new(f"brought:{one.id}")) for one in last.points if one.what != "worry"]
    numbers = [BringAsking(one.id, one.child) for one in last.askings]
    rated = [one.child for one in last.ratings if one.child]
    return [MatchPeople(tuple(same)), BringForward(last.id, tuple(plan), tuple(numbers), tuple(rated))]


def _sitting(live: LiveMeetings, template: Template, state: State, day: date, staff: dict[str, Account]) -> str:
    """Makes the sitting of today, with its families and the summaries that are finished before it begins."""
    manager, minutes = staff[MANAGER], staff[MINUTES]
    id = str(uuid5(NAMESPACE_URL, f"common-ground demo {state} {day.isoformat()} {manager.id}"))
    make_sitting(live, PlannedSitting(id, manager, manager, None, minutes, day.isoformat(), "09:30", 25, "Room 4"))
    for family in SITTING:
        _family(live, template, id, family, day, staff)
    return id


def _family(
    live: LiveMeetings, template: Template, sitting: str, family: SittingFamily, day: date, staff: dict[str, Account]
) -> None:
    spoken_of = [
        PlannedPerson(
            one.name,
            one.name,
            bool(one.age),
            one.relationship,
            one.age,
            "child" if one.age else "family",
            called=one.name.split()[0],
        )
        for one in family.people
    ]
    workers = [PlannedPerson(key, STAFF[key], agency=at, role=role) for key, (role, at) in family.workers.items()]
    id = str(uuid5(NAMESPACE_URL, f"{sitting}/{family.reference}"))
    if is_there(live, id):
        return
    whole = Plan(
        "Case supervision", template, "Case supervision", "both", False, day.isoformat(), (*spoken_of, *workers), id=id
    )
    accounts = {key: staff[key] for key in family.workers}
    add_family(live, staff[MANAGER], sitting, whole, family.reference, accounts)
    with live.database.reading() as connection:
        rows = connection.execute(sa.select(meeting_accounts).where(meeting_accounts.c.meeting == id)).all()
    attendees = {row.account: row.attendee for row in rows}
    players = Players(live, Prepared(id, {}, {key: attendees[one.id] for key, one in accounts.items()}))
    for key, words in family.summaries.items():
        players.do(key, Arrive(str(uuid4()), "computer"))
        players.do(key, FinishSummary(words))
        players.go_home(key)
