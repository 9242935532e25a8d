"""From command to events to board: the registries, and the four functions everything else is a reading of."""

import re
from functools import cache
from typing import Any, Protocol

from . import facts
from .agenda import pause as pausing
from .agenda import reports, stages, timer, turns
from .agenda import stage_notes as minutes
from .asides import asides
from .asides import erase as erasing
from .audiences import To, audience_of
from .board import Change, Event, When, patch_of, snapshot_of
from .core_group import agency_updates as updates
from .core_group import triggers, visits
from .dates import bank_holidays
from .deciding import agency_views, decisions, impact, ratings
from .earlier import brought
from .earlier import desk as earlier
from .earlier import match_people as matching
from .ending import addenda, ending
from .meeting import Meeting
from .numbers import agree_number as agreed
from .numbers import held_numbers, numbers, rounds
from .numbers import save_number as placing
from .numbers import show_numbers as showing
from .people import add_person as people
from .people import attendance, hands_up, lobby, minute_taking, proposals, removals, requests, typists
from .people import big_screen as screen
from .people import chair_controls as controls
from .people import sitting_slots as slots
from .people.actor import Actor, streams_of
from .people.lobby import Device
from .people.persons import Attendee, Person
from .permissions import PERMISSIONS, allow
from .points import actions, items, private_writing, progress, read_back
from .points import answer_link as answering
from .points import finish_preparing as preparing
from .points import hold_points as holding
from .points import move as moving
from .points import private_points as private_items
from .points import release as releasing
from .points import send_back as sending_back
from .points import take_back as taking_back
from .points import views as statements
from .supervision import adult_views, behaviours, own_summaries, summaries
from .supervision import write_summaries as writing_summaries


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
    facts.MeetingPrepared, slots.SlotGiven, slots.FamilyCalled, slots.MeetingMoved, bank_holidays.BankHolidaysKept,
    people.PersonAdded, attendance.AttendeeInvited, lobby.DeviceArrived,
    lobby.DeviceMoved, attendance.AttendanceStated, removals.RemovalExplained,
    items.ItemAdded, items.ItemChanged, moving.ItemMoved, taking_back.ItemTakenBack, releasing.ItemReleased,
    asides.WordsPutAside, asides.WordsCopied, asides.WordsRestored, asides.WordsErased,
    erasing.NumbersSaidAgain, erasing.NumberForgotten,
    statements.AgreementStated, statements.SeenDifferently, statements.ViewTakenBack, statements.WordsConfirmed,
    read_back.WordsReadBack, typists.TypistNamed,
    proposals.TypedForYes, proposals.YesAskedFor, proposals.YesAnswered, reports.ReportNoted, minutes.StageNoted,
    private_items.PrivateItemWritten, private_items.PrivateItemChanged, private_items.PrivateItemDropped,
    private_items.PrivateItemShown, private_items.PrivateItemSentBack, sending_back.HeldItemSentBack,
    private_writing.PrivateWritingStarted, private_writing.PrivateWritingEnded, holding.HoldingStated,
    preparing.PreparationStated,
    actions.ActionAgreed, actions.ActionAccepted, answering.ItemAnswers,
    impact.ImpactWritten, impact.ImpactVersionCleared,
    rounds.NumbersAsked, numbers.NumberSealed, rounds.AnswerNoted, showing.NumbersShown, showing.NumbersHidden,
    numbers.NumberGiven, held_numbers.NumberHeld, held_numbers.HeldNumberReleased, numbers.LowNumberSeen,
    agreed.AgreementFound,
    agency_views.AgencyViewGiven, agency_views.AgencyViewCleared, decisions.DecisionMade, decisions.DecisionCleared,
    decisions.DissentStated, decisions.DissentWithdrawn,
    ratings.RatingSet, ratings.RatedDifferently,
    earlier.EarlierMeetingRead, earlier.EarlierPersonNamed, earlier.EarlierBrought, matching.EarlierPeopleMatched,
    brought.EarlierNumbersShown, brought.EarlierRatingShown, progress.ProgressNoted, progress.ProgressCleared,
    visits.VisitNoted, visits.VisitTakenBack, updates.UpdateGiven, updates.UpdateCleared, triggers.TriggerAnswered,
    behaviours.BehaviourAdded, behaviours.BehaviourTakenBack, adult_views.AdultViewed, adult_views.AdultViewCleared,
    minute_taking.MinutesHanded,
    summaries.SummaryBegun, summaries.SummaryLaidAside, summaries.SummaryFinished, summaries.SummaryCleared,
    own_summaries.OwnSummaryKept, own_summaries.OwnSummaryDropped,
    controls.DeputyNamed, controls.ControlsMoved,
    stages.StageOpened, timer.TimerStarted, timer.TimerStopped, turns.TurnsStarted, turns.TurnTaken, turns.TurnsEnded,
    hands_up.HandRaised, hands_up.HandLowered, pausing.MeetingPaused, pausing.MeetingResumed,
    requests.RequestMade, requests.RequestAnswered, requests.RequestWithdrawn,
    screen.ScreenChosen,
    ending.MeetingOpened, ending.MeetingEnded, ending.ReasonsKept, ending.MeetingFinished, ending.OwnStreamCleared,
    addenda.AddendumAdded,
)  # fmt: skip
EVENTS: dict[str, type] = {wire_name(cls): cls for cls in _EVENTS}

THINGS: dict[str, type] = {
    cls.KIND: cls
    for cls in (
        reports.Report, minutes.StageNote, bank_holidays.BankHolidays,
        facts.MeetingFacts, Person, Attendee, Device, removals.Removal, items.Item, statements.View,
        asides.Aside, asides.KeptAside, asides.AsideCopy,
        rounds.Round, numbers.SealedNumber, numbers.Number, held_numbers.HeldNumber, numbers.LowNumber, agreed.Agreed,
        agency_views.AgencyView, decisions.Decision, decisions.Dissent, controls.Controls,
        ratings.Rating, ratings.RatingView, addenda.Addendum, ending.CheckAnswer, impact.ImpactStatement,
        behaviours.Behaviour, adult_views.AdultView,
        visits.Visit, updates.Update, triggers.TriggerAnswer, minute_taking.MinuteTaking,
        summaries.Summary, own_summaries.OwnSummary,
        typists.Typist, proposals.Proposal, proposals.ProposalSent,
        screen.Screen, earlier.EarlierMeeting, earlier.EarlierPerson, brought.EarlierNumbers, brought.EarlierRating,
        private_items.PrivateItem, private_writing.PrivateWriting, holding.Holding, preparing.Preparation,
        stages.Agenda, timer.Timer, turns.Turns, hands_up.Hand, requests.Request,
    )
}  # fmt: skip


AFTER_YES: frozenset[type] = frozenset(
    {statements.AgreeItem, statements.SeeDifferently, actions.AcceptAction, placing.SaveNumber,
     agency_views.GiveAgencyView, decisions.DissentFrom, ratings.RateDifferently, updates.GiveUpdate, visits.NoteVisit,
     adult_views.ViewAdult, progress.NoteProgress, writing_summaries.FinishSummary}
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
