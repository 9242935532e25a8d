"""Who may do what, when: a table. Every command stands here, or it is refused; the registry test holds that."""

from typing import NamedTuple

from .agenda import pause as pausing
from .agenda import reports, stages, timer, turns
from .agenda import stage_notes as minutes
from .asides import put_aside
from .core_group import agency_updates as updates
from .core_group import triggers, visits
from .deciding import agency_views, decisions, impact, ratings
from .earlier import bring_forward as bringing
from .earlier import match_people as matching
from .ending import addenda, ending
from .meeting import Meeting
from .numbers import agree_number as agreed
from .numbers import held_numbers, rounds
from .numbers import save_number as placing
from .numbers import show_numbers as showing
from .people import add_person as people
from .people import big_screen as screen
from .people import chair_controls as controls
from .people import hands_up, lobby, minute_taking, proposals, requests, typists
from .people import leave as leaving
from .people import state_attendance as attending
from .people import take_controls as taking_controls
from .people.actor import Actor
from .points import actions, items, private_writing, progress, read_back
from .points import answer_link as answering
from .points import finish_preparing as preparing
from .points import hold_points as holding
from .points import move as moving
from .points import release as releasing
from .points import send_back as sending_back
from .points import show_private as showing_private
from .points import take_back as taking_back
from .points import views as statements
from .points import write_privately as writing_privately
from .refused import Refused, sentence
from .supervision import adult_views, behaviours
from .supervision import write_summaries as writing_summaries
from .template.template import Power


class Rule(NamedTuple):
    """The power a command needs (None: anyone who is in the room) and the states of the meeting it is allowed in."""

    power: Power | None
    states: frozenset[str]


_OPEN = frozenset({"open"})
_RUNNING = frozenset({"prepared", "open", "paused"})
_DRAFT = frozenset({"open", "ended"})
# What somebody was writing when another asked for a pause is taken: a word on its way must not be lost.
_TALK = frozenset({"open", "paused"})
_SAID = _TALK | _DRAFT
_LIVE = frozenset({"prepared", "open", "paused", "ended"})
_ALWAYS = _LIVE | {"finished"}

