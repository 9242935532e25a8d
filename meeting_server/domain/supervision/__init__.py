"""What case supervision looks at: adults, behaviours, summaries."""

from ..audiences import OWN, ROOM
from ..rules import LIVE, SAID, TALK, Rule
from . import adult_views, behaviours, own_summaries, summaries, write_summaries

COMMANDS: dict[type, Rule] = {
    behaviours.AddBehaviour: Rule("detail", TALK),
    behaviours.TakeBackBehaviour: Rule("detail", SAID),
    adult_views.ViewAdult: Rule("detail", TALK),
    adult_views.ClearAdultView: Rule("detail", SAID),
    write_summaries.DraftSummary: Rule("detail", LIVE),
    write_summaries.FinishSummary: Rule("detail", LIVE),
    write_summaries.DropSummaryDraft: Rule("detail", LIVE),
    write_summaries.ClearSummary: Rule("detail", LIVE),
}
PREPARING: frozenset[type] = frozenset(
    {
        write_summaries.ClearSummary,
        write_summaries.DraftSummary,
        write_summaries.DropSummaryDraft,
        write_summaries.FinishSummary,
    }
)
AFTER_YES: frozenset[type] = frozenset({adult_views.ViewAdult, write_summaries.FinishSummary})
EVENTS: tuple[type, ...] = (
    behaviours.BehaviourAdded,
    behaviours.BehaviourTakenBack,
    adult_views.AdultViewed,
    adult_views.AdultViewCleared,
    summaries.SummaryBegun,
    summaries.SummaryLaidAside,
    summaries.SummaryFinished,
    summaries.SummaryCleared,
    own_summaries.OwnSummaryKept,
    own_summaries.OwnSummaryDropped,
)
THINGS: dict[type, tuple[str, ...]] = {
    behaviours.Behaviour: (ROOM,),
    adult_views.AdultView: (ROOM,),
    summaries.Summary: (ROOM,),
    own_summaries.OwnSummary: (OWN,),
}
