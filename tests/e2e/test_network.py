"""A minute without network, and no websocket at all: nothing is lost, nothing is said twice, and people are told."""

import re
import time

import pytest
from playwright.sync_api import WebSocket, expect

from tests.e2e.pages.hall import Hall, gathered, let_in
from tests.e2e.pages.people import PHONE, Person, until
from tests.servers.served import House

A_PLACE = 100
"""The most that where she looks, and how far down, can grow by, in letters that are kept."""
AWAY = ("First, without a network.", "Second, without a network.", "Third, without a network.")


@pytest.mark.proof("tests/e2e/test_network.py")
@pytest.mark.timeout(180)
def test_a_minute_without_network_loses_nothing_and_says_nothing_twice(house: House, hall: Hall) -> None:
    room, chair, [worker] = gathered(house, "worker")
    mum = hall.guest(house, room, "mum", size=PHONE).arrives()
    let_in(chair, mum)
    mum.adds("Before the lift.")
    gone_at = time.monotonic()
    with mum.without_network():
        for text in AWAY:
            mum.writes(text)
            expect(mum.box.locator("#composer-text")).to_have_value("")
            expect(mum.point(text)).to_contain_text("Only you can see this")
        mum.reads("Not connected. 3 points kept on this device; others can't see them yet.")
        expect(mum.page.get_by_role("status")).to_contain_text("Not connected.")
        worker.add("Said while she was away.")
        mum.page.wait_for_timeout(max(0, 60 - (time.monotonic() - gone_at)) * 1000)
        assert not any(worker.told(text) for text in AWAY)
        for text in AWAY:
            expect(mum.point(text)).to_contain_text("Kept on this device")
        mum.is_accessible()
        mum.fits()
    expect(mum.page.get_by_role("status")).to_contain_text("Back, nothing lost.")
    for text in (*AWAY, "Said while she was away."):
        expect(mum.point(text)).to_have_count(1)
        expect(mum.point(text)).not_to_contain_text("Only you can see this")
    worker.until(lambda: len(worker.things("items")) == 6)
    said = sorted(worker.things("items").values(), key=lambda item: item["order"])
    assert [item["text"] for item in said][-3:] == list(AWAY)
    assert mum.dump() == {**mum.dump(), "everyone": worker.fresh()["everyone"]}


@pytest.mark.thorough("tests/integration/test_one_poll.py")
def test_with_polling_only_people_add_and_see_the_same(house: House, hall: Hall) -> None:
    room, chair, [worker] = gathered(house, "worker")
    mum = hall.guest(house, room, "mum", size=PHONE)
    mum.network_is_gone = True  # The browser's console tells of every websocket that is refused.
    mum.page.route_web_socket(re.compile(".*"), lambda line: line.close())
    mum.arrives()
    let_in(chair, mum)
    mum.sees("There was shouting on Sunday night.")
    mum.adds("I rang Gran.", "well")
    worker.until(lambda: "I rang Gran." in [item["text"] for item in worker.things("items").values()])
    for n in range(5):
        worker.add(f"Point {n}, one after the other.", "well")
    for n in range(5):
        mum.sees(f"Point {n}, one after the other.")
    mum.page.wait_for_timeout(3000)
    mum.is_up_to_date()
    mum.adds("And still here.")
    assert not mum.frames, "a websocket got through"
    assert mum.told("Point 4, one after the other.")


def test_what_is_not_sent_yet_comes_back_after_a_reload_and_is_unreadable_meanwhile(house: House, hall: Hall) -> None:
    room, chair, [worker] = gathered(house, "worker")
    mum = hall.guest(house, room, "mum", size=PHONE).arrives()
    let_in(chair, mum)
    mum.page.wait_for_timeout(600)
    before = is_kept(mum)
    mum.network_is_gone = True
    mum.page.on("dialog", lambda asks: asks.accept())
    mum.page.route("**/socket.io/**", lambda asked: asked.abort())
    mum.context.set_offline(True)
    mum.context.set_offline(False)
    mum.writes(AWAY[0])
    mum.writes(AWAY[1])
    expect(mum.point(AWAY[1])).to_contain_text("Kept on this device")
    mum.box.locator("#composer-text").fill(AWAY[2])
    mum.page.wait_for_timeout(600)
    kept = mum.page.evaluate("JSON.stringify([Object.entries(sessionStorage), Object.entries(localStorage)])")
    assert "unsent:" in kept
    assert not any(word in kept for word in ("network", "First", "worries"))
    mum.page.reload()
    expect(mum.page.get_by_role("main")).to_contain_text("There was shouting")
    assert not any(worker.told(text) for text in AWAY)
    mum.page.unroute("**/socket.io/**")
    for text in AWAY[:2]:
        mum.sees(text)
        expect(mum.point(text)).not_to_contain_text("Only you can see this", timeout=30_000)
    expect(mum.box.locator("#composer-text")).to_have_value(AWAY[2])
    mum.box.get_by_role("button", name="Add", exact=True).click()
    worker.until(lambda: len(worker.things("items")) == 4)
    said = sorted(worker.things("items").values(), key=lambda item: item["order"])
    assert [item["text"] for item in said][-3:] == list(AWAY)
    until(mum.page, lambda: is_kept(mum) <= before + A_PLACE)


