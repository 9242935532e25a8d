"""The PDF, read back: it says what the Word file says, a screen reader finds its way in it, and words are never read as markup."""

import io
import re
import time
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
from pypdf import PdfReader

from meeting_server import documents
from meeting_server.demo import CASE
from meeting_server.documents import LettersMissing, has_pdf, pdf, pdf_apart, pdf_of
from meeting_server.documents.paper import Line, Spoken
from meeting_server.documents.pdf_paper import PdfPaper
from meeting_server.domain.record.record import record_of
from tests.scenes.builders import given, room
from tests.scenes.points import point
from tests.unit.test_docx import alt_texts, opened, printed, record, text

HARD = (
    '#panic("x")',
    "*bold* and _slanted_",
    "$ x $",
    "@a <label> // no",
    "= heading\n- list",
    "\\ #let a = 1",
    "`raw` [b] {c}",
)
SIDE = 18 / 25.4 * 72


@cache
def made() -> bytes:
    return pdf_of(record())


def read(file: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(file))


def paper(*say: Any) -> bytes:
    """A PDF on which these were called, one after another."""
    sheet = PdfPaper("Title", ("left", "right"))
    for name, *what in say:
        getattr(sheet, name)(*what)
    return pdf.drawn(sheet, "2026-03-19")


@cache
def lines(file: bytes) -> list[list[str]]:
    """The lines of each page."""
    return [page.extract_text().splitlines() for page in read(file).pages]


def words(file: bytes) -> str:
    """All words without the heads and feet, and without spaces: where lines are broken is the paper's own business."""
    return squashed("".join("".join(page[1:-1]) for page in lines(file)))


def squashed(said: str) -> str:
    return re.sub(r"\s+", "", said)


def tags(file: bytes) -> list[Any]:
    """Everything in the tree that a screen reader reads."""

    def under(one: Any) -> Iterator[Any]:
        one = one.get_object()
        if isinstance(one, list):
            for each in one:
                yield from under(each)
        elif isinstance(one, dict):
            if "/S" in one:
                yield one
            if "/K" in one:
                yield from under(one["/K"])

    return list(under(read(file).root_object["/StructTreeRoot"]["/K"]))


def test_all_that_the_word_file_says_is_in_the_pdf() -> None:
    found, word = words(made()), opened(printed())
    said = [one for one in text(word).split("\n") if one.strip()]
    assert len(said) > 500
    assert [one for one in said if squashed(one) not in found] == []


def test_a_screen_reader_finds_headings_tables_with_heads_and_each_drawing_in_words() -> None:
    found = tags(made())
    kinds = {str(one["/S"]) for one in found}
    assert {"/H1", "/H2", "/H3", "/Table", "/TR", "/TH", "/TD", "/Figure", "/P"} <= kinds
    tables, heads = (sum(one["/S"] == kind for one in found) for kind in ("/Table", "/TH"))
    assert heads > tables > 6
    assert [str(one["/Alt"]) for one in found if one["/S"] == "/Figure"] == alt_texts(opened(printed()))


def test_it_asks_to_be_held_to_ua_1_and_says_its_language_and_title() -> None:
    root = read(made()).root_object
    about = root["/Metadata"].get_object().get_data().decode()
    assert "<pdfuaid:part>1</pdfuaid:part>" in about
    assert root["/Lang"] == "en-GB"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert "Three-column map: record, 19 March 2026" in about
    assert not any(one.name.split()[-1] in about for one in CASE.people)


def test_every_page_says_what_the_word_file_says_at_head_and_foot() -> None:
    pages = lines(made())
    for at, page in enumerate(pages, 1):
        assert squashed(page[0]) == squashed("First conference · 19 March 2026DRAFT · For: Everyone in the meeting")
        assert page[-1] == f"Page {at} of {len(pages)}"


def test_a_long_head_stands_whole_on_both_sides_above_the_page() -> None:
    left, right = (
        "FAM-1 · A first conference after a long time with many words · 19 March 2026",
        "DRAFT · For: Everyone in the meeting, Professionals, Chair's desk",
    )
    sheet = PdfPaper("Title", (left, right))
    sheet.text("Pip sleeps.")
    found = squashed(read(pdf.drawn(sheet, "2026-03-19")).pages[0].extract_text())
    assert found.startswith((squashed(left), squashed(right)))
    assert all(squashed(one) in found for one in (left, right))
    assert found.endswith("Pipsleeps.Page1of1")


