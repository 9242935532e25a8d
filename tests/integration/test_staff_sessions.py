"""Staff sessions over time, and the seats that were taken by them."""

import time
from dataclasses import replace
from datetime import date

import pytest
import sqlalchemy as sa
from flask import Flask
from flask_socketio import SocketIO

from meeting_server.domain.people.persons import Person
from meeting_server.domain.permissions import PERMISSIONS
from meeting_server.domain.refused import Refused
from meeting_server.services.accounts import Accounts
from meeting_server.services.invitations import MOST_PEOPLE, add_person
from meeting_server.services.live_meeting import LiveMeetings
from meeting_server.services.prepare_meeting import Plan, PlannedPerson
from meeting_server.services.seats import Invited, seat_of, take_seat
from meeting_server.services.sign_in import A_MEETING_MS, IDLE_MS, LONGEST_MS, StaffSessions, proof, typed_by
from meeting_server.services.staff_meetings import CHAIR, MeetingRequest, make_meeting, my_meeting
from meeting_server.sockets.board import BoardConnection
from meeting_server.sockets.rate_limits import RateLimiter
from meeting_server.sockets.rooms import Connection, Connections
from meeting_server.storage.tables import staff_sessions
from meeting_server.storage.template_files import load_templates
from meeting_server.storage.verify import verify
from tests.scenes.sitting import Sitting, held
from tests.servers.served import opened
from tests.servers.stores import open_store

COMMANDS = {cls.__name__: cls for cls in PERMISSIONS}
MINUTE = 60_000


class Office:
    """A server's insides with a clock that the test turns: one account, and one meeting it chairs."""

    def __init__(self, data_dir):
        self.now = 1_795_000_000_000
        self.database = open_store(data_dir)
        self.live = LiveMeetings(self.database, lambda: self.now)
        self.sessions = StaffSessions(self.live)
        self.asha = Accounts(self.live, lambda work: work()).make("Asha", "asha@council.example", "three green otters")
        people = (
            PlannedPerson("pip", "Pip", child=True),
            PlannedPerson(CHAIR, "Asha", agency="social_care", role="chair"),
        )
        plan = Plan("First conference", load_templates()["three-column-map"], "First conference", "both", True,
                    date.today().isoformat(), people)  # fmt: skip
        self.meeting = make_meeting(self.live, plan, MeetingRequest("FAM 1", "10:00", "", self.asha, self.asha))

    def sits(self, cookie):
        """The seat of whoever signed in with this cookie, and the browser's cookie for it."""
        me = self.sessions.who(cookie)
        mine = my_meeting(self.live, self.asha, self.meeting)
        return take_seat(self.live, Invited(self.live.meeting(self.meeting), "", mine.attendee), None, me.session)

    def close(self):
        self.live.writer.stop()
        self.database.close()


@pytest.fixture
def office(tmp_path):
    found = Office(tmp_path)
    yield found
    found.close()


def test_a_session_is_over_after_half_an_hour_of_nothing(office):
    cookie = office.sessions.begin(office.asha, None)
    for _ in range(3):
        office.now += IDLE_MS - MINUTE
        me = office.sessions.who(cookie)
        assert me.account == office.asha
        office.sessions.active(me.session)
    office.now += IDLE_MS + 1
    assert office.sessions.who(cookie) is None


def test_a_session_is_over_after_twelve_hours_whatever_they_do(office):
    cookie = office.sessions.begin(office.asha, None)
    end = office.now + LONGEST_MS
    while office.now < end - 20 * MINUTE:
        office.now += 20 * MINUTE
        office.sessions.active(office.sessions.who(cookie).session)
    office.now = end + 1
    assert office.sessions.who(cookie) is None
    office.sessions.begin(office.asha, cookie)
    with office.database.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM staff_sessions").scalar() == 1


