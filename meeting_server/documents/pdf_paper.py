"""A PDF to print a record on: it keeps what the printer says as data, which `record.typ` prints.

Words travel as strings of JSON, so nothing that people wrote is ever read as markup.
"""

import re
from collections.abc import Iterable, Sequence
from math import ceil
from typing import Any
from unicodedata import category

from ..domain.reading import Asking, TrendPart
from .direction import right_to_left
from .palette import colour, tint
from .paper import Line, Said, Spoken
from .pdf_drawing import line_drawn, trend_drawn

WIDTH_MM = 174
"""The width between the margins of an A4 page, which are 18 mm each."""
MOST_LINES = 36
"""What has more lines than this may go on on the next page; it would not fit on one beside a heading and a head."""
JOINERS = "\u200c\u200d"
"""Marks that say how the letters beside them are joined, in scripts whose letters are."""
SHORT = 4
"""The lines of a paragraph that is short."""
FEW_ROWS = 6
"""A table with fewer rows stays on one page."""
_LETTER_MM = 2.1
_JOINED = re.compile("[\u0600-\u08ff\u0a00-\u0a7f\ufb50-\ufdff\ufe70-\ufeff]")
_INKS = ("ink", "ink-2", "brand", "control", "paper", "line", "surface")

Call = dict[str, Any]


class PdfPaper:
    """A PDF being written, top to bottom, as the calls that `record.typ` prints."""

    def __init__(self, title: str, top: tuple[str, str]) -> None:
        self._title, self._top = title, top
        self._calls: list[Call] = []
        self._inks = {name: f"#{colour(name)}" for name in _INKS}

    def data(self) -> dict[str, Any]:
        """Returns all of it, ready to be written as JSON."""
        return {"title": self._title, "top": self._top, "inks": self._inks, "calls": self._calls}

    def title(self, text: str, below: str) -> None:
        """Adds the title of the document and the line below it."""
        self._add("title", text=_pieces(text), below=_pieces(below))

    def part(self, text: str) -> None:
        """Adds a heading of the first level."""
        self._heading(text, 1, "brand")

    def heading(self, text: str, level: int, ink: str = "") -> None:
        self._heading(text, level, ink)

    def _heading(self, text: str, level: int, ink: str) -> None:
        self._add("heading", text=_pieces(text), level=level, ink=self._ink(ink))

    def group(self, text: str) -> None:
        """Adds a line in bold, on the page of the first point below it."""
        self._add("group", text=_pieces(text))

    def text(self, line: Line | str, *, keep: bool = False) -> None:
        """Adds a paragraph. What stands directly below a heading stays with what follows, if it is short."""
        given = _given(line)
        below_heading = bool(self._calls) and self._calls[-1]["call"] == "heading"
        short = _lines(f"{given.lead} {given.words}", WIDTH_MM) <= SHORT
        self._add("text", line=_line(given), keep=keep or (below_heading and short))

    def fact(self, name: str, words: str, *, keep: bool = False) -> None:
        """Adds the name and the words side by side."""
        whole = _lines(words, WIDTH_MM - 48) <= MOST_LINES
        self._add("fact", name=_pieces(name, 45), line=_line(Line(words), WIDTH_MM - 48), keep=keep, whole=whole)

    def said(self, spoken: Spoken, ink: str) -> None:
        """Adds words with a bar in this colour at their left, on one page if they fit."""
        all_of = (spoken, *spoken.beside)
        high = sum(_lines(one.words, WIDTH_MM - 10) + _lines("\n".join(one.details), WIDTH_MM - 10) for one in all_of)
        beside = [_spoken(one) for one in spoken.beside]
        self._add("said", spoken=_spoken(spoken), beside=beside, ink=self._ink(ink), whole=high <= MOST_LINES)

    def shaded(self, words: str, name: str) -> None:
        """Adds a line in bold on the tint of a colour."""
        whole = _lines(words, WIDTH_MM) <= MOST_LINES
        self._add("shaded", text=_pieces(words), tint=self._tint(name), whole=whole)

    def table(
        self, heads: Sequence[str], widths_mm: Sequence[float], says: str, rows: Sequence[Sequence[Said]]
    ) -> None:
        """Adds a table. Its head is a row of heads for screen readers too, printed again on every page it reaches."""
        wide = [one * WIDTH_MM / sum(widths_mm) - 3 for one in widths_mm]
        made = [[[_given(one) for one in _each(cell)] for cell in row] for row in rows]
        high = [max(_high(cell, mm) for cell, mm in zip(row, wide, strict=True)) for row in made]
        self._add(
            "table",
            heads=[_pieces(head, mm) for head, mm in zip(heads, wide, strict=True)],
            widths=list(widths_mm),
            says=says,
            whole=len(rows) < FEW_ROWS and sum(high) <= MOST_LINES,
            rows=[
                {
                    "cells": [[_line(one, mm) for one in cell] for cell, mm in zip(row, wide, strict=True)],
                    "whole": lines <= MOST_LINES,
                }
                for row, lines in zip(made, high, strict=True)
            ],
        )

    def line(self, asking: Asking) -> None:
        """Adds the number line, drawn, with its words."""
        self._draw(line_drawn(asking))

    def trend(self, part: TrendPart) -> None:
        """Adds the trend, drawn, with its words."""
        self._draw(trend_drawn(part))

    def _draw(self, drawn: dict[str, Any]) -> None:
        for shape in drawn["shapes"]:
            shape["fill"] = self._tint(shape["tint"])
            shape["edge"] = self._ink(shape.pop("tint"))
        self._add("drawing", **drawn)

    def _add(self, call: str, **what: Any) -> None:
        self._calls.append({"call": call, **what})

    def _ink(self, name: str) -> str:
        """Returns the name under which this colour is passed on."""
        self._inks[name or "ink"] = f"#{colour(name)}"
        return name or "ink"

    def _tint(self, name: str) -> str:
        self._inks[f"{name} tint"] = f"#{tint(name)}"
        return f"{name} tint"