def test_pages_are_a4_with_margins_of_18_mm_and_no_letter_is_smaller_than_11_point() -> None:
    sizes, lefts = set(), set()

    def visit(said: str, matrix: list[float], at: list[float], _: Any, size: float) -> None:
        if said.strip():
            sizes.add(round(size * abs(at[3]) * abs(matrix[3]), 1))
            lefts.add(round(matrix[0] * at[4] + matrix[4], 1))

    for page in read(made()).pages[:6]:
        assert [round(float(one) / 72 * 25.4) for one in page.mediabox[2:]] == [210, 297]
        page.extract_text(visitor_text=visit)
    assert min(sizes) >= 11, sizes
    assert min(lefts) >= SIDE - 0.1


def test_no_heading_stands_at_the_foot_of_a_page() -> None:
    sheet = PdfPaper("", ("", ""))
    documents.pdf.print_record(sheet, record())
    heads = {squashed(str(one["text"][-1][-1])) for one in sheet.data()["calls"] if one["call"] in ("heading", "group")}
    assert len(heads) > 20
    for page in lines(made()):
        assert squashed(page[-2]) not in heads


def test_no_row_is_torn_the_head_is_repeated_and_a_few_rows_stay_together() -> None:
    def table(rows: int) -> Any:
        return ("table", ("Alpha", "Omega"), (85, 85), "Rows", [(f"r{n}\nr{n}\nr{n}", f"s{n}") for n in range(rows)])

    pages = lines(paper(table(40)))
    assert len(pages) > 2
    for page in pages:
        said = " ".join(page).split()
        assert "Alpha" in said
        assert {said.count(one) for one in said if re.fullmatch(r"r\d+", one)} == {3}
        assert {one[1:] for one in said if one[0] == "r" and one != "right"} == {
            one[1:] for one in said if one[0] == "s"
        }
    few = lines(paper(*[("fact", "Why", "For me.")] * 4, ("said", Spoken("\n".join("x" * 35)), "ink"), table(5)))
    assert [sum("s" in line for line in page) for page in few] == [0, 5]


def test_what_is_higher_than_a_page_goes_on_on_the_next() -> None:
    long = "\n".join(f"row {n}." for n in range(90))
    for said in (("said", Spoken(long), "ink"), ("fact", "Why", long), ("shaded", long, ""),
                 ("table", ("A", "B"), (80, 90), "T", [(long, "b")])):  # fmt: skip
        found = words(paper(said))
        assert all(f"row{n}." in found for n in range(90)), said[0]


def test_a_word_that_is_wider_than_its_place_is_broken_and_stays_one_word() -> None:
    long = "Donau" * 20
    for most, said in (
        (90, ("text", long)),
        (85, ("said", Spoken(long), "ink")),
        (11, ("table", ("A", "B"), (20, 150), "T", [(long, "b")])),
    ):
        file = paper(said)
        assert long in words(file)
        assert max(len(one) for page in lines(file) for line in page for one in line.split()) <= most


@pytest.mark.parametrize("said", HARD)
def test_what_people_write_is_never_read_as_markup(said: str) -> None:
    file = paper(("title", said, said), ("part", said), ("fact", said, said), ("said", Spoken(said, (said,), (), said), "ink"),
                 ("group", said), ("table", (said, "b"), (80, 90), said, [([Line(said, said)], said)]))  # fmt: skip
    assert words(file).count(squashed(said)) >= 9


def test_the_other_process_makes_the_same_bytes_also_on_a_machine_with_many_cores(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(documents, "NEEDS", (*documents.NEEDS, "RAYON_NUM_THREADS"))
    monkeypatch.setenv("RAYON_NUM_THREADS", "64")
    began = time.perf_counter()
    assert pdf_apart(record()) == made()
    print(f"A PDF of {len(read(made()).pages)} pages in another process: {time.perf_counter() - began:.2f} s")


def test_the_other_process_says_that_letters_are_missing_and_no_word_of_the_record() -> None:
    said = record_of(given(room()).when("kit", point(text="Дарія sleeps.")).ok().meeting, ("everyone",))
    with pytest.raises(LettersMissing, match=r"^This record has letters .* Use Word or Print\.$"):
        pdf_apart(said)


def test_without_typst_there_is_none_and_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    assert has_pdf()
    monkeypatch.setattr(pdf, "has_pdf", lambda: False)
    with pytest.raises(pdf.NoPdf, match="A PDF needs typst"):
        pdf_of(record())
