"""What the benchmarks make of what they measured."""

import json
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from benchmarks.aims import AIMS
from benchmarks.cases import CASES, Case
from benchmarks.chart import OURS, panels, svg
from benchmarks.generator import Somebody, Target, orders
from benchmarks.options import options
from benchmarks.progress import Progress
from benchmarks.report import whole, with_figures
from benchmarks.results import FIGURES, Aim, Run, medians, ratio, ratios
from benchmarks.systems import SYSTEMS
from benchmarks.talking import BOARD, post, relay
from benchmarks.turns import turns

ROOT = Path(__file__).parents[2]
ROW = {"case", "system", "store", "processes", *FIGURES}


def run(key, repetition, commands, case="1x15", **figures):
    system = SYSTEMS[key]
    found = {**dict.fromkeys(FIGURES, 1.0), "commands_per_s": commands, **figures}
    return Run(case, key, system.name, system.store, system.processes, repetition, found)


def latest(runs):
    return {
        "date": "2026-11-26", "machine": "2 x <made up>", "repetitions": 3, "minutes": 20, "seconds": 1, "runs": medians(runs),
        "scaling": medians(runs[:1]), "ratios": ratios(runs, AIMS), "growth": medians(runs[:1]),
        "costs": [{"cost": "joining", "ms": 12.3, "snapshot_kb": 301.2}], "not_measured": {"retrospected": "it is not here"},
    }  # fmt: skip


RUNS = [run("board", 1, 900), run("bare", 1, 300), run("board", 2, 100), run("bare", 2, 100), run("board", 3, 400),
        run("bare", 3, 200)]  # fmt: skip


def test_a_row_is_the_median_of_the_repetitions_and_has_the_keys_that_readers_of_the_json_know():
    board, bare = medians(RUNS)
    assert (board["system"], board["store"], board["processes"], board["commands_per_s"]) == ("board", "sqlite", 1, 400)
    assert (bare["system"], bare["store"], bare["commands_per_s"]) == ("bare", "none", 200)
    assert set(board) == ROW


def test_a_ratio_is_made_within_each_repetition_and_not_of_the_medians():
    aim = Aim("board / bare", "1x15", "commands_per_s", "board", "bare", 2)
    # 3, 1 and 2: their median; a slow moment of the machine slows both.
    assert ratio(RUNS, aim) == 2
    assert ratio(RUNS[:1], aim) is None
    assert ratio([run("board", 1, 900), run("bare", 2, 300)], aim) is None


@pytest.mark.parametrize(
    ("lower", "value", "met"), [(False, 2.0, True), (False, 1.9, False), (True, 0.2, True), (True, 2.1, False)]
)
def test_an_aim_says_in_which_direction_it_is_met(lower, value, met):
    assert Aim("", "1x15", "p50_ms", "board", "bare", 2, None, lower).met(value) is met


def test_every_aim_names_a_case_that_both_of_its_systems_are_measured_in():
    for aim in AIMS:
        for key in {aim.system, aim.other} & set(SYSTEMS):
            assert aim.case in SYSTEMS[key].cases, aim
        assert aim.figure in FIGURES
        assert aim.case in CASES


def test_each_repetition_runs_every_system_once_in_each_of_its_cases():
    planned = list(turns(list(CASES.values()), list(SYSTEMS.values()), 3))
    assert len(planned) == len({(n, case.name, system.key) for n, case, system in planned})
    assert [n for n, _, _ in planned] == sorted(n for n, _, _ in planned)
    two = {case.name for _, case, system in planned if system.processes == 2}
    assert two == {"10x15", "50x15", "100x15"}


def test_the_tables_tell_every_figure_aim_and_cost_and_what_could_not_be_measured():
    text = whole(latest(RUNS))
    assert text.startswith("Measured on 2026-11-26: 2 x <made up>. Medians of 3 repetitions by turns, in 20 minutes.\n")
    assert "| 1x15 | board, SQLite |        400 |" in text
    assert "| commands a second, board / bare | 1x15 |     2.00 |   2 | yes |" in text
    assert "| joining | snapshot kb 301.2 | 12 |" in text
    assert "Not measured, retrospected: it is not here." in text


