"""While somebody is at one family of a sitting, no byte of another reaches them: not by a line, a page or a document."""

import json
from datetime import date
from functools import partial
from types import SimpleNamespace

import pytest
from flask import Flask
from flask_socketio import SocketIO

from meeting_server.domain.ending.checks import CHECKS
from meeting_server.domain.people.actor import streams_of
from meeting_server.domain.people.admission import preparer_of
from meeting_server.services.prepare_meeting import invite
from meeting_server.services.sign_in import StaffSessions
from meeting_server.services.sitting_day import call_family
from meeting_server.sockets.board import BoardConnection
from meeting_server.sockets.rate_limits import RateLimiter
from meeting_server.sockets.rooms import Connection, Connections
from tests.people.big_screen import ScreenWire
from tests.people.on_the_wire import Wire, family_will_hear, let_in
from tests.scenes.sitting import Sitting
from tests.scenes.sitting_wire import Worker
from tests.servers.served import Served, opened
from tests.servers.stores import hurry

REASONS = [{"check": check, "reason": "Said aloud."} for check in CHECKS]
SAID, LATE, ALSO = "Alderwords-in-the-slot", "Alderwords-in-the-draft", "Birchwords-in-the-slot"


class Day:
    """A sitting of three families on a running server. Nell works with all, Omar with the first and the third."""

    def __init__(self, data_dir):
        with opened(data_dir) as live:
            # Nobody pulls the plug while these are made.
            hurry(live)
            sitting = Sitting(live, day=date.today().isoformat())
            self.alder = sitting.add("Alder", {"lead_social_worker": sitting.nell, "recovery_worker": sitting.omar})
            self.birch = sitting.add("Birch", {"lead_social_worker": sitting.nell}, guest=True)
            self.cedar = sitting.add("Cedar", {"lead_social_worker": sitting.nell, "recovery_worker": sitting.omar})
            three = (self.alder, self.birch, self.cedar)
            guest = sitting.attendee(self.birch, "professional").id
            self.guest = invite(live, self.birch, [guest])[guest]
            self.manager = Worker(live, sitting, sitting.manager, three)
            self.again = Worker(live, sitting, sitting.manager, three)
            self.minutes = Worker(live, sitting, sitting.minutes, three)
            self.nell = Worker(live, sitting, sitting.nell, three)
            self.omar = Worker(live, sitting, sitting.omar, (self.alder, self.cedar))
        self.served = Served(data_dir).start()
        self.workers = [self.manager, self.again, self.minutes, self.nell, self.omar]
        for one in self.workers:
            one.begin(self.served.url)

    def close(self):
        for one in self.workers:
            one.close()
        assert self.served.stop() == 0
        assert "Traceback" not in self.served.log


@pytest.fixture
def day(tmp_path):
    found = Day(tmp_path)
    yield found
    found.close()


def heard(line, since):
    """What this line heard since then, but for pings."""
    return [frame for frame in line.raw[since:] if not frame.startswith(("0", "6", "40"))]


def _names(said):
    """Whatever of the first or the third family is in these bytes."""
    return [word for word in (b"Alder", b"Cedar") if word in said]


def _knocks_in_vain(worker, meetings, transport):
    """Tries every page, document and line of these families with the seats they have there."""
    for meeting in meetings:
        page, seat = worker.pages[meeting], worker.pages[meeting].rsplit("/", 1)[1]
        again = worker.goes_to(meeting, transport)
        assert (again.goodbye, again.snapshots) == ("next_family", [])
        for path in (
            page,
            f"/board/{seat}/record",
            f"/board/{seat}/record.docx?audiences=professionals",
            f"/board/{seat}/workbook.docx",
        ):
            answer = again.get(path)
            assert (answer.status_code, answer.headers["Location"]) == (303, "/goodbye/next_family"), path
            assert not _names(answer.content)


