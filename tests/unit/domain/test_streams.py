"""Which streams may hold which events: no command strays from the table written by hand (`by_hand.py`)."""

from hypothesis import given as for_any
from hypothesis import settings

from meeting_server.domain import replay
from meeting_server.domain.asides.whose_words import words_of
from meeting_server.domain.audiences import audience_of, own_stream
from meeting_server.domain.board import Board
from tests.scenes.builders import attendee, given
from tests.scenes.made_up_runs import furnished, runs
from tests.unit.domain.by_hand import MAY_STAND_IN
from tests.unit.domain.test_patches_equal_snapshots import ENDING


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
