"""Made-up runs of commands over a furnished room: what several people might do, sensible or not."""

from dataclasses import fields, replace
from functools import cache
from typing import Any, get_type_hints

from hypothesis import strategies as st

from meeting_server.domain import replay
from meeting_server.domain.agenda.reports import NoteReport
from meeting_server.domain.asides.put_aside import Erase, PutAside, Restore
from meeting_server.domain.asides.whose_words import AsideKind
from meeting_server.domain.audiences import DESK, PROFESSIONALS, ROOM, To
from meeting_server.domain.core_group.agency_updates import ClearUpdate, GiveUpdate
from meeting_server.domain.core_group.triggers import AnswerTrigger
from meeting_server.domain.core_group.visits import NoteVisit
from meeting_server.domain.deciding.agency_views import GiveAgencyView
from meeting_server.domain.deciding.decisions import DecideForChild, DissentFrom
from meeting_server.domain.deciding.impact import WriteImpact
from meeting_server.domain.deciding.ratings import SetRating, ShowRating
from meeting_server.domain.earlier.bring_forward import BringForward, BringPoint
from meeting_server.domain.earlier.match_people import MatchPeople, Same
from meeting_server.domain.ending.checks import CHECKS
from meeting_server.domain.ending.ending import Reason
from meeting_server.domain.meeting import Meeting
from meeting_server.domain.numbers.numbers import number_id
from meeting_server.domain.numbers.rounds import AskNumbers
from meeting_server.domain.numbers.save_number import SaveNumber
from meeting_server.domain.numbers.show_numbers import ShowNumbers
from meeting_server.domain.people.add_person import AddPerson
from meeting_server.domain.people.big_screen import bring_in
from meeting_server.domain.people.chair_controls import NameDeputy
from meeting_server.domain.people.lobby import DeviceArrived
from meeting_server.domain.people.minute_taking import HandMinutes
from meeting_server.domain.people.requests import request_id
from meeting_server.domain.people.state_attendance import StateAttendance
from meeting_server.domain.permissions import PERMISSIONS
from meeting_server.domain.points.actions import SetAction
from meeting_server.domain.points.hold_points import HoldPoints
from meeting_server.domain.points.items import AddItem
from meeting_server.domain.points.progress import ClearProgress, NoteProgress
from meeting_server.domain.points.release import ReleaseItem
from meeting_server.domain.points.send_back import SendBackItem
from meeting_server.domain.points.show_private import ShowPrivate
from meeting_server.domain.points.views import SeeDifferently
from meeting_server.domain.points.write_privately import ChangePrivate, DropPrivate, WritePrivately
from meeting_server.domain.supervision.adult_views import ClearAdultView, ViewAdult
from meeting_server.domain.supervision.behaviours import AddBehaviour
from meeting_server.domain.supervision.write_summaries import ClearSummary, DraftSummary, FinishSummary
from meeting_server.domain.template.parts import Discipline, Summaries
from tests.scenes import made_up
from tests.scenes.builders import START, actor, after, attendee, given, new, person, room, templates
from tests.scenes.earlier import conference, then, told
from tests.scenes.points import childs_words, point, with_juniper

PEOPLE = ("ines", "tolly", "kit", "saffron", "tamsin", "marla", "odile", "juniper")
CHILDREN = (person("pip"), person("juniper"))
SPEAKERS = (*map(person, PEOPLE), person("pip"))
ITEMS = tuple(new(f"item:{n}") for n in range(4))
PRIVATE = tuple(new(f"private:{n}") for n in range(4))
HELD = new("item:held")
APART = tuple(new(f"apart:{n}") for n in range(3))
FRESH = tuple(new(f"fresh:{n}") for n in range(20))
ROUNDS = (new("round:asked"), new("round:shown"), new("round:fresh"))
WAITING = (new("device:tablet"), new("device:late"))
SCREEN = new("screen")
EARLIER = then(new("meeting"))
SAME = MatchPeople(
    (
        *(Same(then(person(who)), person(who)) for who in ("ines", "tolly", "kit", "marla", "juniper")),
        *(Same(then(person(who)), new(f"{who} here")) for who in ("nell", "rowan")),
        Same(then(person("sorrel")), person("pip")),
        Same(then(person("pip")), None),
    )
)
"""Sorrel of the earlier meeting is called Pip here, so that what was about one child is about one of ours."""
BEHAVIOURS = tuple(new(f"behaviour:{n}") for n in range(3))
BROUGHT = tuple(new(f"brought:{n}") for n in range(3))
REQUESTS = tuple(request_id(attendee(who), what) for who in PEOPLE for what in ("type", "leaving"))
ASIDES = tuple(new(f"aside:{n}") for n in range(3))
WITH_WORDS: tuple[tuple[AsideKind, str, int | None], ...] = (
    ("items", ITEMS[0], None), ("items", ITEMS[1], None), ("items", ITEMS[2], None), ("items", HELD, None),
    ("views", new("view:0"), None), ("impacts", CHILDREN[0], 1), ("visits", new("visit:0"), None),
    ("behaviours", BEHAVIOURS[0], None), ("agency_views", f"{CHILDREN[0]}:{person('kit')}", None),
    ("adult_views", f"ready:{person('marla')}:{BEHAVIOURS[0]}:{person('kit')}", None),
    ("updates", f"social_care:{CHILDREN[0]}", None), ("decisions", CHILDREN[0], None),
    ("dissents", f"{CHILDREN[0]}:{person('saffron')}", None), ("ratings", new("rating:0"), None),
    ("ratings", new("rating:1"), None), ("numbers", number_id(ROUNDS[1], CHILDREN[0], person("kit")), None),
    ("summaries", person("saffron"), None), ("stage_notes", "welcome", None),
)  # fmt: skip
maybe = st.none

