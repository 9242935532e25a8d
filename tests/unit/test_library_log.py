"""What the connection libraries may log: where something failed, twice a second at most, and no one's words."""

from __future__ import annotations

import logging

import pytest

from meeting_server.logs import OurWord
from meeting_server.sockets.library_log import LibraryLog


class HandClock:
    now = 0.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return HandClock()


def fail(words):
    raise ValueError(words)


def test_packets_and_refusals_of_the_library_are_not_logged(clock, caplog):
    log = LibraryLog("door", clock)
    with caplog.at_level(logging.DEBUG):
        log.info("received %s", "pip-canary")
        log.warning("pip-canary")
        log.debug("pip-canary")
    assert caplog.records == []


def test_a_failure_is_named_with_its_place_and_without_its_words(clock, caplog):
    log = LibraryLog("door", clock)
    try:
        fail("pip-canary")
    except ValueError:
        log.exception("message handler error pip-canary")
    assert "ValueError at test_library_log.py:" in caplog.text
    assert "canary" not in caplog.text
    assert caplog.records[0].exc_info is None


def test_two_lines_a_second_and_no_more(clock, caplog):
    log = LibraryLog("door", clock)
    for _ in range(100):
        log.error("x")
    assert len(caplog.records) == 2
    clock.now += 1
    for _ in range(100):
        log.tell("A malformed packet was refused: %(code)s", code=OurWord("too_deep"))
    assert len(caplog.records) == 4


def test_a_line_without_details_reads_as_it_stands(clock, caplog):
    LibraryLog("door", clock).tell("A connection was ended.")
    assert [one.getMessage() for one in caplog.records] == ["A connection was ended."]
