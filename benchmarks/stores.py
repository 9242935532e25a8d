"""Data made once and copied for each run, so that every run begins with the same meetings."""

import json
import shutil
from dataclasses import asdict
from pathlib import Path

from meeting_server.domain.points.items import AddItem
from meeting_server.services.batch import CommittedEvent

from .gathering import COLUMN, TEXT, Gathered, Making, Room, opened
from .workplace import Workplace


def sqlite_copy(name: str, make: Making, place: Workplace, data_dir: Path) -> list[Gathered]:
    """Puts what `make` makes into a data folder, and returns the people who come. The same name gives the same data."""
    folder, known = place.folder / name, place.folder / f"{name}.json"
    if not known.exists():
        with opened(folder) as live:
            _note(known, make(live))
    shutil.copytree(folder, data_dir, dirs_exist_ok=True)
    return _noted(known)


def postgresql_copy(name: str, make: Making, place: Workplace) -> tuple[str, list[Gathered]]:
    """Does the same as `sqlite_copy` in a database of its own. Returns its DATABASE_URL, and the people who come."""
    known = place.folder / f"{name}-postgresql.json"
    if not known.exists():
        with opened(place.folder / "postgresql", place.postgres.new_database(name)) as live:
            _note(known, make(live))
    return place.new_database(like=name), _noted(known)


def _note(file: Path, people: list[Gathered]) -> None:
    file.write_text(json.dumps([asdict(one) for one in people]), "utf-8")


def _noted(file: Path) -> list[Gathered]:
    return [Gathered(**one) for one in json.loads(file.read_text("utf-8"))]


def packet_size(place: Workplace) -> int:
    """Returns how many bytes the board's packet about a new point has, for servers that must send as much."""
    known = place.folder / "packet.txt"
    if not known.exists():
        heard: list[CommittedEvent] = []
        with opened(place.folder / "packet") as live:
            room = Room(live, 2)
            live.listen(heard.extend)
            room.say(1, AddItem("00000000-0000-4000-8000-000000000000", COLUMN, TEXT))
        packet = json.dumps(["patch", heard[0].patch], separators=(",", ":"), ensure_ascii=False)
        known.write_text(str(len(f"42{packet}".encode())), "utf-8")
    return int(known.read_text("utf-8"))
