"""What people paste: more than fits, and what slides and telephones put into a text. Nothing of it is cut or refused for good."""

from playwright.sync_api import expect

from tests.e2e.pages.hall import Hall, gathered, let_in
from tests.e2e.pages.people import SMALL_PHONE
from tests.servers.served import House

LETTER = ("Pip told the school nurse that he had not eaten since the day before. " * 60).strip()[:3302]


def test_a_letter_that_is_too_long_stays_whole_is_refused_in_a_sentence_and_goes_as_two_points(
    house: House, hall: Hall
) -> None:
    room, chair, [worker] = gathered(house, "worker")
    mum = hall.guest(house, room, "mum", size=SMALL_PHONE).arrives()
    let_in(chair, mum)
    box = mum.box.locator("#composer-text")
    box.fill(LETTER)
    expect(box).to_have_value(LETTER)
    mum.reads("This is 1302 characters too long.")
    mum.box.get_by_role("button", name="Add", exact=True).click()
    mum.reads("This is too long: 3,302 characters. At most 2,000 fit.")
    expect(box).to_have_value(LETTER)
    mum.is_accessible()
    mum.fits()
    mum.box.get_by_role("button", name="Add it as 2 points").click()
    expect(box).to_have_value("")
    worker.until(lambda: len(worker.things("items")) == 3)
    said = sorted(worker.things("items").values(), key=lambda item: item["order"])
    assert " ".join(item["text"] for item in said[1:]) == LETTER
    assert said[1]["text"].endswith(".")


def test_what_a_slide_puts_into_a_text_is_taken_as_it_reads_and_what_cannot_be_seen_is_nothing(
    house: House, hall: Hall
) -> None:
    room, chair, [worker] = gathered(house, "worker")
    mum = hall.guest(house, room, "mum").arrives()
    let_in(chair, mum)
    box = mum.box.locator("#composer-text")
    box.fill("\u200b\u2060")
    mum.box.get_by_role("button", name="Add", exact=True).click()
    mum.reads("Write something first.")
    box.fill("Two nights\vwithout \u202esleep\u202c.\x85And a third.\x07")
    mum.box.get_by_role("button", name="Add", exact=True).click()
    worker.until(lambda: len(worker.things("items")) == 2)
    assert "Two nights\nwithout sleep.\nAnd a third." in [item["text"] for item in worker.things("items").values()]
