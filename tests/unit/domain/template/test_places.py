"""A step shows places: columns, and the product's own parts of the board."""

from dataclasses import replace

import pytest

from meeting_server.domain.template.parts import Stage
from meeting_server.domain.template.places import is_place, shown_in
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
