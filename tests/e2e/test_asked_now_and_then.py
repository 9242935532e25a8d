"""What is asked of a person now and then, at each size of screen, from another place, with another child chosen and the box open:
an answer typed for them, the step that was opened, the next family. The bar is in the window, and one press leads there."""

import re
from uuid import uuid4

import pytest
from playwright.sync_api import expect

from tests.e2e.pages.people import LAPTOP, PHONE, until
from tests.e2e.test_asked_at_every_size import BAR, IN_THE_WINDOW, SIZES, Asked, asked
from tests.e2e.test_next_family import Day, day, line_of_family, opens

__all__ = ["asked", "day"]
pytestmark = [pytest.mark.proof("tests/e2e/test_following.py"), pytest.mark.timeout(120)]
ALL_OF_IT = f"(bar) => [bar, ...bar.querySelectorAll('button')].every({IN_THE_WINDOW})"


def test_an_answer_typed_for_me_is_in_the_bar_and_one_press_leads_to_all_its_words(asked: Asked) -> None:
    mum, chair = asked.person, asked.chair
    assert mum.sends("ask_to_type", {"wanted": True})["ok"]
    item = chair.add("He hides when it is loud.", "well")
    barred = []
    for size in SIZES:
        asked.at(size)
        asked.looks_elsewhere("well", "juno")
        mum.page.evaluate("scrollTo(0, 9999); document.querySelector('.main').scrollTop = 9999;")
        words = {"text": "He plays.", "person": asked.room.people["mum"]}
        chair.ok("see_differently", view=str(uuid4()), item=item, **words)
        yes = mum.page.locator('[data-fk^="proposal-yes:"]')
        expect(yes).to_be_attached()
        if not yes.evaluate(IN_THE_WINDOW):  # Where its own buttons are in sight, no bar says it again.
            asked.sees_the_bar()
            asked.presses()
            barred.append(size)
        asked.stands_open('[data-fk="proposals"]', "He plays.")
        mum.page.locator('[data-fk^="proposal-no:"]').click()
        asked.has_gone()
    assert len(barred) >= 5, barred


def test_the_step_that_was_opened_is_in_the_bar_and_one_press_leads_there(asked: Asked) -> None:
    page = asked.person.page
    for n, size in enumerate(SIZES):
        asked.at(size)
        asked.looks_elsewhere("next", "juno")
        asked.chair.ok("go_to_stage", stage=("goals", "well")[n % 2])
        bar = page.locator(".step-asked")
        expect(bar).to_have_count(1)
        until(page, lambda bar=bar: bar.evaluate(ALL_OF_IT), 4, f"for the bar and its buttons, {size}")
        page.wait_for_timeout(900)  # After a change of the bar, presses count only then.
        page.locator('[data-fk="go-there"]').click()
        expect(bar).to_have_count(0)
        heading = page.locator("#page-heading")
        expect(heading).to_contain_text(("Dangers", "well")[n % 2])
        until(page, lambda heading=heading: heading.evaluate(IN_THE_WINDOW), 4, f"for the heading, {size}")


def test_the_next_family_is_in_the_bar_and_one_press_leads_in(day: Day) -> None:
    chair, nell = day.comes("Asha Manager", LAPTOP), day.comes("Nell Socialworker", PHONE)
    chair.page.get_by_role("link", name="Open this family").first.click()
    opens(chair, 1)
    nell.page.goto(f"{nell.url}/sittings/{day.sitting}")
    nell.page.get_by_role("button", name="Go in").first.click()
    line_of_family(nell, 1)
    for _ in day.steps(0):
        pass
    ready = chair.page.get_by_role("region", name="The next family").get_by_role("link", name="Open it")
    expect(ready).to_be_visible(timeout=15_000)
    ready.click()
    opens(chair, 2)
    bar = nell.page.locator(BAR).and_(nell.page.locator("[data-asks='next']"))
    expect(bar).to_contain_text("Family 2 is open.", timeout=15_000)
    for size in SIZES:
        nell.page.evaluate("large => document.documentElement.classList.toggle('text-2', large)", size == (320, 568))
        nell.page.set_viewport_size({"width": size[0], "height": size[1]})
        nell.stands("@deciding", None)
        until(nell.page, lambda: bar.evaluate(ALL_OF_IT), 4, f"for the bar and its button, {size}")
    nell.page.wait_for_timeout(900)
    bar.get_by_role("button", name=re.compile("^Go in")).click()
    line_of_family(nell, 2)
