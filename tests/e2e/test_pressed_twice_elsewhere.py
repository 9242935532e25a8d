"""A spot that is pressed twice, in the lists that a meeting has now and then: who is in, who is to be rung, what was typed for
somebody, what did not go out, and who disagrees. Exactly one thing happens."""

import json
import re
from uuid import uuid4

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.pages.hall import Hall
from tests.e2e.pages.hands import BETWEEN_PRESSES, presses_twice
from tests.e2e.pages.people import LAPTOP, PHONE, until
from tests.e2e.test_pressed_twice import Rows, comes, hands_leave
from tests.servers.served import House

pytestmark = [pytest.mark.proof("tests/e2e/test_rows_that_go.py"), pytest.mark.timeout(240)]
SIZES = pytest.mark.parametrize("size", [LAPTOP, PHONE], ids=["laptop", "phone"])
THREE = (50, 300, 600)


def test_who_is_to_be_rung_and_who_is_in(house: House, hall: Hall) -> None:
    room = house.room()
    chair, *everybody = house.gather(room, "worker", "nurse", "police", "mum", "gran", "juno")
    asha, sent = comes(hall, house, room, chair, "chair", (1366, 1000))
    for one in everybody[3:]:
        one.line.send("42" + json.dumps(["ring", {"asked": True}]))
    asha.part("Hands and requests")
    expect(asha.page.locator('[data-still="rings"] [data-point]')).to_have_count(3)
    Rows(asha, sent, "rings").each_goes("Done", "ring", THREE)
    asha.part("Who is at the door").get_by_role("button", name=re.compile("^Who is in")).click()
    Rows(asha, sent, "inside").each_goes("Remove…", "remove_attendee", THREE, "Remove [A-Z]")


@SIZES
def test_what_was_typed_for_me_and_what_did_not_go_out(house: House, hall: Hall, size: tuple[int, int]) -> None:
    room = house.room()
    (chair,) = house.gather(room)
    chair.ok("go_to_stage", stage="worries")
    mum, sent = comes(hall, house, room, chair, "mum", size)
    assert mum.sends("ask_to_type", {"wanted": True})["ok"]
    for n in range(len(BETWEEN_PRESSES)):
        item = chair.add(f"He hides when it is loud, {n}.", "well")
        chair.ok("see_differently", view=str(uuid4()), item=item, text=f"He plays, {n}.", person=room.people["mum"])
    Rows(mum, sent, "proposals").each_goes("Yes, that's it", "answer_proposal", BETWEEN_PRESSES)
    refused = []
    for n in range(len(THREE) * 2):
        id = str(uuid4())
        data = {"item": id, "column": "worries", "text": f"Not sent, {n}.", "children": []}
        refused.append({"id": id, "state": "refused", "message": "", "how": {"name": "add_item"}, "data": data})
    mum.has_unsent(refused)
    rows = Rows(mum, sent, "drafts")
    rows.each_goes("Try again", "add_item", THREE)
    for between in THREE:
        throws_one_away(rows, between)


def throws_one_away(rows: Rows, between: int) -> None:
    """Of the words that did not go out one is thrown away, which nobody else hears of."""
    hands_leave(rows.person)
    expect(rows.list.locator(".row-gone")).to_have_count(0)
    away = rows.buttons("Throw it away")
    before = away.count()
    away.first.scroll_into_view_if_needed()
    presses_twice(rows.person, away.first, between)
    rows.person.page.wait_for_timeout(300)
    assert away.count() == before - 1, between
    hands_leave(rows.person)


@SIZES
def test_who_no_longer_disagrees(house: House, hall: Hall, size: tuple[int, int]) -> None:
    room = house.room()
    (chair,) = house.gather(room)
    mum, sent = comes(hall, house, room, chair, "mum", size)
    decided = {"outcome": "in_need_plan", "kind": None, "reasons": "Why.", "family_view": "It counted.", "wishes": ""}
    for child in ("pip", "juno"):
        chair.ok("decide_for_child", child=room.people[child], **decided)
        assert mum.sends("dissent_from", {"child": room.people[child], "formal": False, "why": "I do not."})["ok"]
    mum.stands("@deciding", None)
    for child, between in (("pip", 50), ("juno", 500)):
        sent.commands.clear()
        row = mum.page.locator(f'[data-still="dissents:{room.people[child]}"]')
        first = row.get_by_role("button", name=re.compile("^I no longer disagree"))
        centred(mum.page, first)
        presses_twice(mum, first, between)
        mum.page.wait_for_timeout(200)
        assert sent.names == [], "it is asked first"
        yes = row.locator(".sure .button.primary")
        centred(mum.page, yes)
        presses_twice(mum, yes, between)
        until(mum.page, lambda: sent.names, why="for it to be sent")
        mum.page.wait_for_timeout(300)
        assert sent.names == ["withdraw_dissent"], between
        expect(row).to_contain_text("and withdrew it")


def centred(page: Page, button: Locator) -> None:
    """In the middle of the place, where nothing lies over it."""
    button.evaluate("one => one.scrollIntoView({ block: 'center' })")
    page.wait_for_timeout(100)
