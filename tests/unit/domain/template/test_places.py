"""A step shows places: columns, and the product's own parts of the board."""

from dataclasses import replace

import pytest

from meeting_server.domain.template.parts import Stage
from meeting_server.domain.template.places import is_place, is_written_to, shown_in
from tests.scenes.builders import templates

MAP = templates()["three-column-map"]


@pytest.mark.parametrize("key", ["worries", "@numbers", "@deciding", "@visits", "@board"])
def test_a_column_and_a_part_of_the_board_are_places(key):
    assert is_place(MAP, key)


@pytest.mark.parametrize("key", ["numbers", "@worries", "better", "@", ""])
def test_what_is_neither_is_no_place(key):
    assert not is_place(MAP, key)


def test_a_step_shows_what_it_says_or_its_column_or_everything():
    step = Stage("numbers", "Numbers")
    assert shown_in(replace(step, shows=("@numbers", "worries"))) == ("@numbers", "worries")
    assert shown_in(replace(step, column="worries")) == ("worries",)
    assert shown_in(step) == ("@board",)


@pytest.mark.parametrize("target", ["worries", "next.goal"])
def test_the_box_writes_to_a_column_or_a_part_of_one(target):
    assert is_written_to(MAP, target)


@pytest.mark.parametrize("target", ["goal", "next.goals", "@numbers"])
def test_the_box_writes_nowhere_else(target):
    assert not is_written_to(MAP, target)


@pytest.mark.parametrize("template", templates().values(), ids=lambda one: one.key)
def test_every_step_of_a_shipped_template_says_what_it_shows_and_every_column_is_shown_by_one(template):
    assert [step.key for step in template.stages if not step.shows] == []
    shown = {place for step in template.stages for place in step.shows}
    assert [column.key for column in template.columns if column.key not in shown] == []


@pytest.mark.parametrize("template", templates().values(), ids=lambda one: one.key)
def test_every_column_of_a_shipped_template_has_a_short_name_of_its_own(template):
    names = [column.short for column in template.columns]
    assert "" not in names
    assert len(set(names)) == len(names)
