"""The simulation behind docs/scale.md."""

import json
import random

import pytest

from benchmarks.scale import DOCUMENT, LATEST, Costs, costs_of, moved, routed, tables, waits, with_tables

NAMES = [f"10.0.0.{n}:8000" for n in range(8)]


def test_every_meeting_goes_to_one_process_and_none_gets_twice_its_share():
    where = routed(2000, NAMES)
    held = {name: list(where.values()).count(name) for name in NAMES}
    assert sum(held.values()) == 2000
    assert max(held.values()) < 2 * 2000 / len(NAMES)


def test_when_a_process_dies_only_its_own_meetings_move():
    assert moved(2000, NAMES) == 0


def test_one_that_is_asked_for_more_than_it_can_do_makes_people_wait_longer_and_longer():
    easy, short = waits(50, 0.001, random.Random(1))
    hard, long = waits(50, 0.1, random.Random(1))
    assert easy == pytest.approx(0.026, rel=0.1)
    assert hard > 1
    assert short[-1] < 0.1
    assert long[-1] > 10


def test_nobody_to_serve_is_no_load():
    assert waits(0, 0.001, random.Random(1)) == (0.0, [])


def test_the_document_holds_the_tables_of_the_last_measurement():
    made = tables(costs_of(json.loads(LATEST.read_text("utf-8"))))
    document = DOCUMENT.read_text("utf-8")
    assert with_tables(document, made) == document


def test_twice_the_cost_is_twice_as_busy():
    once, twice = (waits(40, cost, random.Random(2))[0] for cost in (0.001, 0.002))
    assert twice == pytest.approx(2 * once)
    assert "2.00 ms of processor" in tables(Costs(0.002, 100))