BY_FIELD: dict[str, st.SearchStrategy[Any]] = {
    "item": st.sampled_from(ITEMS),
    "shown_as": st.sampled_from(FRESH),
    "id": st.sampled_from(APART),
    "apart": maybe() | st.sampled_from(APART),
    "lang": st.sampled_from([None, None, "pl"]),
    "after": maybe() | st.sampled_from(ITEMS),
    "answers": maybe() | st.sampled_from(ITEMS[:2]),
    "about": maybe() | st.sampled_from(ITEMS),
    "visit": st.sampled_from([new(f"visit:{n}") for n in range(3)]),
    "behaviour": st.sampled_from(BEHAVIOURS),
    "adult": st.sampled_from([person("marla"), person("odile"), person("kit"), person("pip")]),
    "trigger": st.sampled_from(["legal_advice", "no_such_question"]),
    "view": st.sampled_from([new(f"view:{n}") for n in range(4)]),
    "rating": st.sampled_from([new(f"rating:{n}") for n in range(4)]),
    "round": st.sampled_from(ROUNDS),
    "number": st.builds(number_id, st.sampled_from(ROUNDS), st.sampled_from(CHILDREN), st.sampled_from(CHILDREN)),
    "addendum": st.just(new("addendum")),
    "device": st.sampled_from(WAITING),
    "attendee": st.sampled_from([*(attendee(who) for who in PEOPLE), SCREEN]),
    "speaker": maybe() | st.sampled_from(SPEAKERS),
    "person": maybe() | st.sampled_from(SPEAKERS),
    "owners": st.lists(st.sampled_from(SPEAKERS), max_size=2).map(tuple),
    "child": st.sampled_from(CHILDREN),
    "children": st.sampled_from([(), CHILDREN[:1], CHILDREN]),
    "column": st.sampled_from(["worries", "well", "next", "next"]),
    "category": st.sampled_from([None, None, None, "danger", "safety", "step"]),
    "audience": st.sampled_from([ROOM, ROOM, ROOM, PROFESSIONALS, DESK]),
    "obtained": st.sampled_from([None, "talk", "play", "talk"]),
    "scale": st.just("safety"),
    "ten": st.just(""),
    "zero": st.just(""),
    "stage": st.sampled_from(["welcome", "well", "worries", "no_such_step"]),
    "people": st.lists(st.sampled_from(SPEAKERS), max_size=3).map(tuple),
    "request": st.sampled_from(REQUESTS),
    "outcome": st.sampled_from(["protection_plan", "in_need_plan"]),
    "kind": st.sampled_from(["emotional", "emotional", None]),
    "version": st.sampled_from([1, 1, 2]),
    "typed": st.sampled_from(["FINISH", "no"]),
    "reasons": st.just(tuple(Reason(check, "Because.") for check in CHECKS)),
}
RARELY = {
    "leave", "remove_attendee", "state_attendance", "pause_meeting", "end_meeting", "finish_meeting", "add_addendum", "open_meeting",
    "start_private_writing",
}  # fmt: skip


def _put_aside(aside: str, what: tuple[AsideKind, str, int | None]) -> PutAside:
    return PutAside(aside, what[0], what[1], "An address.", what[2])


