"""From command to events to board: the registries, and the four functions everything else is a reading of."""

import re
from functools import cache
from typing import Any, Protocol

from . import facts
from .agenda import pause, reports, stage_notes, stages, timer, turns
from .asides import asides, erase
from .audiences import To, audience_of
from .board import Change, Event, When, patch_of, snapshot_of
from .core_group import agency_updates, triggers, visits
from .dates import bank_holidays
from .deciding import agency_views, decisions, impact, ratings
from .earlier import brought, desk, match_people
from .ending import addenda, ending
from .meeting import Meeting
from .numbers import agree_number, held_numbers, numbers, rounds, save_number, show_numbers
from .people import (
    add_person,
    attendance,
    big_screen,
    chair_controls,
    hands_up,
    lobby,
    minute_taking,
    proposals,
    removals,
    requests,
    sitting_slots,
    typists,
)
from .people.actor import Actor, streams_of
from .people.lobby import Device
from .people.persons import Attendee, Person
from .permissions import PERMISSIONS, allow
from .points import (
    actions,
    answer_link,
    finish_preparing,
    hold_points,
    items,
    move,
    private_points,
    private_writing,
    progress,
    read_back,
    release,
    send_back,
    take_back,
    views,
)
from .supervision import adult_views, behaviours, own_summaries, summaries, write_summaries


class Command(Protocol):
    """What is asked for: a frozen dataclass whose `decide` holds its rule."""

    def decide(self, meeting: Meeting, actor: Actor) -> list[To]:
        """The events it leads to, each addressed to a stream; or Refused."""
        ...


