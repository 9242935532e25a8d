"""Private points and private writing: nobody but the writer hears of them in any byte until they are shown."""

import pytest

from meeting_server.domain.audiences import DESK, ROOM, own_stream
from meeting_server.domain.ending.ending import EndMeeting, FinishMeeting, Reason
from meeting_server.domain.people.leave import Leave, RemoveAttendee
from meeting_server.domain.points.hold_points import HoldPoints
from meeting_server.domain.points.items import Item
from meeting_server.domain.points.private_points import PrivateItem
from meeting_server.domain.points.private_writing import CancelPrivateWriting, PrivateWriting, StartPrivateWriting
from meeting_server.domain.points.release import ReleaseItem
from meeting_server.domain.points.show_private import ShowPrivate, ShowPrivateWriting
from meeting_server.domain.points.take_back import TakeBackItem
from meeting_server.domain.points.write_privately import ChangePrivate, DropPrivate, WritePrivately
from tests.scenes.builders import attendee, given, let_in, new, person, room
from tests.scenes.points import boards, childs_words, item, on_screen, point, with_juniper

TEXT = "I was frightened that night."
MINE, ROUND = new("mine"), new("round:apart")
OTHERS = ["ines", "tolly", "kit", "saffron", "tamsin", "odile", "caspian", "ivo", "nell", "fenno", "juno"]


def private(name="mine", text=TEXT, column="worries", **more):
    return WritePrivately(new(name), column, text, **more)


def own_point(meeting, who, id=MINE):
    """The private point with this id, or None."""
    return meeting.board(own_stream(attendee(who))).get(PrivateItem, id)


def apart(column=None):
    """A room in which the chair has started private writing."""
    return given(room()).when("ines", StartPrivateWriting(ROUND, column)).ok()


def redacted(outcome, stream):
    """The numbers of that stream's events whose text has just gone."""
    return {n for to in outcome.said if to.stream == stream for n in to.redacts}


@pytest.mark.parametrize("who", OTHERS)
def test_a_private_point_changes_nobody_elses_board_whatever_its_writer_does(who):
    outcome = given(room())
    before = boards(outcome.meeting, who)
    for command in (private(), ChangePrivate(MINE, 1, "Other words."), private("second"), DropPrivate(MINE)):
        outcome = outcome.when("marla", command).ok()
        assert outcome.streams == [own_stream(attendee("marla"))]
        assert boards(outcome.meeting, who) == before


def test_a_private_point_says_all_that_the_shown_one_will_say():
    more = {"category": "harm", "children": (person("pip"),), "speaker": person("ivo"), "basis": "seen",
            "source": "register", "when": "on Monday", "exact": True, "lang": "pl"}  # fmt: skip
    start = given(room()).when("kit", private(**more)).ok()
    shown = start.when("kit", ShowPrivate(MINE, new("shown"))).ok()
    assert shown.streams[0] == ROOM
    one, direct = item(shown.meeting, new("shown")), given(room()).when("kit", point("mine", TEXT, **more)).ok()
    same = item(direct.meeting, MINE)
    for name in ("text", "column", "category", "children", "speaker", "recorded_by", "basis", "source", "when",
                 "exact", "lang", "confirmed"):  # fmt: skip
        assert getattr(one, name) == getattr(same, name)
    assert one.confirmed == "waiting"
    assert one.at == shown.time


def test_a_point_shown_is_private_no_more_and_no_second_copy_of_its_text_is_left():
    start = given(room()).when("marla", private()).when("marla", ChangePrivate(MINE, 1, "In better words.")).ok()
    shown = start.when("marla", ShowPrivate(MINE, MINE)).ok()
    assert own_point(shown.meeting, "marla") is None
    assert redacted(shown, own_stream(attendee("marla"))) == {1, 2}
    assert item(shown.meeting, MINE).text == "In better words."


def test_a_dropped_point_is_gone_with_every_event_that_held_its_text():
    start = given(room()).when("marla", private()).when("marla", ChangePrivate(MINE, 1, "In better words.")).ok()
    dropped = start.when("marla", DropPrivate(MINE)).ok()
    assert redacted(dropped, own_stream(attendee("marla"))) == {1, 2}
    assert own_point(dropped.meeting, "marla") is None
    assert dropped.when("marla", ShowPrivate(MINE, MINE)).code == "not_found"


