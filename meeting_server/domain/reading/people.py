"""People as a record names them, and who was at the meeting."""

from dataclasses import dataclass
from typing import Literal

Side = Literal["family", "professional", "child"]


@dataclass(frozen=True, slots=True)
class Who:
    """A person as a stranger can tell who they are (S2). `tint` is the key of their agency's colour, or empty."""

    name: str
    relationship: str
    role: str
    agency: str
    side: Side
    tint: str


@dataclass(frozen=True, slots=True)
class Typist(Who):
    """The typist of something said for another, and where it came from if it was sent."""

    source: str = ""


@dataclass(frozen=True, slots=True)
class Child:
    """A child the meeting is about, or the family as a whole where it names no child."""

    name: str
    age: str = ""


@dataclass(frozen=True, slots=True)
class Attended:
    """A person who was at the meeting, and when. `removed`: the chair ended their part. `device` false: they were in
    the room without one, and somebody else typed for them."""

    who: Who
    joined_at: int | None
    left_at: int | None
    removed: bool
    removal_reason: str = ""
    device: bool = True


@dataclass(frozen=True, slots=True)
class Reported:
    """A person's report: whether it came, and whether the family saw it before the meeting."""

    who: Who
    state: Literal["received", "not_received", "late"]
    family_saw: Literal["yes", "no", "not_known"]


@dataclass(frozen=True, slots=True)
class Deputised:
    """A deputy had the chair's controls, from when to when; `to_at` is None where they have them still. `stood_in`:
    nobody had named them; they took over while the chair was not connected."""

    who: Who
    from_at: int
    to_at: int | None
    stood_in: bool = False


@dataclass(frozen=True, slots=True)
class OffScreens:
    """That a decision or a rating was shown too early, and who took it off every screen. What it said is not here."""

    by: Who
    at: int
