"""The minute-taker's network is gone for four minutes, by the clock on the wall. While it waits it costs nothing."""

import re
import time

import pytest
from playwright.sync_api import expect

from tests.e2e.pages.hall import Demo, Hall
from tests.e2e.pages.minutes_page import Scribe
from tests.e2e.pages.people import HEARD
from tests.people.on_the_wire import opens_the_door

pytestmark = pytest.mark.proof("tests/e2e/test_network.py")

AWAY_SECONDS = 240
TIRED, SLEEPS, ASKS = "I am worn out by Thursday.", "He sleeps when Mum is here.", "Who tells the school?"
THEIRS, OWN = "Changed by the chair meanwhile.", "Changed in the lift."


@pytest.mark.timeout(420)
@pytest.mark.parametrize("demo", ["mid"], indirect=True)
def test_four_minutes_without_network_lose_nothing_of_what_the_minute_taker_typed(demo: Demo, hall: Hall) -> None:
    chair = hall.wire(demo, "Ines")
    tolly = hall.of_demo(demo, "Tolly").arrives()
    opens_the_door(chair, tolly.full_name)
    tolly.is_in().looks_at_everything()
    tolly.page.locator("#composer-column").select_option("worries")
    scribe = Scribe(tolly)
    odile = next(id for id, one in chair.things("people").items() if one["name"].startswith("Odile"))
    # Words that were typed for somebody, and that they have not said yes to: chair and minute-taker may both mend them.
    shared = chair.add("A point that two people change.", speaker=odile)
    tolly.sees("A point that two people change.")
    before = len(chair.things("items"))
    gone_at = time.monotonic()
    with tolly.without_network():
        scribe.picks("For", "Marl", "Marla")
        for text in (TIRED, SLEEPS, ASKS):
            scribe.types(text)
            expect(tolly.point(text)).to_contain_text("Only you can see this")
        tolly.reads("Not connected. 3 points kept on this device; others can't see them yet.")
        tolly.picks("A point that two people change.", "Change")
        tolly.editor.get_by_label("The point").fill(OWN)
        tolly.is_accessible()
        chair.ok("change_item", item=shared, text=THEIRS, version=1)
        chair.add("Said while she was away.")
        tolly.page.wait_for_timeout((AWAY_SECONDS - (time.monotonic() - gone_at)) * 1000)
        assert not any(chair.told(text) for text in (TIRED, SLEEPS, ASKS))
        tolly.reads("Not connected. 3 points kept on this device; others can't see them yet.")
        expect(tolly.editor.get_by_label("The point")).to_have_value(OWN)
        tolly.page.evaluate(HEARD)
    assert any("Back, nothing lost." in one for one in tolly.page.evaluate("window.heard"))
    for text in (TIRED, SLEEPS, ASKS, "Said while she was away."):
        expect(tolly.point(text)).to_have_count(1)
        expect(tolly.point(text)).not_to_contain_text("Only you can see this")
    chair.until(lambda: len(chair.things("items")) == before + 4)
    said = sorted(chair.things("items").values(), key=lambda item: item["order"])
    assert [item["text"] for item in said][-3:] == [TIRED, SLEEPS, ASKS]
    both = tolly.editor.get_by_role("group", name="Two texts")
    expect(both).to_contain_text(THEIRS)
    expect(tolly.editor.get_by_label("The point")).to_have_value(OWN)
    assert chair.things("items")[shared]["text"] == THEIRS, "nothing is overwritten before she says so"
    both.get_by_role("button", name="Use theirs").click()
    tolly.sees(THEIRS)
    expect(tolly.page.get_by_text(re.compile(re.escape(OWN)))).to_have_count(0)