def test_the_document_gets_new_figures_and_keeps_its_words():
    before = "Words.\n<!-- figures -->\nold\n<!-- /figures -->\nMore words.\n"
    after = with_figures(before, latest(RUNS))
    assert after.startswith("Words.\n<!-- figures -->\nMeasured on 2026-11-26")
    assert after.endswith("\n<!-- /figures -->\nMore words.\n")
    assert "old" not in after
    assert with_figures(after, latest(RUNS)) == after


def test_the_chart_is_sound_and_a_bar_is_as_long_as_its_figure():
    root = ET.fromstring(svg(latest(RUNS)))
    space = "{http://www.w3.org/2000/svg}"
    first = panels(latest(RUNS))[0]
    assert [(bar.name, bar.value, bar.ours) for bar in first.bars] == [
        ("board, SQLite", 400, True),
        ("bare", 200, False),
    ]
    paper, board, bare, *_ = root.findall(f"{space}rect")
    assert float(board.get("width")) == pytest.approx(2 * float(bare.get("width")), rel=0.01)
    assert board.get("fill") == OURS != bare.get("fill")
    assert float(paper.get("height")) > 0
    assert "board, SQLite 400" in root.find(f"{space}desc").text


def test_the_generator_is_told_of_everybody_and_of_how_many_hear_a_command():
    case = Case(1, 2, window=4, rate=30)
    people = [Somebody(80, 0, path="/a", cookie="board=x"), Somebody(80, 0, path="/b", cookie="board=y")]
    told = orders(Target([7, 8], BOARD, people), case, 2, 0.5, 10).splitlines()
    assert told[-2:] == ["person 80 0 - /a board=x", "person 80 0 - /b board=y"]
    assert {"hearers 2", "answers 1", "window 4", "rate 30", "watch 7", "watch 8"} <= set(told)
    assert "hearers 1" in orders(Target([7], post(), people), case, 2, 0.5, 10).splitlines()


def test_a_relay_hands_on_a_packet_as_large_as_the_boards():
    _, room, words, iv = json.loads(relay(700).command)
    packet = f'42["client-broadcast","{words.replace("%I", "0" * 36)}","{iv}"]'
    assert (room, len(packet)) == ("%M", 700)


def test_a_part_can_be_run_and_only_a_whole_go_renews_what_is_kept(monkeypatch):
    for name in ("BENCH_CASES", "BENCH_SYSTEMS", "BENCH_SECONDS", "BENCH_REPEATS"):
        monkeypatch.delenv(name, raising=False)
    assert options([]).whole
    assert [case.name for case in options([]).cases] == list(CASES)
    part = options(["--cases", "1x15", "--repeats", "1"])
    assert (part.whole, [case.name for case in part.cases], part.also, part.repeats) == (False, ["1x15"], [], 1)
    assert [system.key for system in part.systems] == list(SYSTEMS)
    assert options(["--also", "costs"]).cases == []
    monkeypatch.setenv("BENCH_SYSTEMS", "board,bare")
    assert [system.key for system in options([]).systems] == ["board", "bare"]
    assert not options([]).whole
    with pytest.raises(SystemExit):
        options(["--cases", "2x15"])


def test_progress_is_not_written_to_a_log(capsys):
    progress = Progress(2)
    progress.now("1x15 board")
    progress.over()
    assert capsys.readouterr() == ("", "")


def test_what_the_document_shows_is_what_the_last_whole_go_found():
    found = json.loads((ROOT / "benchmarks/latest.json").read_text("utf-8"))
    assert found["machine"]
    assert all(set(row) == ROW for row in found["runs"])
    document = (ROOT / "docs/performance.md").read_text("utf-8")
    assert with_figures(document, found) == document
    assert (ROOT / "docs/performance.svg").read_text("utf-8") == svg(found)
