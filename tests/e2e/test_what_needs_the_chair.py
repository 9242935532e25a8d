"""For you: who or what needs the chair, best first, from what the chair's browser holds."""

import json
from typing import Any

import orjson
from playwright.sync_api import Page

from meeting_server.domain.agenda.stages import GoToStage
from meeting_server.domain.deciding.agency_views import GiveAgencyView
from meeting_server.domain.deciding.ask_for_views import AskForViews
from meeting_server.domain.meeting import Meeting
from meeting_server.domain.numbers.note_low_asked import NoteLowAsked
from meeting_server.domain.numbers.rounds import AskNumbers
from meeting_server.domain.numbers.save_number import SaveNumber
from meeting_server.domain.numbers.show_numbers import ShowNumbers
from meeting_server.domain.people.chair_controls import NameDeputy
from meeting_server.domain.people.hands_up import RaiseHand
from meeting_server.domain.people.lobby import Arrive
from meeting_server.domain.people.persons import find_attendee
from meeting_server.domain.people.requests import SayLeaving
from meeting_server.domain.points.actions import SetAction
from meeting_server.services.snapshots import snapshot
from tests.e2e.pages.bare_page import run
from tests.scenes.builders import START, actor, after, attendee, given, new, person, room
from tests.scenes.points import point

HOUR = 3_600_000
PIP = person("pip")
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


def deciding() -> Meeting:
    """The step of the decision is open, and Kit has said what she thinks of Pip."""
    at = given(room()).when("ines", GoToStage("decision")).ok()
    return at.when("kit", GiveAgencyView(PIP, "yes", "Again and again.")).ok().meeting


def one_with(page: Page, meeting: Meeting, said: str, **more: Any) -> dict[str, Any]:
    found = [one for one in rows(page, meeting, **more) if said in one["words"]]
    assert len(found) == 1, found
    return found[0]


def test_whose_view_is_missing_is_asked_on_their_own_screens_family_first(page: Page) -> None:
    row = one_with(page, deciding(), "No view on Pip from")
    assert row["words"].startswith("No view on Pip from Caspian, Marla, Odile")
    assert row["button"] == "Ask them"
    assert row["data"]["child"] == PIP
    asked = given(deciding()).when("ines", AskForViews(PIP, tuple(row["data"]["people"]))).ok().meeting
    again = one_with(page, asked, "No view on Pip from")
    assert (again["button"], again.get("does")) == ("Look", None), "nobody is asked twice by the same press"


def test_in_another_step_no_view_is_missed(page: Page) -> None:
    later = given(deciding()).when("ines", GoToStage("plan")).ok().meeting
    assert not [one for one in words(page, later) if "No view" in one]


def test_a_child_without_a_number_is_a_gap_of_the_step_of_numbers(page: Page) -> None:
    at = given(room()).when("ines", GoToStage("numbers")).ok()
    assert not [one for one in words(page, at.meeting) if "No number" in one], "none was asked for yet"
    asked = at.when("ines", AskNumbers(new("round"), "safety", (PIP,))).ok().meeting
    assert one_with(page, asked, "No number")["words"] == "No number for Juniper and Sorrel."


def test_an_action_without_a_day_is_a_gap_of_the_plan(page: Page) -> None:
    step = point("step", "Somebody is there every morning.", "next")
    at = given(room()).when("kit", step).ok().when("kit", SetAction(new("step"), (person("kit"),))).ok()
    assert not [one for one in words(page, at.meeting) if "no day" in one]
    assert one_with(page, at.when("ines", GoToStage("plan")).ok().meeting, "no day")["words"] == "1 action has no day."


