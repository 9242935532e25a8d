"""Summaries over real lines: an unfinished word reaches nobody but its writer, and dropped ones are in no file either."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from meeting_server.domain.audiences import own_stream
from meeting_server.domain.supervision.own_summaries import OwnSummary
from meeting_server.domain.supervision.summaries import Summary
from meeting_server.services.prepare_meeting import PlannedPerson
from meeting_server.storage.verify import verify
from tests.people.on_the_wire import let_in
from tests.scenes.builders import templates
from tests.servers.served import House, Room, Served, make_rooms, opened

TEAM = (
    PlannedPerson("pip", "Pip Canarybird", called="Pip", child=True, age="6"),
    PlannedPerson("chair", "Asha Manager", role="chair", agency="social_care"),
    PlannedPerson("worker", "Bel Worker", role="lead_social_worker", agency="social_care"),
    PlannedPerson("orla", "Orla Windsedge", role="psychologist", agency="health"),
)
FIRST, HALF, WORDS, OTHER = "Perhaps she drinks again", "Her mood", "Her mood is low.", "Five of six visits."


@pytest.fixture
def supervision(tmp_path: Path) -> Iterator[tuple[House, Room, Path]]:
    """A served supervision that nobody has come to; the test itself stops the server."""
    (room,) = make_rooms(tmp_path, 1, TEAM, templates()["supervision"])
    served = Served(tmp_path).start()
    house = House(served, [])
    yield house, room, tmp_path
    house.close()
    served.stop()
    assert "Traceback" not in served.log
    for words in (FIRST, HALF, OTHER):
        assert words not in served.log


def test_a_draft_reaches_nobody_but_its_writer_and_survives_a_restart_as_it_was_last_kept(supervision):
    house, room, folder = supervision
    chair = house.joins(room, "chair")
    worker = house.joins(room, "worker")
    let_in(chair, worker)
    orla = house.joins(room, "orla")
    again = house.joins(room, "orla")
    assert set(orla.snapshots[-1]["boards"]) == {"own"}
    assert orla.ok("draft_summary", text=FIRST)["audience"] == "own"
    orla.ok("draft_summary", text=HALF, version=1)
    chair.until(lambda: chair.things("summaries").get(room.people["orla"], {}).get("state") == "draft")

    worker.ok("finish_summary", text=OTHER)
    chair.until(lambda: chair.told(OTHER))
    assert again.refused("draft_summary", text="From a link that was passed on.") == "not_here"
    assert orla.refused("finish_summary", text="For Bel.", person=room.people["worker"]) == "may_not_type_for"
    assert OTHER not in orla.get(f"/board/{orla.seat}/record").text
    assert HALF not in chair.get(f"/board/{chair.seat}/record?audiences=everyone,chairs_desk").text
    for other in (chair, worker, again):
        assert not other.told(HALF)
        assert not other.told(FIRST)
    for secret in (OTHER, "Bel", "Pip"):
        assert not orla.told(secret)

    house.close()
    assert house.served.stop() == 0
    with opened(folder) as live:
        meeting = live.meeting(room.id)
        own = meeting.board(own_stream(room.attendees["orla"])).get(OwnSummary, room.people["orla"])
        assert (own.text, own.version, own.finished) == (HALF, 2, False)
        assert meeting.room.get(Summary, room.people["worker"]).text == OTHER
        with live.database.reading() as connection:
            assert verify(connection, room.id).wrong == ()
    assert not any(FIRST.encode() in file.read_bytes() for file in folder.rglob("*") if file.is_file())


def test_whoever_wrote_in_the_waiting_room_finds_it_in_the_room_and_is_told_the_number_of_their_own_stream(supervision):
    house, room, _ = supervision
    chair = house.joins(room, "chair")
    orla = house.joins(room, "orla")
    orla.ok("draft_summary", text=HALF)
    done = orla.ok("finish_summary", text=WORDS, version=1)
    assert (done["audience"], done["n"]) == ("own", 2)
    assert orla.ok("clear_summary")["audience"] == "own"
    orla.ok("draft_summary", text=HALF)
    chair.ok("open_meeting")
    chair.ok("finish_summary", text=WORDS, person=room.people["orla"], source="E-mail of 18 March")
    let_in(chair, orla)
    assert orla.snapshots[-1]["boards"]["own"]["things"]["own_summaries"][room.people["orla"]]["text"] == HALF
    assert orla.things("summaries")[room.people["orla"]]["again"]
    assert chair.refused("finish_summary", text=WORDS, person=room.people["orla"], source="E-mail") == "own_device"
    assert orla.refused("finish_summary", text="Late.", version=0) == "changed"
