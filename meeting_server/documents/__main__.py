"""`python -m meeting_server.documents html`: a record and its frame as JSON on standard input, the document on
standard output. `docx` is a Word file; `workbook` is what fills a council's Word file, and that file."""

import json
import sys
from pathlib import Path
from typing import Any

from ..domain.kinds import built
from ..domain.record import Record
from ..domain.workbook import Filling
from . import BROKEN, docx_of, html_of
from .web_paper import Frame


def main() -> None:
    """Reads, prints, writes."""
    asked = json.loads(sys.stdin.buffer.read())
    if sys.argv[1:] == ["workbook"]:
        _workbook(asked)
        return
    record = built(Record, asked["record"])
    frame = built(Frame, asked["frame"]) if asked["frame"] else None
    sys.stdout.buffer.write(html_of(record, frame) if sys.argv[1:] == ["html"] else docx_of(record))


def _workbook(asked: dict[str, Any]) -> None:
    from .workbook import WorkbookError, workbook_of

    try:
        sys.stdout.buffer.write(workbook_of(built(Filling, asked["filling"]), Path(asked["file"])))
    except WorkbookError as error:
        print(error, file=sys.stderr)
        sys.exit(BROKEN)


if __name__ == "__main__":
    main()
