"""Two people at one point: nothing is mixed or lost without their saying so."""

from playwright.sync_api import expect

from tests.e2e.hall import Hall, gathered, let_in
from tests.e2e.people import PHONE
from tests.served import House

FIRST = "Esme hid in the bathroom."


def test_two_people_changing_one_point_are_shown_both_texts_and_asked(house: House, hall: Hall) -> None:
    room, chair, _ = gathered(house)
    mum = hall.guest(house, room, "mum", size=PHONE).arrives()
    let_in(chair, mum)
    mum.adds(FIRST)
    desk = hall.guest(house, room, "chair").arrives()
    let_in(chair, desk)
    desk.sees(FIRST)
    for theirs, own, choice in (
        ("Esme hid upstairs.", "I hid in the bathroom.", "Keep mine"),
        ("I hid there all night.", "I hid there an hour.", "Use theirs"),
    ):
        now = FIRST if choice == "Keep mine" else "I hid in the bathroom."
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
            expect(person.page.get_by_text(FIRST, exact=True)).to_have_count(0)
    expect(desk.point("I hid there all night.")).to_contain_text("Changed")
