"""The role that deploy/postgresql makes for the servers is enough for all they do, and for no more."""

import psycopg
import pytest

from tests.servers.served import ROOT, House, Served, make_rooms, opened
from tests.servers.stores import share
from tools.services import Postgres

pytestmark = pytest.mark.thorough("tests/integration/test_the_log.py")

FORBIDDEN = (
    "DELETE FROM events", "UPDATE events SET actor = 'x'", "TRUNCATE events", "DELETE FROM read_log",
    "UPDATE read_log SET action = 'x'", "DROP TABLE seats", "ALTER TABLE events DISABLE TRIGGER ALL",
    "CREATE TABLE more (id int)",
)  # fmt: skip


def run(url: str, script: str) -> None:
    """Runs one of our scripts as whoever the address names."""
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute((ROOT / "deploy" / "postgresql" / script).read_text("utf-8"))


def test_servers_need_no_more_than_the_role_that_is_made_for_them(tmp_path):
    with Postgres(["fsync=off"]) as postgres:
        superuser = postgres.new_database("council")
        run(superuser, "roles.sql")
        owner, role = (superuser.replace("//board@", f"//{name}@") for name in ("board_owner", "board_server"))
        share(owner, tmp_path / "owner")
        (room,) = make_rooms(tmp_path / "owner", 1)
        run(owner, "narrow.sql")
        share(role, tmp_path / "server")
        served = Served(tmp_path / "server").start()
        house = House(served, [room])
        _, mum = house.gather(room, "mum")
        mum.ok("take_back_item", item=mum.add("Said, and taken back."))
        assert mum.get(f"/board/{mum.seat}/record").status_code == 200
        house.close()
        assert served.stop() == 0
        assert "Traceback" not in served.log
        assert '"error"' not in served.log
        with psycopg.connect(role, autocommit=True) as connection:
            for statement in FORBIDDEN:
                with pytest.raises(psycopg.errors.InsufficientPrivilege):
                    connection.execute(statement)
            cleared = "SELECT count(*) FROM events WHERE body IS NULL"
            assert connection.execute(cleared).fetchone() != (0,)
        with opened(tmp_path / "server") as live:
            assert live.meeting(room.id).state == "open"
