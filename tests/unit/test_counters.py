"""What is counted: how values are spread, and that no name in a count comes from a person."""

import ast
from pathlib import Path
from types import SimpleNamespace
from unittest.mock import MagicMock

import pytest

from meeting_server.gauges import gauges
from meeting_server.http.metrics import Gauge, registry_of
from meeting_server.services.counters import Counters, Histogram
from meeting_server.settings import SettingError, settings_from

ROOT = Path(__file__).parents[2]


def test_a_value_counts_at_the_first_bound_it_does_not_exceed() -> None:
    spread = Histogram((1, 2, 5))
    for value in (0, 1, 1.5, 5, 6):
        spread.add(value)
    assert (spread.counts, spread.total) == ([2, 1, 1, 1], 13.5)


def test_prometheus_reads_each_bound_with_all_below_it() -> None:
    measures = Counters()
    for commands in (1, 1, 3, 64, 65):
        measures.committed(commands, events=2, seconds=0.004)
    registry = registry_of(measures, ())
    found = {bound: registry.get_sample_value("board_commit_commands_bucket", {"le": bound})
             for bound in ("1", "2", "4", "64", "+Inf")}  # fmt: skip
    assert found == {"1": 2, "2": 2, "4": 3, "64": 4, "+Inf": 5}
    assert registry.get_sample_value("board_commit_commands_count") == 5
    assert registry.get_sample_value("board_events_total") == 10
    assert registry.get_sample_value("board_commit_seconds_bucket", {"le": "0.0025"}) == 0
    assert registry.get_sample_value("board_commit_seconds_bucket", {"le": "0.005"}) == 5


def test_a_failure_that_never_happened_stands_at_nought() -> None:
    registry = registry_of(Counters(), ())
    for outcome in ("ok", "not_saved", "too_fast"):
        assert registry.get_sample_value("board_commands_total", {"outcome": outcome}) == 0
    assert registry.get_sample_value("board_commit_failures_total") == 0
    assert registry.get_sample_value("board_lines_cut_total", {"cause": "slow_reader"}) == 0


def test_a_document_that_failed_is_not_one_that_was_made() -> None:
    measures = Counters()
    with measures.document("docx"):
        pass
    with pytest.raises(ValueError, match="broken"), measures.document("docx"):
        raise ValueError("broken")
    registry = registry_of(measures, ())
    assert registry.get_sample_value("board_document_seconds_count", {"kind": "docx"}) == 1
    assert registry.get_sample_value("board_document_failures_total", {"kind": "docx"}) == 1


def test_a_gauge_that_has_nothing_to_say_is_left_out() -> None:
    gauges = (Gauge("board_age", "An age", lambda: None), Gauge("board_by_kind", "Some", lambda: {"a": 2}, "kind"))
    registry = registry_of(Counters(), gauges)
    assert registry.get_sample_value("board_age") is None
    assert registry.get_sample_value("board_by_kind", {"kind": "a"}) == 2


def test_the_doorbell_is_told_of_only_where_there_is_one() -> None:
    heard = {}
    for bell in (None, SimpleNamespace(is_heard=True), SimpleNamespace(is_heard=False)):
        found = gauges(MagicMock(), MagicMock(), MagicMock(), MagicMock(), lambda: 1, bell)  # type: ignore[arg-type]
        heard[repr(bell)] = next(one for one in found if one.name == "board_doorbell_heard").read()
    assert list(heard.values()) == [None, 1, 0]


def test_what_a_sleep_overslept_is_how_long_nobody_was_served() -> None:
    class Enough(Exception):
        pass

    measures, now, naps = Counters(), [0.0], [1.0, 1.3, 0.999]

    def sleep(_: float) -> None:
        if not naps:
            raise Enough
        now[0] += naps.pop(0)

    with pytest.raises(Enough):
        measures.watch_lag(sleep, lambda: now[0])
    assert measures.lag_seconds.total == pytest.approx(0.3)
    assert sum(measures.lag_seconds.counts[:1]) == 2


def calls_of(*names: str) -> list[ast.Call]:
    """Every call of something with one of these names in the product."""
    files = [one for package in ("meeting_server", "facilitator_ui") for one in (ROOT / package).rglob("*.py")]
    nodes = (node for file in files for node in ast.walk(ast.parse(file.read_text("utf-8"))))
    return [one for one in nodes if isinstance(one, ast.Call)
            and getattr(one.func, "id", getattr(one.func, "attr", "")) in names]  # fmt: skip


def test_the_code_of_every_refusal_is_written_out_so_that_none_can_hold_words() -> None:
    refusals = calls_of("Refused")
    assert len(refusals) > 100
    for one in refusals:
        assert isinstance(one.args[0], ast.Constant), f"line {one.lineno}: {ast.unparse(one)}"
        assert str(one.args[0].value).replace("_", "").isalpha(), one.args[0].value


def test_metrics_are_off_until_a_token_of_some_length_is_set_and_no_message_repeats_it() -> None:
    assert settings_from({}).metrics_token == ""
    assert settings_from({"METRICS_TOKEN": "a-token-of-some-length-0"}).metrics_token == "a-token-of-some-length-0"
    assert "a-token" not in repr(settings_from({"METRICS_TOKEN": "a-token-of-some-length-0"}))
    for value in ("tooshort-tooshort", "with a space in the middle of it", "x" * 201):
        with pytest.raises(SettingError, match="METRICS_TOKEN") as refused:
            settings_from({"METRICS_TOKEN": value})
        assert value not in str(refused.value)
