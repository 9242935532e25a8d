"""What was decided, read by a room without devices: page by page in full, and nothing before the chair has shown it."""

from playwright.sync_api import Browser, expect

from tests.e2e.pages.big_screen_page import FULL_HD, LAPTOP_SCREEN, BigScreen, plain
from tests.e2e.pages.hall import Hall
from tests.servers.served import House

REASONS = " ".join(f"Reason {n} is that somebody saw it on day {n} and wrote it down." for n in range(1, 31))
COUNTED = "Esme accepts the plan, and her wish for evenings is in it."
WISHES = "No visits was wished for. Somebody must see Pip alone."


def test_the_room_reads_the_decision_its_reasons_and_who_sees_it_otherwise(
    house: House, hall: Hall, browser: Browser
) -> None:
    room = house.room()
    chair, nurse, mum = house.gather(room, "nurse", "mum")
    pip = room.people["pip"]
    wall = BigScreen(browser, house.url)
    hall.people.append(wall)
    wall.is_paired_by(chair)
    wall.is_told(chair, "decision", None, None)
    expect(wall.page.get_by_text("Nothing is shown here yet.")).to_be_visible()
    nurse.ok("give_agency_view", child=pip, answer="no", why="He is well at school.")
    mum.ok("give_agency_view", child=pip, answer="yes", why="I want the help.")
    decision = {"outcome": "protection_plan", "kind": "emotional", "reasons": REASONS, "family_view": COUNTED}
    chair.ok("decide_for_child", child=pip, wishes=WISHES, **decision)
    nurse.ok("dissent_from", child=pip, formal=True, why="Help at school would be enough.")
    said = (REASONS, COUNTED, WISHES, "Help at school would be enough.", "He is well at school.", "I want the help.")
    for size in (FULL_HD, LAPTOP_SCREEN):
        wall.page.set_viewport_size({"width": size[0], "height": size[1]})
        read = wall.read_through(chair, "decision", None, pip)
        assert [one for one in said if plain(one) not in read] == [], size
        assert not wall.axe(), size
    wall.is_told(chair, "decision", None, pip, 0)
    for words in ("What we decided", "Child protection plan: emotional harm", "Why"):
        expect(wall.page.get_by_text(words).filter(visible=True).first).to_be_visible()
    last = wall.pages() - 1
    wall.is_told(chair, "decision", None, pip, last)
    expect(wall.page.get_by_text("Esme, Mum").filter(visible=True).first).to_be_visible()
