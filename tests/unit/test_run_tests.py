"""The two lanes of `make test`."""

import pytest

from tools.run_tests import NONE_COLLECTED, lanes, verdict, workers


def test_what_measures_time_has_the_machine_to_itself_and_each_test_is_in_one_lane() -> None:
    together, alone = lanes(["tests", "-x"], beside=3)
    assert together[:2] == alone[:2] == ["tests", "-x"]
    assert together[together.index("-m") + 1] == "not alone"
    assert together[together.index("-n") + 1] == "3"
    assert alone[2:] == ["-m", "alone"]


@pytest.mark.parametrize(
    ("codes", "one"),
    [([0, 0], 0), ([0, NONE_COLLECTED], 0), ([NONE_COLLECTED, 0], 0), ([1, 0], 1), ([0, 1], 1), ([2, 1], 2),
     ([NONE_COLLECTED, 1], 1), ([NONE_COLLECTED, NONE_COLLECTED], NONE_COLLECTED)],
)  # fmt: skip
def test_a_fault_in_either_lane_is_a_fault_and_nothing_to_run_at_all_is_one_too(codes: list[int], one: int) -> None:
    assert verdict(codes) == one


def test_the_number_of_workers_can_be_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORKERS", "7")
    assert workers() == 7
    monkeypatch.delenv("WORKERS")
    assert workers() >= 1
