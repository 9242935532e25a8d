"""The trend: numbers of several meetings for one child, drawn together only where they measure the same thing.

The same thing is the same series (a template's own scale, or one that two templates say they share), the same question,
the same ends, the same direction and the same danger, or none. Everything else is another trend. A meeting is one place
in a line, whatever it asked twice. A meeting in which somebody gave no number is a gap, and stays one; there is no line
across it and no average anywhere (D4, U2).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from ..kinds import Answer


@dataclass(frozen=True, slots=True)
class Measured:
    """What numbers say they measure: only what is the same in all of this is ever drawn together.

    `about` is the danger that was asked about, by the id it had where it was first said; empty: today in general.
    """

    series: str
    question: str
    ten: str
    zero: str
    left: Literal[0, 10]
    about: str = ""


@dataclass(frozen=True, slots=True)
class Given:
    """What one person answered."""

    person: str
    answer: Answer
    value: int | None


@dataclass(frozen=True, slots=True)
class Taken:
    """The numbers of one asking: what they measure, in which meeting, and when they were shown. `today`: this meeting's
    own."""

    measured: Measured
    meeting: str
    occasion: str
    date: str
    at: int
    given: tuple[Given, ...]
    today: bool = False


@dataclass(frozen=True, slots=True)
class Strand:
    """One person's numbers through the askings: None where they gave none."""

    person: str
    given: tuple[Given | None, ...]

    def pieces(self) -> tuple[tuple[int, ...], ...]:
        """The askings between which a line is drawn: runs without a gap, by their places."""
        runs: list[list[int]] = [[]]
        for place, one in enumerate(self.given):
            if one is not None and one.value is not None:
                runs[-1].append(place)
            elif runs[-1]:
                runs.append([])
        return tuple(tuple(run) for run in runs if run)


@dataclass(frozen=True, slots=True)
class Trend:
    """One series of numbers: its askings oldest first, and everybody's strand through them."""

    measured: Measured
    takings: tuple[Taken, ...]
    strands: tuple[Strand, ...]


def trends(takings: Iterable[Taken]) -> tuple[Trend, ...]:
    """The trends among these askings for one child; today by itself is none.

    Where one meeting showed numbers of the same thing more than once, the last counts. Nobody's answer is no place.
    """
    together: dict[Measured, dict[str, Taken]] = {}
    for one in sorted((one for one in takings if one.given), key=_time):
        together.setdefault(one.measured, {})[one.meeting] = one
    drawn = (_trend(measured, tuple(sorted(found.values(), key=_time))) for measured, found in together.items())
    return tuple(one for one in drawn if any(not taking.today for taking in one.takings))


def _time(one: Taken) -> tuple[str, bool, int]:
    return one.date, one.today, one.at


def _trend(measured: Measured, takings: tuple[Taken, ...]) -> Trend:
    people = dict.fromkeys(one.person for taking in takings for one in taking.given)
    given = [{one.person: one for one in taking.given} for taking in takings]
    strands = (Strand(person, tuple(one.get(person) for one in given)) for person in people)
    return Trend(measured, takings, tuple(strands))
