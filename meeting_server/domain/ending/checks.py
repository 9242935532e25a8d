"""The closing checks: what is missing before the end. The template says which apply and which block."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from ..board import Board
from ..core_group.agency_updates import silent
from ..core_group.triggers import unanswered
from ..core_group.visits import seen
from ..deciding.agency_views import AgencyView
from ..deciding.decisions import Decision
from ..deciding.impact import ImpactStatement
from ..deciding.ratings import unrated
from ..kinds import Key
from ..meeting import Meeting
from ..numbers.rounds import Round
from ..people.persons import attendee_of, each_attendee, is_screen, known_person
from ..points.answer_link import is_good_thing
from ..points.items import Item
from ..points.private_writing import PrivateWriting
from ..supervision.adult_views import unasked
from ..supervision.summaries import without_summary

ON_THE_DESK = frozenset({"child_words_waiting", "points_held"})
"""Checks about what only the chair's desk may know."""


@dataclass(frozen=True, slots=True)
class Gap:
    """Something a closing check found missing: which check, where, and of which child."""

    check: Key
    things: tuple[str, ...]


class _Look:
    """One look at a meeting: what several checks go through is gathered once. `meeting` is what it was taken of."""

    def __init__(self, meeting: Meeting) -> None:
        self.meeting = meeting

    @cached_property
    def items(self) -> list[Item]:
        """Everyone's points, but what was taken back."""
        return _standing(self.meeting.room)

    @cached_property
    def actions(self) -> list[Item]:
        """Those in columns of actions."""
        columns = {column.key for column in self.meeting.template.columns if column.actions}
        return [item for item in self.items if item.column in columns]


def _standing(board: Board) -> list[Item]:
    return [item for item in board.each(Item) if item.taken_back is None]


def _dangers_unanswered(look: _Look) -> list[str]:
    template = look.meeting.template
    dangers = {
        (column.key, one.key) for column in template.columns for one in column.categories if one.role == "danger"
    }
    asking = [item.id for item in look.items if (item.column, item.category) in dangers]
    answering = (item for item in look.items if item.answers is not None)
    answered = {item.answers for item in answering if not is_good_thing(template, item)} if asking else set()
    return [id for id in asking if id not in answered]


def _held(look: _Look, *, by_children: bool) -> list[str]:
    """Points that wait on the desk: a child's words, or others that the chair holds."""
    meeting = look.meeting
    return [
        item.id
        for item in _standing(meeting.desk)
        if item.held and bool((who := known_person(meeting, item.speaker)) and who.child) == by_children
    ]


def _without(meeting: Meeting, have: set[str]) -> list[str]:
    return [child for child in meeting.children() if child not in have]


def _decision_missing(meeting: Meeting) -> list[str]:
    return _without(meeting, {one.id for one in meeting.room.each(Decision)}) if meeting.template.decision else []


def _views_missing(meeting: Meeting) -> list[str]:
    """The children who were decided for though no agency was asked what it thinks."""
    rule = meeting.template.decision
    if rule is None or not rule.answers:
        return []
    heard = {one.child for one in meeting.room.each(AgencyView) if _of_an_agency(meeting, one.person)}
    decided = {one.id for one in meeting.room.each(Decision)}
    return [child for child in meeting.children() if child in decided - heard]


def _of_an_agency(meeting: Meeting, person: str) -> bool:
    """True if a person comes with their work: at the meeting, or with a view that was sent."""
    attendee, found = attendee_of(meeting, person), known_person(meeting, person)
    if attendee:
        return meeting.template.role(attendee.role).side == "professional"
    tint = next((one.tint for one in meeting.template.agencies if found and one.key == found.agency), "family")
    return tint not in ("family", "child")


def _impact_missing(meeting: Meeting) -> list[str]:
    written = {one.id for one in meeting.room.each(ImpactStatement) if one.text}
    return _without(meeting, written) if meeting.template.impact else []


def _progress_missing(look: _Look) -> list[str]:
    return [one.id for one in look.actions if one.came and one.action and not one.progress]


def _updates_missing(meeting: Meeting) -> list[str]:
    """The children about whom an invited agency told nothing."""
    if meeting.template.updates is None:
        return []
    return [child for child in meeting.children() if silent(meeting, child)]


def _hearing_missing(look: _Look) -> list[str]:
    """The columns about how those who were not here will hear, without somebody who tells and a day (S9)."""
    planned = {one.column for one in look.actions if one.action and one.action.owners and one.action.by}
    return [one.key for one in look.meeting.template.columns if one.hearing and one.key not in planned]


def _incomplete(item: Item) -> bool:
    action = item.action
    return action is not None and not (action.by and action.measure and action.if_not)


def _of(check: Callable[[Meeting], list[str]]) -> Callable[[_Look], list[str]]:
    """A check that goes through no points."""
    return lambda look: check(look.meeting)


CHECKS: dict[str, Callable[[_Look], list[str]]] = {
    "numbers_sealed": _of(lambda m: [one.id for one in m.room.each(Round) if one.state == "asked"]),
    "numbers_asked": _of(lambda m: [] if m.room.count(Round) else m.children()),
    "child_words_waiting": lambda look: _held(look, by_children=True),
    "points_held": lambda look: _held(look, by_children=False),
    "private_apart_running": _of(lambda m: [one.id for one in m.room.each(PrivateWriting) if one.running]),
    "words_unconfirmed": lambda look: [one.id for one in look.items if one.confirmed in ("waiting", "no")],
    "actions_incomplete": lambda look: [one.id for one in look.actions if _incomplete(one)],
    "actions_unaccepted": lambda look: [
        one.id
        for one in look.actions
        if one.action and set(one.action.owners) - {consent.person for consent in one.action.accepted}
    ],
    "dangers_unanswered": _dangers_unanswered,
    "impact_missing": _of(_impact_missing),
    "decision_missing": _of(_decision_missing),
    "views_missing": _of(_views_missing),
    "rating_missing": _of(unrated),
    "visits_missing": _of(lambda m: _without(m, seen(m)) if m.template.visits else []),
    "updates_missing": _of(_updates_missing),
    "triggers_unanswered": _of(unanswered),
    "summaries_missing": _of(without_summary),
    "progress_missing": _progress_missing,
    "adults_unasked": _of(unasked),
    "hearing_missing": _hearing_missing,
    "contributors_missing": _of(
        lambda m: [
            one.id
            for one in each_attendee(m)
            if one.attendance == "invited" and m.template.role(one.role).waits and not is_screen(m.template, one)
        ]
    ),
}
"""What each closing check looks for: the ids of what is missing. The template says which apply and which block."""


def gaps(meeting: Meeting) -> list[Gap]:
    """What is missing before the end, check by check in the template's order; empty when nothing is. Children stand in
    their order, other things in that of their ids: a board has none, and would differ from one process to another."""
    place = {child: n for n, child in enumerate(meeting.children())}
    look = _Look(meeting)
    found = (
        (check.key, sorted(CHECKS[check.key](look), key=lambda id: (place.get(id, len(place)), id)))
        for check in meeting.template.checks
    )
    return [Gap(key, tuple(things)) for key, things in found if things]
