"""Numbers in browsers: nobody learns anybody's number or reason, by any way, until the chair shows them all."""

import io
import zipfile
from uuid import uuid4

import pytest
from playwright.sync_api import expect

from tests.e2e.pages.hall import Hall, gathered, let_in
from tests.e2e.pages.people import PHONE, Person
from tests.people.on_the_wire import Wire
from tests.servers.served import House


def record_of(person: Person) -> str:
    """The Word file as this browser gets it now."""
    seat = person.page.url.rsplit("/", 1)[1]
    answer = person.context.request.get(f"{person.url}/board/{seat}/record.docx")
    assert answer.status == 200
    return words_of(answer.body())


def words_of(content: bytes) -> str:
    """The parts of a Word file as one text."""
    with zipfile.ZipFile(io.BytesIO(content)) as word:
        return "".join(word.read(name).decode(errors="replace") for name in word.namelist())


def everything(one: Person | Wire) -> str:
    """All that reached somebody: frames, pages, answers, the page as it stands, and the record fetched now."""
    if isinstance(one, Person):
        return "\n".join([one.all_told(), record_of(one), one.page.content()])
    word = one.get(f"/board/{one.seat}/record.docx")
    one.fresh()
    bodies = [body.decode(errors="replace") for body in one.bodies]
    return "\n".join([*one.raw, *bodies, words_of(word.content)])


@pytest.mark.thorough("tests/integration/test_sealed_numbers.py")
def test_numbers_and_reasons_reach_nobody_else_before_the_chair_shows_them(house: House, hall: Hall) -> None:
    room, chair, [worker, nurse] = gathered(house, "worker", "nurse")
    mum = hall.guest(house, room, "mum", size=PHONE).arrives()
    police = hall.guest(house, room, "police").arrives()
    gran = hall.guest(house, room, "gran", size=PHONE).arrives()
    let_in(chair, mum, police, gran)
    tablet = hall.guest(house, room, "mum").arrives()
    let_in(chair, tablet)
    chair.ok("ask_numbers", round=str(uuid4()), scale="safety", children=[room.people["pip"]])
    round = chair.until(lambda: list(chair.things("rounds")))[0]
    reasons = {one: f"because-{uuid4().hex}" for one in (mum, police, gran, worker, nurse)}
    for value, (one, reason) in enumerate(reasons.items(), start=3):
        if isinstance(one, Person):
            one.saves_number("Pip", str(value), reason)
            one.reads("Only you can see this until all the numbers are shown.")
        else:
            one.ok("save_number", round=round, child=room.people["pip"], answer="number", value=value, reason=reason)
    everybody = {mum: mum, tablet: mum, police: police, gran: gran, worker: worker, nurse: nurse, chair: chair}
    tablet.goes_to_numbers()
    tablet.reads(reasons[mum])
    for one in (mum, tablet, police, gran):
        one.page.reload()
        one.is_in()
    for device, owner in everybody.items():
        known = everything(device)
        for giver, reason in reasons.items():
            assert (reason in known) == (giver is owner), (device.name, giver.name)
    shown_to = [mum, tablet, police, gran]
    for one in shown_to:
        assert "numbers" not in one.dump()["everyone"]["things"]
    chair.ok("show_numbers", round=round)
    for one in shown_to:
        one.goes_to_numbers()
        line = one.numbers_of("Pip").get_by_role("img")
        expect(line).to_be_visible()
        told = line.get_attribute("aria-label") or ""
        for value, giver in enumerate(reasons, start=3):
            assert f", {value}." in told, (one.name, giver.name)
        for reason in reasons.values():
            one.reads(reason)
    for wire in (worker, nurse, chair):
        wire.until(lambda wire=wire: len(wire.things("numbers")) == 5)
