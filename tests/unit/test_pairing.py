"""Pairing a big screen by its code: who may, how often, how long, and that a code works once."""

import re
from uuid import uuid4

import pytest

from meeting_server.domain.asides.let_in import LetIn
from meeting_server.domain.ending.ending import OpenMeeting
from meeting_server.domain.people.persons import Attendee, is_screen
from meeting_server.domain.refused import Refused
from meeting_server.services.live_meeting import Seat
from meeting_server.services.pairing import ALPHABET, CODE_SECONDS, LENGTH, WRONG_A_MINUTE, Pairing, Tries
from meeting_server.services.seats import seat_of
from tests.servers.served import make_rooms, opened
from tests.servers.stores import dump

HERE, ELSEWHERE = "10.0.0.1", "10.0.0.2"
FEW = 100


class Clock:
    """Seconds that pass when the test says so."""

    def __init__(self):
        self.now = 1000.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def pairing(clock, monkeypatch):
    monkeypatch.setattr("meeting_server.services.pairing.MOST_WAITING", FEW)
    return Pairing(clock, clock)


@pytest.fixture
def live(tmp_path):
    made = make_rooms(tmp_path, 1)
    with opened(tmp_path) as live:
        live.room = made[0]
        yield live


def seated(live, who):
    """The seat of somebody who opened their link; the chair's is in at once."""
    seat = Seat(str(uuid4()), live.room.id, live.room.attendees[who], str(uuid4()))
    live.arrive(seat, "computer", others_connected=False)
    return seat


@pytest.fixture
def chair(live):
    return seated(live, "chair")


def code_of(refused):
    with pytest.raises(Refused) as found:
        refused()
    return found.value.code


def screens(live):
    meeting = live.meeting(live.room.id)
    return [one for one in meeting.room.each(Attendee) if is_screen(meeting.template, one)]


def test_a_code_is_six_letters_and_digits_that_nobody_takes_for_others(live, pairing):
    code, ticket = pairing.new_code(live, HERE)
    assert re.fullmatch(f"[{ALPHABET}]{{{LENGTH}}}", code)
    assert not set(ALPHABET) & set("B8G1I0OS5Z2")
    assert code not in ticket


def test_no_two_codes_are_the_same_and_neither_is_kept_in_the_clear(live, pairing, tmp_path):
    codes = [pairing.new_code(live, f"10.0.1.{n}") for n in range(50)]
    assert len(set(codes)) == 50
    kept = repr(vars(pairing)) + dump(tmp_path)
    assert not any(code in kept or ticket in kept for code, ticket in codes)


def test_a_code_that_the_chair_types_brings_the_screen_in(live, pairing, chair):
    code, ticket = pairing.new_code(live, HERE)
    assert pairing.news(live, ticket, None) is None
    pairing.pair(live, chair, ELSEWHERE, code)
    cookie, selector = pairing.news(live, ticket, None)
    seat = seat_of(live, cookie, selector)
    assert [one.id for one in screens(live)] == [seat.attendee]
    assert live.standing(seat)[1].role.screen == "projector"


@pytest.mark.parametrize("typed", ["{0} {1}", " {0}{1} ", "{0}-{1}", "{0}\t{1}"])
def test_a_code_may_be_typed_small_and_in_groups(live, pairing, chair, typed):
    code, _ = pairing.new_code(live, HERE)
    pairing.pair(live, chair, ELSEWHERE, typed.format(code[:3], code[3:]).lower())
    assert len(screens(live)) == 1


def test_a_code_works_once(live, pairing, chair):
    code, ticket = pairing.new_code(live, HERE)
    pairing.pair(live, chair, ELSEWHERE, code)
    assert code_of(lambda: pairing.pair(live, chair, ELSEWHERE, code)) == "wrong_code"
    pairing.news(live, ticket, None)
    assert code_of(lambda: pairing.pair(live, chair, ELSEWHERE, code)) == "wrong_code"
    assert len(screens(live)) == 1


def test_a_code_shown_by_one_server_is_typed_at_another(live, pairing, chair, clock):
    code, ticket = pairing.new_code(live, HERE)
    Pairing(clock, clock).pair(live, chair, ELSEWHERE, code)
    assert pairing.news(live, ticket, None)


def test_a_code_lives_ten_minutes(live, pairing, chair, clock):
    code, ticket = pairing.new_code(live, HERE)
    clock.now += CODE_SECONDS
    assert code_of(lambda: pairing.pair(live, chair, ELSEWHERE, code)) == "wrong_code"
    assert code_of(lambda: pairing.news(live, ticket, None)) == "no_code"
    assert screens(live) == []


def test_a_code_typed_at_the_last_moment_leaves_the_screen_time_to_hear_of_it(live, pairing, chair, clock):
    code, ticket = pairing.new_code(live, HERE)
    clock.now += CODE_SECONDS - 1
    pairing.pair(live, chair, ELSEWHERE, code)
    clock.now += 10
    assert pairing.news(live, ticket, None)


