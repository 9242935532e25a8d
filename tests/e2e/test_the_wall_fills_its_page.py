"""Whatever a step shows: the wall's letters are as large as the page takes, each point says whom it is about, nothing hangs out."""

from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from playwright.sync_api import Browser, expect

from meeting_server.services.prepare_meeting import PlannedPerson
from meeting_server.storage.template_files import load_templates
from tests.e2e.pages.big_screen_page import BigScreen
from tests.e2e.pages.people import until
from tests.people.on_the_wire import Wire
from tests.servers.served import PEOPLE, House, Room, Served, make_rooms

TEMPLATES = ("three-column-map", "safety-grid", "core-group")
FIVE = (PEOPLE[0], *(PlannedPerson(f"child{n}", f"{name} Canarybird", called=name, child=True, age=str(n + 7))
        for n, name in enumerate(("Anneliese", "Bo", "Christopher", "Fay"))))  # fmt: skip
OTHERS = tuple(one for one in PEOPLE if not one.child)
SIZES = ((1920, 1080), (1280, 720))
COUNTS = (1, 7, 30)


def words(n: int) -> str:
    """A point of everyday length."""
    return f"Point {n}: he came to school without breakfast on {n % 28 + 1} March, and went to sleep at his table."


class Wall:
    """A meeting with a screen on its wall, which the chair takes from step to step."""

    def __init__(self, browser: Browser, data_dir: Path, template: str, *, children: int) -> None:
        self.template = load_templates()[template]
        people = (*FIVE[:children], *OTHERS)
        self.room: Room = make_rooms(data_dir, 1, people, self.template)[0]
        self.served = Served(data_dir).start()
        self.house = House(self.served, [self.room])
        self.chair: Wire = self.house.gather(self.room)[0]
        self.screen = BigScreen(browser, self.house.url).is_paired_by(self.chair)
        self.children = [self.room.people[one.key] for one in FIVE[:children]]
        self.names = {one.called for one in FIVE[:children]} | {"All the children"}
        self.said = 0

    def fills(self, count: int) -> None:
        """Every column has this many points, of all its kinds, about one child, two or all of them."""
        for column in self.template.columns:
            kinds: list[Any] = [None, *(one.key for one in column.categories)]
            for n in range(self.said, count):
                about = [[], self.children[:1], self.children[-2:]][n % 3]
                more: dict[str, Any] = {"basis": ("proof", "guess", None)[n % 3], "source": ("Register", "", "")[n % 3]}
                more |= {"column": column.key, "category": kinds[n % len(kinds)], "children": about}
                self.does("add_item", item=str(uuid4()), text=words(n), **more)
        self.said = count

    def does(self, name: str, **data: Any) -> None:
        """The chair does something, when the server has a moment: nobody is as quick as this."""
        until(self.screen.page, lambda: self.chair.send(name, data)["ok"])

    def opens(self, stage: str) -> None:
        """The chair opens a step, and it stands there."""
        self.does("go_to_stage", stage=stage)
        place = next(n for n, one in enumerate(self.template.stages) if one.key == stage) + 1
        expect(self.screen.page.locator("body")).to_contain_text(f"Step {place} of", timeout=1000)
        self.screen.settles()

    def ends(self) -> None:
        """Everybody goes."""
        self.screen.is_well()
        self.screen.context.close()
        self.house.close()
        assert self.served.stop() == 0


@pytest.mark.thorough("tests/e2e/test_big_screen_follows.py")
@pytest.mark.timeout(300)
@pytest.mark.parametrize("children", [1, 5])
@pytest.mark.parametrize("template", TEMPLATES)
def test_every_step_of_every_template_fills_the_page_with_few_points_and_with_many(
    browser: Browser, tmp_path: Path, template: str, children: int
) -> None:
    wall = Wall(browser, tmp_path, template, children=children)
    for count in COUNTS:
        wall.fills(count)
        for size in SIZES:
            wall.screen.page.set_viewport_size({"width": size[0], "height": size[1]})
            for stage in wall.template.stages:
                wall.opens(stage.key)
                wall.screen.fills_its_page(wall.names, (count, size, stage.key))
    wall.ends()
