"""Numbers of several meetings are drawn together only where they measure the same thing, and gaps stay gaps."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from meeting_server.domain.numbers.trend import Given, Measured, Taken, Trend, trends

CASES = json.loads((Path(__file__).parents[3] / "trends.json").read_text())
SAFE = Measured("three-column-safety", "How safe is {child} today?", "Sure", "Unsafe", 0)
GRID = Measured("safety-grid/wellbeing", "How are things for {child} today?", "Good", "Bad", 10)


def taken(date: str, *given: tuple[str, int | None], measured: Measured = SAFE, today: bool = False) -> Taken:
    answers = tuple(Given(who, "dont_know" if value is None else "number", value) for who, value in given)
    return Taken(measured, date, "A meeting", date, 0, answers, today)


def of_a_case(
    meeting: str, date: str, at: int, but: dict[str, Any], given: dict[str, int | None], today: str = ""
) -> Taken:
    """An asking as the cases write it: `but` is what it measures otherwise than the others."""
    one = taken(date, *given.items(), measured=replace(SAFE, **but), today=bool(today))
    return replace(one, meeting=meeting, at=at)


def as_written(found: tuple[Trend, ...]) -> list[dict[str, Any]]:
    """Trends as the cases write them."""
    return [
        {"about": one.measured.about, "days": [taking.date for taking in one.takings]}
        | {strand.person: [given and given.value for given in strand.given] for strand in one.strands}
        for one in found
    ]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["case"])
def test_only_numbers_that_answer_the_same_question_are_one_line(case: dict[str, Any]) -> None:
    assert as_written(trends([of_a_case(*one) for one in case["takings"]])) == case["lines"]


def test_the_same_persons_numbers_make_one_strand_oldest_first():
    (one,) = trends([taken("2026-04-01", ("nell", 4), today=True), taken("2026-03-19", ("nell", 2), ("kit", 3))])
    assert [taking.date for taking in one.takings] == ["2026-03-19", "2026-04-01"]
    assert [(s.person, [g and g.value for g in s.given]) for s in one.strands] == [("nell", [2, 4]), ("kit", [3, None])]


def test_a_meeting_without_a_number_is_a_gap_and_no_line_goes_across_it():
    days = [taken("2026-03-19", ("nell", 2)), taken("2026-04-01", ("kit", 5)), taken("2026-05-12", ("nell", 6))]
    nell = trends(days)[0].strands[0]
    assert [one and one.value for one in nell.given] == [2, None, 6]
    assert nell.pieces() == ((0,), (2,))


def test_an_answer_without_a_number_is_a_gap_in_the_line_too():
    nell = trends([taken("2026-03-19", ("nell", 2)), taken("2026-04-01", ("nell", None))])[0].strands[0]
    assert nell.pieces() == ((0,),)
    assert nell.given[1] is not None


def test_templates_and_directions_are_never_mixed():
    assert len(trends([taken("2026-03-19", ("nell", 2)), taken("2026-04-01", ("nell", 8), measured=GRID)])) == 2


def test_a_series_that_was_turned_round_or_given_other_ends_is_another_one():
    for other in (replace(SAFE, left=10), replace(SAFE, ten="Calm for four months"), replace(SAFE, series="own")):
        assert len(trends([taken("2026-03-19", ("nell", 2)), taken("2026-04-01", ("nell", 8), measured=other)])) == 2


def test_today_alone_is_no_trend():
    assert trends([taken("2026-04-01", ("nell", 4), today=True)]) == ()
    assert trends([]) == ()