def is_kept(person: Person) -> int:
    """How much this browser keeps for a reload, sealed: with nothing unsent no more than who is near her, and where she is."""
    length: int = person.page.evaluate("Object.values(sessionStorage).join('').length")
    return length


def test_words_begun_for_oneself_alone_are_still_ones_own_after_a_reload(house: House, hall: Hall) -> None:
    room, chair, [worker] = gathered(house, "worker")
    mum = hall.guest(house, room, "mum", size=PHONE).arrives()
    let_in(chair, mum)
    mum.page.on("dialog", lambda asks: asks.accept())
    mum.says_more()
    mum.box.get_by_label("Write it just for me first").check()
    mum.box.locator("#composer-text").fill(AWAY[0])
    mum.page.wait_for_timeout(600)
    mum.page.reload()
    mum.is_in()
    expect(mum.box.locator("#composer-text")).to_have_value(AWAY[0])
    mum.box.get_by_role("button", name="Add", exact=True).click()
    expect(mum.page.locator(".my-points")).to_contain_text("You have 1 point nobody else has seen.")
    assert not worker.told(AWAY[0])
    assert not chair.told(AWAY[0])


@pytest.mark.thorough("tests/e2e/test_network.py")
def test_what_was_not_sent_before_the_record_was_locked_is_lost_to_nobody(house: House, hall: Hall) -> None:
    room = house.room()
    asha = hall.guest(house, room, "chair").arrives().is_in()
    asha.page.get_by_role("button", name="Start the meeting").click()
    mum = hall.guest(house, room, "mum", size=PHONE).arrives()
    asha.lets_in(mum.name)
    mum.is_in()
    phone = house.joins(room, "chair")
    asha.lets_in(asha.name)
    phone.until(lambda: phone.snapshots[-1]["state"] == "in")
    for one in (asha, mum):
        one.network_is_gone = True
        one.context.set_offline(True)
        one.writes(AWAY[0] if one is asha else AWAY[1], "worries")
        expect(one.point(AWAY[0] if one is asha else AWAY[1])).to_contain_text("Only you can see this")
    mum.box.locator("#composer-text").fill(AWAY[2])
    gaps = phone.send("end_meeting")["error"]["fields"]
    phone.ok("end_meeting", reasons=[{"check": key, "reason": "Said aloud."} for key in gaps])
    phone.ok("finish_meeting", typed="FINISH")
    for one in (asha, mum):
        one.context.set_offline(False)

    left = asha.point(AWAY[0])
    expect(left).to_contain_text("Not sent.", timeout=30_000)
    asha.is_accessible()
    left.get_by_role("button", name="Add it to the locked record").click()
    added = phone.until(lambda: list(phone.things("addenda").values()))
    assert [(one["text"], one["reason"]) for one in added] == [
        (AWAY[0], "Written before the record was locked, and not sent in time.")
    ]

    expect(mum.page.get_by_role("heading", name="The meeting has ended before this was sent.")).to_be_focused(
        timeout=30_000
    )
    for text in AWAY[1:]:
        expect(mum.page.get_by_text(text, exact=True)).to_be_visible()
    assert "Pip" not in mum.page.locator("main").inner_text(), "nothing of the board stays"
    assert mum.page.evaluate("sessionStorage.length") == 0
    mum.is_accessible()
    mum.fits()
    mum.page.get_by_role("button", name="Copy my words").click()
    expect(mum.page.get_by_role("status").filter(has_text="Copied.")).to_be_visible()
    mum.page.get_by_role("button", name="Close this page").click()
    expect(mum.page.get_by_role("heading", name="This meeting has ended.")).to_be_visible()
    assert AWAY[1] not in mum.page.content()
    assert not phone.told(AWAY[1])


def test_a_line_that_opens_before_the_page_listens_is_not_taken_for_a_silent_one(house: House, hall: Hall) -> None:
    """A busy phone. A page asks for its line before the rest of its script has run (first_request.js)."""
    room, chair, _ = gathered(house)
    mum = hall.guest(house, room, "mum", size=PHONE).arrives()
    let_in(chair, mum)
    mum.page.add_init_script(
        """const quick = SubtleCrypto.prototype.importKey;
        SubtleCrypto.prototype.importKey = async function (...what) {
          await new Promise((on) => setTimeout(on, 1500));
          return quick.apply(this, what);
        };"""
    )
    lines: list[WebSocket] = []

    def opens(line: WebSocket) -> None:
        lines.append(line)

    mum.page.on("websocket", opens)
    mum.page.reload()
    until(mum.page, lambda: len(lines) == 1)
    assert mum.page.locator(".first-paint").count() == 1, "it does not listen yet"
    mum.is_in()
    mum.page.wait_for_timeout(5000)
    mum.adds("Said on the first line.")
    assert len(lines) == 1
    assert not lines[0].is_closed()
