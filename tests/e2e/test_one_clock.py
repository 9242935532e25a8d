"""Every screen says the time it is in London, as the record does, on a device of another zone and with a wrong clock."""

from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Browser, Page

from tests.e2e.pages.bare_page import bare, run

LONDON = ZoneInfo("Europe/London")
ZONES = ("America/Los_Angeles", "Asia/Kolkata", "Pacific/Auckland")
MOMENTS = [
    "2026-03-19T09:05", "2026-03-29T00:59", "2026-03-29T02:01", "2026-06-11T00:00", "2026-06-11T23:59",
    "2026-10-25T03:00", "2026-12-31T23:30", "2026-01-01T00:01",
]  # fmt: skip
WORDS = 'const words = await import("/board/store/words.js"), times = await import("/minutes/attendance_times.js");'


@pytest.fixture(params=ZONES)
def far(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page on a device that is elsewhere."""
    with bare(browser, timezone_id=request.param) as found:
        yield found


def stamp(moment: str) -> int:
    """A moment in London, in milliseconds."""
    return int(datetime.fromisoformat(moment).replace(tzinfo=LONDON).timestamp() * 1000)


def test_a_screen_elsewhere_says_the_time_in_london(far: Page) -> None:
    stamps = [stamp(one) for one in MOMENTS]
    said = run(far, WORDS, f"return {stamps}.map(one => [words.clock(one), times.asField(one)]);")
    for moment, (shown, field) in zip(MOMENTS, said, strict=True):
        assert field == moment[-5:]
        assert shown == field.removeprefix("0") if field[0] == "0" else field


def test_a_time_put_right_elsewhere_is_meant_in_london(far: Page) -> None:
    stamps = [stamp(one) for one in MOMENTS]
    given = [[one[-5:], stamp(f"{one[:10]}T12:00")] for one in MOMENTS]
    assert run(far, WORDS, f"return {given}.map(([field, near]) => times.asStamp(field, near));") == stamps


def test_the_day_of_a_moment_is_londons(far: Page) -> None:
    now, yesterday = stamp("2026-06-11T00:30"), stamp("2026-06-10T23:30")
    setup = (
        WORDS
        + f"const store = await import('/board/store/store.js'); store.replaceAll({{time: {now}, boards: {{}}, state: 'waiting', you: null}});"
    )
    said = run(far, setup, f"return [words.moment({now}), words.moment({yesterday})];")
    assert said == ["0:30", "Wed 10 Jun, 23:30"]


def test_a_clock_that_is_wrong_or_put_right_in_the_middle_changes_no_time_left(page: Page) -> None:
    """The server's time at the snapshot counts on by itself: setting the device's clock moves nothing."""
    now = stamp("2026-06-11T10:00")
    setup = f"const store = await import('/board/store/store.js'); store.replaceAll({{time: {now}, boards: {{}}, state: 'waiting', you: null}});"
    apart = run(page, setup, "const real = Date.now; Date.now = () => real() + 3600000; return store.now();")
    assert 0 <= apart - now < 30_000


def test_who_has_to_go_is_a_row_a_quarter_of_an_hour_before_on_any_device(far: Page) -> None:
    """Or at once, where no time of day was said."""
    rule = 'const flow = await import("/board/reading/agenda.js"), store = await import("/board/store/store.js"), words = await import("/board/store/words.js");'
    soon = "const soon = said => flow.leavesSoon({ said, at: store.now() });"
    said = run(
        far, rule, soon + "return [14, 16].map(n => soon(words.clock(store.now() + n * 60000))).concat(soon('now'));"
    )
    assert said == [True, False, True]
