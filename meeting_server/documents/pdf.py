"""The record as a PDF for screen readers (PDF/UA-1), drawn by typst, which is an extra: without it there is no PDF."""

import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, cast
from unicodedata import category, normalize

from PIL import ImageFont

from ..domain.reading import Record
from .pdf_paper import JOINERS, PdfPaper
from .printing import print_record, title_of, top_of

_HERE = Path(__file__).parent
_FONTS = _HERE / "fonts"
_FILES = ("atkinson-regular.ttf", "noto-naskh-arabic-regular.ttf", "noto-sans-gurmukhi-regular.ttf")
_NAMES = ("Atkinson Hyperlegible Next", "Noto Naskh Arabic", "Noto Sans Gurmukhi")
"""Our fonts: the first that has a letter draws it."""
_SIGNS, _SIGN_FONT = "\u2190-\u21ff\u25a0-\u25ff\u2605\u2606\u2610-\u2612\u2713-\u2718", "DejaVu Sans Mono"
"""Signs that our font lacks, such as the shape of a rating: arrows, shapes, stars, ticks and crosses. The font has all
of these and prints no others. typst brings it.
"""
_IS_SIGN = re.compile(f"[{_SIGNS}]")


class NoPdf(Exception):
    """There is no PDF. Says why, for a person to read."""


class NoLetters(NoPdf):
    """The record has letters that no font of ours has. It says so, and none of the letters."""

    def __init__(self) -> None:
        super().__init__("This record has letters that our PDF fonts do not have. Use Word or Print.")


@cache
def has_pdf() -> bool:
    """True if typst is installed."""
    return find_spec("typst") is not None


def pdf_of(record: Record) -> bytes:
    """Returns the record as a PDF: the same record gives the same bytes. No name is in its title. Raises NoLetters if
    a font lacks a letter: an empty box would look like a word of the record. Raises NoPdf without typst.
    """
    if not has_pdf():
        raise NoPdf("A PDF needs typst. Install what stands under pdf in pyproject.toml.")
    paper = PdfPaper(title_of(record.head), top_of(record.head))
    print_record(paper, record)
    return drawn(paper, record.head.date)


def drawn(paper: PdfPaper, day: str) -> bytes:
    """Returns what was printed on this paper as a PDF with this date (ISO 8601) in its properties."""
    import typst

    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[_FONTS])
    compiler = typst.Compiler(_HERE / "record.typ", root=_HERE, font_paths=fonts, sys_inputs={"record": written(paper)})
    made_on = datetime.fromisoformat(day).replace(tzinfo=UTC)
    try:
        return cast(bytes, compiler.compile(format="pdf", pdf_standards="ua-1", timestamp=made_on))
    except typst.TypstError as error:
        # It looks at every letter as it is drawn: two letters may be drawn as one.
        if "could not be displayed" in error.message:
            raise NoLetters from None
        raise


def written(paper: PdfPaper) -> str:
    """Returns what `record.typ` reads. Raises NoLetters if it has letters that our fonts lack."""
    data = {**paper.data(), "fonts": _NAMES, "signs": {"font": _SIGN_FONT, "covers": f"[{_SIGNS}]"}}
    if not all(map(_printable, {letter for words in _words(data) for letter in words})):
        raise NoLetters
    return json.dumps(data, ensure_ascii=False)


def _words(data: Any) -> Iterator[str]:
    """Returns every string that is drawn."""
    if isinstance(data, str):
        yield normalize("NFC", data)
    elif isinstance(data, dict):
        # What is said for people who do not see a drawing is not drawn.
        for name, one in data.items():
            if name != "says":
                yield from _words(one)
    elif isinstance(data, list | tuple):
        for one in data:
            yield from _words(one)


def _printable(letter: str) -> bool:
    """True if a font of ours draws this letter."""
    if letter == " " or _IS_SIGN.match(letter) or letter in JOINERS:
        return True
    return category(letter) not in ("Cc", "Co", "Cn", "Cs") and any(_has(font, letter) for font in _pillow_fonts())


@cache
def _pillow_fonts() -> tuple[ImageFont.FreeTypeFont, ...]:
    return tuple(ImageFont.truetype(_FONTS / file, 20, layout_engine=ImageFont.Layout.BASIC) for file in _FILES)


def _has(font: ImageFont.FreeTypeFont, letter: str) -> bool:
    """True if this font has the letter. What it has not, it draws as it draws a code point that is no letter."""
    return bytes(font.getmask(letter)) != bytes(font.getmask("\uffff"))
