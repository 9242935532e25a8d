"""`python -m meeting_server.documents html`: a record and its frame as JSON on standard input, the document on
standard output. Without `html` it is a Word file."""

import json
import sys

from ..domain.kinds import built
from ..domain.record import Record
from . import docx_of, html_of
from .web_paper import Frame


def main() -> None:
    """Reads, prints, writes."""
    asked = json.loads(sys.stdin.buffer.read())
    record = built(Record, asked["record"])
    frame = built(Frame, asked["frame"]) if asked["frame"] else None
    sys.stdout.buffer.write(html_of(record, frame) if sys.argv[1:] == ["html"] else docx_of(record))


if __name__ == "__main__":
    main()
