"""The lanes of `make test`, `make test-more` and `make test-all`."""

import re
from pathlib import Path

import pytest

from tools.run_tests import (
    NO_SERVER,
    NONE_COLLECTED,
    ON_THEIR_OWN_POSTGRESQL,
    ONCE_MORE,
    PARTS,
    Lane,
    lanes,
    main,
    took,
    verdict,
    words,
    workers,
)

THREADS = {"ASYNC_MODE": "threading"}


def test_what_measures_time_has_the_machine_to_itself_and_each_test_is_in_one_lane(tmp_path: Path) -> None:
    (tmp_path / "test_timed.py").write_text("pytestmark = pytest.mark." + "alone", encoding="utf-8")
    (tmp_path / "test_other.py").write_text("", encoding="utf-8")
    together, alone = (words(one, beside=3) for one in lanes("quick", [str(tmp_path), "-x"], {}))
    assert together[:2] == [str(tmp_path), "-x"]
    assert together[together.index("-m") + 1] == "not alone"
    assert together[together.index("-n") + 1] == "3"
    assert alone == [str(tmp_path / "test_timed.py"), "-x", "-m", "alone"]


def test_where_nothing_measures_time_there_is_one_lane(tmp_path: Path) -> None:
    (tmp_path / "test_other.py").write_text("", encoding="utf-8")
    assert len(lanes("quick", [str(tmp_path), "-x"], {})) == 1


def test_where_all_tests_are_asked_for_what_goes_over_sockets_runs_once_more_with_threads() -> None:
    (found,) = (one for one in lanes("more", ["tests", "-x"], {}) if one.environment == THREADS)
    wheel = "--ignore=tests/integration/test_wheel.py"
    assert found == Lane("with threads", THREADS, ("tests/integration", wheel, "-x"), "not alone")
    assert words(found, beside=2)[:7] == ["tests/integration", wheel, "-x", "-m", "not alone", "-n", "2"]


@pytest.mark.parametrize("asked", [["tests/unit"], ["tests", "tests/unit"], ["tests", "-k", "sealed"], []])
@pytest.mark.parametrize("part", PARTS)
def test_whoever_asks_for_some_tests_gets_all_of_them_once(part: str, asked: list[str]) -> None:
    found = lanes(part, asked, {})
    assert all(not one.environment for one in found)
    assert [one.marks for one in found] in (["not alone"], ["not alone", "alone"])


def test_the_quick_tests_and_the_others_are_all_of_them_each_in_one_lane() -> None:
    assert [one.marks for one in lanes("quick", ["tests"], {})] == ["not alone and not thorough and not proof"]
    assert [one.marks for one in lanes("more", ["tests"], {})] == [
        "thorough and not alone and not proof", "alone", *(one.marks for one in ONCE_MORE)]  # fmt: skip
    assert lanes("all", ["tests"], {}) == lanes("quick", ["tests"], {}) + lanes("more", ["tests"], {})
    assert [one.marks for one in lanes("proofs", ["tests"], {})] == ["proof"]


def test_the_quick_tests_say_how_long_they_took_and_which_were_the_slowest() -> None:
    (quick,) = lanes("quick", ["tests"], {})
    assert "--durations=10" in words(quick, beside=2)
    assert took(400.4) == "The quick tests took 400 of 480 seconds."
    assert took(481) == "The quick tests took 481 of 480 seconds. Mark the slowest as thorough."


def test_what_runs_with_threads_altogether_runs_once() -> None:
    assert len(lanes("all", ["tests"], THREADS)) == len(lanes("all", ["tests"], {})) - 1
    assert len(lanes("all", ["tests"], {"ASYNC_MODE": "eventlet"})) == len(lanes("all", ["tests"], {}))


def test_what_runs_once_more_is_there_and_differs_by_its_environment() -> None:
    assert all(Path(path).is_dir() for one in ONCE_MORE for path in one.paths if not path.startswith("--ignore="))
    assert len({tuple(one.environment.items()) for one in ONCE_MORE} - {()}) == len(ONCE_MORE)


def test_what_runs_once_more_leaves_out_only_what_would_say_the_same() -> None:
    assert all(Path(file).is_file() for file in (*NO_SERVER, *ON_THEIR_OWN_POSTGRESQL))
    for file in ON_THEIR_OWN_POSTGRESQL:
        assert re.search(r"\b(share\(|Cluster\(|Postgres\(|cluster\b)", Path(file).read_text("utf-8")), file
    with_threads, on_postgresql = ONCE_MORE
    assert [one for one in with_threads.paths if one.startswith("--ignore=")] == [
        f"--ignore={one}" for one in NO_SERVER
    ]
    assert "--ignore=tests/integration/test_cluster.py" in on_postgresql.paths


def test_a_lane_has_our_environment_and_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[dict[str, str]] = []

    def call(_: list[str], env: dict[str, str]) -> int:
        seen.append(env)
        return 0

    monkeypatch.setattr("subprocess.call", call)
    monkeypatch.setenv("KEPT", "yes")
    monkeypatch.delenv("ASYNC_MODE", raising=False)
    assert main(["all", "tests"]) == 0
    assert [one.get("ASYNC_MODE") for one in seen].count("threading") == 1
    assert "ASYNC_MODE" not in seen[0]
    assert all(one["KEPT"] == "yes" for one in seen)


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
