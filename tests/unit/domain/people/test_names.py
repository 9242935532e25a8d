"""What people are called: no two read alike, no child's name is cut, no word is dropped that may belong to a name."""

import json
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given as for_any
from hypothesis import strategies as st

from meeting_server.domain.people.names import Named, alike, called, whole_names

CASES = json.loads((Path(__file__).parents[3] / "names.json").read_text())


def named(id: str, name: str, child: str = "", age: str = "", part: str = "", called: str = "") -> Named:
    """Somebody as the cases write them."""
    return Named(id, name, bool(child), age, part, called)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["case"])
def test_people_are_called_so_that_they_are_told_apart(case: dict[str, Any]) -> None:
    people = [named(id, *words) for id, words in case["people"].items()]
    assert called(people) == case["called"]
    assert whole_names(people) == case.get("whole", whole_names(people))


NAMES = st.sampled_from(
    ["Robin", "robin ", "Robin Hale", "Jo Smith", "Jo Marsh", "Mr Hale", "Mary Jane", "Zoé", "Zoe\u0301"]
)
PEOPLE = st.lists(
    st.tuples(NAMES, st.booleans(), st.sampled_from(["", "3", "9"]), st.sampled_from(["", "Mum", "Midwife"]),
              st.sampled_from(["", "", "Robin", "Robin, 9", "Jo, Mum"])),
    max_size=7,
)  # fmt: skip


@for_any(PEOPLE)
def test_no_two_people_ever_read_alike_and_no_childs_name_loses_a_word(
    drawn: list[tuple[str, bool, str, str, str]],
) -> None:
    people = [Named(str(at), *one) for at, one in enumerate(drawn)]
    for found in (called(people), whole_names(people)):
        assert not [(a, b) for a, b in combinations(found.values(), 2) if alike(a) == alike(b)]
    for one in people:
        if one.child and not one.called:
            assert called(people)[one.id].startswith(one.name)
