"""A sitting in the database: making it, what each sees of it, one family at a time, who comes in, and rolling the rest."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from time import sleep
from uuid import uuid4

import pytest
import sqlalchemy as sa

from meeting_server.domain.agenda.pause import PauseMeeting, ResumeMeeting
from meeting_server.domain.asides.let_in import LetIn
from meeting_server.domain.ending.ending import OpenMeeting
from meeting_server.domain.people.admission import preparer_of
from meeting_server.domain.people.leave import Leave, RemoveAttendee
from meeting_server.domain.people.lobby import TurnAway
from meeting_server.domain.people.persons import find_attendee
from meeting_server.domain.points.write_privately import WritePrivately
from meeting_server.domain.refused import Refused
from meeting_server.services.sitting_day import call_family, call_next, move_family, open_family, seat_in_family
from meeting_server.services.sitting_roll import roll, rolled_order
from meeting_server.services.sitting_views import my_sittings, sitting_for
from meeting_server.services.sittings import PlannedSitting, add_family, make_sitting
from meeting_server.services.staff_meetings import my_meeting, my_meetings
from meeting_server.storage.tables import meeting_plans
from meeting_server.storage.verify import verify
from tests.scenes.sitting import DAY, Sitting, family, held
from tests.servers.served import opened

LATER = "2026-05-12"


@pytest.fixture
def sitting(tmp_path):
    """A sitting with two families: Nell works with both, Omar with the second; a guest may come to the second."""
    with opened(tmp_path) as live:
        made = Sitting(live)
        made.add("Alder", {"lead_social_worker": made.nell})
        made.add("Birch", {"lead_social_worker": made.nell, "recovery_worker": made.omar}, guest=True)
        yield made


def refusal(of, *args, **more):
    with pytest.raises(Refused) as refused:
        of(*args, **more)
    assert str(refused.value.message)
    return refused.value.code


def seen_by(sitting, account):
    found = sitting_for(sitting.live, account, sitting.id)
    return [one.reference for one in found.families] if found else None


def slots(sitting):
    return [sitting.live.meeting(one).facts.slot for one in sitting.meetings]


def test_each_family_knows_its_turn_and_its_time(sitting):
    assert [(one.number, one.of, one.starts) for one in slots(sitting)] == [(1, 2, "09:30"), (2, 2, "09:55")]
    view = sitting_for(sitting.live, sitting.manager, sitting.id)
    assert [(one.number, one.starts, one.state) for one in view.families] == [
        (1, "09:30", "prepared"), (2, "09:55", "prepared"),
    ]  # fmt: skip
    assert [due.by for due in view.families[0].due] == ["2026-05-06", "2026-05-12"]


def test_made_twice_a_sitting_and_a_family_are_made_once(sitting):
    id = str(uuid4())
    plan = PlannedSitting(id, sitting.manager, sitting.manager, None, None, DAY, "13:00", 20, "")
    assert {make_sitting(sitting.live, plan) for _ in range(2)} == {id}
    assert refusal(make_sitting, sitting.live, replace(plan, made_by=sitting.nell)) == "not_found"
    same = family("Cedar", {}, id=str(uuid4()))
    made = {add_family(sitting.live, sitting.manager, id, same, "FAM-C", {}) for _ in range(2)}
    assert made == {same.id}
    assert refusal(add_family, sitting.live, sitting.manager, sitting.id, same, "FAM-C", {}) == "not_found"
    assert [one.of for one in my_sittings(sitting.live, sitting.manager)] == [2, 1]


def test_who_leads_the_sitting_sees_all_families_and_a_worker_only_theirs(sitting):
    assert seen_by(sitting, sitting.manager) == seen_by(sitting, sitting.minutes) == ["FAM-Alder", "FAM-Birch"]
    assert seen_by(sitting, sitting.omar) == ["FAM-Birch"]
    assert len(my_sittings(sitting.live, sitting.omar)) == 1
    stranger = replace(sitting.omar, id=str(uuid4()))
    assert seen_by(sitting, stranger) is None
    assert my_sittings(sitting.live, stranger) == []
    assert refusal(move_family, sitting.live, sitting.nell, sitting.id, sitting.meetings[0], up=False) == "not_found"
    assert refusal(add_family, sitting.live, sitting.omar, sitting.id, family("Cedar", {}), "C", {}) == "not_found"


def test_a_meetings_own_page_is_for_who_chairs_it_and_not_for_its_workers(sitting):
    assert [one.id for one in my_meetings(sitting.live, sitting.manager)] == sitting.meetings
    assert my_meetings(sitting.live, sitting.nell) == my_meetings(sitting.live, sitting.minutes) == []
    assert my_meeting(sitting.live, sitting.omar, sitting.meetings[1]) is None


def test_somebody_named_twice_for_a_family_is_refused(sitting):
    twice = {"lead_social_worker": sitting.nell, "recovery_worker": sitting.nell}
    assert refusal(sitting.add, "Cedar", twice) == "twice"


def test_families_still_to_come_change_places_and_their_meetings_know(sitting):
    first, second = sitting.meetings
    sitting.add("Cedar", {})
    move_family(sitting.live, sitting.manager, sitting.id, second, up=True)
    assert seen_by(sitting, sitting.manager) == ["FAM-Birch", "FAM-Alder", "FAM-Cedar"]
    assert [(one.number, one.starts) for one in slots(sitting)] == [(2, "09:55"), (1, "09:30"), (3, "10:20")]
    held(sitting, second)
    move_family(sitting.live, sitting.manager, sitting.id, first, up=True)
    assert seen_by(sitting, sitting.manager) == ["FAM-Birch", "FAM-Alder", "FAM-Cedar"], "not before one that has begun"
    assert refusal(move_family, sitting.live, sitting.manager, sitting.id, second, up=False) == "begun"


def test_another_family_is_not_opened_while_one_is_open_or_paused(sitting):
    first, second = sitting.meetings
    seat = sitting.opens(first)
    assert refusal(sitting.opens, second) == "another_family_open"
    sitting.do(seat, PauseMeeting())
    assert refusal(sitting.opens, second) == "another_family_open"
    assert sitting.live.meeting(second).state == "prepared"
    sitting.do(seat, ResumeMeeting())
    sitting.ends(seat)
    sitting.opens(second)
    assert sitting.live.meeting(second).state == "open"


def test_of_many_who_open_families_at_once_one_does(sitting):
    """Decided where the command is: also two that share one transaction see each other."""
    for word in ("Cedar", "Damson", "Elder", "Fir"):
        sitting.add(word, {})
    seats = [sitting.waits(one, sitting.manager) for one in sitting.meetings]
    inside = [one for one in seats if sitting.is_in(one)]
    assert len(inside) == 6

    def opens(seat):
        try:
            return sitting.live.handle(seat, str(uuid4()), OpenMeeting()) and "opened"
        except Refused as refused:
            return refused.code

    # While the writer is held up the commands gather, and then share a transaction.
    with ThreadPoolExecutor(7) as threads:
        held_up = threads.submit(sitting.live.writer.run, lambda _: sleep(0.3))
        found = list(threads.map(opens, inside))
        held_up.result()
    assert sorted(found) == ["next_family"] * 5 + ["opened"]
    assert [sitting.live.meeting(one).state for one in sitting.meetings].count("open") == 1


def test_whoever_of_a_family_waits_signed_in_comes_in_as_it_is_opened_and_a_guest_waits(sitting):
    first, second = sitting.meetings
    nell, omar = sitting.waits(second, sitting.nell), sitting.waits(second, sitting.omar)
    guest = sitting.guest_waits(second)
    assert preparer_of(sitting.live.meeting(second), nell.attendee, nell.device)
    sitting.do(nell, WritePrivately(str(uuid4()), "factors", "What I bring with me."))
    held(sitting, first)
    sitting.live.come_in(nell)
    assert not sitting.is_in(nell), "the opening of another family lets nobody in"
    chair = sitting.opens(second)
    assert not sitting.is_in(nell), "who wrote at the door and went home is not here"
    for line in (nell, omar, guest):
        sitting.live.come_in(line)
    assert sitting.is_in(nell)
    assert sitting.is_in(omar)
    assert not sitting.is_in(guest)
    sitting.do(chair, LetIn(guest.device))
    assert sitting.is_in(guest)
    assert {find_attendee(sitting.live.meeting(second), one.attendee).attendance for one in (nell, omar, guest)} == {
        "here"
    }


def test_who_signs_in_while_their_family_is_open_goes_straight_in_and_back_to_its_draft(sitting):
    first, second = sitting.meetings
    chair = sitting.opens(first)
    nell = sitting.waits(first, sitting.nell)
    assert sitting.is_in(nell)
    minutes = sitting.waits(first, sitting.minutes)
    assert sitting.is_in(minutes)
    sitting.ends(chair)
    again = sitting.waits(first, sitting.nell)
    assert sitting.is_in(again), "they were at it, so its draft is theirs"
    held(sitting, second)
    late = sitting.waits(second, sitting.omar)
    assert not sitting.is_in(late)


def test_who_was_removed_or_turned_away_does_not_come_back_in_by_signing_in(sitting):
    _, second = sitting.meetings
    omar = sitting.waits(second, sitting.omar)
    chair = sitting.waits(second, sitting.manager)
    sitting.do(chair, TurnAway(omar.device), OpenMeeting())
    assert not sitting.is_in(sitting.waits(second, sitting.omar))
    nell = sitting.waits(second, sitting.nell)
    sitting.do(chair, RemoveAttendee(nell.attendee, "The wrong family."))
    assert not sitting.is_in(sitting.waits(second, sitting.nell))


def test_while_somebody_is_at_one_family_the_others_are_closed_to_them_and_to_nobody_else(sitting):
    first, second = sitting.meetings
    sitting.add("Cedar", {"recovery_worker": sitting.omar})
    cedar = sitting.waits(sitting.meetings[2], sitting.omar)
    held(sitting, first, lock=False)
    draft, minutes = sitting.waits(first, sitting.manager), sitting.waits(first, sitting.minutes)
    chair, nell = sitting.opens(second), sitting.waits(second, sitting.nell)
    live = sitting.live

    assert live.walls.closed(first, draft.attendee) == "next_family"
    assert refusal(live.handle, draft, str(uuid4()), Leave()) == "next_family"
    assert refusal(seat_in_family, live, sitting.nell, b"x", None, sitting.id, first) == "next_family"
    assert [one.id for one in my_meetings(live, sitting.manager)] == [second]
    assert my_meeting(live, sitting.manager, first) is None
    view = sitting_for(live, sitting.nell, sitting.id)
    assert (view.here, [one.meeting for one in view.families]) == (second, [second])

    # Business support and Omar have not come to the second family: what is theirs stays open to them.
    assert live.walls.closed(first, minutes.attendee) is None
    assert seen_by(sitting, sitting.minutes) == ["FAM-Alder", "FAM-Birch", "FAM-Cedar"]
    sitting.do(cedar, WritePrivately(str(uuid4()), "factors", "For later."))

    sitting.do(nell, Leave())
    assert live.walls.closed(first, sitting.attendee(first, "lead_social_worker").id) is None
    sitting.ends(chair)
    assert live.walls.closed(first, draft.attendee) is None
    assert sitting.is_in(sitting.waits(first, sitting.manager))
    assert seen_by(sitting, sitting.manager) == ["FAM-Alder", "FAM-Birch", "FAM-Cedar"]


def test_a_family_is_called_once_and_only_before_its_time(sitting):
    first, second = sitting.meetings
    for _ in range(2):
        call_family(sitting.live, sitting.manager, sitting.id, second)
    assert sitting_for(sitting.live, sitting.omar, sitting.id).families[0].called_at
    assert not slots(sitting)[0].called_at
    seat = sitting.opens(first)
    assert refusal(call_family, sitting.live, sitting.manager, sitting.id, first) == "not_waiting"
    assert refusal(call_family, sitting.live, sitting.nell, sitting.id, second) == "not_found"
    sitting.ends(seat)
    sitting.opens(second)
    assert refusal(call_next, sitting.live, sitting.manager, sitting.id) == "no_next"


def test_opened_twice_by_a_double_press_a_family_is_open_once(sitting):
    first = sitting.meetings[0]
    one, two = sitting.opens(first), sitting.opens(first)
    assert sitting.is_in(one)
    assert sitting.is_in(two)
    stranger = replace(sitting.omar, id=str(uuid4()))
    assert refusal(open_family, sitting.live, stranger, b"x", None, sitting.id, first) == "not_found"


def rated(sitting, word, colour):
    """An earlier sitting in which this family was rated so."""
    before = PlannedSitting(str(uuid4()), sitting.manager, sitting.manager, None, None, "2026-04-07", "09:30", 25, "")
    at = make_sitting(sitting.live, before)
    meeting = add_family(sitting.live, sitting.manager, at, family(word, {}), f"FAM-{word}", {})
    seat = open_family(sitting.live, sitting.manager, b"session", None, at, meeting).seat
    sitting.ends(seat, colour, lock=True)


def test_the_rest_rolls_to_another_day_by_risk_and_what_was_prepared_goes_with_it(sitting):
    live, manager = sitting.live, sitting.manager
    for word, colour in (("Cedar", "green"), ("Damson", "red"), ("Elder", "amber")):
        rated(sitting, word, colour)
        sitting.add(word, {"recovery_worker": sitting.omar})
    first, second, cedar, damson, elder = sitting.meetings
    omar = sitting.waits(damson, sitting.omar)
    mine = str(uuid4())
    sitting.do(omar, WritePrivately(mine, "factors", "Kept."))
    call_family(live, manager, sitting.id, damson)
    open_now = sitting.opens(first)
    assert rolled_order(live, manager, sitting.id) == [damson, second, elder, cedar]
    assert refusal(roll, live, manager, sitting.id, DAY, "09:00", str(uuid4())) == "too_early"

    id = str(uuid4())
    assert {roll(live, manager, sitting.id, LATER, "13:30", id) for _ in range(2)} == {id}
    view = sitting_for(live, manager, id)
    sitting.ends(open_now)
    view = sitting_for(live, manager, id)
    assert [(one.meeting, one.number, one.starts) for one in view.families] == [
        (damson, 1, "13:30"), (second, 2, "13:55"), (elder, 3, "14:20"), (cedar, 4, "14:45"),
    ]  # fmt: skip
    assert [one.last_rating.colour if one.last_rating else None for one in view.families] == [
        "red", None, "amber", "green",
    ]  # fmt: skip
    moved = live.meeting(damson)
    assert (moved.facts.date, moved.facts.slot.called_at) == (LATER, None)
    assert view.families[0].due[-1].by == "2026-05-19"
    assert sitting.live.meeting(first).facts.slot.of == 1
    with live.database.reading() as connection:
        plan = connection.execute(sa.select(meeting_plans).where(meeting_plans.c.meeting == damson)).one()
        assert (plan.date, plan.starts) == (LATER, "13:30")
        assert verify(connection, damson).wrong == ()
    sitting.do(omar, WritePrivately(str(uuid4()), "factors", "And more."))
    assert refusal(roll, live, manager, sitting.id, LATER, "09:00", str(uuid4())) == "nothing_to_roll"
    open_family(live, manager, b"session", None, id, damson)
    live.come_in(omar)
    assert sitting.is_in(omar)