@cache
def wire_name(cls: type) -> str:
    """The name on the wire and in the log: AddItem is `add_item`."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", cls.__name__).lower()


COMMANDS: dict[str, type] = {wire_name(cls): cls for cls in PERMISSIONS}

_EVENTS: tuple[type, ...] = (
    facts.MeetingPrepared, sitting_slots.SlotGiven, sitting_slots.FamilyCalled, sitting_slots.MeetingMoved,
    bank_holidays.BankHolidaysKept,
    add_person.PersonAdded, attendance.AttendeeInvited, lobby.DeviceArrived,
    lobby.DeviceMoved, attendance.AttendanceStated, removals.RemovalExplained,
    items.ItemAdded, items.ItemChanged, move.ItemMoved, take_back.ItemTakenBack, release.ItemReleased,
    asides.WordsPutAside, asides.WordsCopied, asides.WordsRestored, asides.WordsErased,
    erase.NumbersSaidAgain, erase.NumberForgotten,
    views.AgreementStated, views.SeenDifferently, views.ViewTakenBack, views.WordsConfirmed,
    read_back.WordsReadBack, typists.TypistNamed,
    proposals.TypedForYes, proposals.YesAskedFor, proposals.YesAnswered, reports.ReportNoted, stage_notes.StageNoted,
    private_points.PrivateItemWritten, private_points.PrivateItemChanged, private_points.PrivateItemDropped,
    private_points.PrivateItemShown, private_points.PrivateItemSentBack, send_back.HeldItemSentBack,
    private_writing.PrivateWritingStarted, private_writing.PrivateWritingEnded, hold_points.HoldingStated,
    finish_preparing.PreparationStated,
    actions.ActionAgreed, actions.ActionAccepted, answer_link.ItemAnswers,
    impact.ImpactWritten, impact.ImpactVersionCleared,
    rounds.NumbersAsked, numbers.NumberSealed, rounds.AnswerNoted, show_numbers.NumbersShown,
    show_numbers.NumbersHidden,
    numbers.NumberGiven, held_numbers.NumberHeld, held_numbers.HeldNumberReleased, numbers.LowNumberSeen,
    agree_number.AgreementFound,
    agency_views.AgencyViewGiven, agency_views.AgencyViewCleared, decisions.DecisionMade, decisions.DecisionCleared,
    decisions.DissentStated, decisions.DissentWithdrawn,
    ratings.RatingSet, ratings.RatedDifferently,
    desk.EarlierMeetingRead, desk.EarlierPersonNamed, desk.EarlierBrought, match_people.EarlierPeopleMatched,
    brought.EarlierNumbersShown, brought.EarlierRatingShown, progress.ProgressNoted, progress.ProgressCleared,
    visits.VisitNoted, visits.VisitTakenBack, agency_updates.UpdateGiven, agency_updates.UpdateCleared,
    triggers.TriggerAnswered,
    behaviours.BehaviourAdded, behaviours.BehaviourTakenBack, adult_views.AdultViewed, adult_views.AdultViewCleared,
    minute_taking.MinutesHanded,
    summaries.SummaryBegun, summaries.SummaryLaidAside, summaries.SummaryFinished, summaries.SummaryCleared,
    own_summaries.OwnSummaryKept, own_summaries.OwnSummaryDropped,
    chair_controls.DeputyNamed, chair_controls.ControlsMoved,
    stages.StageOpened, timer.TimerStarted, timer.TimerStopped, turns.TurnsStarted, turns.TurnTaken, turns.TurnsEnded,
    hands_up.HandRaised, hands_up.HandLowered, pause.MeetingPaused, pause.MeetingResumed,
    requests.RequestMade, requests.RequestAnswered, requests.RequestWithdrawn,
    big_screen.ScreenChosen,
    ending.MeetingOpened, ending.MeetingEnded, ending.ReasonsKept, ending.MeetingFinished, ending.OwnStreamCleared,
    addenda.AddendumAdded,
)  # fmt: skip
EVENTS: dict[str, type] = {wire_name(cls): cls for cls in _EVENTS}

THINGS: dict[str, type] = {
    cls.KIND: cls
    for cls in (
        reports.Report, stage_notes.StageNote, bank_holidays.BankHolidays,
        facts.MeetingFacts, Person, Attendee, Device, removals.Removal, items.Item, views.View,
        asides.Aside, asides.KeptAside, asides.AsideCopy,
        rounds.Round, numbers.SealedNumber, numbers.Number, held_numbers.HeldNumber, numbers.LowNumber,
        agree_number.Agreed,
        agency_views.AgencyView, decisions.Decision, decisions.Dissent, chair_controls.Controls,
        ratings.Rating, ratings.RatingView, addenda.Addendum, ending.CheckAnswer, impact.ImpactStatement,
        behaviours.Behaviour, adult_views.AdultView,
        visits.Visit, agency_updates.Update, triggers.TriggerAnswer, minute_taking.MinuteTaking,
        summaries.Summary, own_summaries.OwnSummary,
        typists.Typist, proposals.Proposal, proposals.ProposalSent,
        big_screen.Screen, desk.EarlierMeeting, desk.EarlierPerson, brought.EarlierNumbers, brought.EarlierRating,
        private_points.PrivateItem, private_writing.PrivateWriting, hold_points.Holding, finish_preparing.Preparation,
        stages.Agenda, timer.Timer, turns.Turns, hands_up.Hand, requests.Request,
    )
}  # fmt: skip


AFTER_YES: frozenset[type] = frozenset(
    {views.AgreeItem, views.SeeDifferently, actions.AcceptAction, save_number.SaveNumber,
     agency_views.GiveAgencyView, decisions.DissentFrom, ratings.RateDifferently, agency_updates.GiveUpdate,
     visits.NoteVisit,
     adult_views.ViewAdult, progress.NoteProgress, write_summaries.FinishSummary}
)  # fmt: skip
"""Positions: typed for somebody who asked for it, they count once that person has said yes."""


def decide(meeting: Meeting, actor: Actor, command: Command) -> list[To]:
    """The events this command leads to now, asked by this attendee. Refused where the table or the rule says no."""
    allow(meeting, actor, command)
    said = command.decide(meeting, actor)
    if isinstance(command, proposals.AnswerProposal):
        return [*said, *_accepted(meeting, actor, command)]
    if type(command) not in AFTER_YES:
        return said
    return proposals.instead(meeting, actor, wire_name(type(command)), command, said)


def _accepted(meeting: Meeting, actor: Actor, answer: proposals.AnswerProposal) -> list[To]:
    """What a yes leads to: the command as it was typed, asked now by the person themselves."""
    if not answer.right:
        return []
    person, command = proposals.accepted(meeting, actor, answer, COMMANDS)
    return decide(meeting, person, command)


def apply(meeting: Meeting, stream: str, event: Event, when: When) -> tuple[Meeting, dict[str, Any]]:
    """The meeting after an event, and the patch that tells that stream's audience."""
    after, changed = meeting.after(stream, event, when)
    return after, patch(stream, when, changed)


def patch(stream: str, when: When, changed: list[Change]) -> dict[str, Any]:
    """How a board changed, as its audience may hear it."""
    return patch_of(audience_of(stream), when.n, changed)


def boards(meeting: Meeting, actor: Actor) -> dict[str, Any]:
    """Every board this attendee holds, whole: audience -> what `snapshot_of` says."""
    return {audience_of(stream): snapshot_of(meeting.board(stream)) for stream in streams_of(meeting, actor)}
