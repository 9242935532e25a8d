"""The timer of a step runs by the server's clock, and stands still in a pause."""

from meeting_server.domain.agenda.pause import PauseMeeting, ResumeMeeting
from meeting_server.domain.agenda.timer import StartTimer, StopTimer, Timer
from tests.scenes.builders import LATER, given, room


def timer(outcome):
    return outcome.meeting.room.get(Timer, "timer")


def test_a_timer_runs_from_the_servers_clock_until_it_is_stopped():
    started = given(room()).when("ines", StartTimer(540)).ok()
    assert (timer(started).started_at, timer(started).seconds, timer(started).running) == (started.time, 540, True)
    stopped = started.when("ines", StopTimer()).ok()
    assert not timer(stopped).running
    assert stopped.when("ines", StopTimer()).code == "no_timer"


def test_a_pause_uses_up_nobodys_time():
    paused = given(room()).when("ines", StartTimer(540)).ok().when("marla", PauseMeeting()).ok()
    resumed = paused.when("ines", ResumeMeeting()).ok()
    assert timer(resumed).started_at == timer(paused).started_at + LATER


def test_a_timer_that_was_over_or_stopped_before_the_pause_is_not_wound_back():
    for end in (lambda one: one.when("ines", StopTimer()).ok(), lambda one: one):
        before = end(given(room()).when("ines", StartTimer(10)).ok())
        resumed = before.when("marla", PauseMeeting()).ok().when("ines", ResumeMeeting()).ok()
        assert timer(resumed) == timer(before)
