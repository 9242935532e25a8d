"""Taking back: the words go everywhere at once, a mark stays, and the log without them tells the same story."""

import pytest
from hypothesis import given as for_any
from hypothesis import settings
from hypothesis import strategies as st

from meeting_server.domain.audiences import DESK, ROOM, own_stream
from meeting_server.domain.points.actions import SetAction
from meeting_server.domain.points.items import AddItem, ChangeItem, Item
from meeting_server.domain.points.move import MoveItem
from meeting_server.domain.points.release import ReleaseItem
from meeting_server.domain.points.take_back import TakeBackItem
from meeting_server.domain.points.views import AgreeItem, ConfirmWords, SeeDifferently, TakeBackView, View
from tests.scenes.builders import attendee, given, new, person, room
from tests.scenes.kept_log import Log, everything
from tests.scenes.points import WORDS, boards, childs_words, item, on_screen, point

POINT = new("point")
SECRET = "Something nobody should read again."


def test_the_words_go_from_every_screen_and_the_mark_says_who_and_why():
    start = given(room()).when("kit", point(speaker=person("marla"), source="a neighbour", exact=True)).ok()
    back = start.when("marla", TakeBackItem(POINT, "That is not how it was.")).ok()
    one = item(back.meeting, POINT)
    assert (one.taken_back.by, one.taken_back.why) == (attendee("marla"), "That is not how it was.")
    assert one.taken_back.at == back.time
    assert (one.column, one.speaker, one.recorded_by) == ("worries", person("marla"), attendee("kit"))
    for who in ("kit", "marla", "ines", "juno"):
        assert not on_screen(back.meeting, who, WORDS)
        assert not on_screen(back.meeting, who, "a neighbour")


def test_every_event_that_held_its_text_is_redacted():
    start = given(room()).when("kit", point()).ok().when("kit", ChangeItem(POINT, 1, "Other words.")).ok()
    held = [start.meeting.room.n - 1, start.meeting.room.n]
    (back,) = start.when("kit", TakeBackItem(POINT)).ok().said
    assert (back.stream, back.redacts) == (ROOM, tuple(held))


def test_what_was_agreed_to_do_about_it_leaves_the_log_with_it():
    log = Log(room())
    log.ask("kit", point(column="next", text="Ring the school."))
    log.ask("kit", SetAction(POINT, (person("kit"),), "2026-04-02", "The school says so", SECRET))
    log.ask("kit", TakeBackItem(POINT)).ok()
    assert SECRET not in log.text()
    assert "The school says so" not in log.text()


def test_what_was_taken_back_stays_so():
    start = given(room()).when("kit", point()).ok().when("kit", TakeBackItem(POINT)).ok()
    for command in (TakeBackItem(POINT), ChangeItem(POINT, 0, "x"), MoveItem(POINT, "well"), AgreeItem(POINT),
                    SeeDifferently(new("view"), POINT, "x"), ConfirmWords(POINT, True)):  # fmt: skip
        assert start.when("ines", command).code == "taken_back"
    assert start.when("kit", point()).code == "id_taken"


def test_a_differing_view_stays_when_its_point_is_taken_back():
    start = (
        given(room())
        .when("kit", point())
        .ok()
        .when("marla", SeeDifferently(new("view"), POINT, "He had pyjamas."))
        .ok()
    )
    back = start.when("kit", TakeBackItem(POINT)).ok()
    assert on_screen(back.meeting, "odile", "He had pyjamas.")


def test_a_view_taken_back_leaves_a_mark_and_no_word_in_the_log():
    log = Log(room())
    log.ask("kit", point())
    log.ask("marla", SeeDifferently(new("view"), POINT, SECRET))
    log.ask("marla", TakeBackView(new("view"), "I was cross.")).ok()
    view = log.live.room.get(View, new("view"))
    assert (view.text, view.taken_back.why, view.person) == ("", "I was cross.", person("marla"))
    assert SECRET not in log.text()
    assert everything(log.replayed()) == everything(log.live)


@pytest.mark.parametrize("who", ["tamsin", "ines", "tolly"])
@pytest.mark.parametrize("which", ["words", "shown"])
def test_of_a_childs_words_both_the_held_and_the_shown_one_go(who, which):
    log = Log(room())
    log.ask("tamsin", childs_words(text=SECRET))
    log.ask("ines", ReleaseItem(new("words"), new("shown"))).ok()
    log.ask(who, TakeBackItem(new(which))).ok()
    for stream, id in ((ROOM, "shown"), (DESK, "words"), (own_stream(attendee("tamsin")), "words")):
        assert item(log.live, new(id), stream).taken_back
    assert SECRET not in log.text()
    assert not any(on_screen(log.live, who, SECRET) for who in ("ines", "tamsin", "marla"))
    assert everything(log.replayed()) == everything(log.live)


def test_held_words_taken_back_before_they_are_shown_were_never_in_the_room():
    log = Log(room())
    before = boards(log.live, "marla")
    log.ask("tamsin", childs_words(text=SECRET))
    log.ask("tamsin", TakeBackItem(new("words"))).ok()
    assert boards(log.live, "marla") == before
    assert log.ask("ines", ReleaseItem(new("words"), new("shown"))).code == "not_found"


NAMES = [new(f"p{n}") for n in range(3)]
PEOPLE = ["kit", "marla", "ines", "tamsin", "tolly"]
texts = st.sampled_from([SECRET, "Other words.", "A third way to say it."])
ids = st.sampled_from(NAMES)


def any_command():
    pip = st.just((person("pip"),))
    return st.one_of(
        st.builds(AddItem, ids, st.sampled_from(["worries", "next"]), texts),
        st.builds(AddItem, ids, st.just("worries"), texts, children=pip, speaker=st.just(person("pip")), obtained=st.just("talk")),
        st.builds(ChangeItem, ids, st.integers(1, 3), texts),
        st.builds(MoveItem, ids, st.sampled_from(["worries", "well", "next"]), place=st.sampled_from(["first", "last", "same"])),
        st.builds(SetAction, ids, st.sampled_from([(), (person("kit"),)]), measure=texts),
        st.builds(AgreeItem, ids, st.booleans()),
        st.builds(SeeDifferently, st.sampled_from([new("v1"), new("v2")]), ids, texts),
        st.builds(TakeBackView, st.sampled_from([new("v1"), new("v2")])),
        st.builds(ConfirmWords, ids, st.booleans()),
        st.builds(ReleaseItem, ids, ids),
        st.builds(TakeBackItem, ids),
        st.builds(TakeBackItem, ids),
    )  # fmt: skip


@for_any(run=st.lists(st.tuples(st.sampled_from(PEOPLE), any_command()), min_size=4, max_size=25))
@settings(max_examples=120, deadline=None)
def test_the_log_without_the_redacted_words_tells_the_same_story(run):
    log = Log(room(only=("pip", *PEOPLE)))
    for who, command in run:
        log.ask(who, command)
    assert everything(log.replayed()) == everything(log.live)
    gone = [one for board in log.live.boards.values() for one in board.each(Item) if one.taken_back]
    assert all(one.text == "" and one.source == "" and one.action is None for one in gone)
