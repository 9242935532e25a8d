"""What each of us has done: finished words are everyone's and stand in for their writer, unfinished ones nobody's (W5)."""

import json

import pytest

from meeting_server.domain import replay
from meeting_server.domain.audiences import ROOM, own_stream
from meeting_server.domain.board import When
from meeting_server.domain.ending.checks import gaps
from meeting_server.domain.ending.ending import CONFIRMATION, FinishMeeting
from meeting_server.domain.kinds import plain
from meeting_server.domain.people.admission import preparer_of
from meeting_server.domain.refused import Refused
from meeting_server.domain.supervision.own_summaries import OwnSummary
from meeting_server.domain.supervision.summaries import Ready, Summary, disciplines, readiness
from meeting_server.domain.supervision.write_summaries import (
    ClearSummary,
    DraftSummary,
    DropSummaryDraft,
    FinishSummary,
)
from tests.scenes.builders import START, attendee, device, given, person, room
from tests.scenes.points import on_screen
from tests.scenes.supervision import ended, rated, told_when
from tests.scenes.team import EVERYBODY, HALF, WORDS, at_the_door, invited, team


def summary(meeting, who):
    return meeting.room.get(Summary, person(who))


def own(meeting, who):
    return meeting.board(own_stream(attendee(who))).get(OwnSummary, person(who))


def states(meeting):
    return {one.discipline: one.state for one in readiness(meeting)}


def in_the_lobby(meeting, who, *commands):
    """The meeting after somebody who waits at the door asked for these, and the events each led to."""
    said = []
    for command in commands:
        preparer = preparer_of(meeting, attendee(who), device(who))
        assert preparer is not None
        tos = replay.decide(meeting, preparer, command)
        for to in tos:
            when = When(meeting.board(to.stream).n + 1, START, preparer.id)
            meeting, _ = replay.apply(meeting, to.stream, to.event, when)
        said.append(tos)
    return meeting, said


def anywhere(meeting, words):
    """Whether these words stand in any stream at all."""
    things = (thing for board in meeting.boards.values() for kind in board.kinds.values() for thing in kind.values())
    return any(words in json.dumps(plain(thing)) for thing in things)


def over(outcome):
    """The family is rated, somebody is to tell them, and the meeting has ended."""
    return ended(rated(told_when(outcome))).ok()


def test_a_draft_is_known_of_and_its_words_are_its_writers_alone():
    said = given(team()).when("kit", DraftSummary(HALF)).ok()
    assert summary(said.meeting, "kit").state == "draft"
    assert own(said.meeting, "kit").text == HALF
    assert on_screen(said.meeting, "kit", HALF)
    for who in EVERYBODY:
        assert who in ("kit", "orla") or not on_screen(said.meeting, who, HALF)


def test_no_patch_of_a_draft_that_others_hear_has_a_word_of_it_and_going_on_writing_sends_them_none():
    first = given(team()).when("kit", DraftSummary(HALF)).ok()
    more = first.when("kit", DraftSummary(HALF + " go", 1)).ok()
    heard = [json.dumps(patch) for stream, patch in first.patches if stream != own_stream(attendee("kit"))]
    assert heard
    assert not [patch for patch in heard if HALF in patch]
    assert more.streams == [own_stream(attendee("kit"))]


def test_each_saving_clears_the_one_before_from_the_log():
    said = given(team()).when("kit", DraftSummary(HALF)).ok()
    before = own(said.meeting, "kit").sources
    again = said.when("kit", DraftSummary("Another", 1)).ok()
    assert again.said[0].redacts == before
    assert own(again.meeting, "kit").version == 2


def test_a_finished_summary_is_everyones():
    said = given(team()).when("kit", DraftSummary(HALF)).when("kit", FinishSummary(WORDS, 1)).ok()
    found = summary(said.meeting, "kit")
    assert (found.discipline, found.state, found.text, found.recorded_by, found.finished_at) == (
        "social_work", "finished", WORDS, attendee("kit"), said.time,
    )  # fmt: skip
    assert on_screen(said.meeting, "tolly", WORDS)
    assert not on_screen(said.meeting, "kit", HALF)


def test_finished_anew_the_one_before_is_kept():
    said = given(team()).when("kit", FinishSummary("Before.")).when("kit", FinishSummary(WORDS, 1)).ok()
    assert [one.text for one in summary(said.meeting, "kit").earlier] == ["Before."]


