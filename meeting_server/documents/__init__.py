"""Documents: they print a Record and decide nothing.

A document takes up to a second of pure work, in which a server on one thread would serve no one. So the server calls
`docx_apart`, `html_apart` and `pdf_apart`, which have another process make it.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from ..domain.kinds import plain
from ..domain.record.record import Record
from ..domain.record.workbook import Filling
from .docx import docx_of
from .html import html_of
from .pdf import NoLetters, NoPdf, has_pdf, pdf_of
from .turns import NoTurn, Turns
from .web_paper import Following, Frame

__all__ = [
    "DocumentFailed",
    "Following",
    "Frame",
    "LettersMissing",
    "NoPdf",
    "WorkbookBroken",
    "docx_apart",
    "docx_of",
    "has_pdf",
    "html_apart",
    "html_of",
    "pdf_apart",
    "pdf_of",
    "turn_of",
    "workbook_apart",
]

_ROOT = Path(__file__).parents[2]
_SECONDS = 30
BROKEN = 3
"""The exit code by which the other process says that the Word file is wrong. Standard error says what."""
LETTERS = 4
"""The exit code by which it says that no font has some letter of the record."""
NEEDS = ("PATH", "HOME", "LANG", "LC_ALL", "LC_CTYPE", "TZ", "TMPDIR", "LD_LIBRARY_PATH", "VIRTUAL_ENV")
"""The variables of the server's environment that the other process gets."""
_TURNS = Turns()


@contextmanager
def turn_of(person: str, meeting: str, seconds: float = _SECONDS) -> Iterator[None]:
    """Waits for this person's turn (`turns.py`), in which their document of this meeting is made. Raises DocumentFailed
    if it does not come.
    """
    try:
        with _TURNS.turn(person, meeting, seconds):
            yield
    except NoTurn:
        raise DocumentFailed("Too many documents are being made at once.") from None


class DocumentFailed(Exception):
    """The document could not be made. Says how the other process ended, and no word of the record."""


class WorkbookBroken(DocumentFailed):
    """The workbook's Word file cannot be filled. Says which file and what is wrong with it, for a person to read."""


class LettersMissing(DocumentFailed):
    """The record has letters that the fonts of the PDF lack. Says so in a sentence to read, and none of the letters."""


def docx_apart(record: Record, seconds: float = _SECONDS) -> bytes:
    """Returns the record as a .docx file, made by another process within so many seconds. Otherwise raises
    DocumentFailed.
    """
    return _apart({"record": plain(record), "frame": None}, "docx", seconds)


def html_apart(record: Record, frame: Frame | None = None, seconds: float = _SECONDS) -> bytes:
    """Returns the record as a page in that frame, made by another process within so many seconds. Otherwise raises
    DocumentFailed.
    """
    return _apart({"record": plain(record), "frame": plain(frame)}, "html", seconds)


def pdf_apart(record: Record, seconds: float = _SECONDS) -> bytes:
    """Returns the record as a PDF, made by another process within so many seconds. Otherwise raises DocumentFailed.

    If our fonts lack a letter of it, that is LettersMissing.
    """
    return _apart({"record": plain(record), "frame": None}, "pdf", seconds)


def workbook_apart(filling: Filling, file: Path, seconds: float = _SECONDS) -> bytes:
    """Returns the workbook as a .docx file, made from a council's Word file by another process within so many seconds.

    Otherwise raises DocumentFailed. If the Word file is wrong, that is WorkbookBroken.
    """
    return _apart({"filling": plain(filling), "file": str(file)}, "workbook", seconds)


def _apart(what: dict[str, Any], kind: str, seconds: float) -> bytes:
    asked = json.dumps(what, ensure_ascii=False)
    try:
        done = subprocess.run(
            [sys.executable, "-m", "meeting_server.documents", kind],
            input=asked.encode(),
            capture_output=True,
            timeout=seconds,
            check=False,
            env=_environment(),
        )
    except subprocess.TimeoutExpired as late:
        # From None: that exception holds what the process had written so far.
        raise DocumentFailed(f"The {kind} document was not ready after {late.timeout:g} seconds.") from None
    if done.returncode == BROKEN:
        raise WorkbookBroken(done.stderr.decode("utf-8", "replace").strip())
    if done.returncode == LETTERS:
        raise LettersMissing(str(NoLetters()))
    if done.returncode != 0 or not done.stdout:
        raise DocumentFailed(f"The process that makes the {kind} document ended with code {done.returncode}.")
    return done.stdout


def _environment() -> dict[str, str]:
    """Returns what the other process needs to start Python, and none of the server's settings, which include
    passwords.
    """
    path = os.pathsep.join(filter(None, (str(_ROOT), os.environ.get("PYTHONPATH"))))
    return {**{name: os.environ[name] for name in NEEDS if name in os.environ}, "PYTHONPATH": path}
