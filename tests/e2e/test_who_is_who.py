"""Who of an earlier meeting is who here: a row a person, also where two had one name, and none is guessed."""

import re
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from playwright.sync_api import expect

from meeting_server.domain.audiences import DESK, To
from meeting_server.domain.earlier.desk import EarlierMeetingRead, EarlierPersonNamed
from meeting_server.services.batch import PendingCommand
from meeting_server.services.prepare_meeting import SERVER, PlannedPerson
from tests.e2e.pages.hall import Hall
from tests.scenes.builders import new
from tests.servers.served import Room, Served, make_room, opened

PEOPLE = (
    PlannedPerson("robin9", "Robin", child=True, age="9"),
    PlannedPerson("robin3", "Robin", child=True, age="3"),
    PlannedPerson("chair", "Asha Chairperson", role="chair", agency="social_care"),
    PlannedPerson("worker", "Jo Smith", role="lead_social_worker", agency="social_care"),
)
THERE = (
    ("robin nine", True, "Robin", "", "9"), ("robin three", True, "ROBIN", "", "3"),
    ("jo one", False, "Jo Smith", "Midwife", ""), ("jo two", False, "Jo Smith", "Gran", ""),
)  # fmt: skip


@pytest.fixture
def house(tmp_path: Path) -> Iterator[tuple[Served, Room]]:
    """A server with this meeting, and an earlier one on its desk at which two had one name, twice."""
    children = tuple(new(key) for key, child, *_ in THERE if child)
    read = EarlierMeetingRead(new("then"), "Map", "First conference", "2026-03-19", children, (), (), (), (), ())
    people = [
        EarlierPersonNamed(new(key), new("then"), child, name, part, "", age) for key, child, name, part, age in THERE
    ]
    with opened(tmp_path) as live:
        room = make_room(live, PEOPLE)
        said = [To(DESK, event) for event in (read, *people)]
        live.writer.ask(PendingCommand(room.id, SERVER, str(uuid4()), b"", lambda _: said))
    served = Served(tmp_path).start()
    yield served, room
    assert served.stop() == 0


def test_two_of_one_name_are_two_rows_and_who_is_not_known_is_asked_for(house: tuple[Served, Room], hall: Hall) -> None:
    served, room = house
    asha = hall.person(served.url, room.link(served.url, "chair"), room.names["chair"]).arrives().is_in()
    desk = asha.part("From earlier meetings")
    for name, age in (("Robin, 9", "9"), ("ROBIN, 3", "3")):
        expect(desk.get_by_label(name, exact=True)).to_have_value(room.people[f"robin{age}"])
    jos = [desk.get_by_label(re.compile(f"^Jo Smith, {part}")) for part in ("Midwife", "Gran")]
    for one in jos:
        expect(one).to_have_value("")
    desk.get_by_role("button", name="That is right").click()
    expect(desk).to_contain_text("Say who this is here: Jo Smith, Gran; Jo Smith, Midwife.")
    for one in jos:
        one.select_option(room.people["worker"])
    desk.get_by_role("button", name="That is right").click()
    expect(desk).to_contain_text("were two people. They can't be the same person here.")
    jos[1].select_option("elsewhere")
    desk.get_by_role("button", name="That is right").click()
    expect(desk.get_by_role("heading", name="Who is who?")).to_have_count(0)
