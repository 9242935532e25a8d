"""The record as a page: to read on any screen, to print, or to keep as one file that needs nothing beside it."""

from base64 import b64encode
from dataclasses import replace
from pathlib import Path

from ..domain.reading import Record
from .printing import print_record, title_of, top_of
from .web_paper import Frame, WebPaper

_SHEET = Path(__file__).parents[1] / "static" / "css" / "record.css"


def html_of(record: Record, frame: Frame | None = None) -> bytes:
    """Returns the record as a page in UTF-8: the same record gives the same bytes. No name is in its title.

    Without a frame it carries its own style sheet, and is a file to keep.
    """
    paper, head, frame = WebPaper(), record.head, frame or _alone()
    print_record(paper, record)
    if head.state == "finished":
        # A locked record does not change while it is read.
        frame = replace(frame, following=None)
    return paper.html(title_of(head), top_of(head, frame.read_at), frame).encode()


def _alone() -> Frame:
    """Returns the style sheet as a data address, so that the file has no inline style and fetches nothing."""
    return Frame("data:text/css;base64," + b64encode(_SHEET.read_bytes()).decode())
