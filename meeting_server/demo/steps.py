"""A step of the demo: who of the case does what."""

from collections.abc import Callable
from typing import NamedTuple

from ..domain.people.lobby import Arrive
from ..domain.replay import Command

CHAIR, MINUTES, LATE, READ_TO = "ines", "tolly", "caspian", "odile"


class Step(NamedTuple):
    """A person of the case, by key, and their command. `Arrive` is the one step that is no command: the server makes it
    when a browser connects. Its `device` is the one from which that person acts in all later steps.
    """

    who: str
    command: Command | Arrive


Do = Callable[[str, Command | Arrive], None]
