"""Writes the workbook we ship, meeting_server/workbooks/family-safeguarding.docx, so that it can be read in a review.

`python tools/workbook.py` writes it, and `--check` says if it is current. A council edits the Word file itself:
docs/guide/workbook.md. It is made on the record's own paper, so that it looks like the record.
"""

import sys
from datetime import datetime
from pathlib import Path

from docx.shared import Mm
from docx.table import _Row

sys.path.insert(0, str(Path(__file__).parent.parent))

from meeting_server.documents.word_paper import WordPaper

FILE = Path(__file__).parent.parent / "meeting_server" / "workbooks" / "family-safeguarding.docx"
NOTHING = "The meeting holds nothing about this. Room to write:"
ROOM = "Room to write:"
FAMILY_ONLY = "This is about the family as a whole and stands in the family's workbook only. Room to write:"

Section = tuple[str, str, str]
"""A heading, the tag of the section below it, and what stands there if the section is empty."""


def _points(key: str, category: str = "") -> str:
    return f"columns.{key}.categories.{category}.points" if category else f"columns.{key}.points"


PARTS: tuple[tuple[str, str, tuple[Section, ...]], ...] = (
    ("Case worker summary", "What each of us has done, in the words of whoever did it.", (
        ("", "summaries", "family"),
    )),
    ("Key information", "", ()),
    ("Module 1: Why we are involved", "", (
        ("What can change", _points("factors", "changeable"), ""),
        ("The rating, and those before it", "ratings", "family"),
    )),
    ("Module 2: The parents' and the family's history", "", (
        ("What can't be changed", _points("factors", "fixed"), ""),
    )),
    ("Module 3: How the parents understand what their behaviour does", "", (
        ("What parents say", _points("parents_say"), ""),
        ("Are parents with us?", "adults", "family"),
    )),
    ("Module 4: Direct work with the children", "", (
        ("What the children say", _points("child_says"), ""),
        ("Numbers given in this meeting", "numbers", ""),
        ("Numbers over time", "numbers_before", ""),
    )),
    ("Module 5: Parenting capacity, part one: motivation and what helps", "", (
        ("Ready to change?", "adults_change", "family"),
        ("Has our help made a difference?", _points("difference"), ""),
    )),
    ("Module 6: Parenting capacity, part two: strengths and needs", "", (
        ("What makes it safer", _points("factors", "protects"), ""),
        ("What we don't know yet", _points("factors", "unknown"), ""),
    )),
    ("Module 7: Analysis and recommendations", "", (
        ("What we decided, and why", "decisions", ""),
        ("Advice from the manager", _points("advice"), ""),
        ("How the plan is coming along", "progress", ""),
        ("What next", _points("next"), ""),
    )),
    ("Module 8: Comments and views", "", (
        ("How the family will hear", _points("hearing"), ""),
        ("Added after the record was locked", "added", "family"),
    )),
)  # fmt: skip


ACTIONS = (
    ("What", "what", 58),
    ("Who", "who", 36),
    ("By when", "by", 21),
    ("How we will know", "measure", 28),
    ("If it is not done", "if_not", 27),
)