@pytest.mark.parametrize("transport", ["websocket", "polling"])
def test_no_byte_of_another_family_reaches_whoever_is_at_one(day, transport):
    chair, nell = day.manager.goes_to(day.alder), day.nell.goes_to(day.alder, transport)
    assert nell.snapshots[-1]["state"] == "preparing"
    assert nell.snapshots[-1]["slot"] == {
        "number": 1, "of": 3, "starts": "09:30", "called_at": None, "children": ["Pip Alder"],
    }  # fmt: skip
    assert "data-knocks" not in nell.get(nell.page).text, "nobody lets in whoever signed in"
    chair.ok("open_meeting")
    nell.until(lambda: nell.snapshots[-1]["state"] == "in")
    omar, minutes = day.omar.goes_to(day.alder), day.minutes.goes_to(day.alder, transport)
    assert omar.snapshots[-1]["state"] == minutes.snapshots[-1]["state"] == "in"
    whose = nell.get(nell.page)
    assert whose.status_code == 200
    assert "Family 1 of 3: Pip Alder" in whose.text
    point = omar.add(SAID, "factors")
    nell.until(lambda: nell.told(SAID))
    wall = ScreenWire(chair).connect()
    assert wall.snapshots[-1]["state"] == "in"
    family_will_hear(chair)
    chair.ok("end_meeting", reasons=REASONS)
    assert wall.fresh()

    # Between two families: everybody has the draft of the first, Nell waits for the others besides.
    second, third = day.nell.goes_to(day.birch), day.nell.goes_to(day.cedar, transport)
    waits = day.omar.goes_to(day.cedar, transport)
    late_chair, new_chair = day.again.goes_to(day.alder, transport), day.manager.goes_to(day.birch)
    assert late_chair.snapshots[-1]["state"] == "in"
    new_minutes = day.minutes.goes_to(day.birch)
    lines = (chair, nell, third, late_chair, wall, minutes)
    for one in lines:
        one.fresh()
    marks = [len(one.raw) for one in lines]
    new_chair.ok("open_meeting")
    second.until(lambda: second.snapshots[-1]["state"] == "in")
    for one in lines:
        one.until(one.closed.is_set)
    assert [one.goodbye for one in lines] == [*["next_family"] * 4, "screen_off", "next_family"]
    for one, mark in zip(lines, marks, strict=True):
        *before, last = heard(one, mark)
        assert last.startswith('42["goodbye"')
        assert [frame for frame in before if not frame.startswith('42["presence"')] == []

    # Who is not at the second family works on, and none of it is heard there.
    omar.ok("change_item", item=point, text=LATE, version=1)
    new_chair.add(ALSO, "factors")
    second.until(lambda: second.told(ALSO))
    since = {one: len(one.raw) for worker in (day.nell, day.manager, day.minutes) for one in worker.lines}
    for worker in (day.nell, day.manager, day.minutes, day.again):
        _knocks_in_vain(worker, (day.alder, day.cedar), transport)
    at_staff_pages = day.manager.lines[-1]
    for path in (day.alder, f"{day.alder}/record.docx", f"{day.alder}/meeting.ics", day.cedar):
        answer = at_staff_pages.get(f"/meetings/{path}")
        assert (answer.status_code, answer.headers["Location"]) == (303, "/goodbye/next_family")
        assert not _names(answer.content)
    mine = at_staff_pages.get("/meetings")
    assert b"FAM-Birch" in mine.content
    assert not _names(mine.content)
    assert wall.get(wall.page).headers["Location"] == "/goodbye/screen_off"
    assert not [frame for one, mark in since.items() for frame in one.raw[mark:] if _names(frame.encode())]
    assert not [one for one in (day.nell, day.manager, day.minutes, day.again, wall) if one.told(LATE)]
    assert not day.omar.told(ALSO)
    assert not day.omar.told("Birch")
    assert (waits.goodbye, omar.goodbye) == (None, None)

    # Its time over, each comes back to the draft of the first.
    family_will_hear(new_chair)
    new_chair.ok("end_meeting", reasons=REASONS)
    back = day.nell.goes_to(day.alder, transport)
    assert back.snapshots[-1]["state"] == "in"
    assert back.told(LATE)
    assert new_minutes.goodbye is None


def test_another_family_is_refused_in_words_and_a_pause_changes_nothing(day):
    first, second = day.manager.goes_to(day.alder), day.manager.goes_to(day.birch)
    first.ok("open_meeting")
    second.until(second.closed.is_set)
    assert second.goodbye == "next_family"
    first.ok("pause_meeting")
    again = day.manager.goes_to(day.birch)
    assert again.goodbye == "next_family"
    first.ok("resume_meeting")
    # A deputy of the second family who is not at the first one is told why it can't be opened.
    with_minutes = day.minutes.goes_to(day.birch)
    assert with_minutes.refused("open_meeting") == "not_here"
    family_will_hear(first)
    first.ok("end_meeting", reasons=REASONS)
    third = day.manager.goes_to(day.birch)
    third.ok("open_meeting")
    assert third.snapshots[-1]["state"] == "in"
    assert third.things("meeting")["meeting"]["slot"]["number"] == 2


def test_a_guest_of_the_family_waits_for_a_person_and_no_child_is_named_to_their_link(day):
    chair, nell = day.manager.goes_to(day.birch), day.nell.goes_to(day.birch)
    assert nell.snapshots[-1]["slot"]["children"] == ["Pip Birch"]
    url = day.served.url
    guest = Wire(url, f"{url}/join#{day.guest}", "Guest Birch").connect()
    assert guest.snapshots[-1]["slot"]["children"] == []
    assert not guest.told("Pip Birch")
    chair.ok("open_meeting")
    nell.until(lambda: nell.snapshots[-1]["state"] == "in")
    guest.until(lambda: guest.snapshots[-1]["state"] == "waiting")
    let_in(chair, guest)
    guest.close()


def test_whoever_waits_at_the_door_is_told_that_their_family_is_next(tmp_path):
    with opened(tmp_path) as live:
        sitting = Sitting(live, day=date.today().isoformat())
        meeting = sitting.add("Alder", {"lead_social_worker": sitting.nell}, guest=True)
        signed_in, guest = sitting.waits(meeting, sitting.nell), sitting.guest_waits(meeting)
        connections, sent = Connections(), []
        socketio = SocketIO(Flask(__name__), async_mode="threading")
        for one in (signed_in, guest):
            heard = partial(lambda to, packet: sent.append((to, *json.loads(packet.data[1:]))), one.device)
            socketio.server.eio.sockets[one.device] = SimpleNamespace(closed=False, send=heard)
        BoardConnection(socketio, live, connections, RateLimiter(lambda: 0.0), "release", StaffSessions(live))
        for one in (signed_in, guest):
            own = frozenset(
                streams_of(live.meeting(meeting), preparer_of(live.meeting(meeting), one.attendee, one.device))
            )
            connections.add(Connection(one.device, one, one.device), own)
        call_family(live, sitting.manager, sitting.id, meeting)
        # Whoever called is answered first, and then the others are told.
        live.writer.in_turn(lambda: None)
        told = {to: data["slot"] for to, name, data in sent if name == "snapshot"}
        assert {to: slot["called_at"] is not None for to, slot in told.items()} == {
            signed_in.device: True,
            guest.device: True,
        }
