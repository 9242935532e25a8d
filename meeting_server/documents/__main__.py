"""`python -m meeting_server.documents html` reads a record and its frame as JSON from standard input, and writes the
document to standard output. `docx` makes a Word file, `pdf` a PDF. `workbook` reads what fills a council's Word file,
and that file.
"""

import json
import os
import resource
import sys
from pathlib import Path
from typing import Any

from ..domain.kinds import built
from ..domain.record.record import Record
from ..domain.record.workbook import Filling
from . import BROKEN, LETTERS, docx_of, html_of, pdf_of
from .pdf import NoLetters
from .web_paper import Frame

MOST_BYTES = 1024**3
"""A record of 2,600 points takes an eighth of it. A Word file made to unpack without end takes all it gets."""


def bound_memory(most: int = MOST_BYTES) -> None:
    """Limits this process's memory: it ends instead of taking everyone's."""
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    if hard == resource.RLIM_INFINITY or hard > most:
        resource.setrlimit(resource.RLIMIT_AS, (most, most))


def main() -> None:
    """Reads, prints, writes."""
    bound_memory()
    asked = json.loads(sys.stdin.buffer.read())
    if sys.argv[1:] == ["workbook"]:
        _workbook(asked)
        return
    record = built(Record, asked["record"])
    if sys.argv[1:] == ["pdf"]:
        _pdf(record)
        return
    frame = built(Frame, asked["frame"]) if asked["frame"] else None
    sys.stdout.buffer.write(html_of(record, frame) if sys.argv[1:] == ["html"] else docx_of(record))


def _pdf(record: Record) -> None:
    # typst would begin a thread for each core. The memory that many reserve is more than this process may have.
    os.environ["RAYON_NUM_THREADS"] = "1"
    try:
        sys.stdout.buffer.write(pdf_of(record))
    except NoLetters:
        sys.exit(LETTERS)


def _workbook(asked: dict[str, Any]) -> None:
    from .workbook import WorkbookError, workbook_of

    try:
        sys.stdout.buffer.write(workbook_of(built(Filling, asked["filling"]), Path(asked["file"])))
    except WorkbookError as error:
        print(error, file=sys.stderr)
        sys.exit(BROKEN)


if __name__ == "__main__":
    main()