@cache
def command_of(cls: type) -> st.SearchStrategy[Any]:
    """Made-up instances of a command, mostly about things that are there."""
    hints = get_type_hints(cls, include_extras=True)
    by_field = dict(BY_FIELD)
    if cls is AddItem:
        by_field |= {"item": st.sampled_from(ITEMS + FRESH)}
    if cls is WritePrivately:
        by_field |= {"item": st.sampled_from(PRIVATE + FRESH)}
    if cls in (ChangePrivate, DropPrivate, ShowPrivate):
        by_field |= {"item": st.sampled_from(PRIVATE)}
    if cls in (SendBackItem, ReleaseItem):
        by_field |= {"item": st.sampled_from((ITEMS[2], HELD, *FRESH[:2]))}
    if cls is AddPerson:
        by_field |= {"person": st.just(new("somebody")), "child": st.booleans(), "agency": maybe()}
    if cls is StateAttendance:
        by_field |= {"at": maybe() | st.sampled_from([START, START + 90_000]), "joined_at": maybe()}
    if cls is GiveAgencyView:
        by_field |= {"answer": st.sampled_from(["yes", "no", "unsure", "perhaps"])}
    if cls is NameDeputy:
        by_field |= {"attendee": maybe() | st.sampled_from([attendee("kit"), attendee("tolly"), attendee("marla")])}
    if cls is NoteVisit:
        by_field |= {"day": st.sampled_from(["2026-03-01", "2026-03-19", "2027-01-01"])}
    if cls in (GiveUpdate, ClearUpdate, AnswerTrigger):
        by_field |= {"child": maybe() | st.sampled_from(CHILDREN), "agency": st.sampled_from(["social_care", "health"]),
                     "answer": st.sampled_from(["yes", "no"])}  # fmt: skip
    if cls in (ViewAdult, ClearAdultView):
        by_field |= {"question": st.sampled_from(["ready", "engaged"]), "answer": st.sampled_from(["action", "yes", "no"]),
                     "behaviour": maybe() | st.sampled_from(BEHAVIOURS), "talk": st.sampled_from([None, "steps"])}  # fmt: skip
    if cls in (DraftSummary, FinishSummary, ClearSummary):
        # Mostly one's own, and words that are looked for in what others hear.
        by_field |= {"version": st.sampled_from([0, 1, 1, 2, 3]),
                     "person": maybe() | st.sampled_from([person("kit"), person("saffron")])}  # fmt: skip
    if cls is HandMinutes:
        by_field |= {"attendee": maybe() | st.sampled_from([attendee("kit"), attendee("marla")])}
    if cls is BringForward:
        points = st.builds(BringPoint, st.sampled_from([new("everybody"), new("goal")]), st.sampled_from(BROUGHT))
        ratings = st.sampled_from([(), (then(person("sorrel")),)])
        by_field |= {"meeting": st.just(EARLIER), "points": st.lists(points, max_size=2).map(tuple), "ratings": ratings}
    if cls is MatchPeople:
        by_field |= {"people": st.sampled_from([SAME.people, SAME.people[:2]])}
    if cls in (NoteProgress, ClearProgress):
        by_field |= {"item": st.sampled_from(BROUGHT), "differences": st.just(()), "monitors": st.just(())}
    if cls in (PutAside, Restore, Erase):
        by_field |= {"aside": st.sampled_from(ASIDES), "why": st.just("An address.")}
    if cls is PutAside:
        return st.builds(_put_aside, st.sampled_from(ASIDES), st.sampled_from(WITH_WORDS))
    if cls is NoteReport:
        by_field |= {"person": st.sampled_from(SPEAKERS)}
    return st.builds(cls, **{one.name: by_field.get(one.name, made_up.of(hints[one.name])) for one in fields(cls)})


OFTEN = [cls for name, cls in replay.COMMANDS.items() for _ in range(1 if name in RARELY else 8)]
SUMMARIES = Summaries(
    "What each of us has done",
    "Summary not received",
    (Discipline("social_work", "Social work", ("lead_social_worker",)), Discipline("rest", "Others", ("manager",))),
)
MAY = {who: role.powers for who, role in (
    (who, templates()["three-column-map"].role(key)) for who, key in zip(PEOPLE, (
        "chair", "minute_taker", "lead_social_worker", "manager", "advocate", "parent", "network", "child_attending",
    ), strict=True)
)}  # fmt: skip