class Maker:
    """Puts headings, words and tags on a paper."""

    def __init__(self) -> None:
        self.paper = WordPaper("Workbook", datetime(2026, 1, 1), ("{{ meeting.draft }}", "{{ meeting.audiences }}"))  # noqa: DTZ001

    def line(self, text: str, style: str = "Normal") -> None:
        self.paper.document.add_paragraph(text, style)

    def room(self, empty: str) -> None:
        """Adds words that say that nothing is there, and room to write."""
        if empty == "family":
            self.line("{%p if one_child %}")
            self.line(FAMILY_ONLY, "Detail")
            self.line("{%p else %}")
            self.line(NOTHING, "Detail")
            self.line("{%p endif %}")
        else:
            self.line(empty or NOTHING, "Detail")
        for _ in range(3):
            self.line("")

    def unless(self, tag: str, words: str) -> None:
        """Adds words for when there is nothing."""
        self.line(f"{{%p if not {tag} %}}")
        self.line(words, "Detail")
        self.line("{%p endif %}")

    def section(self, tag: str, empty: str) -> None:
        """Adds every entry of a section: its heading, its words, what is known of them; or says that there is none."""
        self.line(f"{{%p for one in {tag} %}}")
        for field, style in (("child", "Heading 3"), ("heading", "Group"), ("words", "Point"), ("note", "Detail")):
            there = "one.words or one.lead" if field == "words" else f"one.{field}"
            self.line(f"{{%p if {there} %}}")
            paragraph = self.paper.document.add_paragraph(style=style)
            if field == "words":
                paragraph.add_run("{{ one.lead }}").bold = True
                paragraph.paragraph_format.keep_with_next = False
            paragraph.add_run(f"{{{{ one.{field} }}}}")
            self.line("{%p endif %}")
        self.line("{%p endfor %}")
        self.line(f"{{%p if not {tag} %}}")
        self.room(empty)
        self.line("{%p endif %}")

    def table(self, tag: str, columns: tuple[tuple[str, str, float], ...], says: str) -> None:
        """Adds a table with a row for each thing that the tag names; nothing if there is none."""
        self.line(f"{{%p if {tag} %}}")
        widths = [width for _, _, width in columns]
        self.paper.table([head for head, _, _ in columns], widths, says, [])
        table = self.paper.document.tables[-1]
        for words in (
            (f"{{%tr for one in {tag} %}}",),
            tuple(f"{{{{ one.{key} }}}}" for _, key, _ in columns),
            ("{%tr endfor %}",),
        ):
            row: _Row = table.add_row()  # type: ignore[no-untyped-call]
            for cell, width in zip(row.cells, widths, strict=True):
                cell.width = Mm(width)
            for cell, text in zip(row.cells, words, strict=False):
                cell.paragraphs[0].style = self.paper.document.styles["Cell"]
                cell.paragraphs[0].add_run(text)
        self.line("{%p endif %}")


def key_information(made: Maker) -> None:
    """Adds who, when and which children."""
    made.paper.fact("About", "{{ about }}")
    made.paper.fact("Meeting", "{{ meeting.title }}, {{ meeting.date }}")
    made.line("{%p if meeting.occasion %}")
    made.paper.fact("Why we met", "{{ meeting.occasion }}")
    made.line("{%p endif %}")
    made.paper.heading("The children", 2)
    made.table("children", (("Name", "name", 100), ("Age", "age", 70)), "The children this workbook is about")
    made.paper.heading("Who was asked to the meeting", 2)
    people = (("Name", "name", 50), ("Role", "role", 50), ("From", "agency", 40), ("Came", "came", 30))
    made.table("people", people, "Who was asked to the meeting, and who came")
    made.paper.heading("Dates that follow", 2)
    dates = (("What", "what", 55), ("By when", "by", 55), ("Whose rule it is", "whose", 60))
    made.table("dates", dates, "The dates that follow the meeting")
    made.unless("dates", "No dates follow.")


def made() -> bytes:
    maker = Maker()
    maker.paper.title("Workbook", "{{ about }}")
    maker.line(
        "Filled from the record of {{ meeting.title }}, {{ meeting.date }}. The record itself stays as it is.", "Detail"
    )
    for heading, below, sections in PARTS:
        maker.paper.part(heading)
        if below:
            maker.line(below, "Detail")
        if heading == "Key information":
            key_information(maker)
        for name, tag, empty in sections:
            if name:
                maker.paper.heading(name, 2)
            maker.section(tag, empty)
        if heading.startswith("Module 7"):
            maker.paper.heading("Who will do what", 2)
            maker.table("actions", ACTIONS, "Actions: what, who, by when, how we will know, what if it is not done")
            maker.unless("actions", "No action has an owner.")
            maker.paper.heading("Our analysis", 2)
            maker.room(ROOM)
        if heading.startswith("Module 8"):
            maker.paper.heading("What the parents and the children say of this workbook", 2)
            maker.room(ROOM)
    return maker.paper.bytes()


def main() -> int:
    """Writes the file, or says if it is current."""
    wanted = made()
    if "--check" not in sys.argv[1:]:
        FILE.write_bytes(wanted)
        return 0
    if not FILE.exists() or FILE.read_bytes() != wanted:
        print(f"{FILE.name} is not what tools/workbook.py makes: run python tools/workbook.py.", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
