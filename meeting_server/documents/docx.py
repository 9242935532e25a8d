"""The record as a Word document."""

from datetime import datetime

from ..domain.reading import Record
from .printing import print_record, title_of, top_of
from .word_paper import WordPaper


def docx_of(record: Record) -> bytes:
    """Returns the record as a .docx file: the same record gives the same bytes. No name is in its title or
    properties.
    """
    head = record.head
    paper = WordPaper(title_of(head), datetime.fromisoformat(head.date), top_of(head))
    print_record(paper, record)
    return paper.bytes()
