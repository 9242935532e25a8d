"""Pace and strikes, with a clock turned by hand."""

from __future__ import annotations

import pytest

from meeting_server.sockets.rate_limits import RateLimiter, Strikes, TokenBucket


class HandClock:
    def __init__(self):
        self.now = 1000.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return HandClock()


def test_sixty_at_once_then_twenty_a_second(clock):
    bucket = TokenBucket(clock)
    assert [bucket.take() for _ in range(60)] == [0.0] * 60
    assert bucket.take() == pytest.approx(0.05)
    clock.now += 1
    assert [bucket.take() for _ in range(20)] == [0.0] * 20
    assert bucket.take() > 0


def test_waiting_as_long_as_told_is_enough_and_asking_too_early_costs_nothing(clock):
    bucket = TokenBucket(clock, rate=2, burst=1)
    assert bucket.take() == 0
    wait = bucket.take()
    assert bucket.take() == wait == pytest.approx(0.5)
    clock.now += wait
    assert bucket.take() == 0


def test_a_long_pause_saves_up_no_more_than_the_burst(clock):
    bucket = TokenBucket(clock, rate=20, burst=3)
    clock.now += 3600
    assert [bucket.take() for _ in range(4)][:3] == [0.0] * 3
    assert bucket.take() > 0


def test_a_clock_that_steps_back_takes_nothing_away(clock):
    bucket = TokenBucket(clock, rate=1, burst=2)
    bucket.take()
    clock.now -= 500
    assert bucket.take() == 0


def test_a_bucket_without_room_is_refused(clock):
    with pytest.raises(ValueError, match="rate above 0"):
        TokenBucket(clock, rate=0)


def test_one_persons_pace_is_not_anothers(clock):
    pace = RateLimiter(clock, rate=1, burst=1)
    assert pace.take("nina") == 0
    assert pace.take("nina") > 0
    assert pace.take("omar") == 0


def test_a_pace_forgets_who_is_idle_and_only_them(clock):
    pace = RateLimiter(clock, rate=0.01, burst=10)
    for _ in range(10):
        pace.take("busy")
    pace.take("idle")
    clock.now += 150
    pace.take("someone")
    assert len(pace) == 2
    assert [pace.take("busy") for _ in range(2)][1] > 0


def test_a_pace_is_spent_for_who_took_all_of_it_until_some_is_back(clock):
    pace = RateLimiter(clock, rate=1, burst=2)
    assert not pace.is_spent("nina")
    assert len(pace) == 0, "whoever never took is not remembered"
    pace.take("nina")
    assert not pace.is_spent("nina")
    pace.take("nina")
    assert pace.is_spent("nina")
    assert not pace.is_spent("omar")
    clock.now += 1
    assert not pace.is_spent("nina")


def test_a_lifted_pace_never_asks_to_wait(clock):
    pace = RateLimiter(clock, rate=None)
    assert {pace.take("load") for _ in range(500)} == {0.0}


def test_the_twentieth_strike_cuts_and_only_that_one():
    strikes = Strikes()
    assert [strikes.strike("line") for _ in range(22)] == [False] * 19 + [True] + [False] * 2
    assert strikes.strike("other") is False


def test_strikes_of_a_line_that_is_gone_are_forgotten():
    strikes = Strikes(limit=2)
    strikes.strike("line")
    strikes.forget("line")
    assert len(strikes) == 0
    assert strikes.strike("line") is False
