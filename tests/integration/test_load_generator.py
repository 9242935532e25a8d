"""The load generator counts right: against the board, and where somebody does not hear."""

from dataclasses import replace

import pytest

from benchmarks.cases import Case
from benchmarks.generator import load
from benchmarks.systems import SYSTEMS
from benchmarks.workplace import Workplace

pytestmark = pytest.mark.alone
TINY = Case(2, 3, window=2, rate=20)


@pytest.fixture(scope="module")
def place():
    with Workplace() as made:
        yield made


def test_every_command_reaches_every_screen_of_the_board_and_is_answered(place):
    with SYSTEMS["board"].serve(TINY, place) as target:
        found = load(target, TINY, seconds=1, warm=0.2)
    assert (found["lost"], found["errors"]) == (0, 0)
    assert found["people"] == 6
    assert 0 < found["p50_ms"] <= found["p95_ms"] <= found["p99_ms"] < 1000
    assert found["commands_per_s"] > TINY.rate
    assert found["deliveries_per_s"] == pytest.approx(3 * found["commands_per_s"], rel=0.2)
    assert found["cpu_us_per_delivery"] > 0


def test_what_somebody_does_not_hear_is_counted_as_lost(place):
    with SYSTEMS["bare"].serve(TINY, place) as target:
        first, *others = target.people
        target = replace(target, people=[replace(first, room="elsewhere"), *others])
        found = load(target, TINY, seconds=1, warm=0.2, drain=2)
    assert found["lost"] > 0


def test_a_point_is_as_large_on_the_bare_stack_as_on_the_board(place):
    sizes = []
    for key in ("board", "bare"):
        with SYSTEMS[key].serve(TINY, place) as target:
            sizes.append(load(target, TINY, seconds=1, warm=0.2)["bytes_per_frame"])
    assert sizes[0] == pytest.approx(sizes[1], rel=0.05)