def test_a_finished_one_stands_while_its_writer_works_on_another():
    said = given(team()).when("kit", FinishSummary(WORDS)).when("kit", DraftSummary(HALF, 1)).ok()
    found = summary(said.meeting, "kit")
    assert (found.state, found.text, found.again) == ("finished", WORDS, True)
    dropped = said.when("kit", DropSummaryDraft()).ok()
    assert (own(dropped.meeting, "kit").text, own(dropped.meeting, "kit").finished) == (WORDS, True)
    assert not summary(dropped.meeting, "kit").again
    assert not own(dropped.meeting, "kit").typed


def test_a_dropped_draft_goes_for_good_and_nothing_is_left_of_it():
    said = given(team()).when("kit", DraftSummary(HALF)).when("kit", DropSummaryDraft()).ok()
    assert said.said[0].redacts == (1,)
    assert summary(said.meeting, "kit") is None
    assert own(said.meeting, "kit") is None
    assert said.when("kit", DropSummaryDraft()).code == "not_found"


def test_words_of_another_device_are_not_written_over():
    said = given(team()).when("kit", DraftSummary(HALF)).ok()
    late = said.when("kit", DraftSummary("From the phone."))
    assert late.code == "changed"
    assert late.refused.more == {"text": HALF, "version": 1}
    assert said.when("kit", FinishSummary("From the phone.")).code == "changed"


def test_the_minute_taker_types_what_somebody_absent_sent_and_it_stands_with_both_names():
    assert given(team()).when("tolly", FinishSummary(WORDS, person=person("orla"))).code == "source_due"
    said = given(team()).when("tolly", FinishSummary(WORDS, person=person("orla"), source="E-mail of 18 March")).ok()
    found = summary(said.meeting, "orla")
    assert (found.discipline, found.state, found.recorded_by) == ("mental_health", "finished", attendee("tolly"))
    assert (own(said.meeting, "orla").text, own(said.meeting, "orla").typed) == (WORDS, True)


def test_what_is_typed_for_somebody_leaves_what_they_have_in_work_to_them():
    waiting, _ = in_the_lobby(at_the_door(team(opened=False), "orla"), "orla", DraftSummary(HALF))
    said = given(waiting).when("ines", FinishSummary(WORDS, person=person("orla"), source="E-mail")).ok()
    assert own(said.meeting, "orla").text == HALF
    assert (summary(said.meeting, "orla").state, summary(said.meeting, "orla").again) == ("finished", True)


def test_a_colleague_types_no_summary_for_another():
    assert given(team()).when("kit", FinishSummary(WORDS, person=person("orla"))).code == "away"


@pytest.mark.parametrize("who", ["ines", "tolly"])
def test_who_comes_for_no_discipline_has_no_summary(who):
    assert given(team()).when(who, FinishSummary(WORDS)).code == "no_discipline"
    assert given(team()).when("tolly", FinishSummary(WORDS, person=person("marla"))).code == "no_discipline"


def test_a_meeting_whose_template_does_not_ask_takes_none():
    assert given(room()).when("kit", DraftSummary(WORDS)).code == "no_summaries"


def test_words_that_should_not_be_there_go_for_good_from_both_streams():
    said = given(team()).when("kit", FinishSummary("Before.")).when("kit", FinishSummary(WORDS, 1)).ok()
    assert said.when("zephyr", ClearSummary(person("kit"))).code == "not_yours"
    assert said.when("tolly", ClearSummary(person("kit"))).code == "not_yours"
    cleared = said.when("kit", ClearSummary()).ok()
    redacted = {to.stream: to.redacts for to in cleared.said}
    assert len(redacted[ROOM]) == 2
    assert redacted[own_stream(attendee("kit"))]
    assert summary(cleared.meeting, "kit").state == "taken_back"
    assert not on_screen(cleared.meeting, "ines", WORDS)
    assert not on_screen(cleared.meeting, "kit", "Before.")
    assert cleared.when("kit", ClearSummary()).code == "not_found"
    assert states(cleared.meeting)["social_work"] == "not_begun"


def test_after_taking_words_back_another_summary_can_be_begun_dropped_and_finished():
    said = given(team()).when("kit", FinishSummary(WORDS)).when("kit", ClearSummary()).when("kit", DraftSummary(HALF))
    assert summary(said.ok().meeting, "kit").state == "draft"
    assert summary(said.when("kit", DropSummaryDraft()).ok().meeting, "kit").state == "taken_back"
    assert summary(said.when("kit", FinishSummary("New.", 1)).ok().meeting, "kit").text == "New."


