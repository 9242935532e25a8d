"""An acknowledgement names an audience the sender is in, and never counts what is said to others."""

from pathlib import Path
from uuid import uuid4

import pytest

from meeting_server.domain.asides.let_in import LetIn
from meeting_server.domain.people.admission import actor_of
from meeting_server.domain.people.leave import Leave
from meeting_server.services.live_meeting import LiveMeetings, Seat
from meeting_server.services.prepare_meeting import Plan, PlannedPerson, prepare
from meeting_server.storage.template_files import read_template
from tests.servers.stores import open_store

CAST = (
    PlannedPerson("pip", "Pip", child=True),
    PlannedPerson("ines", "Ines", role="gardener", agency="shed"),
    PlannedPerson("marla", "Marla", role="neighbour", agency="home"),
)


@pytest.fixture
def live(tmp_path):
    database = open_store(tmp_path)
    live = LiveMeetings(database, lambda: 1_000)
    yield live
    live.writer.stop()
    database.close()


def test_leaving_on_one_of_two_devices_tells_nothing_of_the_chairs_desk(live):
    template = read_template(Path(__file__).parents[1] / "scenes" / "fifth_template.toml")
    made = prepare(live, Plan("Round", template, "First", "room", True, "2026-11-20", CAST))
    ines, phone, laptop = (
        Seat("", made.meeting, made.attendees[who], str(uuid4())) for who in ("ines", "marla", "marla")
    )
    for seat in (ines, phone, laptop):
        live.arrive(seat, "computer", others_connected=False)
    for seat in (phone, laptop):
        live.handle(ines, str(uuid4()), LetIn(seat.device))
    desk = live.meeting(made.meeting).desk.n

    answer = live.handle(phone, again := str(uuid4()), Leave())

    assert live.meeting(made.meeting).desk.n == desk + 1, "only the desk heard of it"
    assert answer == ("own", 0)
    assert actor_of(live.writer.meeting(made.meeting), laptop.attendee, laptop.device), "the other device stays"
    with pytest.raises(Exception, match="not_here"):
        live.handle(phone, str(uuid4()), Leave())
    assert live.handle(phone, again, Leave()) == ("own", 0), "a repeated command gets its old answer"