def test_nobody_idles_out_of_a_meeting_that_is_open_and_everybody_does_once_it_has_ended(office):
    cookie = office.sessions.begin(office.asha, None)
    board, seat = office.sits(cookie)
    office.live.arrive(seat, "computer", others_connected=False)
    office.live.handle(seat, "00000000-0000-4000-8000-000000000001", COMMANDS["OpenMeeting"]())
    office.now += 3 * 60 * MINUTE
    assert office.sessions.who(cookie)
    assert seat_of(office.live, board, seat.selector) == seat
    office.live.writer.run(lambda connection: connection.exec_driver_sql("UPDATE meetings SET state = 'ended'"))
    assert office.sessions.who(cookie) is None
    assert seat_of(office.live, board, seat.selector) is None


def test_a_meeting_that_was_forgotten_open_keeps_nobody_signed_in(office):
    cookie = office.sessions.begin(office.asha, None)
    _, seat = office.sits(cookie)
    office.live.arrive(seat, "computer", others_connected=False)
    office.live.handle(seat, "00000000-0000-4000-8000-000000000001", COMMANDS["OpenMeeting"]())
    office.now += A_MEETING_MS - MINUTE
    assert office.sessions.who(cookie)
    office.now += 2 * MINUTE
    assert office.sessions.who(cookie) is None
    again = office.sessions.begin(office.asha, None)
    office.now += IDLE_MS + 1
    assert office.sessions.who(again) is None, "nor on the next day"


def test_nobody_idles_out_of_a_sitting_on_its_day_from_its_first_family_to_its_last(tmp_path):
    with opened(tmp_path) as live:
        live.clock = lambda: now
        now = 1_795_000_000_000
        sitting = Sitting(live, day="2026-11-18")
        first = sitting.add("Alder", {})
        second = sitting.add("Birch", {"recovery_worker": sitting.omar})
        sessions = StaffSessions(live)
        omar, nell = sessions.begin(sitting.omar, None), sessions.begin(sitting.nell, None)
        now += IDLE_MS + 1
        assert sessions.who(omar) is None, "no family of it has begun"
        held(sitting, first)
        assert sessions.who(omar)
        assert sessions.who(nell) is None, "nell has no family in it"
        now += LONGEST_MS - 2 * IDLE_MS
        assert sessions.who(omar)
        held(sitting, second)
        assert sessions.who(omar) is None


def test_who_signs_out_has_no_seat_any_more_and_gets_the_same_one_back_by_signing_in(office):
    cookie = office.sessions.begin(office.asha, None)
    board, seat = office.sits(cookie)
    assert seat_of(office.live, board, seat.selector)
    session = office.sessions.who(cookie).session
    office.sessions.end(session)
    assert office.sessions.over({session})
    assert office.sessions.who(cookie) is None
    assert seat_of(office.live, board, seat.selector) is None
    me = office.sessions.who(office.sessions.begin(office.asha, None))
    invited = Invited(office.live.meeting(office.meeting), "", seat.attendee)
    again = take_seat(office.live, invited, board, me.session)[1]
    assert (again.selector, again.device) == (seat.selector, seat.device)
    assert seat_of(office.live, board, seat.selector) == again


def test_signing_in_ends_the_session_the_browser_had_and_adopts_no_planted_cookie(office):
    before = office.sessions.begin(office.asha, None)
    after = office.sessions.begin(office.asha, before)
    assert office.sessions.who(before) is None
    assert office.sessions.who(after)
    assert office.sessions.begin(office.asha, "planted" * 6) != "planted" * 6
    assert office.sessions.who("planted" * 6) is None


def test_a_closed_account_is_out_at_once(office):
    cookie = office.sessions.begin(office.asha, None)
    board, seat = office.sits(cookie)
    office.live.writer.run(lambda connection: connection.exec_driver_sql("UPDATE accounts SET disabled_at = 1"))
    assert office.sessions.who(cookie) is None
    assert seat_of(office.live, board, seat.selector) is None


def test_what_they_do_is_noted_at_most_once_a_minute(office):
    session = office.sessions.who(office.sessions.begin(office.asha, None)).session
    ran = []
    run = office.live.writer.run
    office.live.writer.run = lambda job: ran.append(1) or run(job)
    for _ in range(50):
        office.sessions.active(session)
        office.now += 1000
    assert len(ran) == 1
    office.now += MINUTE
    office.sessions.active(session)
    assert len(ran) == 2


