"""The shape of a record: plain data, JSON-able by `kinds.plain` and `kinds.built`, with no id and no markup in it.

Times are milliseconds since 1970 from the server's clock, days are as 2026-03-19; whoever prints turns them into words.
Labels are those of the meeting's template with the child's name filled in. Nothing anywhere is an average (D4).
"""

from .adults import AdultAsked, AdultPart, AdultSeen, AdultSeenBefore
from .core_group import AgencyPart, AnsweredTrigger, Told, ToldBefore, TriggerPart, UpdatesPart, Visited, VisitsPart
from .deciding import AgencyAnswer, AnsweredBefore, Decided, DecidingPart, Dissented, ImpactPart, Written
from .earlier import CameFrom, ProgressSaid, RatedBefore, TrendAnswer, TrendDay, TrendPart, TrendStrand
from .links import Link
from .numbers import AgreedNumber, Asking, Earlier, NumberGiven, Rated, RatedDifferently, RatingPart
from .people import Attended, Child, Deputised, OffScreens, Reported, Side, Typist, Who
from .points import (
    About,
    Agreed,
    CategoryPart,
    Changed,
    ColumnPart,
    DangerPart,
    DifferentView,
    GoodPart,
    Moved,
    Owner,
    Point,
    SetAside,
    TakenBackMark,
    Task,
)
from .record import Added, Arrangements, ChildPart, Head, Noted, OpenCheck, Paused, Record
from .summaries import DisciplinePart, SummariesPart, Summarised

__all__ = [
    "About", "Added", "AdultAsked", "AdultPart", "AdultSeen", "AdultSeenBefore", "AgencyAnswer", "AgencyPart",
    "Agreed", "AgreedNumber", "AnsweredBefore", "AnsweredTrigger", "Arrangements", "Asking", "Attended", "CameFrom",
    "CategoryPart", "Changed", "Child", "ChildPart", "ColumnPart", "DangerPart", "Decided", "DecidingPart",
    "Deputised", "DifferentView", "DisciplinePart", "Dissented", "Earlier", "GoodPart", "Head", "ImpactPart", "Link",
    "Moved", "Noted", "NumberGiven", "OffScreens", "OpenCheck", "Owner", "Paused", "Point", "ProgressSaid", "Rated",
    "RatedBefore", "RatedDifferently", "RatingPart", "Record", "Reported", "SetAside", "Side", "SummariesPart",
    "Summarised", "TakenBackMark", "Task", "Told", "ToldBefore", "TrendAnswer", "TrendDay", "TrendPart", "TrendStrand",
    "TriggerPart", "Typist", "UpdatesPart", "Visited", "VisitsPart", "Who", "Written",
]  # fmt: skip
