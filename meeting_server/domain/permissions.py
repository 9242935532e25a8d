"""Who may do what, when: a table. Every command stands here, or it is refused; the registry test holds that."""

from typing import NamedTuple

from .agenda import pause, reports, stage_notes, stages, timer, turns
from .asides import put_aside
from .core_group import agency_updates, triggers, visits
from .deciding import agency_views, decisions, impact, ratings
from .earlier import bring_forward, match_people
from .ending import addenda, ending
from .meeting import Meeting
from .numbers import agree_number, held_numbers, rounds, save_number, show_numbers
from .people import (
    add_person,
    big_screen,
    chair_controls,
    hands_up,
    leave,
    lobby,
    minute_taking,
    proposals,
    requests,
    state_attendance,
    take_controls,
    typists,
)
from .people.actor import Actor
from .points import (
    actions,
    answer_link,
    finish_preparing,
    hold_points,
    items,
    move,
    private_writing,
    progress,
    read_back,
    release,
    send_back,
    show_private,
    take_back,
    views,
    write_privately,
)
from .refused import Refused, sentence
from .supervision import adult_views, behaviours, write_summaries
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
    leave.RemoveAttendee: Rule("steer", _ALWAYS),
    leave.Leave: Rule(None, _ALWAYS),
    state_attendance.StateAttendance: Rule("minute", _LIVE),
    reports.NoteReport: Rule("minute", _LIVE),
    add_person.AddPerson: Rule("type_for", _DRAFT | _RUNNING),
    items.AddItem: Rule("contribute", _TALK),
    items.ChangeItem: Rule("contribute", _SAID),
    move.MoveItem: Rule("contribute", _SAID),
    take_back.TakeBackItem: Rule("contribute", _SAID),
    put_aside.PutAside: Rule("minute", _LIVE),
    put_aside.Restore: Rule("steer", _LIVE),
    put_aside.Erase: Rule("steer", _LIVE),
    release.ReleaseItem: Rule("steer", _DRAFT),
    views.AgreeItem: Rule("contribute", _SAID),
    views.SeeDifferently: Rule("contribute", _SAID),
    views.TakeBackView: Rule("contribute", _SAID),
    views.ConfirmWords: Rule(None, _SAID),
    read_back.ReadBack: Rule("contribute", _SAID),
    proposals.AnswerProposal: Rule(None, _SAID),
    typists.NameTypist: Rule(None, _LIVE),
    stage_notes.NoteStage: Rule("minute", _SAID),
    write_privately.WritePrivately: Rule("contribute", _RUNNING),
    write_privately.ChangePrivate: Rule("contribute", _RUNNING),
    write_privately.DropPrivate: Rule("contribute", _LIVE),
    show_private.ShowPrivate: Rule("contribute", _OPEN),
    finish_preparing.FinishPreparing: Rule("contribute", frozenset({"prepared"})),
    private_writing.StartPrivateWriting: Rule("steer", _OPEN),
    show_private.ShowPrivateWriting: Rule("steer", _TALK),
    private_writing.CancelPrivateWriting: Rule("steer", _TALK),
    hold_points.HoldPoints: Rule("steer", _TALK),
    send_back.SendBackItem: Rule("steer", _TALK),
    actions.SetAction: Rule("contribute", _SAID),
    actions.AcceptAction: Rule(None, _SAID),
    answer_link.AnswerItem: Rule("contribute", _SAID),
    match_people.MatchPeople: Rule("steer", _RUNNING),
    bring_forward.BringForward: Rule("steer", _RUNNING),
    visits.NoteVisit: Rule("detail", _TALK),
    visits.TakeBackVisit: Rule("detail", _SAID),
    behaviours.AddBehaviour: Rule("detail", _TALK),
    behaviours.TakeBackBehaviour: Rule("detail", _SAID),
    adult_views.ViewAdult: Rule("detail", _TALK),
    adult_views.ClearAdultView: Rule("detail", _SAID),
    agency_updates.GiveUpdate: Rule("detail", _TALK),
    agency_updates.ClearUpdate: Rule("detail", _SAID),
    triggers.AnswerTrigger: Rule("finish", _SAID),
    write_summaries.DraftSummary: Rule("detail", _LIVE),
    write_summaries.FinishSummary: Rule("detail", _LIVE),
    write_summaries.DropSummaryDraft: Rule("detail", _LIVE),
    write_summaries.ClearSummary: Rule("detail", _LIVE),
    progress.NoteProgress: Rule("contribute", _SAID),
    progress.ClearProgress: Rule("contribute", _SAID),
    impact.WriteImpact: Rule("contribute", _SAID),
    impact.ClearImpactVersion: Rule("contribute", _SAID),
    rounds.AskNumbers: Rule("steer", _OPEN),
    save_number.SaveNumber: Rule("contribute", _TALK),
    show_numbers.ShowNumbers: Rule("steer", _OPEN),
    show_numbers.HideNumbers: Rule("steer", _DRAFT),
    held_numbers.ReleaseNumber: Rule("steer", _DRAFT),
    agree_number.AgreeNumber: Rule("steer", _SAID),
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
    pause.PauseMeeting: Rule(None, _OPEN),
    pause.ResumeMeeting: Rule("steer", frozenset({"paused"})),
    requests.AskToType: Rule(None, _RUNNING),
    requests.SayLeaving: Rule(None, _RUNNING),
    requests.AnswerRequest: Rule("minute", _RUNNING),
    minute_taking.HandMinutes: Rule("minute", _LIVE),
    chair_controls.NameDeputy: Rule("steer", _LIVE),
    take_controls.TakeControls: Rule(None, _LIVE),
    big_screen.ShowOnScreen: Rule("steer", _LIVE),
    ending.OpenMeeting: Rule("steer", frozenset({"prepared"})),
    ending.EndMeeting: Rule("steer", frozenset({"open", "paused"})),
    ending.FinishMeeting: Rule("finish", frozenset({"ended"})),
    addenda.AddAddendum: Rule("minute", frozenset({"finished"})),
}

PREPARING = frozenset(
    {write_privately.WritePrivately, write_privately.ChangePrivate, write_privately.DropPrivate,
     finish_preparing.FinishPreparing, write_summaries.DraftSummary, write_summaries.FinishSummary,
     write_summaries.DropSummaryDraft, write_summaries.ClearSummary}
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