@pytest.mark.sqlite
def test_what_they_do_while_nothing_can_be_saved_is_noted_with_the_next_thing_they_do(office):
    session = office.sessions.who(office.sessions.begin(office.asha, None)).session

    def only_reading(on):
        with office.database.writing() as connection:
            connection.exec_driver_sql(f"PRAGMA query_only={on}").close()

    def seen_at():
        with office.database.reading() as connection:
            return connection.execute(sa.select(staff_sessions.c.seen_at)).scalar_one()

    only_reading("ON")
    office.now += 5
    office.sessions.active(session)
    only_reading("OFF")
    office.now += 5
    office.sessions.active(session)
    assert seen_at() == office.now


def test_who_is_added_later_is_added_once_and_the_log_still_verifies(office):
    odile = PlannedPerson("later", "Odile", relationship="Gran", agency="family", role="network")
    for _ in range(2):
        add_person(office.live, office.meeting, "00000000-0000-4000-8000-0000000000aa", odile)
    found = office.live.meeting(office.meeting)
    assert sorted(one.name for one in found.room.each(Person)) == ["Asha", "Odile", "Pip"]
    with office.database.reading() as connection:
        assert verify(connection, office.meeting).wrong == ()


def test_a_meeting_takes_sixty_people_and_no_more(office):
    for n in range(MOST_PEOPLE - 2):
        add_person(office.live, office.meeting, f"00000000-0000-4000-8000-{n:012}", PlannedPerson("x", f"Somebody {n}"))
    with pytest.raises(Refused) as refused:
        add_person(office.live, office.meeting, "00000000-0000-4000-8000-ffffffffffff", PlannedPerson("x", "One more"))
    assert refused.value.code == "too_many"


def test_what_is_sent_and_what_is_being_written_on_the_board_is_doing_something(office):
    cookie = office.sessions.begin(office.asha, None)
    _, seat = office.sits(cookie)
    office.live.arrive(seat, "computer", others_connected=False)
    connections = Connections()
    socketio = SocketIO(Flask(__name__), async_mode="threading")
    line = BoardConnection(socketio, office.live, connections, RateLimiter(time.monotonic), "release", office.sessions)
    connections.add(Connection("signed in", seat, "signed in"), frozenset({"everyone"}))
    by_link = replace(seat, staff_session=None)
    connections.add(Connection("by a link", by_link, "by a link"), frozenset({"everyone"}))
    noted = []
    office.sessions.active = noted.append
    for sid in ("signed in", "by a link", "nobody"):
        line.commands.take(
            sid, None, {"id": "00000000-0000-4000-8000-000000000001", "name": "open_meeting", "data": {}}
        )
        line._presence(sid, {"writing": "worries"})
    assert noted == [seat.staff_session] * 2


def test_the_form_token_is_of_this_session_alone(office):
    one, other = (office.sessions.who(office.sessions.begin(office.asha, None)) for _ in range(2))
    assert {typed_by(one.form), typed_by(other.form)} == {office.asha.id}
    assert len(proof(one.form)) == 64
    assert proof(one.form) != proof(other.form)


def test_while_sessions_can_not_be_looked_up_that_is_said_once_and_once_again_the_next_time(office, caplog):
    socketio = SocketIO(Flask(__name__), async_mode="threading")
    line = BoardConnection(
        socketio, office.live, Connections(), RateLimiter(time.monotonic), "release", office.sessions
    )
    answers = iter([None, None, None, set(), None, None])

    def over(_):
        found = next(answers)
        if found is None:
            raise sa.exc.OperationalError("SELECT", {}, Exception("away"))
        return found

    office.sessions.over = over
    said = []
    for _ in range(6):
        line._keep_on(line.hang_up)
        said.append(caplog.text.count("A task of the line failed"))
    assert said == [1, 1, 1, 1, 2, 2]
