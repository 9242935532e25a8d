"""Which script the board of a kind of meeting loads: with adults, summaries and core groups, or without."""

from dataclasses import replace

import pytest

from meeting_server.http.board import has_more
from tests.scenes.builders import templates

MORE = {"core-group": True, "supervision": True}


@pytest.mark.parametrize("key", sorted(templates()))
def test_only_core_groups_and_supervision_of_ours_have_more_on_their_boards_than_conferences(key: str) -> None:
    assert has_more(templates()[key]) is MORE.get(key, False)


@pytest.mark.parametrize("asked", ["visits", "updates", "triggers", "adult_questions", "summaries"])
def test_a_councils_own_conference_that_asks_for_any_of_it_has_more_too(asked: str) -> None:
    source = templates()["core-group" if asked in ("visits", "updates", "triggers") else "supervision"]
    mixed = replace(templates()["three-column-map"], **{asked: getattr(source, asked)})
    assert has_more(mixed)
