"""What is asked of a person, from a table: boards and the asks they lead to, in the browser that runs the rule."""

import tomllib
from copy import deepcopy
from pathlib import Path
from typing import Any

import orjson
from playwright.sync_api import Page

from meeting_server.services.snapshots import snapshot
from tests.e2e.pages.bare_page import run
from tests.scenes.builders import actor, attendee, person, room

CASES = tomllib.loads(Path(__file__).with_name("for_me_cases.toml").read_text("utf-8"))["case"]
KINDS = {"unsent", "turn", "number", "typed", "proposal", "action", "view", "back", "told"}
BLANK = {
    "items": {"taken_back": None, "action": None, "confirmed": "none", "progress": []},
    "rounds": {"asked_at": 1, "answered": [], "some_gave_none": [], "about": None},
    "decisions": {"at": 1},
    "ratings": {"at": 1},
    "turns": {"id": "turns", "since": 1},
}
STORY = """
const { asks, lookedAt, putLast, saysNoWords } = await import("/board/reading/for_me.js");
const store = await import("/board/store/store.js");
const { drafts } = await import("/board/store/outbox.js");
const { nearby } = await import("/board/store/someone_nearby.js");
return cases.map(one => {
  store.replaceAll(one.snapshot);
  store.childInView.value = one.child;
  store.status.value = "online";
  drafts.value = one.unsent.map((state, n) => ({ id: "draft" + n, state }));
  nearby.value = one.nearby ? "nearby" : "alone";
  const first = asks();
  one.looked.forEach(at => lookedAt(first[at]));
  one.later.forEach(at => putLast(first[at]));
  const found = asks();
  return [found.map(ask => [ask.kind, ask.child || ask.thing || ""]), found.filter(saysNoWords).map(ask => ask.kind)];
});
"""


def named(value: Any) -> Any:
    """With the ids of people and attendees in the place of their keys."""
    if isinstance(value, str):
        parts = (
            person(one[1:]) if one[:1] == "@" else attendee(one[1:]) if one[:1] == "%" else one
            for one in value.split(":")
        )
        return ":".join(parts)
    if isinstance(value, list):
        return [named(one) for one in value]
    return {named(key): named(one) for key, one in value.items()} if isinstance(value, dict) else value


def told(case: dict[str, Any]) -> dict[str, Any]:
    """What the browser is told in this case, and what is pressed there."""
    meeting = room()
    whole = deepcopy(orjson.loads(orjson.dumps(snapshot(meeting, actor(meeting, case["who"]), "release", 1))))
    things = named(case.get("things", {}))
    for audience, kinds in things.items():
        for kind, held in kinds.items():
            board = whole["boards"][audience]["things"].setdefault(kind, {})
            board |= {id: {"id": id, **BLANK.get(kind, {}), **thing} for id, thing in held.items()}
    room_things = whole["boards"]["everyone"]["things"]
    (facts,) = room_things["meeting"].values()
    facts["state"] = case.get("state", "open")
    if "stage" in case:
        room_things["agenda"] = {"agenda": {"id": "agenda", "stage": case["stage"], "called": None}}
    press = {name: case.get(name, []) for name in ("unsent", "looked", "later")}
    return {"snapshot": whole, "child": named(case.get("child")), "nearby": case.get("nearby", False), **press}


def test_every_case_asks_what_it_says_in_its_order(page: Page) -> None:
    found = run(page, f"const cases = {orjson.dumps([told(case) for case in CASES]).decode()};", STORY)
    keys = {person(key): f"@{key}" for key in ("pip", "juniper", "sorrel")}
    wrong = {}
    for case, (asks, veiled) in zip(CASES, found, strict=True):
        asked = [f"{kind} {keys.get(thing, thing)}".strip() for kind, thing in asks]
        if asked != case["asks"] or veiled != case.get("veiled", []):
            wrong[case["says"]] = (asked, veiled)
    assert wrong == {}


def test_every_kind_of_ask_has_a_case_in_which_it_is_asked_and_one_in_which_it_has_gone() -> None:
    asked = [{one.partition(" ")[0] for one in case["asks"]} for case in CASES]
    assert set().union(*asked) == KINDS
    assert all(sum(kind in one for one in asked) >= 2 and any(kind not in one for one in asked) for kind in KINDS)
    assert {kind for case in CASES for kind in case.get("veiled", [])} == KINDS - {"unsent", "turn"}
