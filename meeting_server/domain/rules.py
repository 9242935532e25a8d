"""How a command's rule is written, and how the rooms' lists of commands, events and things become one.

Each room's `__init__.py` says what the room brings. `COMMANDS`: each command with its rule. `PREPARING`: those of them
that may be sent from the lobby before the meeting. `AFTER_YES`: those that state a position; typed for a person who
asked for that, they count once the person has said yes. `EVENTS`: what may stand in the log. `THINGS`: each kind of
thing with the audiences whose boards it may stand on.
"""

from collections.abc import Mapping
from typing import Any, NamedTuple, TypeVar

from .template.template import Power

_T = TypeVar("_T")


class Rule(NamedTuple):
    """The power a command needs (None: anyone who is in the room) and the states of the meeting it is allowed in."""

    power: Power | None
    states: frozenset[str]


PREPARED = frozenset({"prepared"})
OPEN = frozenset({"open"})
PAUSED = frozenset({"paused"})
ENDED = frozenset({"ended"})
FINISHED = frozenset({"finished"})
RUNNING = PREPARED | OPEN | PAUSED
DRAFT = OPEN | ENDED
# What a person was writing when another asked for a pause is taken: a word on its way must not be lost.
TALK = OPEN | PAUSED
SAID = TALK | ENDED
LIVE = RUNNING | ENDED
ALWAYS = LIVE | FINISHED


def joined(*tables: Mapping[type[Any], _T]) -> dict[type[Any], _T]:
    """Returns these tables as one, in their order. Refuses (ValueError) a class that stands in two of them."""
    whole: dict[type[Any], _T] = {}
    for table in tables:
        twice = [cls.__name__ for cls in table if cls in whole]
        if twice:
            raise ValueError(f"Two rooms list {', '.join(twice)}.")
        whole |= table
    return whole