def _given(line: Line | str) -> Line:
    return Line(line) if isinstance(line, str) else line


def _each(said: Said) -> Sequence[Line | str]:
    """Returns the lines of a cell, and an empty one if it says nothing: every cell is there for a screen reader."""
    return [said] if isinstance(said, str) else [one for one in said if one.words or one.lead]


def _spoken(one: Spoken) -> Call:
    details = [_line(Line(detail, small=True)) for detail in one.details]
    return {"line": _line(Line(one.words, one.lead, lang=one.lang)), "details": details}


def _line(line: Line, wide_mm: float = WIDTH_MM - 12) -> Call:
    language, _, rest = line.lang.partition("-")
    region = rest.rpartition("-")[2]
    return {
        "lead": _pieces(line.lead, wide_mm),
        "words": _pieces(line.words, wide_mm),
        "small": line.small,
        "backwards": not line.small and right_to_left(line.words or line.lead, line.lang),
        "lang": language if language.isascii() and language.isalpha() and len(language) in (2, 3) else None,
        "region": region if region.isascii() and region.isalpha() and len(region) == 2 else None,
    }


def _pieces(words: str, wide_mm: float = WIDTH_MM - 12) -> list[list[str]]:
    """Returns the words line by line, each in the pieces between which it may be broken: a word that is wider than its
    place would else run out of it.
    """
    most = int(wide_mm / _LETTER_MM)
    kept = JOINERS if _JOINED.search(words) else ""
    drawn = "".join(_drawn(one, kept) for one in words)
    return [list(_broken(line, most)) for line in drawn.split("\n")] if words else []


def _drawn(letter: str, kept: str) -> str:
    """Returns the letter, a plain space for any space, and nothing for a mark that draws nothing and is not kept."""
    if letter.isspace() and letter != "\n":
        return " "
    return "" if category(letter) == "Cf" and letter not in kept else letter


def _broken(line: str, most: int) -> Iterable[str]:
    """Returns one piece, or if a word has more letters than `most`, pieces of four letters of it."""
    if max(map(len, line.split(" "))) <= most:
        return [line]
    pieces = [""]
    for at, word in enumerate(line.split(" ")):
        pieces[-1] += " " * (at > 0)
        if len(word) <= most:
            pieces[-1] += word
        else:
            pieces += [word[start : start + 4] for start in range(0, len(word), 4)] + [""]
    return [one for one in pieces if one]


def _high(cell: Sequence[Line], wide_mm: float) -> int:
    return sum(_lines(f"{one.lead} {one.words}", wide_mm) for one in cell)


def _lines(words: str, wide_mm: float) -> int:
    """Returns about how many lines these words need in this width, rather too many than too few."""
    letters = max(1, int(wide_mm / _LETTER_MM))
    return sum(max(1, ceil(len(line) / letters)) for line in words.split("\n")) if words else 0
