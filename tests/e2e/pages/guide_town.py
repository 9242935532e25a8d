"""Where the guide's pages are walked: the invented family's conference in the middle, and another not yet begun."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, expect

from meeting_server.demo import CASE, people_at
from meeting_server.services.prepare_meeting import PlannedPerson
from meeting_server.storage.template_files import load_templates
from tests.e2e.pages.hall import Demo, Hall
from tests.e2e.pages.people import Person
from tests.people.on_the_wire import Wire
from tests.servers.served import Room, Served, demo_copied, make_rooms

FAMILY = tuple(
    PlannedPerson(one.key, one.name, one.child, one.relationship, one.age, one.agency, one.role, one.called)
    for one in people_at(CASE.meeting("three-column-map"))
)


@dataclass(frozen=True)
class Town:
    """A server with the demo in the middle (`demo`) and the same people before meetings of their own: one held with
    the map (`room`), one with the grid (`grid`)."""

    served: Served
    demo: Demo
    room: Room
    grid: Room

    def guest(self, hall: Hall, key: str, room: Room | None = None, **how: Any) -> Person:
        """Somebody of a meeting not yet begun."""
        room = room or self.room
        return hall.person(self.served.url, room.link(self.served.url, key), room.names[key], **how)

    def wire(self, hall: Hall, key: str) -> Wire:
        """Somebody of it without a browser."""
        hall.wires.append(Wire(self.served.url, self.room.link(self.served.url, key), self.room.names[key]))
        return hall.wires[-1].connect()


def sees_waiting(chair: Person, count: int = 1) -> Locator:
    """The chair's side says that somebody waits; what it says."""
    chair.closes_tools()
    said = "1 person is at the door." if count == 1 else f"{count} people are at the door."
    row = for_you(chair, said)
    expect(row).to_be_visible()
    return row


def for_you(chair: Person, words: str) -> Locator:
    """The row of the chair's side that says who or what needs the chair."""
    block = chair.desk.get_by_role("region", name="For you")
    more = block.get_by_role("button", name=re.compile("more that need you$"))
    if more.count():
        more.click()
    rows = block.get_by_role("listitem")
    return rows.filter(has_text=words)


@contextmanager
def built(data_dir: Path) -> Iterator[Town]:
    """A town of its own for one walk, since a walk changes all it touches."""
    made = demo_copied(data_dir, "mid")
    [room] = make_rooms(data_dir, 1, FAMILY)
    [grid] = make_rooms(data_dir, 1, FAMILY, load_templates()["safety-grid"])
    served = Served(data_dir).start()
    yield Town(served, Demo(served, made), room, grid)
    assert served.stop() == 0
    assert "Traceback" not in served.log
