"""A made-up filling with something in every section: what a workbook's Word file is tried with."""

from dataclasses import replace

from ..reading import (
    Added,
    AdultAsked,
    AdultPart,
    AdultSeen,
    Asking,
    Attended,
    CameFrom,
    CategoryPart,
    Child,
    ChildPart,
    ColumnPart,
    Decided,
    DecidingPart,
    DisciplinePart,
    Head,
    NumberGiven,
    Owner,
    Point,
    ProgressSaid,
    Rated,
    RatingPart,
    Record,
    SummariesPart,
    Summarised,
    Task,
    Who,
)
from ..template.template import Column, Template
from .workbook import Filling, shapes

_WHO = Who("Sam Sample", "", "social worker", "Social care", "professional", "social")
_AT = 1_773_914_400_000
_DAY = "2026-03-19"
_SAID = Point(
    "Somebody said this, with < and & in it.", "child", 0, _WHO, None, _AT, "", "", "", "", False, "", "none", None,
    (), (), (), None, None, False, None,
)  # fmt: skip
_CAME = CameFrom("Case supervision", "", "2026-02-19", "", "")
_TOLD = ProgressSaid(_WHO, None, "partly", "We saw it.", "", (), _AT)
_TO_DO = replace(_SAID, came=_CAME, task=Task((Owner(_WHO, True),), "2026-04-01", "It is seen.", "We meet.", (_TOLD,)))


def samples(template: Template) -> tuple[Filling, ...]:
    """Fillings of this template: of a family and of one child with something in every section, and of one with nothing
    anywhere."""
    both = (_part(template, "Kim"), _part(template, "Alex"))
    full = Record(_head("Kim"), both, _rating(), (_added(),), (_adult(),), summaries=_summaries())
    child = Record(_head("Kim"), (_part(template, "Kim"),), None, ())
    empty = Record(_head("Kim"), (ChildPart(Child("Kim"), None, (), (), (), (), None, None, ()),), None, ())
    named = ((full, ""), (child, "Kim"), (empty, ""), (empty, "Kim"))
    return tuple(Filling(record, name, shapes(template, record.head)) for record, name in named)


def _head(*children: str) -> Head:
    return Head(
        "Case supervision", "", "", _DAY, "room", False, "draft", _AT, _AT, None, ("Everyone",), (_WHO,), (),
        (Attended(_WHO, _AT, None, False),), (), (), (), (), tuple(map(Child, children)), (), (), (), (),
    )  # fmt: skip


def _part(template: Template, name: str) -> ChildPart:
    decided = Decided("Go on", "", "It helps.", "They agree.", "", _WHO, _AT)
    given = NumberGiven(_WHO, None, "number", 6, "It is calmer.", False, (), False)
    asking = Asking("How is it?", "Good.", "Bad.", 0, False, None, "shown", _AT, _AT, (given,), None)
    return ChildPart(
        Child(name),
        None,
        tuple(_column(one) for one in template.columns),
        (),
        (),
        (asking,),
        DecidingPart("Does it help?", (), "", (), decided, (), ()),
        _rating(),
        (_TO_DO,),
    )


def _column(column: Column) -> ColumnPart:
    each = tuple(CategoryPart(one.label, "", (_SAID,), one.key) for one in column.categories)
    return ColumnPart(column.label, column.tint, 0, (*each, CategoryPart("", "", (_SAID,))), column.key)


def _rating() -> RatingPart:
    rated = Rated("amber", "◆", "Amber", "some better", "It is calmer.", "Sleep.", _WHO, _AT, True, True, ())
    return RatingPart("How big is the risk?", (rated,))


def _adult() -> AdultPart:
    seen = AdultSeen(
        _WHO, None, "Doing it (action)", "A lapse", "We saw it.", "I rang at six.", "Taking steps", _AT, ()
    )
    asked = [
        AdultAsked("Ready to change?", "Where is Robin?", "Alcohol", (seen,)),
        AdultAsked("Agreed", "Agrees?", "", (seen,)),
    ]
    return AdultPart(_WHO, tuple(asked))


def _summaries() -> SummariesPart:
    done = Summarised(_WHO, "finished", "Six visits.", _AT)
    return SummariesPart("What each of us has done", "Not received", (DisciplinePart("Social work", (done,)),))


def _added() -> Added:
    return Added(_WHO, None, "A correction", "It was a Tuesday.", _AT)
