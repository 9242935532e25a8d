"""A held point is sent back to its writer, with the chair's reason."""

from meeting_server.domain.audiences import DESK, ROOM
from meeting_server.domain.points.hold_points import HoldPoints
from meeting_server.domain.points.items import ChangeItem, Item
from meeting_server.domain.points.private_points import PrivateItem
from meeting_server.domain.points.release import ReleaseItem
from meeting_server.domain.points.send_back import SendBackItem
from meeting_server.domain.points.show_private import ShowPrivate
from meeting_server.domain.points.take_back import TakeBackItem
from meeting_server.domain.points.write_privately import ChangePrivate, DropPrivate
from tests.scenes.builders import given, new, room
from tests.scenes.held_points import MARLA, POINT, SHOWN, TEXT, held, holding
from tests.scenes.points import boards, childs_words, item, on_screen

WHY = "Please say what you saw."


def sent_back():
    return held().when("ines", SendBackItem(POINT, WHY)).ok()


def redacted(outcome, stream):
    return {n for to in outcome.said if to.stream == stream for n in to.redacts}


def test_a_point_sent_back_is_its_writers_alone_again_with_the_chairs_reason():
    back = sent_back()
    assert back.meeting.desk.get(Item, POINT) is None
    assert back.meeting.board(MARLA).get(Item, POINT) is None
    mine = back.meeting.board(MARLA).get(PrivateItem, POINT)
    assert (mine.text, mine.sent_back, mine.apart) == (TEXT, WHY, None)
    assert not on_screen(back.meeting, "ines", TEXT)
    assert on_screen(back.meeting, "marla", TEXT)


def test_the_desk_keeps_no_word_of_what_it_sent_back_and_the_room_hears_nothing():
    start = held().when("marla", ChangeItem(POINT, 1, "He lies.")).ok()
    back = start.when("ines", SendBackItem(POINT, WHY)).ok()
    desk = start.meeting.desk.get(Item, POINT)
    assert redacted(back, DESK) == set(desk.sources)
    assert redacted(back, MARLA) == {1, 2}
    assert ROOM not in back.streams
    for who in ("kit", "odile"):
        assert boards(back.meeting, who) == boards(holding().meeting, who)


def test_what_was_sent_back_can_be_changed_dropped_and_shown_again_through_the_desk():
    changed = sent_back().when("marla", ChangePrivate(POINT, 1, "He said he was at home.")).ok()
    again = changed.when("marla", ShowPrivate(POINT, POINT)).ok()
    assert item(again.meeting, POINT, DESK).text == "He said he was at home."
    assert again.when("ines", ReleaseItem(POINT, SHOWN)).ok().streams[0] == ROOM
    after = changed.when("ines", HoldPoints(False)).when("marla", ShowPrivate(POINT, POINT)).ok()
    assert item(after.meeting, POINT).text == "He said he was at home."
    dropped = sent_back().when("marla", DropPrivate(POINT)).ok()
    assert not on_screen(dropped.meeting, "marla", TEXT)


def test_only_the_chair_sends_back_and_only_what_waits():
    for who in ("tolly", "kit", "marla"):
        assert held().when(who, SendBackItem(POINT)).code == "may_not"
    assert held().when("ines", SendBackItem(new("nothing"))).code == "not_found"
    assert sent_back().when("ines", SendBackItem(POINT)).code == "not_found"
    shown = held().when("ines", ReleaseItem(POINT, SHOWN)).ok()
    assert shown.when("ines", SendBackItem(POINT)).code == "not_found"
    gone = held().when("marla", TakeBackItem(POINT)).ok()
    assert gone.when("ines", SendBackItem(POINT)).code == "not_found"


def test_a_childs_words_are_never_sent_back():
    start = given(room()).when("tamsin", childs_words()).ok()
    assert start.when("ines", SendBackItem(new("words"))).code == "childs_words"
