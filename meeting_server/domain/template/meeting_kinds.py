"""The kinds of meeting that are held with a template."""

from dataclasses import dataclass

from ..kinds import Line
from .parts import Words


@dataclass(frozen=True, slots=True)
class MeetingKind:
    """A kind of meeting in one plain line of the list to choose from, and what such a meeting is called at first."""

    line: Words
    occasion: Line = ""