@pytest.mark.parametrize("command", [ChangePrivate(MINE, 1, "x"), DropPrivate(MINE), ShowPrivate(MINE, new("shown"))])
@pytest.mark.parametrize("who", ["ines", "tolly", "odile"])
def test_for_everybody_else_a_private_point_does_not_exist(who, command):
    start = given(room()).when("marla", private()).ok()
    assert start.when(who, command).code == "not_found"


def test_one_writer_on_two_devices_is_told_when_the_text_is_another_by_now():
    start = given(room()).when("marla", private()).when("marla", ChangePrivate(MINE, 1, "First in.")).ok()
    late = start.when("marla", ChangePrivate(MINE, 1, "Second in."))
    assert late.code == "changed"
    assert late.refused.more == {"text": "First in.", "version": 2}


def test_who_changes_what_was_shown_meanwhile_is_told_so():
    shown = given(room()).when("marla", private()).when("marla", ShowPrivate(MINE, MINE)).ok()
    for command in (ChangePrivate(MINE, 1, "x"), DropPrivate(MINE), ShowPrivate(MINE, MINE)):
        assert shown.when("marla", command).code == "shown"


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"column": "elsewhere"}, "unknown_column"),
        ({"category": "safety"}, "unknown_category"),
        ({"children": (new("nobody"),)}, "unknown_child"),
        ({"speaker": new("nobody")}, "not_found"),
        ({"speaker": person("pip")}, "how_obtained"),
        ({"answers": new("nothing")}, "not_found"),
        ({"lang": "tlh"}, "unknown_language"),
    ],
)
def test_a_private_point_must_be_one_that_could_be_shown(more, code):
    assert given(room()).when("kit", private(**more)).code == code


def test_family_types_its_own_words_in_private_too():
    assert given(room()).when("marla", private(speaker=person("odile"))).code == "may_not_type_for"
    assert given(room()).when("marla", private(basis="seen")).code == "may_not_detail"


def test_an_id_is_used_once_whether_private_or_not():
    start = given(room()).when("marla", private()).ok()
    for command in (private(), point("mine")):
        assert start.when("kit", command).code == "id_taken"
    assert start.when("kit", point()).when("kit", private("point")).code == "id_taken"
    both = start.when("kit", point()).ok()
    assert both.when("marla", ShowPrivate(MINE, new("point"))).code == "id_taken"
    held = start.when("tamsin", childs_words()).ok()
    assert held.when("ines", ReleaseItem(new("words"), MINE)).code == "id_taken"


def test_a_childs_words_written_in_private_go_by_the_chairs_desk_when_they_are_shown():
    words = private(speaker=person("pip"), obtained="talk", children=(person("pip"),))
    shown = given(room()).when("tamsin", words).when("tamsin", ShowPrivate(MINE, new("shown"))).ok()
    assert set(shown.streams) == {own_stream(attendee("tamsin")), DESK}
    assert item(shown.meeting, new("shown"), DESK).held
    assert not on_screen(shown.meeting, "marla", TEXT)


def test_an_answer_to_a_point_that_was_taken_back_meanwhile_answers_nothing():
    start = given(room()).when("kit", point(category="danger")).ok()
    start = start.when("kit", private(column="next", category="goal", answers=new("point"))).ok()
    standing = start.when("kit", ShowPrivate(MINE, MINE)).ok()
    assert item(standing.meeting, MINE).answers == new("point")
    gone = start.when("kit", TakeBackItem(new("point"))).when("kit", ShowPrivate(MINE, MINE)).ok()
    assert item(gone.meeting, MINE).answers is None


def test_everyone_hears_that_private_writing_is_on_and_that_it_is_over():
    start = apart("worries")
    now = start.meeting.room.get(PrivateWriting, "private_writing")
    assert (now.round, now.column, now.running, now.since) == (ROUND, "worries", True, start.time)
    over = start.when("ines", CancelPrivateWriting()).ok()
    assert not over.meeting.room.get(PrivateWriting, "private_writing").running
    assert over.streams == [ROOM]


