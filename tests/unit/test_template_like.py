"""A template that is like another: what is merged, what is refused and by which file's name, and the file as a whole."""

import textwrap
import tomllib
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meeting_server.domain.template.template import Template
from meeting_server.storage.template_files import OURS, TemplateError, load_templates, read_template, template_text
from meeting_server.storage.template_like import laid_over
from meeting_server.storage.toml_text import toml_text

HEAD = 'key = "ours"\ntitle = "Our map"\nlike = "three-column-map"\n'
MAP = read_template(OURS / "three-column-map.toml")
FILES = sorted(OURS.glob("*.toml"))
TWINS = [path for path in FILES if "like" in tomllib.loads(path.read_text("utf-8"))]


def over(base: str, own: str) -> dict[str, Any]:
    """What two texts of TOML make together, when nothing is wrong in it."""
    wrong: list[tuple[str, str]] = []
    whole = laid_over(tomllib.loads(base), tomllib.loads(own), wrong)
    assert wrong == []
    return whole


def ours(folder: Path, text: str, name: str = "ours.toml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def refused(path: Path) -> list[str]:
    with pytest.raises(TemplateError) as error:
        read_template(path)
    return str(error.value).split("\n")


@pytest.mark.parametrize(
    ("base", "own", "whole"),
    [
        pytest.param("a = 1\nb = 2", "b = 3\nc = 4", {"a": 1, "b": 3, "c": 4}, id="a value"),
        pytest.param("t.a = 1\nt.b = 2", "t.b = 3", {"t": {"a": 1, "b": 3}}, id="a table, key by key"),
        pytest.param("", "t.a = 1", {"t": {"a": 1}}, id="a table that was not there"),
        pytest.param("l = [1, 2]", "l = [3]", {"l": [3]}, id="a list of values, whole"),
        pytest.param("l = [{ a = 1 }, { a = 2 }]", "l = [{ b = 3 }]", {"l": [{"b": 3}]}, id="tables without keys"),
        pytest.param(
            'l = [{ key = "x", a = 1, b = 1 }, { key = "y", a = 2 }]',
            'l = [{ key = "z", a = 9 }, { key = "x", b = 3 }]',
            {"l": [{"key": "x", "a": 1, "b": 3}, {"key": "y", "a": 2}, {"key": "z", "a": 9}]},
            id="tables with keys",
        ),
        pytest.param(
            'l = [{ key = "x", in = [{ key = "i", a = 1 }, { key = "j" }] }]',
            'l = [{ key = "x", in = [{ key = "i", a = 2 }] }]',
            {"l": [{"key": "x", "in": [{"key": "i", "a": 2}, {"key": "j"}]}]},
            id="tables with keys in one another",
        ),
        pytest.param('l = [{ key = "x" }]', "l = []", {"l": []}, id="an empty list"),
        pytest.param("", 'l = [{ key = "x" }]', {"l": [{"key": "x"}]}, id="a list that was not there"),
        pytest.param('l = [{ key = "x" }, { key = "y" }]', 'l = [{ key = "x", drop = true }]', {"l": [{"key": "y"}]},
                     id="one taken out"),
        pytest.param("t.a = 1\nb = 2", "t.drop = true", {"b": 2}, id="a table taken out"),
        pytest.param(
            'l = [{ key = "x" }, { key = "y" }, { key = "z" }]',
            'order.l = ["new", "z"]\nl = [{ key = "new" }]',
            {"l": [{"key": "new"}, {"key": "z"}, {"key": "x"}, {"key": "y"}]},
            id="another order",
        ),
        pytest.param(
            'l = [{ key = "x", in = [{ key = "i" }, { key = "j" }] }]',
            'l = [{ key = "x", order.in = ["j"] }]',
            {"l": [{"key": "x", "in": [{"key": "j"}, {"key": "i"}]}]},
            id="another order inside",
        ),
        pytest.param('l = [{ key = "order", a = 1 }]', 'l = [{ key = "order", a = 2 }]',
                     {"l": [{"key": "order", "a": 2}]}, id="one with the key order"),
    ],
)  # fmt: skip
def test_what_a_file_says_is_laid_over_the_other(base: str, own: str, whole: dict[str, Any]) -> None:
    assert over(base, own) == whole


@pytest.mark.parametrize(
    ("own", "says"),
    [
        ('[[columns]]\nkey = "worriez"\ndrop = true', "columns.worriez.drop: There is nothing of this name to take out."),
        ("impact.drop = true", "impact.drop: There is nothing of this name to take out."),
        ('[[columns]]\nkey = "next"\ndrop = false', "columns.next.drop: This can only be true."),
        ('order.stages = ["plan", "tea"]', "order.stages: There is no tea here."),
        ('order = ["plan"]', 'order: Say which list: order.columns = ["well", "worries"].'),
        ('order.stages = "plan"', "order.stages: This must be a list of keys, for a list of tables that have them."),
        ('order.layout = ["plan"]', "order.layout: This must be a list of keys, for a list of tables that have them."),
        ('[[columns]]\nkey = "next"\norder.categories = ["tea"]', "columns.next.order.categories: There is no tea here."),
        ('[[columns]]\nkey = "next"\n[[columns]]\nkey = "next"', "columns.next: This key is used twice."),
        ('[[scales]]\nkey = "safety"\nrolle = 1', "scales.safety.rolle: There is no such key here. Look for a spelling mistake."),
        ('[[columns]]\nkey = "next"\ntint = "red"', "columns.next.tint: This must be one of: well, worry, good, next, impact."),
        ('[[columns]]\nlabel = "Next"', "columns[0].key: This is missing."),
        ('layout = [{ blocks = [{ column = "tea" }] }]', "layout[0].blocks[0].column: There is no column tea."),
        ('[[columns]]\nkey = "next"\nactions = false', "columns: A column must have actions = true: its points become actions."),
    ],
)  # fmt: skip
def test_what_is_wrong_names_the_file_and_the_place_in_it(own: str, says: str, tmp_path: Path) -> None:
    assert f"ours.toml: {says}" in refused(ours(tmp_path, HEAD + own))


@pytest.mark.parametrize("key", ["key", "title"])
def test_what_tells_two_templates_apart_is_not_taken_over(key: str, tmp_path: Path) -> None:
    text = "\n".join(line for line in HEAD.splitlines() if not line.startswith(key))
    assert refused(ours(tmp_path, text)) == [f"ours.toml: {key}: This is missing."]


@pytest.mark.parametrize("like", ['"tea"', '"ours"', "3", "[]"])
def test_one_that_is_like_none_or_itself_is_refused(like: str, tmp_path: Path) -> None:
    (says,) = refused(ours(tmp_path, HEAD.replace('"three-column-map"', like)))
    assert says.startswith("ours.toml: like: There is no template ")


def test_it_goes_one_step_and_no_further(tmp_path: Path) -> None:
    path = ours(tmp_path, HEAD.replace("three-column-map", "two-row-map"))
    assert refused(path) == [
        "ours.toml: like: two-row-map.toml is like another itself. Name one that is written whole."
    ]


def test_the_words_of_a_like_template_mean_nothing_in_one_that_is_whole(tmp_path: Path) -> None:
    text = (OURS / "three-column-map.toml").read_text("utf-8")
    path = ours(tmp_path, text.replace('key = "numbers"\n', 'key = "numbers"\ndrop = true\n'))
    assert refused(path) == ["ours.toml: stages.numbers.drop: There is no such key here. Look for a spelling mistake."]


def test_a_councils_file_is_like_ours_or_like_one_beside_it_which_comes_first(tmp_path: Path) -> None:
    path = ours(tmp_path, HEAD)
    assert read_template(path).heading == MAP.heading
    text = (OURS / "three-column-map.toml").read_text("utf-8")
    ours(tmp_path, text.replace(f'"{MAP.heading}"', '"Our family"'), "base.toml")
    assert read_template(path).heading == "Our family"
    found = load_templates(tmp_path)
    assert found["three-column-map"].heading == "Our family"
    assert found["two-row-map"] == load_templates()["two-row-map"], "ours is like ours"


def test_a_councils_file_can_replace_ours_and_be_like_it(tmp_path: Path) -> None:
    ours(tmp_path, HEAD.replace('"ours"', '"three-column-map"') + "decision.drop = true\nscales = []\n")
    found = load_templates(tmp_path)["three-column-map"]
    assert (found.title, found.decision, found.scales, found.columns) == ("Our map", None, (), MAP.columns)


def test_a_fault_of_the_one_it_is_like_is_told_once_and_of_that_file(tmp_path: Path) -> None:
    text = (OURS / "three-column-map.toml").read_text("utf-8")
    ours(tmp_path, text.replace("low = 2", "low = 12"), "base.toml")
    assert refused(ours(tmp_path, HEAD)) == ["base.toml: scales.safety.low: This must be a whole number from 0 to 10."]
    with pytest.raises(TemplateError) as error:
        load_templates(tmp_path)
    assert str(error.value).count("\n") == 0


def test_what_the_guide_shows_is_a_template(tmp_path: Path) -> None:
    page = (OURS.parents[1] / "docs" / "guide" / "templates.md").read_text("utf-8")
    shown = page.partition("## A template that is like another")[2].partition("\n- ")[0].partition("\n    ")[2]
    made = read_template(ours(tmp_path, textwrap.dedent("    " + shown)))
    assert [one.key for one in made.stages[:3]] == ["welcome", "family", "child"]
    assert len(made.stages) == len(MAP.stages)
    assert (made.columns[0].label, made.columns[0].prompts) == ("What worries us?", MAP.columns[0].prompts)
    assert (made.scales[0].low, made.scales[0].question) == (3, MAP.scales[0].question)
    assert {one.key for one in MAP.roles} - {one.key for one in made.roles} == {"observer"}


@pytest.mark.parametrize("path", TWINS, ids=lambda path: path.stem)
def test_our_own_is_what_it_says_and_else_what_it_is_like(path: Path) -> None:
    says = tomllib.loads(path.read_text("utf-8"))
    twin, base = read_template(path), load_templates()[says["like"]]
    for one in fields(Template):
        if one.name not in says:
            assert getattr(twin, one.name) == getattr(base, one.name)
    assert (twin.key, twin.title, twin.source, twin.heading) == tuple(
        says[name] for name in ("key", "title", "source", "heading")
    )
    assert len(path.read_text("utf-8").splitlines()) < 60, "say only what differs"


def test_the_two_maps_are_twins_but_for_their_places_and_their_number_line() -> None:
    assert [path.stem for path in TWINS] == ["two-row-map"]
    twin = load_templates()["two-row-map"]
    differ = {one.name for one in fields(Template) if getattr(twin, one.name) != getattr(MAP, one.name)}
    assert differ == {"key", "title", "source", "heading", "kinds", "layout", "scales"}
    assert [(scale.key, scale.series) for scale in twin.scales] == [("safety-today", "")]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_template_written_whole_is_the_same_template(path: Path, tmp_path: Path) -> None:
    whole = template_text(path.stem)
    assert (whole == path.read_text("utf-8")) is (path not in TWINS)
    tables = tomllib.loads(whole)
    assert "like" not in tables
    assert tomllib.loads(toml_text(tables)) == tables
    assert read_template(ours(tmp_path, toml_text(tables))) == load_templates()[path.stem]


def test_the_whole_of_a_councils_own_template_comes_before_ours(tmp_path: Path) -> None:
    ours(tmp_path, HEAD.replace('"ours"', '"two-row-map"'))
    assert 'title = "Our map"' in template_text("two-row-map", tmp_path)
    assert 'title = "Map in two rows"' in template_text("two-row-map")
    with pytest.raises(TemplateError, match=r"^There is no template tea\.$"):
        template_text("tea", tmp_path)


NAMES = st.from_regex(r"[a-z_-][a-z0-9_-]{0,5}", fullmatch=True)
PLAIN = st.text(st.characters(exclude_categories=["Cs"])) | st.booleans() | st.integers(-(2**53), 2**53)
VALUES = st.recursive(PLAIN, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(NAMES, inner, max_size=4))


@given(st.dictionaries(NAMES, VALUES, max_size=5))
def test_tables_as_text_are_read_back_as_they_were(tables: dict[str, Any]) -> None:
    assert tomllib.loads(toml_text(tables)) == tables