def _step(cls: type) -> st.SearchStrategy[Any]:
    """A command by somebody who mostly may."""
    power = PERMISSIONS[cls].power
    may = [who for who in PEOPLE if power is None or power in MAY[who]]
    return st.tuples(st.sampled_from([*may * (8 // len(may) + 1), "marla", "kit"]), command_of(cls))


step = st.sampled_from(OFTEN).flatmap(_step)
runs = st.lists(step, min_size=12, max_size=30)


def wide_room() -> Meeting:
    """A room where all that is asked in any meeting is asked in this one, before anybody has said anything."""
    template = templates()["three-column-map"]
    impact = templates()["safety-grid"].impact
    core = templates()["core-group"]
    wide = replace(template, composers=(ROOM, PROFESSIONALS, DESK), impact=impact, visits=core.visits,
                   updates=core.updates, triggers=core.triggers,
                   adult_questions=templates()["supervision"].adult_questions, summaries=SUMMARIES)  # fmt: skip
    return after(with_juniper(room(wide, only=(*PEOPLE, "pip"))), told(conference()))


@cache
def furnished() -> Meeting:
    """A room in the middle of its work: points, words and a number held, one round sealed and one shown, a rating, and
    a big screen on the wall."""
    meeting = wide_room()
    meeting = after(meeting, [To(DESK, DeviceArrived(one, attendee(who), "phone", True, True))
                              for one, who in zip(WAITING, ("marla", "kit"), strict=True)])  # fmt: skip
    brought = bring_in(meeting, actor(meeting, "ines"), SCREEN, new("device:screen"))
    meeting = after(meeting, brought, START, attendee("ines"))
    outcome = given(meeting)
    held = replace(childs_words(), item=ITEMS[2])
    for who, command in (
        ("kit", replace(point(category="danger"), item=ITEMS[0])),
        ("tolly", replace(point(column="next", speaker=person("marla")), item=ITEMS[1])),
        ("tolly", SetAction(ITEMS[1], (person("marla"), person("kit")))),
        ("tamsin", held),
        ("marla", WritePrivately(PRIVATE[0], "worries", "For me alone.")),
        ("kit", WritePrivately(PRIVATE[1], "next", "A guess of mine.", lang="pl")),
        ("ines", HoldPoints(True)),
        ("kit", replace(point(), item=HELD)),
        ("ines", HoldPoints(False)),
        ("marla", SeeDifferently(new("view:0"), ITEMS[0], "I see it differently.")),
        ("ines", AskNumbers(ROUNDS[0], "safety", CHILDREN)),
        ("ines", AskNumbers(ROUNDS[1], "safety", CHILDREN)),
        ("marla", SaveNumber(ROUNDS[0], CHILDREN[0], "number", 1, "A reason.")),
        ("juniper", SaveNumber(ROUNDS[1], CHILDREN[1], "number", 2)),
        ("kit", SaveNumber(ROUNDS[1], CHILDREN[0], "number", 7)),
        ("ines", ShowNumbers(ROUNDS[1])),
        ("ines", SetRating(new("rating:0"), CHILDREN[0], "amber", "Two quiet months.", "A third.")),
        ("ines", ShowRating(new("rating:0"))),
        ("ines", SetRating(new("rating:1"), CHILDREN[1], "red", "A hard week.", "A quiet one.")),
        ("ines", SAME),
        ("ines", BringForward(EARLIER, (BringPoint(new("action"), BROUGHT[0]),))),
        ("ines", NameDeputy(attendee("kit"))),
        ("kit", GiveAgencyView(CHILDREN[0], "yes", "The bail ends.")),
        ("ines", DecideForChild(CHILDREN[0], "in_need_plan", "All say so.", "It counted.")),
        ("saffron", DissentFrom(CHILDREN[0], True, "A plan is needed.")),
        ("kit", NoteVisit(new("visit:0"), CHILDREN[0], "2026-03-18", "yes", "no", "At home", "He hid.")),
        ("kit", GiveUpdate("Seen each week.", CHILDREN[0])),
        ("kit", AddBehaviour(BEHAVIOURS[0], person("marla"), "Alcohol")),
        ("kit", ViewAdult("ready", person("marla"), "action", BEHAVIOURS[0], True, "9 of 10.", "I rang.", "steps")),
        ("saffron", FinishSummary("Two visits a week.")),
        ("kit", DraftSummary("A half sentence of")),
        *(("kit", WriteImpact(child, 0, "Loud voices mean hiding.")) for child in CHILDREN),
    ):
        outcome = outcome.when(who, command).ok()
    return outcome.meeting