def test_a_point_on_its_way_when_private_writing_begins_is_seen_by_its_writer_alone():
    added = apart().when("marla", point("mine", TEXT)).ok()
    assert added.streams == [own_stream(attendee("marla"))]
    assert own_point(added.meeting, "marla").apart == ROUND
    for who in OTHERS:
        assert not on_screen(added.meeting, who, TEXT)
        assert not on_screen(added.meeting, who, MINE)


def test_private_writing_in_one_column_leaves_the_others_open():
    start = apart("worries")
    assert start.when("marla", point(column="well")).ok().streams == [ROOM]
    assert start.when("ines", point()).ok().streams == [own_stream(attendee("ines"))]


def test_all_the_points_appear_together_each_with_its_writer_in_the_order_of_their_ids():
    start = apart()
    for who, name in (("marla", "a"), ("kit", "b"), ("tolly", "c"), ("marla", "d")):
        start = start.when(who, point(name, f"Words of {who} {name}.")).ok()
    shown = start.when("ines", ShowPrivateWriting()).ok()
    room_now = sorted(shown.meeting.room.each(Item), key=lambda one: one.order)
    assert [one.id for one in room_now] == sorted(new(name) for name in "abcd")
    assert {one.id: one.recorded_by for one in room_now} == {
        new("a"): attendee("marla"), new("b"): attendee("kit"), new("c"): attendee("tolly"), new("d"): attendee("marla")
    }  # fmt: skip
    assert {one.at for one in room_now} == {shown.time}
    for who, texts in (("marla", 2), ("kit", 1), ("tolly", 1)):
        own = own_stream(attendee(who))
        assert not list(shown.meeting.board(own).each(PrivateItem))
        assert len(redacted(shown, own)) == texts
    assert not shown.meeting.room.get(PrivateWriting, "private_writing").running


def test_what_was_written_for_oneself_alone_is_not_shown_with_the_rest():
    start = given(room()).when("marla", private("before")).when("ines", StartPrivateWriting(ROUND)).ok()
    start = start.when("marla", private("alone", "For me alone.")).when("marla", private(apart=ROUND)).ok()
    shown = start.when("ines", ShowPrivateWriting()).ok()
    assert {one.id for one in shown.meeting.room.each(Item)} == {MINE}
    assert own_point(shown.meeting, "marla", new("alone")).text == "For me alone."
    assert own_point(shown.meeting, "marla", new("before"))


@pytest.mark.parametrize("end", [CancelPrivateWriting(), ShowPrivateWriting()])
def test_what_arrives_after_the_end_of_the_private_writing_it_was_written_in_stays_its_writers(end):
    late = apart().when("ines", end).when("marla", private(apart=ROUND)).ok()
    assert late.streams == [own_stream(attendee("marla"))]
    assert own_point(late.meeting, "marla").apart is None


def test_the_points_of_somebody_who_left_are_shown_and_of_somebody_who_was_removed_are_not():
    start = apart().when("marla", point("mine", TEXT)).when("kit", point("kits", "Words of Kit.")).ok()
    gone = start.when("marla", Leave()).when("ines", RemoveAttendee(attendee("kit"))).ok()
    shown = gone.when("ines", ShowPrivateWriting()).ok()
    assert {one.id for one in shown.meeting.room.each(Item)} == {MINE}
    assert not on_screen(shown.meeting, "ines", "Words of Kit.")


def test_stopped_without_showing_every_point_stays_its_writers_to_show_or_drop():
    start = apart().when("marla", point("mine", TEXT)).when("ines", CancelPrivateWriting()).ok()
    assert not list(start.meeting.room.each(Item))
    assert start.when("marla", ShowPrivate(MINE, MINE)).ok().streams[0] == ROOM
    assert start.when("marla", DropPrivate(MINE)).code is None


