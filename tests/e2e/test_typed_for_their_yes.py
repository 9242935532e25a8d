"""Who pressed "Type for me" reads what was typed for them, all of it, and it counts once they have said yes; and a phone
that is of no use any more ends by a question, with words of its own."""

import re

import pytest
from playwright.sync_api import expect

from tests.e2e.pages.flow_page import asks
from tests.e2e.pages.hall import Demo, Hall
from tests.e2e.pages.minutes_page import Scribe
from tests.e2e.pages.people import SMALL_PHONE, until
from tests.people.on_the_wire import opens_the_door

pytestmark = [
    pytest.mark.thorough("tests/unit/domain/people/test_speaking_for.py"),
    pytest.mark.parametrize("demo", ["mid"], indirect=True),
]


@pytest.mark.timeout(300)
def test_what_was_typed_waits_for_their_yes_on_their_own_phone(demo: Demo, hall: Hall) -> None:
    chair = hall.wire(demo, "Ines")
    tolly = hall.of_demo(demo, "Tolly").arrives()
    marla = hall.of_demo(demo, "Marla", size=SMALL_PHONE).arrives()
    for one in (tolly, marla):
        opens_the_door(chair, one.full_name)
        one.is_in()

    # While she types for herself nobody can choose her.
    tolly.turns_to_number_of("Pip")
    pip = tolly.numbers_of("Pip")
    pip.get_by_role("button", name=re.compile("^Type a number")).click()
    whose = pip.get_by_label("Whose number?")
    expect(whose.locator("option", has_text="Marla, Mum")).to_have_count(0)
    expect(whose.locator("option", has_text="Odile")).to_have_count(1)
    asks(marla).get_by_role("button", name="Type for me", exact=True).click()
    expect(asks(marla).get_by_role("button", name="I can type again", exact=True)).to_be_visible()
    expect(whose.locator("option", has_text="Marla, Mum")).to_have_count(1)

    tolly.saves_number("Pip", "4", "It is calmer now", whose="Marla, Mum")
    sent = tolly.page.get_by_role("region", name="What you typed for others")
    expect(sent).to_contain_text("Waiting for Marla’s yes: a number")
    asked = marla.page.get_by_role("region", name="Typed for you")
    expect(asked).to_contain_text("Tolly typed this for you. Is it right?")
    expect(asked).to_contain_text(re.compile(r"Your number\. .*Pip.* 4"))
    expect(asked.get_by_text("It is calmer now", exact=True)).to_be_visible()
    marla.fits()
    marla.is_accessible()

    # It outlasts turning the page and loading it again; a no takes it away, and it does not count.
    marla.looks_at("well")
    marla.page.reload()
    expect(asked.get_by_text("It is calmer now", exact=True)).to_be_visible()
    marla.page.wait_for_timeout(800)
    asked.get_by_role("button", name=re.compile("^Not what I said")).click()
    expect(asked).to_have_count(0)
    expect(sent).to_contain_text("Marla said that it is not what they said: a number")

    tolly.saves_number("Pip", "6", "He sleeps again", whose="Marla, Mum")
    expect(asked).to_contain_text("He sleeps again")
    marla.page.wait_for_timeout(800)
    asked.get_by_role("button", name=re.compile("^Yes, that's it")).click()
    expect(asked).to_have_count(0)
    expect(sent).to_contain_text("Marla said yes: a number")
    sealed = marla.dump()["own"]["things"]["sealed"]
    assert 6 in [one["value"] for one in sealed.values()]

    # She can type again while he is at it: nothing he typed is lost, and it becomes a point she is asked about.
    pip.get_by_role("button", name=re.compile("^Type a number")).click()
    form = pip.locator("form")
    whose.select_option(label="Marla, Mum")
    form.get_by_role("radio", name="5", exact=True).check()
    form.get_by_label("Why this number?").fill("He eats again")
    asks(marla).get_by_role("button", name="I can type again", exact=True).click()
    expect(asks(marla).get_by_role("button", name="Type for me", exact=True)).to_be_visible()
    form.get_by_role("button", name=re.compile("^Save this number")).click()
    expect(form).to_contain_text("Marla Quillfeather is here on a device of their own, and does this there.")
    expect(form.get_by_label("Why this number?")).to_have_value("He eats again")
    form.get_by_role("button", name=re.compile("^Add it as a point for Marla to confirm")).click()
    # Something else waits for her as well, and is asked first.
    until(marla.page, lambda: marla.told("He eats again"))
    form.get_by_role("button", name="Not now").click()
    expect(tolly.looks_at_everything().point("He eats again")).to_contain_text("Marla")

    # She says who types for her.
    asks(marla).get_by_role("button", name="Type for me", exact=True).click()
    marla.page.get_by_role("button", name="Choose who types for me", exact=True).click()
    marla.page.get_by_label("Who types for you?").select_option(index=1)
    marla.page.get_by_role("button", name="They type for me", exact=True).click()
    expect(marla.page.get_by_text(re.compile("types for you\\."))).to_be_visible()
    marla.is_accessible()

    # Her phone is flat: asked first, and her page says what happened, and shows once more what she had not sent.
    marla.looks_at("worries")
    marla.box.locator("#composer-text").fill("I am not done yet.")
    scribe = Scribe(tolly)
    row = scribe.line_of("Marla")
    row.get_by_role("button", name="Here, no device… Marla", exact=True).click()
    expect(row).to_contain_text(re.compile("Marla is here on a .*\\. Is it no longer any use to them\\?"))
    tolly.is_accessible()
    row.get_by_role("button", name="Marla is here without a device", exact=True).click()
    expect(row).to_contain_text("here, no device since")
    expect(marla.page.get_by_role("heading", name="You are at the meeting without a device.")).to_be_focused()
    marla.reads("I am not done yet.")
    expect(marla.page.get_by_text("He eats again")).to_have_count(0)
    marla.is_accessible()
    marla.page.get_by_role("button", name="Close this page").click()
    marla.page.wait_for_url("**/goodbye/no_device")
    marla.reads("You are at the meeting without a device.")
    expect(marla.page.locator("body")).not_to_contain_text("You have left")
    marla.is_accessible()
