"""A room of the browser imports only rooms below it, types included, and every module stands in one (decision 0051)."""

import posixpath
import re

from meeting_server.http.bundles import PAGES, modules_of, tree_of
from tests.unit.test_house_rules import STATIC

FLOORS = """
    board/kit
    board/store
    board/line board/reading
    board/forms
    board/asides board/people
    board/writing board/numbers board/core_group
    board/deciding board/supervision
    board/points board/waiting
    board/page
    board
    chair/parts
    chair/people chair/agenda chair/points chair/numbers chair/deciding chair/earlier
    chair/ending
    chair/step
    chair join projector record staff
    minutes
"""
"""From the ground up. Rooms of one line know nothing of each other; a folder stands above the rooms inside it."""
FLOOR = {room: floor for floor, rooms in enumerate(FLOORS.split("\n")) for room in rooms.split()}
TYPES = "board/wire.js"
TREE = {name: text for name, text in tree_of(STATIC).items() if name.endswith(".js") and not name.startswith("vendor/")}


def imported() -> set[tuple[str, str]]:
    """Which of our modules imports which. Raises CannotBundle where they stand in a circle."""
    modules = {module.name: module for page in PAGES.values() for module in modules_of(page, tree_of(STATIC))}
    found = {(name, needed) for name, module in modules.items() for needed, _ in module.needs}
    for name, text in TREE.items():
        at = posixpath.dirname(name)
        found |= {
            (name, posixpath.normpath(posixpath.join(at, one))) for one in re.findall(r"import\('([^']+)'\)", text)
        }
    return {(name, needed) for name, needed in found if {name, needed} <= set(TREE) - {TYPES}}


def room(name: str) -> str:
    return posixpath.dirname(name)


def test_every_module_stands_in_a_room() -> None:
    assert {room(name) for name in TREE} == set(FLOOR)


def test_a_room_imports_only_rooms_below_it() -> None:
    upward = {
        f"{name} imports {needed}"
        for name, needed in imported()
        if room(name) != room(needed) and FLOOR[room(needed)] >= FLOOR[room(name)]
    }
    assert not upward, f"Move what both need into a room below: {sorted(upward)}"


def test_one_module_says_whose_boards_there_are() -> None:
    one, generated = (
        "board/store/in_view.js",
        {TYPES, "board/reading/speaking_table.js", "board/store/speaking_table.js"},
    )
    words = re.compile(r"\"(?:everyone|professionals|chairs_desk)\"")
    bare = {
        name: re.sub(r"/\*.*?\*/|^\s*//.*?$", "", text, flags=re.DOTALL | re.MULTILINE) for name, text in TREE.items()
    }
    assert words.search(bare[one])
    found = [name for name, text in bare.items() if name != one and name not in generated and words.search(text)]
    assert not found, f"Say ROOM, PROFESSIONALS, DESK or OWN ({one})."