def test_once_all_who_are_here_have_answered_the_row_shows_the_numbers(page: Page) -> None:
    asked = (
        given(room(only=("ines", "kit", "nell", "ivo", "marla", "pip")))
        .when("ines", AskNumbers(new("round"), "safety", (PIP,)))
        .ok()
    )
    for who in ("kit", "nell", "ivo"):
        asked = asked.when(who, SaveNumber(new("round"), PIP, "number", 5, "So.")).ok()
    assert not [one for one in words(page, asked.meeting) if "All have" in one]
    last = asked.when("marla", SaveNumber(new("round"), PIP, "dont_know", None, "")).ok()
    row = one_with(page, last.meeting, "All have given their numbers.")
    assert (row["button"], row["does"], row["data"]) == ("Show all", "show_numbers", {"round": new("round")})


def test_who_has_to_go_is_heard_first_and_is_asked_once(page: Page) -> None:
    going = given(room()).when("ivo", SayLeaving("now")).ok().meeting
    row = one_with(page, going, "Ivo has to go")
    assert (row["button"], row["does"]) == ("Views first", "answer_request")


def test_the_deputy_is_missed_once_named_and_offered_before_the_start(page: Page) -> None:
    assert one_with(page, room(opened=False), "No deputy yet.")["button"] == "Choose"
    named = given(room()).when("ines", NameDeputy(attendee("saffron"))).ok().meeting
    assert not [one for one in words(page, named) if "deputy" in one]
    assert one_with(page, named, "your deputy", away=("saffron",))["words"] == "Saffron, your deputy, is not connected."


def test_a_low_number_is_never_below_the_second_row(page: Page) -> None:
    found = run(
        page,
        NEEDS + 'const { rings } = await import("/board/line/ring.js");',
        f"rings.value = {json.dumps([attendee('marla'), attendee('odile')])}; return now({held(low_for('juniper'), 'ines')}, []);",
    )
    assert "Safe tonight" in found[1]["words"]


def test_two_low_numbers_come_before_who_is_at_the_door_and_the_others_after(page: Page) -> None:
    low = low_for("juniper", "pip", "sorrel")
    phone = new("phone")
    waits = after(low, Arrive(phone).arrive(low, find_attendee(low, attendee("odile"))))
    found = run(
        page,
        NEEDS,
        f"store.door.value = {json.dumps([phone])}; return now({held(waits, 'ines')}, []);",
    )
    said = [one["words"] for one in found][:4]
    assert ["Safe tonight" in one for one in said] == [True, True, False, True]
    assert said[2] == "1 person is at the door."


ASKS = """
const store = await import("/board/store/store.js");
const { asks, putLast } = await import("/board/reading/for_me.js");
const now = snapshot => { store.replaceAll(snapshot); return asks().map(one => [one.kind, one.child]); };
"""


def test_who_is_asked_by_the_chair_has_that_ask_in_any_step_and_only_for_that_child(page: Page) -> None:
    before = given(room()).when("ines", GoToStage("worries")).ok()
    after = before.when("ines", AskForViews(PIP, (person("odile"),))).ok()
    assert run(page, ASKS, f"return now({held(before.meeting, 'odile')});") == []
    assert run(page, ASKS, f"return now({held(after.meeting, 'odile')});") == [["view", PIP]]
    assert run(page, ASKS, f"return now({held(after.meeting, 'marla')});") == []
    answered = after.when("odile", GiveAgencyView(PIP, "yes")).ok()
    assert run(page, ASKS, f"return now({held(answered.meeting, 'odile')});") == []


def test_what_was_put_last_comes_first_again_when_the_chair_asks(page: Page) -> None:
    at = given(room()).when("ines", GoToStage("decision")).ok()
    asked = at.when("ines", AskForViews(person("juniper"), (person("odile"),))).ok()
    found = run(
        page,
        ASKS,
        f"""now({held(at.meeting, "odile")}); putLast(asks()[0]); const later = asks().map(one => one.child);
        return [later, now({held(asked.meeting, "odile")}).map(one => one[1])];""",
    )
    assert found[0][-1] == person("juniper")
    assert found[1][0] == person("juniper")