PERMISSIONS: dict[type, Rule] = {
    lobby.LetIn: Rule("minute", _LIVE),
    lobby.TurnAway: Rule("minute", _LIVE),
    leaving.RemoveAttendee: Rule("steer", _ALWAYS),
    leaving.Leave: Rule(None, _ALWAYS),
    attending.StateAttendance: Rule("minute", _LIVE),
    reports.NoteReport: Rule("minute", _LIVE),
    people.AddPerson: Rule("type_for", _DRAFT | _RUNNING),
    items.AddItem: Rule("contribute", _TALK),
    items.ChangeItem: Rule("contribute", _SAID),
    moving.MoveItem: Rule("contribute", _SAID),
    taking_back.TakeBackItem: Rule("contribute", _SAID),
    put_aside.PutAside: Rule("minute", _LIVE),
    put_aside.Restore: Rule("steer", _LIVE),
    put_aside.Erase: Rule("steer", _LIVE),
    releasing.ReleaseItem: Rule("steer", _DRAFT),
    statements.AgreeItem: Rule("contribute", _SAID),
    statements.SeeDifferently: Rule("contribute", _SAID),
    statements.TakeBackView: Rule("contribute", _SAID),
    statements.ConfirmWords: Rule(None, _SAID),
    read_back.ReadBack: Rule("contribute", _SAID),
    proposals.AnswerProposal: Rule(None, _SAID),
    typists.NameTypist: Rule(None, _LIVE),
    minutes.NoteStage: Rule("minute", _SAID),
    writing_privately.WritePrivately: Rule("contribute", _RUNNING),
    writing_privately.ChangePrivate: Rule("contribute", _RUNNING),
    writing_privately.DropPrivate: Rule("contribute", _LIVE),
    showing_private.ShowPrivate: Rule("contribute", _OPEN),
    preparing.FinishPreparing: Rule("contribute", frozenset({"prepared"})),
    private_writing.StartPrivateWriting: Rule("steer", _OPEN),
    showing_private.ShowPrivateWriting: Rule("steer", _TALK),
    private_writing.CancelPrivateWriting: Rule("steer", _TALK),
    holding.HoldPoints: Rule("steer", _TALK),
    sending_back.SendBackItem: Rule("steer", _TALK),
    actions.SetAction: Rule("contribute", _SAID),
    actions.AcceptAction: Rule(None, _SAID),
    answering.AnswerItem: Rule("contribute", _SAID),
    matching.MatchPeople: Rule("steer", _RUNNING),
    bringing.BringForward: Rule("steer", _RUNNING),
    visits.NoteVisit: Rule("detail", _TALK),
    visits.TakeBackVisit: Rule("detail", _SAID),
    behaviours.AddBehaviour: Rule("detail", _TALK),
    behaviours.TakeBackBehaviour: Rule("detail", _SAID),
    adult_views.ViewAdult: Rule("detail", _TALK),
    adult_views.ClearAdultView: Rule("detail", _SAID),
    updates.GiveUpdate: Rule("detail", _TALK),
    updates.ClearUpdate: Rule("detail", _SAID),
    triggers.AnswerTrigger: Rule("finish", _SAID),
    writing_summaries.DraftSummary: Rule("detail", _LIVE),
    writing_summaries.FinishSummary: Rule("detail", _LIVE),
    writing_summaries.DropSummaryDraft: Rule("detail", _LIVE),
    writing_summaries.ClearSummary: Rule("detail", _LIVE),
    progress.NoteProgress: Rule("contribute", _SAID),
    progress.ClearProgress: Rule("contribute", _SAID),
    impact.WriteImpact: Rule("contribute", _SAID),
    impact.ClearImpactVersion: Rule("contribute", _SAID),
    rounds.AskNumbers: Rule("steer", _OPEN),
    placing.SaveNumber: Rule("contribute", _TALK),
    showing.ShowNumbers: Rule("steer", _OPEN),
    showing.HideNumbers: Rule("steer", _DRAFT),
    held_numbers.ReleaseNumber: Rule("steer", _DRAFT),
    agreed.AgreeNumber: Rule("steer", _SAID),
    agency_views.GiveAgencyView: Rule("contribute", _TALK),
    agency_views.ClearAgencyView: Rule("contribute", _SAID),
    decisions.DecideForChild: Rule("finish", _SAID),
    decisions.ClearDecision: Rule("minute", _SAID),
    decisions.DissentFrom: Rule("contribute", _SAID),
    decisions.WithdrawDissent: Rule("contribute", _SAID),
    ratings.SetRating: Rule("finish", _SAID),
    ratings.ShowRating: Rule("finish", _DRAFT),
    ratings.RateDifferently: Rule("contribute", _SAID),
    stages.GoToStage: Rule("steer", _LIVE),
    timer.StartTimer: Rule("steer", _OPEN),
    timer.StopTimer: Rule("steer", _OPEN),
    turns.StartTurns: Rule("steer", _OPEN),
    turns.NextTurn: Rule("steer", _OPEN),
    turns.EndTurns: Rule("steer", _OPEN),
    hands_up.RaiseHand: Rule("contribute", _TALK),
    hands_up.LowerHand: Rule("minute", _TALK),
    pausing.PauseMeeting: Rule(None, _OPEN),
    pausing.ResumeMeeting: Rule("steer", frozenset({"paused"})),
    requests.AskToType: Rule(None, _RUNNING),
    requests.SayLeaving: Rule(None, _RUNNING),
    requests.AnswerRequest: Rule("minute", _RUNNING),
    minute_taking.HandMinutes: Rule("minute", _LIVE),
    controls.NameDeputy: Rule("steer", _LIVE),
    taking_controls.TakeControls: Rule(None, _LIVE),
    screen.ShowOnScreen: Rule("steer", _LIVE),
    ending.OpenMeeting: Rule("steer", frozenset({"prepared"})),
    ending.EndMeeting: Rule("steer", frozenset({"open", "paused"})),
    ending.FinishMeeting: Rule("finish", frozenset({"ended"})),
    addenda.AddAddendum: Rule("minute", frozenset({"finished"})),
}

PREPARING = frozenset(
    {writing_privately.WritePrivately, writing_privately.ChangePrivate, writing_privately.DropPrivate,
     preparing.FinishPreparing, writing_summaries.DraftSummary, writing_summaries.FinishSummary,
     writing_summaries.DropSummaryDraft, writing_summaries.ClearSummary}
)  # fmt: skip
"""What may be asked from the lobby before the meeting: what stays one's own, the word that it is ready, and one's own
summary, which is everyone's once it is finished (decision 0026)."""

_WRONG_STATE = {
    "prepared": sentence("The meeting has not started yet."),
    "open": sentence("The meeting is still going on."),
    "paused": sentence("The meeting is paused."),
    "ended": sentence("The meeting has ended, so nothing new can be added."),
    "finished": sentence("The record is finished and locked. It can only be added to."),
}


def allow(meeting: Meeting, actor: Actor, command: object) -> None:
    """Refuses (`may_not`, `wrong_state`) unless the table lets this attendee do this now."""
    rule = PERMISSIONS.get(type(command))
    if actor.role.screen == "projector":
        # Its address stands in front of the whole room, on a computer that belongs to nobody there.
        raise Refused("may_not", "The big screen only shows.")
    if rule is None or (rule.power is not None and not actor.may(rule.power)):
        raise Refused("may_not", "Your role in this meeting can't do that.")
    if meeting.state not in rule.states:
        raise Refused("wrong_state", _WRONG_STATE[meeting.state])
