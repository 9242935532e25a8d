"""The names of files that leave the product. A name says which meeting it is of and what is in it, and names no one."""

import re

from ..domain.meeting import Meeting
from ..domain.reading import Arrangements
from .words import uk_time

_NOT_PLAIN = re.compile(r"[^A-Za-z0-9]+")


def file_name(
    meeting: Meeting,
    arranged: Arrangements | None,
    what: str,
    ending: str,
    read_at: int | None,
    child: str | None = None,
) -> str:
    """Returns a name like `FAM-1_2026-03-19_first-conference_record_child-2_DRAFT-1102.docx`: reference, day, kind of
    meeting, what it is, which child by their order in the meeting, and until the record is locked when it was read
    (`read_at`, milliseconds since 1970; None for what is no draft). It has letters, digits, - and _. What is not known
    is left out.

    The kind is said by the occasion if that is one the template offers; else by the template, as people may write a
    name into an occasion.
    """
    parts = [
        _plain(arranged.reference) if arranged else "",
        meeting.facts.date,
        _kind(meeting),
        what,
        f"child-{meeting.children().index(child) + 1}" if child else "",
        "" if read_at is None or meeting.facts.state == "finished" else f"DRAFT-{uk_time(read_at):%H%M}",
    ]
    return f"{'_'.join(filter(None, parts))}.{ending}"


def _kind(meeting: Meeting) -> str:
    occasion = meeting.facts.occasion
    offered = any(kind.occasion == occasion for kind in meeting.template.kinds)
    return _plain(occasion).lower() if offered else meeting.template.key


def _plain(words: str) -> str:
    return _NOT_PLAIN.sub("-", words).strip("-")
