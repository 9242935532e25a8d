"""A sitting in the browser: whose time it is, the call to the next family, and a page that closes without losing a word."""

from datetime import date

from playwright.sync_api import expect

from meeting_server.domain.ending.checks import CHECKS
from tests.e2e.pages.people import SMALL_PHONE, Person
from tests.people.on_the_wire import family_will_hear
from tests.scenes.sitting import Sitting
from tests.scenes.sitting_wire import Worker
from tests.servers.served import Served, opened

WORDS = "He sleeps through the night now."


def test_what_is_half_written_for_the_next_family_is_kept_while_its_page_is_closed(browser, tmp_path):
    with opened(tmp_path) as live:
        sitting = Sitting(live, day=date.today().isoformat())
        alder, birch = (sitting.add(word, {"lead_social_worker": sitting.nell}) for word in ("Alder", "Birch"))
        manager, nell = (Worker(live, sitting, one, (alder, birch)) for one in (sitting.manager, sitting.nell))
    served = Served(tmp_path).start()
    chair, at_alder = manager.begin(served.url).goes_to(alder), nell.begin(served.url).goes_to(alder)
    person = Person(browser, served.url, "", "Nell Socialworker", SMALL_PHONE)
    page = person.page
    person.context.add_cookies(
        [{"name": one.name, "value": one.value or "", "url": served.url} for one in nell.http.cookies]
    )

    # At the door of the second family, whose child is named so that nobody writes about another.
    page.goto(served.url + nell.pages[birch])
    expect(page.get_by_text("Family 2 of 2: Pip Birch")).to_be_visible()
    expect(page.get_by_text("Planned for 09:55. It may be later.")).to_be_visible()
    person.is_accessible()
    person.fits()
    page.get_by_label("Say it your way").fill(WORDS)

    # The first family's time begins, and Nell is at it.
    chair.ok("open_meeting")
    at_alder.until(lambda: at_alder.snapshots[-1]["state"] == "in")
    expect(page.get_by_role("heading", name="You are with another family now.")).to_be_focused()
    expect(page.locator("#voice")).to_be_empty()
    assert "Birch" not in page.content()
    assert WORDS not in page.content()
    person.is_accessible()
    person.fits()
    # A line to a closed family is ended as it opens, perhaps before it has become a websocket: the browser's console says so.
    person.network_is_gone = True
    page.get_by_role("button", name="Come back to this family").click()
    expect(page.get_by_text("It is still closed")).to_be_visible()

    # Its time over, every word is there.
    family_will_hear(chair)
    chair.ok("end_meeting", reasons=[{"check": check, "reason": "Said aloud."} for check in CHECKS])
    page.get_by_role("button", name="Come back to this family").click()
    expect(page.get_by_label("Say it your way")).to_have_value(WORDS)
    page.get_by_role("button", name="Keep it for me").click()
    expect(page.get_by_text(WORDS, exact=True)).to_be_visible()
    second = manager.goes_to(birch)
    second.ok("open_meeting")
    # On a phone's board the children are called what they are called there, so that it takes one line.
    expect(page.locator(".slot-banner")).to_have_text("Family 2 of 2: Pip")
    assert "Birch" not in page.title()
    person.is_accessible()
    person.fits()

    # Nothing half written: another page of hers only says why it is closed.
    page.goto(served.url + nell.pages[alder])
    expect(page.get_by_role("heading", name="You are with another family now.")).to_be_visible()
    expect(page.get_by_role("link", name="Your sittings")).to_be_visible()
    assert not person.wrong, person.wrong
    person.context.close()
    for one in (manager, nell):
        one.close()
    assert served.stop() == 0
