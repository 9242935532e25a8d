"""The minute-taker over the real wire: her page, who is here without a device, times, and a line that ends with a word."""

import pytest

from meeting_server.services.prepare_meeting import PlannedPerson
from tests.people.on_the_wire import let_in
from tests.servers.served import PEOPLE, House, Served, make_rooms

SCRIBE = PlannedPerson("scribe", "Hal Minutes", role="minute_taker", agency="social_care")
MINUTE = 60_000


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    """A server with rooms to which a minute-taker is invited too."""
    data_dir = tmp_path_factory.mktemp("minutes")
    rooms = make_rooms(data_dir, 6, (*PEOPLE, SCRIBE))
    served = Served(data_dir).start()
    house = House(served, rooms)
    yield house
    house.close()
    assert served.stop() == 0
    assert "Traceback" not in served.log


@pytest.fixture
def gathered(desk):
    """The room, and chair, minute-taker and mother in it."""
    room = desk.room()
    return room, *desk.gather(room, "scribe", "mum")


def attendee(wire, room, who):
    """How an attendee stands on this person's board."""
    return wire.things("attendees")[room.attendees[who]]


def test_the_minute_taker_is_led_to_the_minutes_desk_and_nobody_else_has_such_a_page(gathered):
    _, chair, scribe, mum = gathered
    assert scribe.page == f"/minutes/{scribe.seat}"
    assert scribe.get(scribe.page).status_code == 200
    assert scribe.get(f"/board/{scribe.seat}").status_code == 200
    assert scribe.get(f"/chair/{scribe.seat}").status_code == 404
    for wire in (chair, mum):
        assert wire.get(f"/minutes/{wire.seat}").status_code == 404
    assert mum.get(f"/minutes/{scribe.seat}").status_code == 404


def test_who_sits_without_a_device_is_typed_for_and_may_still_come_in_with_one(desk, gathered):
    room, _, scribe, mum = gathered
    scribe.ok("state_attendance", attendee=room.attendees["gran"], attendance="here", device=False)
    assert mum.until(lambda: attendee(mum, room, "gran")["attendance"] == "here")
    assert attendee(mum, room, "gran")["device"] is False
    said = scribe.add("She eats well with me.", "well", speaker=room.people["gran"])
    scribe.ok("read_back", item=said, right=True)
    point = mum.until(
        lambda: (
            mum.things("items").get(said) and mum.things("items")[said]["read_back_at"] and mum.things("items")[said]
        )
    )
    assert point["confirmed"] == "yes"
    gran = desk.joins(room, "gran")
    assert gran.snapshots[-1]["state"] == "waiting"
    let_in(scribe, gran)
    assert scribe.until(lambda: attendee(scribe, room, "gran")["device"])
    assert gran.add("And she sleeps well.", "well")


def test_stating_that_somebody_left_ends_their_line_and_it_can_be_undone(desk, gathered):
    room, _, scribe, mum = gathered
    scribe.ok("state_attendance", attendee=room.attendees["mum"], attendance="left")
    assert mum.until(lambda: mum.goodbye) == "left"
    assert mum.closed.wait(3)
    assert scribe.until(lambda: attendee(scribe, room, "mum")["attendance"] == "left")
    came = scribe.until(lambda: attendee(scribe, room, "mum")["joined_at"])
    assert scribe.refused("state_attendance", attendee=room.attendees["mum"], attendance="here") == "no_device"
    scribe.ok("state_attendance", attendee=room.attendees["mum"], attendance="here", device=False)
    assert scribe.until(lambda: attendee(scribe, room, "mum")["attendance"] == "here")
    again = desk.joins(room, "mum")
    let_in(scribe, again)
    now = scribe.until(lambda: attendee(scribe, room, "mum")["device"] and attendee(scribe, room, "mum"))
    assert (now["joined_at"], now["left_at"]) == (came, None)


def test_times_are_put_right_to_the_minute_for_everybody(gathered):
    room, _, scribe, mum = gathered
    came = scribe.until(lambda: attendee(scribe, room, "mum")["joined_at"]) - 3 * MINUTE
    scribe.ok("state_attendance", attendee=room.attendees["mum"], attendance="here", at=came)
    assert mum.until(lambda: attendee(mum, room, "mum")["joined_at"] == came)
    refused = scribe.refused("state_attendance", attendee=room.attendees["mum"], attendance="left", at=came - MINUTE)
    assert refused == "bad_times"
    assert mum.goodbye is None


def test_a_parent_states_nothing_of_attendance_reports_or_notes(gathered):
    room, _, scribe, mum = gathered
    for name, data in (
        ("state_attendance", {"attendee": room.attendees["worker"], "attendance": "left"}),
        ("note_report", {"person": room.people["worker"], "state": "received"}),
        ("note_stage", {"stage": "welcome", "version": 0, "text": "Mine."}),
    ):
        assert mum.refused(name, **data) == "may_not"
    typed = scribe.add("Typed.", speaker=room.people["gran"])
    assert mum.refused("read_back", item=typed, right=True) == "may_not_type_for"
    assert not mum.things("reports")
    assert not mum.things("stage_notes")


def test_two_who_note_the_same_step_both_keep_their_text(gathered):
    _, chair, scribe, mum = gathered
    scribe.ok("note_stage", stage="welcome", version=0, text="The chair welcomed everybody.")
    answer = chair.send("note_stage", {"stage": "welcome", "version": 0, "text": "All were welcomed."})
    error = answer["error"]
    assert (error["code"], error["text"], error["version"]) == ("changed", "The chair welcomed everybody.", 1)
    chair.ok("note_stage", stage="welcome", version=1, text="All were welcomed.")
    assert mum.until(lambda: mum.things("stage_notes").get("welcome", {}).get("version") == 2)
