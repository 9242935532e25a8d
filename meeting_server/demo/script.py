"""How the demo is made: real commands, each sent by the person who would send it, in the order of a meeting.

`blank`: prepared, opened by the chair, no one else in. `mid`: the board is full, some words wait to be confirmed, a
child's words wait on the chair's desk, numbers are sealed and not shown. `end`: all of it, to the moment before *End
the meeting*, which would close the links. Each state begins with the one before, so the demo at its end has the whole
meeting in its log.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Literal

from ..domain.agenda.reports import NoteReport
from ..domain.agenda.stage_notes import NoteStage
from ..domain.agenda.stages import GoToStage
from ..domain.asides.let_in import LetIn
from ..domain.deciding.agency_views import GiveAgencyView
from ..domain.deciding.decisions import DecideForChild, DissentFrom
from ..domain.deciding.impact import WriteImpact
from ..domain.deciding.ratings import RateDifferently, SetRating, ShowRating
from ..domain.ending.ending import OpenMeeting
from ..domain.people.lobby import Arrive
from ..domain.people.state_attendance import StateAttendance
from ..domain.people.typists import NameTypist
from ..domain.points.actions import AcceptAction, SetAction
from ..domain.points.items import AddItem
from ..domain.points.move import MoveItem
from ..domain.points.read_back import ReadBack
from ..domain.points.release import ReleaseItem
from ..domain.points.views import AgreeItem, ConfirmWords, SeeDifferently
from ..domain.template.template import Template
from .dates import said, weekday
from .people import CASE, CaseAction, CaseMeeting, CasePoint, CaseRound, Ids
from .rounds import Rounds
from .steps import CHAIR, LATE, MINUTES, READ_TO, Do, Step

State = Literal["blank", "mid", "end"]
STATES: tuple[State, ...] = ("blank", "mid", "end")
NUMBERS_STEPS, DECIDING_STEPS, CLOSING_STEPS = ("numbers", "impact"), ("decision",), ("close",)
"""Where the agenda stands in the middle and at the end. Templates ask for the numbers in different steps."""


def run(state: State, ids: Ids, do: Do, *, template: Template, day: date) -> None:
    """Makes the demo meeting held with `template`, up to `state`, by handing each step to `do`. `day` is today."""
    for who, command in steps(state, ids, template=template, day=day):
        do(who, command)


def steps(state: State, ids: Ids, *, template: Template, day: date) -> Iterator[Step]:
    """Yields the steps that lead to `state`, in order."""
    script = Script(CASE.meeting(template.key), ids, template, day)
    yield from script.beginning()
    if state != "blank":
        yield from script.middle()
    if state == "end":
        yield from script.ending()


class Script:
    """One meeting of the case: its template, its day, and the source of its ids."""

    def __init__(self, meeting: CaseMeeting, ids: Ids, template: Template, day: date) -> None:
        self.meeting = meeting
        self.ids = ids
        self.template = template
        self.day = day
        self.invited = [one.key for one in CASE.people if one.role]
        self.children = {one.key for one in CASE.people if one.child}
        self.opened = 0
        self.points = [point for point in CASE.points if meeting.place(point.slot)]
        self.rounds = Rounds(ids, template.scales[0], self._said, own_ends=meeting.own_ends)

    def beginning(self) -> Iterator[Step]:
        """Lets the chair come in and open the meeting."""
        yield from self._arrives(CHAIR)
        yield Step(CHAIR, OpenMeeting())

    def middle(self) -> Iterator[Step]:
        """Lets everyone except Caspian come in (Odile without a device), say what they came to say, and start on the
        first numbers.
        """
        for who in self.invited:
            if who not in (CHAIR, LATE, READ_TO):
                yield from self._arrives(who)
        yield Step(MINUTES, StateAttendance(self.ids.attendee(READ_TO), "here", device=False))
        yield from self._typists()
        for point in self.points:
            yield from self._point(point)
        for point in self.points:
            yield from self._talk(point)
        yield from self._impacts()
        yield from self._minutes()
        yield self._release("card-24")
        for action in CASE.actions:
            if action.agreed == "mid":
                yield from self._action(action)
        first = CASE.rounds[0]
        yield from self._steps_to(NUMBERS_STEPS)
        yield self.rounds.ask(first)
        for number in first.numbers:
            if number.in_mid and not number.late:
                yield from self.rounds.number(first, number)

    def ending(self) -> Iterator[Step]:
        """Words are confirmed, numbers shown and talked about; Caspian comes; decisions and actions are made."""
        for point in self.points:
            if self._waits(point) and not point.confirmed:
                yield self._confirmed(point)
        yield self._release("card-27")
        for place, round in enumerate(CASE.rounds):
            yield from self._round(round, first=place == 0)
        yield from self._steps_to(DECIDING_STEPS)
        yield from self._decisions()
        yield from self._ratings()
        yield from self._actions()
        yield from self._steps_to(CLOSING_STEPS)

    def _arrives(self, who: str) -> Iterator[Step]:
        person = next(one for one in CASE.people if one.key == who)
        device = self.ids.new(f"device:{who}")
        yield Step(who, Arrive(device, person.device))
        if self.template.role(str(person.role)).waits:
            yield Step(CHAIR, LetIn(device, still_safe=who == LATE))

    def _typists(self) -> Iterator[Step]:
        """Lets the chair say who types for the people who give their numbers through another person."""
        named = {(one.person, one.by) for round in CASE.rounds for one in round.numbers if one.by}
        for person, by in sorted(named):
            yield Step(CHAIR, NameTypist(self.ids.person(person), self.ids.person(by)))

    def _steps_to(self, keys: tuple[str, ...]) -> Iterator[Step]:
        """Lets the chair open one step of the agenda after the other, up to the first of `keys` that this
        template has.
        """
        stages = [one.key for one in self.template.stages]
        last = next((key for key in keys if key in stages), None)
        for key in stages[self.opened : stages.index(last) + 1 if last else 0]:
            self.opened += 1
            yield Step(CHAIR, GoToStage(key))

    def _said(self, text: str) -> str:
        return said(text, self.day, self.meeting.since)

    def _people(self, keys: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(self.ids.person(key) for key in keys)

    def _point(self, point: CasePoint) -> Iterator[Step]:
        place = self.meeting.place(point.slot)
        if place is None:
            return
        add = AddItem(
            self.ids.new(point.key), place.column, self._said(point.text), self._people(point.children), place.category,
            self.ids.person(point.speaker) if point.speaker else None, point.basis, self._said(point.source),
            self._said(point.when), point.exact, point.obtained, self.ids.new(point.answers) if point.answers else None,
        )  # fmt: skip
        yield Step(point.by, add)

    def _impacts(self) -> Iterator[Step]:
        """Writes what life is like for each child now, if this template has a place for it."""
        written: dict[str, int] = {}
        for one in CASE.impacts if self.template.impact else ():
            version = written.get(one.child, 0)
            yield Step(one.by, WriteImpact(self.ids.person(one.child), version, self._said(one.text)))
            written[one.child] = version + 1

    def _confirmed(self, one: CasePoint | CaseAction) -> Step:
        """Confirms words: the minute-taker reads Odile's back to her, and the others answer on their own devices."""
        item = self.ids.new(one.key)
        if one.speaker == READ_TO:
            return Step(MINUTES, ReadBack(item, right=True))
        return Step(str(one.speaker), ConfirmWords(item, right=True))

    def _minutes(self) -> Iterator[Step]:
        """Notes the reports that came, and the notes for the steps that this template has."""
        for report in CASE.reports:
            yield Step(MINUTES, NoteReport(self.ids.person(report.person), report.state, report.family_saw))
        for note in CASE.notes:
            if self.template.stage(note.step):
                yield Step(MINUTES, NoteStage(note.step, 0, note.text))

    def _waits(self, point: CasePoint) -> bool:
        return point.speaker in self.invited and point.speaker != point.by

    def _talk(self, point: CasePoint) -> Iterator[Step]:
        """Says what others say to a point once it is on the board."""
        item = self.ids.new(point.key)
        if point.confirmed:
            yield self._confirmed(point)
        for who in point.agreed_by:
            yield Step(who, AgreeItem(item))
        for one in point.different:
            person = None if one.person == one.by else self.ids.person(one.person)
            view = self.ids.new(f"view:{point.key}:{one.person}")
            yield Step(one.by, SeeDifferently(view, item, one.text, person, self._said(one.source)))
        if point.refiled and (place := self.meeting.place(point.refiled)):
            yield Step(MINUTES, MoveItem(item, place.column, place.category, self._people(point.children)))

    def _release(self, key: str) -> Step:
        return Step(CHAIR, ReleaseItem(self.ids.new(key), self.ids.new(f"shown:{key}")))

    def _round(self, round: CaseRound, *, first: bool) -> Iterator[Step]:
        """Plays one round. The first was asked in the middle of the meeting; Caspian comes after it was shown."""
        if not first:
            yield self.rounds.ask(round)
        yield from self.rounds.until_shown(round, begun=first)
        if first:
            yield from self._arrives(LATE)
        yield from self.rounds.after_shown(round)

    def _decisions(self) -> Iterator[Step]:
        """Decides for each child alone: every agency and Marla say what they think, the chair decides, the school
        disagrees.
        """
        for one in CASE.decisions if self.template.decision else ():
            child = self.ids.person(one.child)
            for view in one.views:
                yield Step(view.person, GiveAgencyView(child, view.answer, self._said(view.why)))
            reasons, family = self._said(one.reasons), self._said(one.family_view)
            yield Step(CHAIR, DecideForChild(child, one.outcome, reasons, family, one.kind, self._said(one.wishes)))
            for other in one.dissents:
                yield Step(other.person, DissentFrom(child, other.formal, other.why))

    def _ratings(self) -> Iterator[Step]:
        for one in CASE.ratings:
            rating = self.ids.new(one.key)
            yield Step(CHAIR, SetRating(rating, self.ids.person(one.child), one.colour, one.reason, one.better))
            if one.shown:
                yield Step(CHAIR, ShowRating(rating))
            for other in one.different:
                view = self.ids.new(f"view:{one.key}:{other.person}")
                yield Step(other.person, RateDifferently(view, rating, other.reason, other.colour))

    def _action(self, action: CaseAction) -> Iterator[Step]:
        place = self.meeting.place("step")
        if place is None:
            return
        item = self.ids.new(action.key)
        speaker = self.ids.person(action.speaker) if action.speaker else None
        yield Step(
            action.by,
            AddItem(
                item, place.column, self._said(action.text), self._people(action.children), place.category, speaker
            ),
        )
        by = weekday(self.day + timedelta(days=action.by_day)).isoformat()
        answers = self.ids.new(action.answers)
        owners = self._people(action.owners)
        measure, if_not = self._said(action.measure), self._said(action.if_not)
        yield Step(action.by, SetAction(item, owners, by, measure, if_not, answers))
        for owner in action.accepted:
            yield self._accepts(owner, item)

    def _actions(self) -> Iterator[Step]:
        """Agrees the remaining actions; then every owner who is here says yes to what they had not accepted."""
        for action in CASE.actions:
            if action.agreed == "end":
                yield from self._action(action)
            if action.speaker in self.invited:
                yield self._confirmed(action)
        for action in CASE.actions:
            for owner in action.owners:
                if owner in self.invited and owner not in action.accepted:
                    yield self._accepts(owner, self.ids.new(action.key))

    def _accepts(self, owner: str, item: str) -> Step:
        """Accepts an action: on the owner's own device, or aloud if they have none."""
        if owner == READ_TO:
            return Step(MINUTES, AcceptAction(item, self.ids.person(owner)))
        return Step(owner, AcceptAction(item))
