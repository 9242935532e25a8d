"""Where a database hangs, one waits for it and the others are told at once."""

from contextlib import suppress

import pytest
import sqlalchemy as sa

from meeting_server.storage.circuit_breaker import CircuitBreaker, CircuitOpen
from meeting_server.storage.database import DATABASE_DOWN

GONE = sa.exc.OperationalError("SELECT", {}, Exception())
REFUSED = sa.exc.IntegrityError("INSERT", {}, Exception())


class Waiting:
    """People who ask one after another, and how long each of them waits for what comes of it."""

    def __init__(self):
        self.now = 100.0
        self.asked = []
        self.patience = CircuitBreaker(lambda error: error is GONE, lambda: self.now)

    def ask(self, who, seconds, error=None):
        with self.patience.asking():
            self.asked.append(who)
            self.now += seconds
            if error:
                raise error

    def in_vain(self, *people, seconds=4):
        for who in people:
            with pytest.raises(sa.exc.OperationalError):
                self.ask(who, seconds, GONE)


@pytest.fixture
def waiting():
    return Waiting()


def test_after_two_waited_in_vain_the_next_ones_are_told_at_once_and_one_tries_again_a_second_later(waiting):
    waiting.in_vain("mum", "gran")
    for who in ("school", "police"):
        with pytest.raises(CircuitOpen):
            waiting.ask(who, 4)
    waiting.now += 1
    waiting.in_vain("nurse")
    with pytest.raises(CircuitOpen):
        waiting.ask("school", 4)
    waiting.now += 1
    waiting.ask("chair", 0.01)
    waiting.in_vain("mum")
    waiting.ask("chair", 0.01)
    assert waiting.asked == ["mum", "gran", "nurse", "chair", "mum", "chair"]


def test_a_process_that_stood_still_itself_turns_nobody_away(waiting):
    with pytest.raises(sa.exc.OperationalError), waiting.patience.asking():
        # Both were on their way, and the process stood still.
        waiting.in_vain("mum", seconds=6)
        raise GONE
    waiting.ask("school", 0.01)
    assert waiting.asked == ["mum", "school"]


@pytest.mark.parametrize(("seconds", "error"), [(0.01, GONE), (4, REFUSED), (4, None)])
def test_nobody_is_turned_away_for_what_failed_quickly_was_refused_or_took_long_and_came(waiting, seconds, error):
    with suppress(sa.exc.DBAPIError):
        waiting.ask("mum", seconds, error)
    with suppress(sa.exc.DBAPIError):
        waiting.ask("gran", seconds, error)
    waiting.ask("school", 0.01)
    assert waiting.asked == ["mum", "gran", "school"]


def test_who_is_turned_away_gets_what_everybody_gets_while_the_database_is_away():
    assert issubclass(CircuitOpen, DATABASE_DOWN)
