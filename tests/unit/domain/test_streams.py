"""Which streams may hold which events: a table written out by hand, and no command strays from it."""

from hypothesis import given as for_any
from hypothesis import settings

from meeting_server.domain import replay
from meeting_server.domain.asides.whose_words import words_of
from meeting_server.domain.audiences import audience_of, own_stream
from meeting_server.domain.board import Board
from tests.scenes.builders import attendee, given
from tests.scenes.made_up_runs import furnished, runs
from tests.unit.domain.test_patches_equal_snapshots import ENDING

ROOM, PRIVATE = {"everyone"}, {"own"}
DESK, ANYWHERE = {"chairs_desk"}, {"everyone", "professionals", "chairs_desk", "own"}
MAY_STAND_IN = {
    "meeting_prepared": ROOM, "slot_given": ROOM, "family_called": ROOM, "meeting_moved": ROOM,
    "bank_holidays_kept": ROOM, "person_added": ROOM, "attendee_invited": ROOM, "attendance_stated": ROOM,
    "device_arrived": DESK, "device_moved": DESK, "removal_explained": DESK,
    "item_added": ANYWHERE, "item_changed": ANYWHERE, "item_moved": ANYWHERE, "item_taken_back": ANYWHERE,
    "item_released": DESK | PRIVATE,
    "words_put_aside": ANYWHERE, "words_copied": DESK | PRIVATE, "words_restored": ANYWHERE, "words_erased": ANYWHERE,
    "numbers_said_again": ROOM, "number_forgotten": DESK | PRIVATE,
    "private_item_written": PRIVATE, "private_item_changed": PRIVATE, "private_item_dropped": PRIVATE,
    "private_item_shown": PRIVATE, "private_item_sent_back": PRIVATE, "held_item_sent_back": DESK,
    "private_writing_started": ROOM, "private_writing_ended": ROOM, "holding_stated": ROOM,
    "preparation_stated": DESK | PRIVATE,
    "agreement_stated": ANYWHERE, "seen_differently": ANYWHERE, "view_taken_back": ANYWHERE, "words_confirmed": ANYWHERE,
    "action_agreed": ANYWHERE, "action_accepted": ANYWHERE, "item_answers": ANYWHERE,
    "impact_written": ROOM, "impact_version_cleared": ROOM,
    "numbers_asked": ROOM, "answer_noted": ROOM, "numbers_shown": ROOM, "numbers_hidden": ROOM, "number_given": ROOM,
    "agreement_found": ROOM, "number_sealed": PRIVATE,
    "number_held": DESK, "held_number_released": DESK, "low_number_seen": DESK,
    "screen_chosen": ROOM,
    "rating_set": ROOM | DESK, "rated_differently": ROOM,
    "meeting_opened": ROOM, "meeting_ended": ROOM, "meeting_finished": ROOM, "addendum_added": ROOM,
    "stage_opened": ROOM, "timer_started": ROOM, "timer_stopped": ROOM,
    "turns_started": ROOM, "turn_taken": ROOM, "turns_ended": ROOM, "hand_raised": ROOM, "hand_lowered": ROOM,
    "meeting_paused": ROOM, "meeting_resumed": ROOM,
    "request_made": DESK | PRIVATE, "request_answered": DESK | PRIVATE, "request_withdrawn": DESK | PRIVATE,
    "typist_named": ROOM, "typed_for_yes": PRIVATE, "yes_asked_for": PRIVATE, "yes_answered": PRIVATE,
    "words_read_back": ANYWHERE, "report_noted": ROOM, "stage_noted": ROOM,
    "agency_view_given": ROOM, "agency_view_cleared": ROOM, "decision_cleared": ROOM,
    "decision_made": ROOM, "dissent_stated": ROOM, "dissent_withdrawn": ROOM,
    "earlier_meeting_read": DESK, "earlier_person_named": DESK, "earlier_brought": DESK, "earlier_people_matched": DESK,
    "earlier_numbers_shown": ROOM, "earlier_rating_shown": ROOM, "progress_noted": ANYWHERE, "progress_cleared": ANYWHERE,
    "visit_noted": ROOM, "visit_taken_back": ROOM, "update_given": ROOM, "update_cleared": ROOM,
    "behaviour_added": ROOM, "behaviour_taken_back": ROOM, "adult_viewed": ROOM, "adult_view_cleared": ROOM,
    "trigger_answered": ROOM, "minutes_handed": ROOM,
    "summary_begun": ROOM, "summary_laid_aside": ROOM, "summary_finished": ROOM, "summary_cleared": ROOM,
    "own_summary_kept": PRIVATE, "own_summary_dropped": PRIVATE,
    "deputy_named": ROOM, "controls_moved": ROOM,
    "reasons_kept": DESK, "own_stream_cleared": PRIVATE,
}  # fmt: skip


def test_every_event_stands_in_the_table():
    assert set(MAY_STAND_IN) == set(replay.EVENTS)


@for_any(run=runs)
@settings(max_examples=50, deadline=None)
def test_no_command_says_anything_in_a_stream_that_is_not_for_it(run):
    outcome = given(furnished())
    for who, command in [*run, *ENDING]:
        outcome = outcome.when(who, command)
        for to in outcome.said:
            name = replay.wire_name(type(to.event))
            assert audience_of(to.stream) in MAY_STAND_IN[name], f"{command} said {name} to {to.stream}"
            private = to.stream.startswith("own:") and name == "number_sealed"
            assert not private or to.stream == own_stream(attendee(who)), "a number sealed for somebody else's eyes"
            if name == "words_put_aside":
                words = words_of(command.kind, getattr(to.event.left, command.kind))
                assert not words, "words that were put aside are said once more"
            if name == "rating_set":
                assert to.event.shown or to.stream == "chairs_desk", "a rating left the desk before it was shown"
            if name == "item_added":
                assert not to.event.held or to.stream != "everyone", "held words reached the room"
            if name == "own_summary_kept" and not to.event.finished:
                assert to.stream == own_stream(attendee(who)), "an unfinished summary before somebody else's eyes"
            if name == "private_item_written":
                assert to.stream == own_stream(attendee(who)), "a private point written for somebody else's eyes"


@for_any(run=runs)
@settings(max_examples=25, deadline=None)
def test_every_kind_of_thing_stands_only_where_the_wire_page_says(run):
    outcome = given(furnished())
    for who, command in [*run, *ENDING]:
        outcome = outcome.when(who, command)
    for stream, board in outcome.meeting.boards.items():
        assert isinstance(board, Board)
        for kind, things in board.kinds.items():
            assert not len(things) or audience_of(stream) in replay.STANDS_IN[kind], f"{kind} in {stream}"