def test_an_answer_that_got_lost_is_given_again(live, pairing, chair):
    code, ticket = pairing.new_code(live, HERE)
    pairing.pair(live, chair, ELSEWHERE, code)
    lost_cookie, selector = pairing.news(live, ticket, None)
    cookie, again = pairing.news(live, ticket, None)
    assert again == selector
    assert seat_of(live, cookie, selector)
    assert seat_of(live, lost_cookie, selector) is None


def test_a_cookie_of_ours_is_kept_and_one_that_we_did_not_make_is_not(live, pairing, chair):
    code, ticket = pairing.new_code(live, HERE)
    pairing.pair(live, chair, ELSEWHERE, code)
    cookie, selector = pairing.news(live, ticket, "planted" * 6)
    assert cookie != "planted" * 6
    assert pairing.news(live, ticket, cookie) == (cookie, selector)


def test_another_screens_ticket_tells_nothing_of_this_one(live, pairing, chair):
    code, _ = pairing.new_code(live, HERE)
    _, other = pairing.new_code(live, ELSEWHERE)
    pairing.pair(live, chair, ELSEWHERE, code)
    assert pairing.news(live, other, None) is None


def test_nobody_but_whoever_steers_brings_a_screen_in_and_the_code_stays_good(live, pairing, chair):
    code, _ = pairing.new_code(live, HERE)
    waiting = seated(live, "mum")
    assert code_of(lambda: pairing.pair(live, waiting, ELSEWHERE, code)) == "not_here"
    pairing.pair(live, chair, ELSEWHERE, code)


def test_after_ten_tries_in_a_minute_a_chair_waits_even_with_the_right_code(live, pairing, chair, clock):
    code, _ = pairing.new_code(live, HERE)
    for n in range(WRONG_A_MINUTE):
        assert code_of(lambda n=n: pairing.pair(live, chair, ELSEWHERE, "ACDEFH")) == "wrong_code"
    assert code_of(lambda: pairing.pair(live, chair, ELSEWHERE, code)) == "too_many"
    clock.now += 61
    pairing.pair(live, chair, ELSEWHERE, code)


def test_who_may_bring_in_no_screen_uses_up_nobodys_tries(live, pairing, chair):
    code, _ = pairing.new_code(live, HERE)
    live.handle(chair, str(uuid4()), OpenMeeting())
    mum = seated(live, "mum")
    live.handle(chair, str(uuid4()), LetIn(mum.device))
    for _ in range(2 * WRONG_A_MINUTE):
        assert code_of(lambda: pairing.pair(live, mum, ELSEWHERE, "ACDEFH")) == "may_not"
    pairing.pair(live, chair, ELSEWHERE, code)


@pytest.mark.parametrize("net", ["10.0.9.{n}", "2001:db8:{n:x}::1"])
def test_strangers_who_ask_for_codes_from_many_addresses_take_none_from_others(live, pairing, chair, clock, net):
    ours = pairing.new_code(live, HERE)
    strangers = [net.format(n=n) for n in range(25)]
    # Many more than fit, ten a minute from each address.
    for _ in range(2):
        for address in strangers:
            for _ in range(10):
                pairing.new_code(live, address)
        clock.now += 61
    later = pairing.new_code(live, ELSEWHERE)
    pairing.pair(live, chair, ELSEWHERE, ours[0])
    pairing.pair(live, chair, ELSEWHERE, later[0])
    assert pairing.news(live, ours[1], None)
    assert pairing.news(live, later[1], None)


def test_the_server_holds_no_more_codes_than_it_can(live, pairing, clock):
    for address in range(25):
        for _ in range(10):
            pairing.new_code(live, f"10.0.9.{address}")
    with live.database.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM screens_waiting").scalar() == FEW


def test_an_address_gets_ten_codes_a_minute_and_a_network_of_one_household_is_one_address(live, pairing):
    for n in range(10):
        pairing.new_code(live, f"2001:db8::{n:x}")
    assert code_of(lambda: pairing.new_code(live, "2001:db8::ffff:1")) == "too_many"
    pairing.new_code(live, "2001:db8:0:1::1")


def test_tries_that_are_over_are_forgotten(clock):
    tries = Tries(clock, 2)
    for n in range(100):
        assert tries.may(n)
    clock.now += 60
    assert tries.may("another")
    assert len(tries._tries) == 1


def test_a_fourth_screen_is_refused_in_words(live, pairing, chair):
    for n in range(3):
        code, _ = pairing.new_code(live, f"10.0.4.{n}")
        pairing.pair(live, chair, ELSEWHERE, code)
    code, _ = pairing.new_code(live, HERE)
    with pytest.raises(Refused) as refused:
        pairing.pair(live, chair, ELSEWHERE, code)
    assert refused.value.message == "Three big screens are on already. Turn one off first."
