"""What is decided and rated, for each child and the family."""

from ..audiences import DESK, OWN, ROOM
from ..rules import DRAFT, SAID, TALK, Rule
from . import agency_views, ask_for_views, decision_drafts, decisions, impact, not_yet, ratings

COMMANDS: dict[type, Rule] = {
    impact.WriteImpact: Rule("contribute", SAID),
    impact.ClearImpactVersion: Rule("contribute", SAID),
    agency_views.GiveAgencyView: Rule("contribute", TALK),
    agency_views.ClearAgencyView: Rule("contribute", SAID),
    ask_for_views.AskForViews: Rule("steer", TALK),
    decision_drafts.DraftDecision: Rule("finish", SAID),
    decision_drafts.DropDecisionDraft: Rule("finish", SAID),
    decisions.DecideForChild: Rule("finish", SAID),
    not_yet.TakeOffDecision: Rule("finish", SAID),
    decisions.ClearDecision: Rule("minute", SAID),
    decisions.DissentFrom: Rule("contribute", SAID),
    decisions.WithdrawDissent: Rule("contribute", SAID),
    ratings.SetRating: Rule("finish", SAID),
    ratings.ShowRating: Rule("finish", DRAFT),
    not_yet.TakeOffRating: Rule("finish", SAID),
    ratings.RateDifferently: Rule("contribute", SAID),
}
AFTER_YES: frozenset[type] = frozenset({agency_views.GiveAgencyView, decisions.DissentFrom, ratings.RateDifferently})
EVENTS: tuple[type, ...] = (
    impact.ImpactWritten,
    impact.ImpactVersionCleared,
    agency_views.AgencyViewGiven,
    agency_views.AgencyViewCleared,
    ask_for_views.ViewsAskedFor,
    decision_drafts.DecisionDrafted,
    decision_drafts.DecisionDraftDropped,
    decisions.DecisionMade,
    decisions.DecisionCleared,
    decisions.DissentStated,
    decisions.DissentWithdrawn,
    ratings.RatingSet,
    ratings.RatedDifferently,
    not_yet.DecisionTakenOff,
    not_yet.RatingTakenOff,
)
THINGS: dict[type, tuple[str, ...]] = {
    agency_views.AgencyView: (ROOM,),
    ask_for_views.ViewAsk: (DESK, OWN),
    decision_drafts.DecisionDraft: (DESK,),
    decisions.Decision: (ROOM,),
    not_yet.TakenOff: (ROOM,),
    decisions.Dissent: (ROOM,),
    ratings.Rating: (ROOM, DESK),
    ratings.RatingView: (ROOM,),
    impact.ImpactStatement: (ROOM,),
}