def test_an_old_private_writing_cannot_be_taken_up_again_to_show_what_was_kept_back():
    start = apart().when("marla", point("mine", TEXT)).when("ines", CancelPrivateWriting()).ok()
    assert start.when("ines", StartPrivateWriting(ROUND)).code == "id_taken"
    second = start.when("ines", StartPrivateWriting(new("round:second"))).ok()
    over = second.when("ines", ShowPrivateWriting()).ok()
    assert over.when("ines", StartPrivateWriting(ROUND)).code == "id_taken"
    assert not list(over.meeting.room.each(Item))


def test_nobody_shows_a_point_while_the_others_write_apart():
    start = given(room()).when("marla", private()).when("ines", StartPrivateWriting(ROUND, "worries")).ok()
    assert start.when("marla", ShowPrivate(MINE, MINE)).code == "apart"
    elsewhere = start.when("marla", private("good", column="well")).ok()
    assert elsewhere.when("marla", ShowPrivate(new("good"), new("good"))).code is None


def test_a_childs_words_of_a_private_writing_wait_on_the_desk_when_the_others_are_shown():
    start = given(with_juniper()).when("ines", StartPrivateWriting(ROUND)).ok()
    start = start.when("juniper", point("hers", "I hide.")).when("marla", point("mine", TEXT)).ok()
    assert not on_screen(start.meeting, "ines", "I hide.")
    shown = start.when("ines", ShowPrivateWriting()).ok()
    assert {one.id for one in shown.meeting.room.each(Item)} == {MINE}
    assert item(shown.meeting, new("hers"), DESK).held
    assert item(shown.meeting, new("hers"), own_stream(attendee("juniper"))).held


def test_what_the_chair_holds_goes_by_the_desk_when_a_private_writing_is_shown():
    start = apart().when("marla", point("mine", TEXT)).when("tolly", point("minutes", "Read out.")).ok()
    shown = start.when("ines", HoldPoints(True)).when("ines", ShowPrivateWriting()).ok()
    assert {one.id for one in shown.meeting.room.each(Item)} == {new("minutes")}
    assert item(shown.meeting, MINE, DESK).held


def test_private_writing_is_started_once_and_ended_once():
    assert apart().when("ines", StartPrivateWriting(new("again"))).code == "already_apart"
    for end in (CancelPrivateWriting(), ShowPrivateWriting()):
        assert given(room()).when("ines", end).code == "not_apart"
        assert apart().when("ines", end).when("ines", end).code == "not_apart"
    assert given(room()).when("ines", StartPrivateWriting(ROUND, "elsewhere")).code == "unknown_column"


def test_a_point_taken_back_after_it_was_shown_leaves_no_word_of_it_anywhere():
    shown = given(room()).when("marla", private()).when("marla", ShowPrivate(MINE, MINE)).ok()
    gone = shown.when("marla", TakeBackItem(MINE)).ok()
    for who in ("marla", "ines", "kit"):
        assert not on_screen(gone.meeting, who, TEXT)


def test_whoever_comes_later_sees_what_was_shown_and_nothing_else():
    start = given(room(absent=("odile",))).when("marla", private("kept")).when("ines", StartPrivateWriting(ROUND)).ok()
    shown = start.when("marla", point("mine", "Shown with the rest.")).when("ines", ShowPrivateWriting()).ok()
    late = let_in(shown.meeting, "odile")
    assert on_screen(late, "odile", "Shown with the rest.")
    assert not on_screen(late, "odile", TEXT)


def test_finishing_the_meeting_clears_what_stayed_private():
    start = given(room()).when("marla", private()).ok()
    reasons = tuple(Reason(check.key, "Because.") for check in start.meeting.template.checks)
    ended = start.when("ines", EndMeeting(reasons)).ok()
    assert own_point(ended.meeting, "marla").text == TEXT
    finished = ended.when("ines", FinishMeeting("FINISH")).ok()
    assert own_point(finished.meeting, "marla") is None
    assert 1 in redacted(finished, own_stream(attendee("marla")))


def test_a_point_says_what_language_it_is_in():
    start = given(room()).when("marla", point(lang="ur", text="گھر میں شور تھا")).ok()
    assert item(start.meeting, new("point")).lang == "ur"
    assert given(room()).when("marla", point(lang="tlh")).code == "unknown_language"
    assert item(given(room()).when("marla", point()).ok().meeting, new("point")).lang is None
