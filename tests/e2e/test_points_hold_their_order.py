"""What stands on a screen or on paper keeps its order when a point comes: a goal fills its place beside its danger."""

import itertools
from typing import Any

from hypothesis import HealthCheck, Phase, settings
from hypothesis import given as for_any
from hypothesis import strategies as st
from playwright.sync_api import Page

from meeting_server.domain.meeting import Meeting
from meeting_server.domain.record.record import record_of
from tests.e2e.test_places import shown_to
from tests.scenes.builders import given, new, person, room
from tests.scenes.points import point

ORDERS = """async snapshots => {
  const [store, layout, links, pairs, wall] = await Promise.all(
    ["board/store/store", "board/reading/layout", "board/points/answer_link", "board/points/pairs", "projector/list_view"].map(path => import(`/${path}.js`)),
  );
  const ids = items => items.map(one => one.id);
  return snapshots.map(snapshot => {
    store.replaceAll(snapshot);
    const found = { pairs: ids(pairs.dangers(null)), wall: wall.pairs(null).map(one => one.danger[0].point) };
    layout.rows().forEach(row => row.forEach(block => {
      const groups = links.faced(block, layout.groups(block, store.columnItems(block.column.key, null)));
      groups.forEach(group => { found[block.key + "/" + group.key] = ids(group.items); });
    }));
    return found;
  });
}"""
# What is said: a danger, a worry, a good thing, or a goal for one of the dangers so far, about no child or one of them.
SAID = st.tuples(
    st.sampled_from(["danger", "harm", "safety", "goal"]), st.sampled_from(["", "pip", "juniper"]), st.integers(0, 9)
)
COLUMNS = {"danger": "worries", "harm": "worries", "safety": "well", "goal": "next"}
FEW = settings(
    max_examples=5,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
    derandomize=True,
)


def grows(said: list[tuple[str, str, int]]) -> list[Meeting]:
    """The meeting after each of these points."""
    found, dangers = [room()], list[str]()
    for at, (category, child, which) in enumerate(said):
        answers = new(dangers[which % len(dangers)]) if category == "goal" and dangers else None
        about = (person(child),) if child else ()
        words = f"Said as number {at} of them."
        added = point(f"p{at}", words, COLUMNS[category], category=category, children=about, answers=answers)
        found.append(given(found[-1]).when("ines", added).ok().meeting)
        if category == "danger":
            dangers.append(f"p{at}")
    return found


def holds(orders: list[dict[str, list[Any]]]) -> None:
    """Fails if what stood in a list stands in another order after the next point."""
    for before, after in itertools.pairwise(orders):
        for name, stood in before.items():
            assert [one for one in after[name] if one in stood] == stood, name


def on_paper(meeting: Meeting) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = {}
    for at, part in enumerate(record_of(meeting, ("everyone",)).parts):
        found[f"{at}"] = [one.danger.text for one in part.dangers]
        for column in part.columns:
            for category in column.categories:
                found[f"{at} {column.key}/{category.key}"] = [one.text for one in category.points]
    return found


@FEW
@for_any(st.lists(SAID, min_size=6, max_size=12))
def test_a_point_that_comes_never_moves_what_stands_on_a_screen(page: Page, said: list[tuple[str, str, int]]) -> None:
    holds(page.evaluate(ORDERS, [shown_to(meeting, "kit") for meeting in grows(said)]))


@FEW
@for_any(st.lists(SAID, min_size=6, max_size=12))
def test_a_point_that_comes_never_moves_what_stands_on_paper(said: list[tuple[str, str, int]]) -> None:
    holds([on_paper(meeting) for meeting in grows(said)])


def test_a_goal_that_comes_fills_its_place_beside_its_danger(page: Page) -> None:
    said = [("danger", "", 0), ("danger", "", 0), ("goal", "", 0)]
    before, after = page.evaluate(ORDERS, [shown_to(meeting, "kit") for meeting in grows(said)[2:]])
    assert before["pairs"] == after["pairs"] == after["wall"] == [new("p0"), new("p1")]
