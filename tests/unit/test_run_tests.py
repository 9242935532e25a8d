"""The two lanes of `make test`."""

from pathlib import Path

import pytest

from tools.run_tests import NONE_COLLECTED, lanes, verdict, workers


def test_what_measures_time_has_the_machine_to_itself_and_each_test_is_in_one_lane(tmp_path: Path) -> None:
    (tmp_path / "test_timed.py").write_text("pytestmark = pytest.mark." + "alone", encoding="utf-8")
    (tmp_path / "test_other.py").write_text("", encoding="utf-8")
    together, alone = lanes([str(tmp_path), "-x"], beside=3)
    assert together[:2] == [str(tmp_path), "-x"]
    assert together[together.index("-m") + 1] == "not alone"
    assert together[together.index("-n") + 1] == "3"
    assert alone == [str(tmp_path / "test_timed.py"), "-x", "-m", "alone"]


def test_where_nothing_measures_time_there_is_one_lane(tmp_path: Path) -> None:
    (tmp_path / "test_other.py").write_text("", encoding="utf-8")
    assert len(lanes([str(tmp_path), "-x"], beside=2)) == 1


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
