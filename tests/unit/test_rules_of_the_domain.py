"""What holds for the source of the domain besides the import contracts, so that a later change has one place to go to."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
SERVER = ROOT / "meeting_server"
DOMAIN = SERVER / "domain"


def found(folder: Path, forbidden: str, *apart: Path) -> list[str]:
    """Where the pattern occurs in a folder's Python, but for what stands at or under `apart`."""
    files = (
        one for one in sorted(folder.rglob("*.py")) if not any(one == other or other in one.parents for other in apart)
    )
    return [
        f"{one.relative_to(ROOT)}: {hit[0]}" for one in files for hit in re.finditer(forbidden, one.read_text("utf-8"))
    ]


def test_types_are_imported_as_everything_else() -> None:
    assert not found(DOMAIN, r"TYPE_CHECKING"), "Import it plainly: the rooms of the domain have no circle."


def test_who_is_who_is_asked_of_people_and_of_nobody_else() -> None:
    asked = r"\b(?:get|each|count)\((?:Person|Attendee)\b|Change\(\"(?:people|attendees)\""
    assert found(DOMAIN / "people", asked)
    assert not found(SERVER, asked, DOMAIN / "people"), "Ask domain/people/persons.py; it alone knows where they stand."


def test_rules_name_streams_by_their_constants() -> None:
    words = r"\"(?:everyone|chairs_desk)\""
    where_they_are_declared = (DOMAIN / "audiences.py", DOMAIN / "template" / "template.py")
    assert all(found(one.parent, words) for one in where_they_are_declared)
    assert not found(DOMAIN, words, *where_they_are_declared), "Say ROOM or DESK (domain/audiences.py)."
