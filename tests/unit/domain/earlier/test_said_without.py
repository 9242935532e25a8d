"""What was said in a meeting without the family reaches a meeting with them one thing at a time, and not before the chair
has said how they came to know it."""

from meeting_server.domain.earlier.bring_forward import BringAsking, BringForward, BringPoint
from meeting_server.domain.earlier.brought import EarlierRating
from meeting_server.domain.earlier.desk import EarlierMeetingRead
from meeting_server.domain.ending.ending import EndMeeting, FinishMeeting, Reason
from meeting_server.domain.kinds import built, plain
from meeting_server.domain.points.provenance import FamilyTold
from tests.scenes.builders import after, given, new, person, room
from tests.scenes.earlier import FEW, conference, desk, match, matched, on_desk, then, told
from tests.scenes.points import item, on_screen, point
from tests.scenes.strategy import SHOUTING, TABLETS, WORKERS, after_strategy, locked, strategy, who_is_who

HERE = then(new("meeting"))
BEFORE = FamilyTold(person("kit"), True)


def bring(*names: str, **more: object) -> BringForward:
    """These points of the strategy meeting, each as a new one called NAME here."""
    return BringForward(HERE, tuple(BringPoint(new(one), new(f"{one} here")) for one in names), **more)  # type: ignore[arg-type]


OTHERS = {
    "a number": {"askings": (BringAsking(new("asked"), then(person("pip"))),)},
    "a rating": {"ratings": (then(person("pip")),)},
}


def test_the_desk_knows_which_meeting_was_without_the_family():
    assert on_desk(after_strategy().meeting).without_family is True
    assert on_desk(desk()).without_family is False


def test_a_meeting_to_which_nobody_of_the_family_came_was_without_them_whoever_was_invited():
    meeting = room(only=FEW, absent=("marla",))
    said = given(meeting).when("kit", point("worry", "Said while she was ill.")).ok()
    every = tuple(Reason(one.key, "Said aloud.") for one in said.meeting.template.checks)
    ended = said.when("ines", EndMeeting(every)).ok().when("ines", FinishMeeting("FINISH")).ok().meeting
    (read,) = [to.event for to in told(ended) if isinstance(to.event, EarlierMeetingRead)]
    assert read.without_family


def test_an_event_of_an_older_release_is_read_as_before():
    (read,) = [to.event for to in told(conference()) if isinstance(to.event, EarlierMeetingRead)]
    old = {key: value for key, value in plain(read).items() if key != "without_family"}
    assert built(EarlierMeetingRead, old) == read


def test_without_an_answer_nothing_of_it_reaches_the_family():
    said = after_strategy()
    refused = said.when("ines", bring("shouting"))
    assert refused.code == "family_not_told"
    for more in OTHERS.values():
        assert said.when("ines", bring(**more)).code == "family_not_told"
    assert not on_screen(said.meeting, "marla", SHOUTING)


def test_one_press_brings_one_thing():
    said = after_strategy()
    assert said.when("ines", bring("shouting", "tablets", told=BEFORE)).code == "one_at_a_time"
    for more in OTHERS.values():
        assert said.when("ines", bring("shouting", told=BEFORE, **more)).code == "one_at_a_time"


def test_who_told_them_is_kept_where_the_point_says_where_it_is_from():
    said = after_strategy().when("ines", bring("shouting", told=BEFORE)).ok()
    came = item(said.meeting, new("shouting here")).came
    assert came is not None
    assert (came.without_family, came.told) == (True, BEFORE)
    assert on_screen(said.meeting, "marla", SHOUTING)
    assert not on_screen(said.meeting, "marla", TABLETS)


def test_a_rating_says_it_too():
    said = after_strategy().when("ines", bring(told=FamilyTold(person("ines"), False), **OTHERS["a rating"])).ok()
    (rating,) = said.meeting.room.each(EarlierRating)
    assert (rating.came.without_family, rating.came.told) == (True, FamilyTold(person("ines"), False))


def test_whoever_told_them_is_somebody_of_this_meeting():
    assert (
        after_strategy().when("ines", bring("shouting", told=FamilyTold(new("nobody"), True))).code == "unknown_person"
    )


def test_a_meeting_without_the_family_needs_no_answer_and_the_next_one_with_them_still_does():
    said = after_strategy("strategy-meeting", only=WORKERS, family_present=False)
    said = said.when("ines", bring("shouting", "tablets")).ok()
    came = item(said.meeting, new("shouting here")).came
    assert came is not None
    assert (came.without_family, came.told) == (True, None)


def test_family_who_are_expected_count_as_here_though_none_is_invited_yet():
    said = after_strategy("strategy-meeting", only=WORKERS, family_present=True)
    assert said.when("ines", bring("shouting")).code == "family_not_told"


def test_what_was_said_with_them_needs_no_answer():
    assert matched().when("ines", bring("worry", "goal")).ok().refused is None


def test_what_they_were_told_in_a_meeting_is_known_after_a_meeting_without_them():
    """Conference with the mother; a strategy meeting takes its worry over; a core group with her asks nothing."""
    middle = after(room("strategy-meeting", only=WORKERS, family_present=False), told(conference()))
    said = (
        given(middle)
        .when("ines", match())
        .ok()
        .when("ines", BringForward(HERE, (BringPoint(new("worry"), new("worry there")),)))
        .ok()
    )
    meeting = after(room("core-group", only=FEW), told(locked(said)))
    said = given(meeting).when("ines", who_is_who(meeting)).ok()
    brought = said.when("ines", BringForward(HERE, (BringPoint(new("worry there"), new("worry here")),))).ok()
    came = item(brought.meeting, new("worry here")).came
    assert came is not None
    assert not came.without_family


def test_a_strategy_meeting_does_not_end_before_somebody_is_to_tell_the_family():
    said = strategy()
    every = tuple(Reason(one.key, "Said aloud.") for one in said.meeting.template.checks)
    refused = said.when("ines", EndMeeting(every))
    assert refused.refused is not None
    assert set(refused.refused.more["fields"]) == {"hearing_missing"}
    assert locked(said).state == "finished"
