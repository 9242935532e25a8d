"""Databases as older releases left them. `python -m tests.older_releases.keep NAME` adds one of this release.

Run it where the release is checked out, before the first migration that follows. It writes two files beside itself:
NAME.sql.xz, the database, and NAME.json.xz, what this release says and prints of each meeting in it.
"""

import json
import lzma
import re
import sqlite3
import sys
import tempfile
from contextlib import closing
from html import unescape
from pathlib import Path
from typing import Any
from uuid import uuid4

import sqlalchemy as sa

from meeting_server.clock import clock
from meeting_server.documents import html_of
from meeting_server.domain.ending.addenda import AddAddendum
from meeting_server.domain.ending.ending import OpenMeeting
from meeting_server.domain.meeting import Meeting
from meeting_server.domain.points.items import AddItem
from meeting_server.domain.record.record import record_json, record_of
from meeting_server.services.demo import demo_meetings
from meeting_server.services.demo_account import demo_account
from meeting_server.services.live_meeting import LiveMeetings
from meeting_server.services.sitting_day import open_family, seat_in_family
from meeting_server.services.staff_meetings import CHAIR
from meeting_server.storage.database import open_database
from meeting_server.storage.sqlite import NAME
from meeting_server.storage.tables import meetings
from meeting_server.storage.template_files import load_templates
from tests.older_releases.said import said, words
from tests.scenes.family_story import Family

HERE = Path(__file__).parent
AUDIENCES = {"everyone": ("everyone",), "all": ("everyone", "professionals", "chairs_desk")}


def records_of(meeting: Meeting) -> dict[str, Any]:
    """What is said in a meeting's records, and what is on their pages, by whom they are for."""
    found = {}
    for who, audiences in AUDIENCES.items():
        record = record_of(meeting, audiences)
        as_data = json.loads(record_json(record))
        found[who] = {"said": said(as_data), "words": words(as_data), "page": text_of(html_of(record).decode())}
    return found


def text_of(page: str) -> str:
    """What stands on a page, without its style."""
    body = re.sub(r"<style.*?</style>|<svg.*?</svg>", "", page, flags=re.DOTALL)
    lines = (re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", "", line))).strip() for line in body.split("\n"))
    return "\n".join(filter(None, lines))


def read_back(dump: str, database: Path) -> None:
    """Makes the database again from its kept form."""
    with closing(sqlite3.connect(database)) as connection:
        connection.executescript(dump)


def _fill(folder: Path) -> None:
    """The demo at its end; a locked conference with an addendum; a core group that goes on; a sitting of two families,
    the first of which is open; accounts."""
    database = open_database(folder)
    live = LiveMeetings(database, clock)
    demo_account(live, demo_meetings(live, load_templates(), "end", "http://127.0.0.1:8000"))
    live.writer.stop()
    database.close()
    database = open_database(folder)
    family = Family(database)
    locked = family.conference()
    added = AddAddendum(str(uuid4()), "Something left out", "Her sister was there, too.")
    family.do(locked, "ines", added)
    group = family.core_group()
    family.do(group, CHAIR, OpenMeeting())
    family.says_who_is_who(group)
    pip = family.person(group, "Pip")
    column = family.meeting(group).template.columns[0].key
    family.do(group, "nell", AddItem(str(uuid4()), column, "He was at the clinic on Tuesday.", (pip,)))
    sitting, other, _ = family.sitting()
    saffron, zephyr = family.staff["saffron"], family.staff["zephyr"]
    open_family(family.live, saffron, b"session", None, sitting, other)
    seat = seat_in_family(family.live, zephyr, b"another", None, sitting, other).seat
    family.live.arrive(seat, "computer", others_connected=False)
    family.live.writer.stop()
    database.close()


def main(name: str) -> None:
    """Makes it, and writes both files."""
    with tempfile.TemporaryDirectory() as kept_in:
        folder = Path(kept_in)
        _fill(folder)
        database = open_database(folder)
        live = LiveMeetings(database, clock)
        with database.reading() as connection:
            ids = list(connection.execute(sa.select(meetings.c.id).order_by(meetings.c.made_at)).scalars())
        found = {id: records_of(live.meeting(id)) for id in ids}
        live.writer.stop()
        database.close()
        with closing(sqlite3.connect(folder / NAME)) as connection:
            dump = "\n".join(connection.iterdump())
    for kind, text in (("sql", dump), ("json", json.dumps(found, ensure_ascii=False, indent=0))):
        (HERE / f"{name}.{kind}.xz").write_bytes(lzma.compress(text.encode(), preset=9 | lzma.PRESET_EXTREME))


if __name__ == "__main__":
    main(sys.argv[1])
