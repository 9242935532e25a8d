"""Two people at one point: nothing is mixed or lost without their saying so."""

from playwright.sync_api import expect

from tests.e2e.pages.hall import Hall, gathered, let_in
from tests.e2e.pages.people import PHONE
from tests.servers.served import House

FIRST, SECOND = "Esme hid in the bathroom.", "Esme hid there for long."


def test_two_people_changing_one_point_are_shown_both_texts_and_asked(house: House, hall: Hall) -> None:
    """What was typed for her, and she has not said yes to: she may change it, and so may whoever typed it."""
    room, chair, _ = gathered(house)
    mum = hall.guest(house, room, "mum", size=PHONE).arrives()
    let_in(chair, mum)
    for words in (FIRST, SECOND):
        chair.add(words, speaker=room.people["mum"])
        mum.sees(words)
    desk = hall.guest(house, room, "chair").arrives()
    let_in(chair, desk)
    for now, theirs, own, choice in (
        (FIRST, "Esme hid upstairs.", "I hid in the bathroom.", "Keep mine"),
        (SECOND, "I hid there all night.", "I hid there an hour.", "Use theirs"),
    ):
        desk.sees(now)
        mum.picks(now, "Change")
        mum.editor.get_by_label("The point").fill(own)
        desk.picks(now, "Change")
        desk.editor.get_by_label("The point").fill(theirs)
        desk.editor.get_by_role("button", name="Save").click()
        desk.sees(theirs)
        both = mum.editor.get_by_role("group", name="Two texts")
        expect(both).to_contain_text(theirs)
        expect(mum.editor.get_by_label("The point")).to_have_value(own)
        mum.is_accessible()
        both.get_by_role("button", name=choice).click()
        expect(mum.editor).to_have_count(0)
        kept = own if choice == "Keep mine" else theirs
        for person in (mum, desk):
            person.sees(kept)
            expect(person.page.get_by_text(now, exact=True)).to_have_count(0)
    expect(desk.point("I hid there all night.")).to_contain_text("Changed")
