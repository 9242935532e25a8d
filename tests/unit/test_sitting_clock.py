"""The clock of a sitting: families move up when one ends, and on while one runs over."""

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from meeting_server.domain.facts import MeetingFacts
from meeting_server.services.sitting_clock import as_time, day_clock

DAY = "2026-05-05"
WAITS = MeetingFacts("meeting", "prepared", "Case supervision", "room", False, DAY)


def ms(time, day=DAY):
    hour, minute = (int(part) for part in time.split(":"))
    return int(datetime(*map(int, day.split("-")), hour, minute, tzinfo=ZoneInfo("Europe/London")).timestamp() * 1000)


def done(opened, ended, state="ended"):
    return replace(WAITS, state=state, opened_at=ms(opened), ended_at=ms(ended))


def runs(opened, state="open"):
    return replace(WAITS, state=state, opened_at=ms(opened))


def clock(now, *families):
    found = day_clock("10:00", 28, DAY, families, ms(now))
    return [as_time(one) for one in found.expected], as_time(found.ends), found.behind


@pytest.mark.parametrize(
    ("now", "families", "expected", "ends", "behind"),
    [
        ("09:30", [WAITS, WAITS, WAITS], ["10:00", "10:28", "10:56"], "11:24", 0),
        ("10:10", [WAITS, WAITS], ["10:10", "10:38"], "11:06", 10),
        ("10:45", [done("10:00", "10:29"), runs("10:31"), WAITS], ["10:00", "10:31", "10:59"], "11:27", 3),
        ("11:10", [done("10:00", "10:29"), runs("10:31"), WAITS], ["10:00", "10:31", "11:10"], "11:38", 14),
        ("10:20", [done("10:00", "10:18"), WAITS, WAITS], ["10:00", "10:20", "10:48"], "11:16", 0),
        ("10:45", [done("10:00", "10:29"), runs("10:31", "paused")], ["10:00", "10:31"], "10:59", 3),
        ("12:00", [done("10:00", "10:29"), done("10:31", "10:58", "finished")], ["10:00", "10:31"], "10:58", 0),
    ],
)
def test_when_each_is_likely_to_come_and_how_far_behind_it_is(now, families, expected, ends, behind):
    assert clock(now, *families) == (expected, ends, behind)


def test_on_another_day_there_is_no_clock():
    assert day_clock("10:00", 28, DAY, [WAITS], ms("10:00", "2026-05-06")) is None


def test_how_much_of_it_is_over():
    assert day_clock("10:00", 28, DAY, [done("10:00", "10:20"), runs("10:31"), WAITS], ms("10:45")).done == 28 + 14


def test_a_family_that_ended_on_another_day_moves_nobody():
    before = replace(WAITS, state="ended", opened_at=ms("10:00", "2026-05-04"), ended_at=ms("10:29", "2026-05-04"))
    assert clock("09:00", before, WAITS) == (["10:00", "10:28"], "10:56", 0)
