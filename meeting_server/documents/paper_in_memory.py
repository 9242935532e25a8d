"""A paper that keeps what is printed on it as data, so that a workbook can put it where it likes."""

from collections.abc import Sequence

from ..domain.reading import Asking, TrendPart
from .paper import Line, Said, Spoken

Entry = dict[str, str]
"""A child's name, a heading, or words with their lead in bold before them and what is known of them in small."""
Section = list[Entry]


def entry(heading: str = "", lead: str = "", words: str = "", note: str = "", child: str = "") -> Entry:
    """Returns one entry; what is not given is empty."""
    return {"child": child, "heading": heading, "lead": lead, "words": words, "note": note}


class Gathered:
    """What was printed, as entries from top to bottom. Tables are taken apart, row by row."""

    def __init__(self) -> None:
        self.entries: Section = []

    def title(self, text: str, below: str) -> None:
        self.entries.append(entry(text))

    def part(self, text: str) -> None:
        self.entries.append(entry(text))

    def heading(self, text: str, level: int, ink: str = "") -> None:
        self.entries.append(entry(text))

    def group(self, text: str) -> None:
        self.entries.append(entry(text))

    def text(self, line: Line | str, *, keep: bool = False) -> None:
        """Adds words. Small ones become the note of what stands above them."""
        given = Line(line) if isinstance(line, str) else line
        if given.small and self.entries and not self.entries[-1]["heading"]:
            self._note((_of(given),))
        else:
            lead = f"{given.lead} " if given.lead and given.words else given.lead
            self.entries.append(entry(lead=lead, words=given.words))

    def fact(self, name: str, words: str, *, keep: bool = False) -> None:
        """Adds words after their name."""
        self.text(Line(words, f"{name}:"))

    def said(self, spoken: Spoken, ink: str) -> None:
        """Adds words, their details as a note, and below them what others say of them."""
        self.text(Line(spoken.words, spoken.lead))
        self._note(spoken.details)
        for one in spoken.beside:
            self.said(one, ink)

    def shaded(self, words: str, name: str) -> None:
        """Adds words in bold."""
        self.text(Line("", words))

    def table(
        self, heads: Sequence[str], widths_mm: Sequence[float], says: str, rows: Sequence[Sequence[Said]]
    ) -> None:
        """Adds each row: its first cell in bold, and the others after the head of their column."""
        for row in rows:
            self.text(Line("", cell(row[0])))
            for head, said in zip(heads[1:], row[1:], strict=True):
                if words := cell(said):
                    self.text(Line(words, f"{head}:"))

    def line(self, asking: Asking) -> None:
        """Adds what the ends of the line mean. The numbers stand in the table below it."""
        self.text(f"10 = {asking.ten}\n0 = {asking.zero}")

    def trend(self, part: TrendPart) -> None:
        """Adds nothing: the table below it says the same."""

    def _note(self, lines: Sequence[str]) -> None:
        last = self.entries[-1]
        last["note"] = "\n".join(filter(None, (last["note"], *lines)))


class Rows(Gathered):
    """Keeps the rows of tables as rows."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[list[str]] = []

    def table(
        self, heads: Sequence[str], widths_mm: Sequence[float], says: str, rows: Sequence[Sequence[Said]]
    ) -> None:
        """Keeps each row: the words of its cells."""
        self.rows += [[cell(one) for one in row] for row in rows]


def cell(said: Said) -> str:
    """Returns the words of a cell, line by line."""
    return said if isinstance(said, str) else "\n".join(_of(one) for one in said)


def _of(line: Line) -> str:
    return f"{line.lead} {line.words}".strip()
