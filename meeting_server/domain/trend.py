"""The trend: numbers of several meetings for one child, drawn together only where they measure the same thing.

The same thing is the same series (a template's own scale, or one that two templates say they share), the same question,
the same ends and the same direction. Everything else is another trend. A meeting in which somebody gave no number is a
gap, and stays one; there is no line across it and no average anywhere (D4, U2).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from .kinds import Answer


@dataclass(frozen=True, slots=True)
class Measured:
    """What numbers say they measure: only what is the same in all of this is ever drawn together."""

    series: str
    question: str
    ten: str
    zero: str
    left: Literal[0, 10]


@dataclass(frozen=True, slots=True)
class Given:
    """What one person answered."""

    person: str
    answer: Answer
    value: int | None


@dataclass(frozen=True, slots=True)
class Taken:
    """The numbers of one asking: what they measure, and when. `today`: this meeting's own."""

    measured: Measured
    occasion: str
    date: str
    order: tuple[object, ...]
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
    """The trends among these askings for one child. One asking alone is none, and neither is today by itself."""
    together: dict[Measured, list[Taken]] = {}
    for one in sorted(takings, key=lambda one: (one.date, one.order)):
        together.setdefault(one.measured, []).append(one)
    drawn = (_trend(measured, tuple(found)) for measured, found in together.items())
    return tuple(one for one in drawn if any(not taking.today for taking in one.takings))


def _trend(measured: Measured, takings: tuple[Taken, ...]) -> Trend:
    people = dict.fromkeys(one.person for taking in takings for one in taking.given)
    given = [{one.person: one for one in taking.given} for taking in takings]
    strands = (Strand(person, tuple(one.get(person) for one in given)) for person in people)
    return Trend(measured, takings, tuple(strands))
