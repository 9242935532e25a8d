"""The trend, measured: a line from 0 to 10 for each asking, the oldest at the top, and everyone's strand down through
them. It runs in its template's direction. A strand never crosses an asking in which its person gave no number.

Lengths are in millimetres on a drawing 170 wide. The picture of the Word file and the drawing of the page are made from
this. Each shape has a person's letters beside it, and the table below says whose they are.
"""

import re
from dataclasses import dataclass
from itertools import pairwise
from textwrap import shorten
from typing import Literal

from ..domain.reading import Side, TrendPart
from .number_line import GAP, LEFT, RIGHT, ROW, SHAPE, WIDTH_MM, both_ends, has, place_of, star
from .words import day, described

_NO_WORDS = {
    "taken_back": "About a danger that was taken back",
    "put_aside": "About a danger that was put aside",
    "elsewhere": "About a danger that is not in this part",
    "not_here": "About a danger that was not brought forward",
    "not_kept": "What these were asked about was not kept",
}
HEAD, LANE, FOOT = 5.5, 5.0, 4.0


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line: the axis of an asking, a tick on it, or a piece of a person's strand."""

    kind: Literal["axis", "tick", "strand"]
    x1: float
    y1: float
    x2: float
    y2: float


@dataclass(frozen=True, slots=True)
class Dot:
    """A person's number: their shape with their letters beside it. `corners` are those of a star."""

    side: Side
    tint: str
    x: float
    y: float
    words: str
    corners: str


@dataclass(frozen=True, slots=True)
class Label:
    """Words on the drawing."""

    words: str
    x: float
    y: float
    anchor: Literal["start", "middle", "end"] = "start"
    strong: bool = False


@dataclass(frozen=True, slots=True)
class TrendDrawing:
    """The whole trend. `says` is the trend in words. `meaning` says what its ends mean, in case there is no room to
    draw it.
    """

    width: float
    height: float
    half: float
    strokes: tuple[Stroke, ...]
    dots: tuple[Dot, ...]
    labels: tuple[Label, ...]
    says: str
    meaning: str


def letters(part: TrendPart) -> tuple[str, ...]:
    """Returns each strand's letters: the first of each name that the font has, with a number if two people
    share them.
    """
    found: list[str] = []
    for one in part.strands:
        begins = (word[0] for word in one.who.name.split())
        short = "".join(first for first in begins if first.isalnum() and has(first))[:3].upper() or "?"
        same = sum(1 for other in found if other.rstrip("0123456789") == short)
        found.append(f"{short}{same + 1}" if same else short)
    return tuple(found)


def said(part: TrendPart, strand: int, place: int) -> str:
    """Returns what one person answered in one asking, for the table. A gap is named as such."""
    answer = part.strands[strand].answers[place]
    return "No number" if answer is None or answer.value is None else str(answer.value)


def about(part: TrendPart) -> str:
    """Returns the danger that the numbers are about, with its whole first sentence, or why its words are not here."""
    link = part.about
    if link is None:
        return ""
    if link.missing:
        which = f" ({link.label})" if link.label else ""
        return f"{_NO_WORDS[link.missing]}{which}."
    return f"About: {first_sentence(link.text)}"


def first_sentence(text: str) -> str:
    """Returns the text up to the first stop that ends a sentence, or all of it if there is none."""
    return re.split(r"(?<=[.!?])\s", text.strip(), maxsplit=1)[0]


def days(part: TrendPart) -> tuple[str, ...]:
    """Returns what heads each asking: today's is marked as this meeting."""
    return tuple(
        f"{day(one.date)}, this meeting" if one.today else f"{day(one.date)}, {one.occasion}" for one in part.days
    )


def description(part: TrendPart) -> str:
    """Returns the direction of the line and every number of it, in words."""
    right = 10 - part.left
    told = [
        part.question,
        *([about(part)] if part.about else []),
        f"Lines with {part.left} at the left end and {right} at the right end, the oldest at the top.",
        f"10 means: {part.ten} 0 means: {part.zero}",
    ]
    for at, strand in enumerate(part.strands):
        each = (f"{when}: {said(part, at, place)}" for place, when in enumerate(days(part)))
        told.append(f"{described(strand.who)}. {'; '.join(each)}.")
    return " ".join(told)


def trend_drawing(part: TrendPart) -> TrendDrawing:
    names, y = letters(part), 0.0
    spots: dict[tuple[int, int], tuple[float, float]] = {}
    strokes, labels = [], []
    for place, when in enumerate(days(part)):
        stacks: dict[int, int] = {}
        line = y + HEAD + LANE * _highest(part, place) + 1
        labels.append(Label(shorten(when, 80, placeholder="…"), LEFT - 3, y + 3.5, strong=True))
        strokes += _axis(line)
        for at, strand in enumerate(part.strands):
            answer = strand.answers[place]
            if answer and answer.value is not None:
                lane = stacks.get(answer.value, 0)
                stacks[answer.value] = lane + 1
                spots[at, place] = (place_of(answer.value, part.left), line - LANE * (lane + 0.6))
        y = line + FOOT
    labels += [Label(str(n), place_of(n, part.left), y + 2, "middle", strong=True) for n in range(11)]
    strokes += [_strand(spots, at, run) for at, one in enumerate(part.strands) for run in _steps(one.pieces)]
    dots = [_dot(part, names, at, *spot) for (at, _), spot in spots.items()]
    ends, height = _ends(part, y + 8)
    meaning = f"On these lines {part.left} is at the left end. 10 = {part.ten} 0 = {part.zero}"
    return TrendDrawing(
        WIDTH_MM, height, SHAPE / 2, tuple(strokes), tuple(dots), (*labels, *ends), description(part), meaning
    )


def _highest(part: TrendPart, place: int) -> int:
    """Returns how many people at most stand on the same number in one asking."""
    values = [one.value for strand in part.strands if (one := strand.answers[place]) and one.value is not None]
    return max((values.count(one) for one in values), default=1)


def _axis(line: float) -> list[Stroke]:
    ticks = (LEFT + n * (RIGHT - LEFT) / 10 for n in range(11))
    return [Stroke("axis", LEFT, line, RIGHT, line), *(Stroke("tick", x, line - 1, x, line + 1) for x in ticks)]


def _steps(pieces: tuple[tuple[int, ...], ...]) -> list[tuple[int, int]]:
    """Returns the steps from one asking to the next, within runs that have no gap."""
    return [step for run in pieces for step in pairwise(run)]


def _strand(spots: dict[tuple[int, int], tuple[float, float]], at: int, step: tuple[int, int]) -> Stroke:
    return Stroke("strand", *spots[at, step[0]], *spots[at, step[1]])


def _dot(part: TrendPart, names: tuple[str, ...], at: int, x: float, y: float) -> Dot:
    who = part.strands[at].who
    corners = " ".join(f"{a:.2f},{b:.2f}" for a, b in star(x, y, SHAPE / 2 * 1.35)) if who.side == "child" else ""
    return Dot(who.side, who.tint or who.side, x, y, names[at], corners)


def _ends(part: TrendPart, y: float) -> tuple[list[Label], float]:
    """Returns what both ends mean, and how far down that reaches."""
    left, right = both_ends(part.left, part.ten, part.zero)
    labels = [Label(one, LEFT - 3, y + ROW * row) for row, one in enumerate(left)]
    labels += [Label(one, RIGHT + 3, y + ROW * row, "end") for row, one in enumerate(right)]
    return labels, y + ROW * max(len(left), len(right))


def beside(dot: Dot) -> float:
    """Returns where a dot's letters begin."""
    return dot.x + SHAPE / 2 + GAP / 2
