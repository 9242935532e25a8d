"""For you: who or what needs the chair, best first, from what the chair's browser holds."""

import json
from typing import Any

import orjson
from playwright.sync_api import Page

from meeting_server.domain.meeting import Meeting
from meeting_server.domain.numbers.note_low_asked import NoteLowAsked
from meeting_server.domain.numbers.rounds import AskNumbers
from meeting_server.domain.numbers.save_number import SaveNumber
from meeting_server.domain.numbers.show_numbers import ShowNumbers
from meeting_server.domain.people.hands_up import RaiseHand
from meeting_server.services.snapshots import snapshot
from tests.e2e.pages.bare_page import run
from tests.scenes.builders import START, actor, given, new, person, room

HOUR = 3_600_000
NEEDS = """
const store = await import("/board/store/store.js");
const { needs } = await import("/chair/step/for_chair.js");
const now = (snapshot, here) => {
  store.replaceAll(snapshot);
  store.presence.value = { here, writing: [] };
  return needs().map(one => ({ words: one.words, button: one.button, does: one.does && one.does.name, data: one.does && one.does.data }));
};
"""


def held(meeting: Meeting, who: str, time: int = START + HOUR) -> str:
    """What this person's browser is sent, as it is written into a script."""
    return orjson.dumps(snapshot(meeting, actor(meeting, who), "r", time)).decode()


def rows(page: Page, meeting: Meeting, who: str = "ines", away: tuple[str, ...] = ()) -> list[dict[str, Any]]:
    """The rows of this person, everybody being connected but those who are `away`."""
    here = [one["id"] for one in _attendees(meeting) if one["person"] not in map(person, away)]
    found: list[dict[str, Any]] = run(page, NEEDS, f"return now({held(meeting, who)}, {json.dumps(here)});")
    return found


def _attendees(meeting: Meeting) -> list[dict[str, Any]]:
    told: dict[str, Any] = orjson.loads(held(meeting, "ines"))["boards"]["everyone"]["things"]["attendees"]
    return list(told.values())


def words(page: Page, meeting: Meeting, **more: Any) -> list[str]:
    return [one["words"] for one in rows(page, meeting, **more)]


def low_for(*children: str) -> Meeting:
    """Numbers shown: PC Rowan and Nell put each of these children low."""
    ids = tuple(person(one) for one in children)
    said = given(room()).when("ines", AskNumbers(new("round"), "safety", ids)).ok()
    for who, value in (("rowan", 2), ("nell", 1), ("marla", 8)):
        for child in ids if who != "nell" else ids[:1]:
            said = said.when(who, SaveNumber(new("round"), child, "number", value, "So.")).ok()
    return said.when("ines", ShowNumbers(new("round"))).ok().meeting


def test_low_numbers_are_one_row_for_each_child_and_come_first(page: Page) -> None:
    low = low_for("juniper", "pip")
    with_hand = given(low).when("marla", RaiseHand(True)).ok().meeting
    first, second, *rest = words(page, with_hand)
    assert first == "Nell and 1 more put Juniper at 2 or lower. Safe tonight?"
    assert second == "PC Rowan put Pip at 2. Safe tonight?"
    assert "Marla’s hand is up." in rest


def test_a_low_number_that_was_asked_about_is_gone_for_the_chair_and_after_a_reload(page: Page) -> None:
    low = given(low_for("juniper", "pip"))
    asked = low.when("ines", NoteLowAsked(new("round"), person("juniper"))).ok()
    assert [one for one in words(page, asked.meeting) if "Safe tonight" in one] == [
        "PC Rowan put Pip at 2. Safe tonight?"
    ]
