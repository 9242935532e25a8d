"""The closing checks: what is missing before the end. The template says which apply and which block."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .answering import is_good_thing
from .attendance import Attendee, is_screen
from .board import Board
from .decisions import Decision
from .impact import ImpactStatement
from .items import Item
from .kinds import Key
from .people import Person
from .private_writing import PrivateWriting
from .ratings import Rating
from .rounds import Round
from .summaries import without_summary
from .triggers import unanswered
from .updates import silent
from .visits import seen

if TYPE_CHECKING:
    from .meeting import Meeting


ON_THE_DESK = frozenset({"child_words_waiting", "points_held"})
"""Checks about what only the chair's desk may know."""


@dataclass(frozen=True, slots=True)
class Gap:
    """Something a closing check found missing: which check, where, and of which child."""

    check: Key
    things: tuple[str, ...]


def _items(meeting: "Meeting", board: Board) -> list[Item]:
    return [item for item in board.each(Item) if item.taken_back is None]


def _actions(meeting: "Meeting") -> list[Item]:
    columns = {column.key for column in meeting.template.columns if column.actions}
    return [item for item in _items(meeting, meeting.everyone) if item.column in columns]


def _dangers_unanswered(meeting: "Meeting") -> list[str]:
    items = _items(meeting, meeting.everyone)
    answered = {item.answers for item in items if not is_good_thing(meeting.template, item)}
    return [
        item.id
        for item in items
        if (category := meeting.template.category(item.column, item.category))
        and category.role == "danger"
        and item.id not in answered
    ]


def _rating_missing(meeting: "Meeting") -> list[str]:
    rated = {rating.child for rating in meeting.everyone.each(Rating)}
    if meeting.template.rating.scope == "family":
        return [] if rated else ["family"]
    return [child for child in meeting.children() if child not in rated]


def _held(meeting: "Meeting", *, by_children: bool) -> list[str]:
    """Points that wait on the desk: a child's words, or others that the chair holds."""
    return [
        item.id
        for item in _items(meeting, meeting.desk)
        if item.held and bool((who := meeting.everyone.get(Person, item.speaker)) and who.child) == by_children
    ]


def _without(meeting: "Meeting", have: set[str]) -> list[str]:
    return [child for child in meeting.children() if child not in have]


def _decision_missing(meeting: "Meeting") -> list[str]:
    return _without(meeting, {one.id for one in meeting.everyone.each(Decision)}) if meeting.template.decision else []


def _impact_missing(meeting: "Meeting") -> list[str]:
    written = {one.id for one in meeting.everyone.each(ImpactStatement) if one.text}
    return _without(meeting, written) if meeting.template.impact else []


def _progress_missing(meeting: "Meeting") -> list[str]:
    return [one.id for one in _actions(meeting) if one.came and one.action and not one.progress]


def _updates_missing(meeting: "Meeting") -> list[str]:
    """The children about whom an invited agency told nothing."""
    if meeting.template.updates is None:
        return []
    return [child for child in meeting.children() if silent(meeting, child)]


def _incomplete(item: Item) -> bool:
    action = item.action
    return action is not None and not (action.by and action.measure and action.if_not)


CHECKS: dict[str, Callable[["Meeting"], list[str]]] = {
    "numbers_sealed": lambda m: [one.id for one in m.everyone.each(Round) if one.state == "asked"],
    "numbers_asked": lambda m: [] if m.everyone.count(Round) else m.children(),
    "child_words_waiting": lambda m: _held(m, by_children=True),
    "points_held": lambda m: _held(m, by_children=False),
    "private_apart_running": lambda m: [one.id for one in m.everyone.each(PrivateWriting) if one.running],
    "words_unconfirmed": lambda m: [one.id for one in _items(m, m.everyone) if one.confirmed in ("waiting", "no")],
    "actions_incomplete": lambda m: [one.id for one in _actions(m) if _incomplete(one)],
    "actions_unaccepted": lambda m: [
        one.id for one in _actions(m) if one.action and set(one.action.owners) - set(one.action.accepted)
    ],
    "dangers_unanswered": _dangers_unanswered,
    "impact_missing": _impact_missing,
    "decision_missing": _decision_missing,
    "rating_missing": _rating_missing,
    "visits_missing": lambda m: _without(m, seen(m)) if m.template.visits else [],
    "updates_missing": _updates_missing,
    "triggers_unanswered": unanswered,
    "summaries_missing": without_summary,
    "progress_missing": _progress_missing,
    "contributors_missing": lambda m: [
        one.id
        for one in m.everyone.each(Attendee)
        if one.attendance == "invited" and m.template.role(one.role).waits and not is_screen(m.template, one)
    ],
}
"""What each closing check looks for: the ids of what is missing. The template says which apply and which block."""


def gaps(meeting: "Meeting") -> list[Gap]:
    """What is missing before the end, check by check in the template's order; empty when nothing is. Children stand in
    their order, other things in that of their ids: a board has none, and would differ from one process to another."""
    place = {child: n for n, child in enumerate(meeting.children())}
    found = (
        (check.key, sorted(CHECKS[check.key](meeting), key=lambda id: (place.get(id, len(place)), id)))
        for check in meeting.template.checks
    )
    return [Gap(key, tuple(things)) for key, things in found if things]
