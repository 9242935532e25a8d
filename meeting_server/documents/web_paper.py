"""A page to print a record on, with real headings, lists and tables. They are gathered here and written by a template.

Every word goes through Jinja with escaping on, so that text stays text. The page fetches only the style sheet that its
frame names. It runs no script, except that a draft runs the one by which it follows its meeting.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import ClassVar, TypeVar

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from ..domain.reading import Asking, TrendPart
from .direction import right_to_left
from .number_line_drawing import Drawing, drawing
from .paper import Line, Said, Spoken
from .trend_drawing import TrendDrawing, trend_drawing


@dataclass(slots=True)
class Heading:
    """A heading; `level` is that of HTML."""

    kind: ClassVar[str] = "heading"
    id: str
    text: str
    level: int


@dataclass(slots=True)
class Words:
    """A paragraph; `look` is its class."""

    kind: ClassVar[str] = "words"
    line: Line
    look: str


@dataclass(slots=True)
class Facts:
    """Names, each with what goes with it."""

    kind: ClassVar[str] = "facts"
    facts: list[tuple[str, str]] = field(default_factory=list)


@dataclass(slots=True)
class Points:
    """What people said, one after another."""

    kind: ClassVar[str] = "points"
    points: list[Spoken] = field(default_factory=list)


@dataclass(slots=True)
class Grid:
    """A table; each cell is several lines. The widths are in hundredths of the whole."""

    kind: ClassVar[str] = "grid"
    heads: list[str]
    widths: list[int]
    says: str
    rows: list[list[Sequence[Line]]]


@dataclass(slots=True)
class Picture:
    """A number line."""

    kind: ClassVar[str] = "picture"
    drawing: Drawing


@dataclass(frozen=True, slots=True)
class Trend:
    """Numbers over time."""

    kind: ClassVar[str] = "trend"
    drawing: TrendDrawing


Block = Heading | Words | Facts | Points | Grid | Picture | Trend
Kind = TypeVar("Kind", Facts, Points)


@dataclass(slots=True)
class Part:
    """A part of the document with its heading. The first part has none of its own, because it is the title's."""

    id: str
    title: str
    blocks: list[Block] = field(default_factory=list)

    def headings(self) -> list[Heading]:
        """Returns the headings that its table of contents lists."""
        return [one for one in self.blocks if isinstance(one, Heading) and one.level == 3]


@dataclass(frozen=True, slots=True)
class Following:
    """What a draft needs to follow its meeting: the script's address, the reader's seat, the key of its room, the
    release, and as JSON how far each of its audiences had come (`{"everyone": 214}`).
    """

    script: str
    seat: str
    room: str
    release: str
    as_of: str


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around a record on a screen: its style sheet's address, links that are not printed, when a draft was
    read, and what it needs to follow its meeting while that goes on.
    """

    sheet: str
    links: tuple[tuple[str, str], ...] = ()
    read_at: int | None = None
    following: Following | None = None


class WebPaper:
    """A page being written, top to bottom."""

    def __init__(self) -> None:
        self.heading_text = ("", "")
        self.parts = [Part("start", "")]

    def html(self, title: str, top: tuple[str, str], frame: Frame) -> str:
        """Returns the page. `title` names no one; `top` is what every printed page says."""
        text, below = self.heading_text
        return _template().render(title=title, top=top, frame=frame, text=text, below=below, parts=self.parts)

    @property
    def _blocks(self) -> list[Block]:
        return self.parts[-1].blocks

    def _last(self, kind: type[Kind]) -> Kind:
        """Returns the last block if it is of this kind, else a new one."""
        last = self._blocks[-1] if self._blocks else None
        if not isinstance(last, kind):
            last = kind()
            self._blocks.append(last)
        return last

    def title(self, text: str, below: str) -> None:
        """Adds the one heading of the first level, and the line below it."""
        self.heading_text = (text, below)

    def part(self, text: str) -> None:
        self.parts.append(Part(f"part-{len(self.parts)}", text))

    def heading(self, text: str, level: int, ink: str = "") -> None:
        """Adds a heading. It has no colour here: the words say it."""
        # Counted by headings, so that a new point above does not rename those below.
        above = sum(isinstance(one, Heading) for one in self._blocks)
        self._blocks.append(Heading(f"{self.parts[-1].id}-{above + 1}", text, level + 1))

    def group(self, text: str) -> None:
        """Adds a line in bold."""
        self._blocks.append(Words(Line("", text), "group"))

    def text(self, line: Line | str, *, keep: bool = False) -> None:
        given = Line(line) if isinstance(line, str) else line
        self._blocks.append(Words(given, " ".join(filter(None, ("small" * given.small, "keep" * keep)))))

    def fact(self, name: str, words: str, *, keep: bool = False) -> None:
        """Adds a fact. Facts that follow each other are one list of names and words, on one page if it fits."""
        self._last(Facts).facts.append((name, words))

    def said(self, spoken: Spoken, ink: str) -> None:
        """Adds a point. Points that follow each other are one list."""
        self._last(Points).points.append(spoken)

    def shaded(self, words: str, name: str) -> None:
        """Adds a line in a box."""
        self._blocks.append(Words(Line("", words), "box"))

    def table(
        self, heads: Sequence[str], widths_mm: Sequence[float], says: str, rows: Sequence[Sequence[Said]]
    ) -> None:
        """Adds a table. Its head is printed again on every page it reaches."""
        made = [[[Line(cell)] if isinstance(cell, str) else cell for cell in row] for row in rows]
        widths = [round(one / sum(widths_mm) * 100) for one in widths_mm]
        self._blocks.append(Grid(list(heads), widths, says, made))

    def line(self, asking: Asking) -> None:
        self._blocks.append(Picture(drawing(asking)))

    def trend(self, part: TrendPart) -> None:
        self._blocks.append(Trend(trend_drawing(part)))


@cache
def _template() -> Template:
    found = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    found.filters["direction"] = lambda line: "rtl" if right_to_left(line.words, line.lang) else "ltr"
    return found.get_template("record.html")
