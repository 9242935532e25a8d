"""The letters of the PDF: which our fonts have, from which side words begin, and what happens where a font lacks one."""

import hashlib
import re
from typing import Any

import pytest

from meeting_server.documents import pdf, pdf_of
from meeting_server.documents.paper import Line, Spoken
from meeting_server.domain.record.record import record_of
from tests.scenes.builders import given, room
from tests.scenes.points import point
from tests.unit.test_pdf import paper, read, squashed, tags, words


def drawn(file: bytes) -> set[str]:
    """The letters that its fonts draw, by their own tables, and those that stand beside a shape of two letters. The reader
    tells letters from right to left in no sure order.
    """
    found: set[str] = set()
    for page in read(file).pages:
        contents = page.get_contents()
        assert contents is not None
        for code in re.findall(rb"ActualText<FEFF(\w+)>", contents.get_data()):
            found |= set(bytes.fromhex(code.decode()).decode("utf-16-be"))
        for font in page["/Resources"]["/Font"].values():
            table = font.get_object()["/ToUnicode"].get_data().decode()
            for code in re.findall(r"^<\w+> <(\w+)>", table, re.MULTILINE):
                found |= set(bytes.fromhex(code).decode("utf-16-be"))
    return found


def test_a_language_is_said_to_who_reads_aloud() -> None:
    said = given(room()).when("kit", point("a", "Mae hi'n hapus.", lang="cy")).ok()
    file = pdf_of(record_of(said.meeting, ("everyone",)))
    # Of a whole paragraph it stands in the tree, of some of its words beside these.
    beside = b"".join(page.get_contents().get_data() for page in read(file).pages)
    assert "cy" in {str(one.get("/Lang", "")) for one in tags(file)} or re.search(rb"/Lang ?\(cy\)", beside)


@pytest.mark.parametrize("said", ["Дарія", "中文", "👩‍👧 tired", "אמא"])
def test_a_letter_that_no_font_has_stops_it_with_a_sentence_and_no_word_of_it(said: str) -> None:
    spoken = record_of(given(room()).when("kit", point(text=said)).ok().meeting, ("everyone",))
    with pytest.raises(
        pdf.NoLetters, match=r"^This record has letters that our PDF fonts do not have\. Use Word or Print\.$"
    ):
        pdf_of(spoken)


@pytest.mark.parametrize("said", ["Łukasz ąęś", "Ŵyn", "Ștefan", "Zoe\u0301", "“no”…", "1–2 €", "▲◆●◐○↻ ✓"])
def test_letters_of_welsh_polish_and_romanian_and_our_own_signs_are_drawn(said: str) -> None:
    assert squashed(said) in words(paper(("text", said)))


@pytest.mark.parametrize(
    ("said", "lang"),
    [
        ("أحمد ينام عند جدته (Pip) 12.", "ar"),
        ("وہ گھر پر محفوظ ہے۔", "ur"),
        ("ਪਿਪ ਸੁਰੱਖਿਅਤ ਹੈ।", "pa"),
        ("می\u200cخواهم", "fa"),
    ],
)
def test_words_in_every_language_that_a_template_offers_are_drawn_from_the_side_where_they_begin(
    said: str, lang: str
) -> None:
    lines = [Line(said, "Marla:", lang=lang), Line(said, small=True)]
    file = paper(("text", lines[0]), ("said", Spoken(said, (said,), (), said, lang), "ink"), ("fact", said, said),
                 ("table", (said, "b"), (80, 90), "", [(lines, said)]))  # fmt: skip
    assert {letter for letter in said if letter.isalpha()} <= drawn(file)
    rights: list[float] = []

    def visit(said: str, matrix: list[float], at: list[float], _: Any, size: float) -> None:
        if size == 12 and said.strip():
            rights.append(matrix[0] * at[4] + matrix[4])

    read(paper(("text", Line(said, lang=lang)))).pages[0].extract_text(visitor_text=visit)
    assert (max(rights) > 300) == (lang != "pa")


def test_marks_that_draw_nothing_do_not_stop_it() -> None:
    assert "coop" in words(paper(("text", "co\u00ado\u200bp\u200e")))


def test_each_font_is_the_file_that_is_written_down_and_brings_its_licence() -> None:
    about = (pdf._FONTS / "README.md").read_text("utf-8")
    for file in pdf._FILES[1:]:
        assert f"`{file}`" in about
        assert hashlib.sha256((pdf._FONTS / file).read_bytes()).hexdigest() in about
    licence = (pdf._FONTS / "FONT-LICENCE-OFL-Noto.txt").read_text("utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence
    assert licence.count("The Noto Project Authors") >= 2
