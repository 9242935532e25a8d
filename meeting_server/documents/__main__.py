"""`python -m meeting_server.documents`: a record as JSON on standard input, its .docx on standard output."""

import sys

from ..domain.record import record_from_json
from . import docx_of


def main() -> None:
    """Reads, prints, writes."""
    record = record_from_json(sys.stdin.buffer.read().decode())
    sys.stdout.buffer.write(docx_of(record))


if __name__ == "__main__":
    main()