def test_taking_words_back_leaves_what_is_in_work_to_its_writer():
    said = given(team()).when("kit", FinishSummary(WORDS)).when("kit", DraftSummary(HALF, 1)).ok()
    cleared = said.when("kit", ClearSummary()).ok()
    assert own(cleared.meeting, "kit").text == HALF
    assert summary(cleared.meeting, "kit").state == "draft"


@pytest.mark.parametrize("apologies", [False, True])
def test_whoever_will_not_be_there_finishes_in_the_waiting_room(apologies):
    waiting = at_the_door(team(opened=False), "orla", apologies=apologies)
    after, said = in_the_lobby(waiting, "orla", DraftSummary(HALF), FinishSummary(WORDS, 1))
    found = summary(after, "orla")
    assert (found.state, found.text, found.waiting_room) == ("finished", WORDS, True)
    assert own(after, "orla").text == WORDS
    assert all(tos[0].stream == own_stream(attendee("orla")) for tos in said), (
        "the number of everyone's stream is not told"
    )


def test_in_the_waiting_room_nobody_reaches_anothers_summary():
    finished = given(team(opened=False)).when("kit", FinishSummary(WORDS)).ok().meeting
    waiting = at_the_door(finished, "orla")
    preparer = preparer_of(waiting, attendee("orla"), device("orla"))
    assert WORDS not in json.dumps(plain(replay.boards(waiting, preparer)))
    for command in (ClearSummary(person("kit")), FinishSummary("Not theirs.", person=person("kit"))):
        with pytest.raises(Refused):
            replay.decide(waiting, preparer, command)


def test_who_sent_apologies_and_comes_for_no_discipline_prepares_nothing():
    waiting = at_the_door(invited(), "tolly", apologies=True)
    assert preparer_of(waiting, attendee("tolly"), device("tolly")) is None


def test_readiness_goes_by_discipline_in_the_templates_order_and_leaves_out_where_nobody_was_invited():
    said = given(team()).when("kit", FinishSummary(WORDS)).when("morrow", DraftSummary(HALF)).ok()
    assert list(states(said.meeting).items()) == [
        ("social_work", "finished"), ("victim_work", "not_begun"), ("perpetrator_work", "draft"),
        ("mental_health", "not_begun"), ("substances", "not_begun"),
    ]  # fmt: skip
    assert disciplines(said.meeting) == 5
    assert readiness(said.meeting)[0] == Ready("social_work", "Social work", "finished", (person("kit"),))


def test_of_several_in_one_discipline_the_least_ready_counts():
    said = given(team()).when("emlyn", FinishSummary(WORDS)).ok()
    found = next(one for one in readiness(said.meeting) if one.discipline == "substances")
    assert (found.state, found.people) == ("not_begun", (person("emlyn"), person("wren")))
    drafted = said.when("wren", DraftSummary(HALF)).ok()
    assert states(drafted.meeting)["substances"] == "draft"
    assert states(drafted.when("wren", FinishSummary(WORDS, 1)).ok().meeting)["substances"] == "finished"


def test_a_meeting_whose_template_does_not_ask_has_no_readiness():
    assert (readiness(room()), disciplines(room())) == ((), 0)


def test_whoever_was_invited_and_has_no_finished_summary_is_missed_at_the_end_and_does_not_hold_it_up():
    said = given(team()).when("kit", FinishSummary(WORDS)).when("morrow", DraftSummary(HALF)).ok()
    (gap,) = [one for one in gaps(said.meeting) if one.check == "summaries_missing"]
    assert set(gap.things) == {attendee(who) for who in ("zephyr", "morrow", "orla", "emlyn", "wren")}
    assert over(said).meeting.state == "ended"


def test_each_corrects_their_own_in_the_draft_and_not_once_the_record_is_locked():
    said = over(given(team()).when("kit", DraftSummary(HALF)))
    said = said.when("kit", FinishSummary(WORDS, 1)).ok()
    locked = said.when("ines", FinishMeeting(CONFIRMATION)).ok()
    assert own(locked.meeting, "kit") is None
    assert summary(locked.meeting, "kit").text == WORDS
    assert locked.when("ines", FinishSummary("Late.", person=person("kit"))).code == "wrong_state"


def test_nothing_of_a_draft_is_left_anywhere_once_the_record_is_locked():
    said = over(given(team()).when("kit", DraftSummary(HALF)))
    locked = said.when("ines", FinishMeeting(CONFIRMATION)).ok()
    (cleared,) = [to for to in locked.said if to.stream == own_stream(attendee("kit"))]
    assert set(cleared.redacts) == set(range(1, said.meeting.board(cleared.stream).n + 1))
    assert anywhere(said.meeting, HALF)
    assert not anywhere(locked.meeting, HALF)
