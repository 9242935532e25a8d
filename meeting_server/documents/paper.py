"""The paper a record is printed on. The printer says what there is; each paper, Word's or the browser's, says how it
looks.

There is one printer (`printing.py`), so no fact can be in the Word file and not in the page, or the other way round.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from ..domain.reading import Asking, TrendPart


@dataclass(frozen=True, slots=True)
class Line:
    """Some words: after a `lead` in bold, `small` if they are about other words, in a language (`lang`) other than the
    document's.
    """

    words: str
    lead: str = ""
    small: bool = False
    lang: str = ""


Said = str | Sequence[Line]
"""What stands in a cell of a table: its words, or several lines."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """What a person said, what is known of it (`details`), and `beside` it in the same size what others say of it."""

    words: str
    details: tuple[str, ...] = ()
    beside: tuple["Spoken", ...] = ()
    lead: str = ""
    lang: str = ""


class Paper(Protocol):
    """A document being written, top to bottom. `ink` names a colour that repeats what the words say."""

    def title(self, text: str, below: str) -> None:
        """Adds the title and the line below it."""

    def part(self, text: str) -> None:
        """Adds a part of the document, with its heading."""

    def heading(self, text: str, level: int, ink: str = "") -> None:
        """Adds a heading within a part: level 2 or 3."""

    def group(self, text: str) -> None:
        """Adds a line that says what the points below it have in common."""

    def text(self, line: Line | str, *, keep: bool = False) -> None:
        """Adds a paragraph. `keep` holds it on the page of what follows."""

    def fact(self, name: str, words: str, *, keep: bool = False) -> None:
        """Adds a name and what goes with it. `keep` holds it on the page of what follows."""

    def said(self, spoken: Spoken, ink: str) -> None:
        """Adds a point, or other words of a person."""

    def shaded(self, words: str, name: str) -> None:
        """Adds a line that stands out, on the tint of a colour."""

    def table(
        self, heads: Sequence[str], widths_mm: Sequence[float], says: str, rows: Sequence[Sequence[Said]]
    ) -> None:
        """Adds a table. `says` describes it for people who do not see it. The widths are 170 in all."""

    def line(self, asking: Asking) -> None:
        """Adds the number line of one asking, as a picture with words for people who do not see it."""

    def trend(self, part: TrendPart) -> None:
        """Adds numbers over time, as a picture with words for people who do not see it."""
