"""A reference and a name open no family: who reaches its earlier meetings, who gives them, and what a stranger learns."""

import re
from functools import partial

import pytest
import sqlalchemy as sa

from meeting_server.domain.audiences import ROOM, To
from meeting_server.domain.ending.ending import FinishMeeting, OpenMeeting
from meeting_server.domain.ending.places import had_a_place
from meeting_server.domain.people.attendance import AttendanceStated
from meeting_server.domain.people.leave import RemoveAttendee
from meeting_server.domain.people.persons import attendee_of
from meeting_server.domain.refused import Refused
from meeting_server.services.asking import answer, give_by_reference, requests_for
from meeting_server.services.earlier import read_into_next
from meeting_server.services.family_log import family_log, my_families
from meeting_server.services.sitting_roll import rolled_order
from meeting_server.services.sitting_views import sitting_for
from meeting_server.services.sittings import PlannedSitting, add_family, make_sitting
from meeting_server.storage.tables import read_log
from tests.scenes.builders import after, given, person, room
from tests.scenes.council import SAID, council_in
from tests.scenes.sitting import DAY, family
from tests.scenes.staff_pages import makes
from tests.scenes.staffroom import Staff
from tests.servers.served import Served

LATER = {"date": "2026-04-01"}


@pytest.fixture
def council(tmp_path):
    with council_in(tmp_path) as council:
        yield council


def asks(council, account):
    """The meetings that ask this account."""
    return [one.meeting for one in requests_for(council.live, account)]


def answers(council, account, *, give=True):
    (one,) = requests_for(council.live, account)
    return answer(council.live, account, one.id, give=give)


def test_a_reference_and_a_right_name_open_nothing_now_or_later(council):
    council.held()
    waiting = council.held(lock=False, **LATER)
    guess = council.made(chair=council.bel, date="2026-05-01")
    council.opens_the_board(guess)
    assert council.on_desk(guess) == []
    council.live.when_locked = partial(read_into_next, council.live)
    council.do(council.chair(waiting), FinishMeeting("FINISH"))
    council.opens_the_board(guess)
    assert council.on_desk(guess) == []


def statements(council, work):
    """What the database is asked while this is done, in its order: how long it takes is made of that."""
    asked = []
    hear = lambda connection, cursor, statement, *_: asked.append(statement)  # noqa: E731
    sa.event.listen(sa.engine.Engine, "before_cursor_execute", hear)
    try:
        work()
    finally:
        sa.event.remove(sa.engine.Engine, "before_cursor_execute", hear)
    return asked


@pytest.mark.sqlite
def test_what_is_done_for_a_known_reference_is_what_is_done_for_an_unknown_one(council):
    council.held()

    def guesses(reference):
        council.opens_the_board(council.made(reference=reference, chair=council.bel, **LATER))

    # What is looked up once and kept is the same for all references.
    guesses("FAM 0")
    known, unknown = (statements(council, partial(guesses, reference)) for reference in ("FAM 1", "FAM 2"))
    assert known == unknown


def test_a_meeting_made_with_a_known_reference_does_not_become_the_familys(council):
    """Who plants one, and runs it to the end, is asked nothing when the family meets again, and it reaches no desk."""
    council.held()
    council.held(text="Planted.", chair=council.bel, date="2026-03-20")
    again = council.made(chair=council.cal, **LATER)
    assert asks(council, council.bel) == []
    assert asks(council, council.account) == [again]
    answers(council, council.account)
    assert [[one.text for one in on.points] for on in council.on_desk(again)] == [[SAID]]


def test_who_plants_a_meeting_finds_there_what_they_would_find_of_a_new_family(council):
    council.held()
    for reference in ("FAM 1", "FAM 2"):
        planted = council.held(text="Planted.", chair=council.bel, reference=reference, date="2026-03-20")
        assert [one.id for one in council.on_desk(council.made(chair=council.bel, reference=reference, **LATER))] == [
            planted
        ]


def test_whoever_had_a_place_is_asked_with_the_names_as_typed_and_gives_by_one_press(council):
    first = council.held()
    second = council.made(chair=council.bel, child="Sorel", made_by=council.cal, **LATER)
    (one,) = requests_for(council.live, council.account)
    assert (one.meeting, one.asker, one.made_by, one.reference) == (second, council.bel, council.cal, "FAM 1")
    assert [child.name for child in one.children] == ["Sorel"]
    assert {who.name for who in one.people} == {"Nell Ashgrove", "Bel Otherside"}
    assert asks(council, council.bel) == asks(council, council.cal) == []
    answers(council, council.account)
    assert [one.id for one in council.on_desk(second)] == [first], "at once, before anybody opens the board"
    assert asks(council, council.account) == []


def test_it_is_given_in_the_middle_of_a_meeting_too(council):
    first = council.held()
    second = council.made(chair=council.bel, **LATER)
    council.do(council.opens_the_board(second), OpenMeeting())
    answers(council, council.account)
    assert [one.id for one in council.on_desk(second)] == [first]


def test_what_is_refused_is_not_told_and_can_still_be_given(council):
    first = council.held()
    second = council.made(chair=council.bel, **LATER)
    answers(council, council.account, give=False)
    council.opens_the_board(second)
    assert council.on_desk(second) == asks(council, council.account) == []
    (one,) = requests_for(council.live, council.account, answered=True)
    answer(council.live, council.account, one.id, give=True)
    assert [one.id for one in council.on_desk(second)] == [first]


def test_nobody_answers_for_somebody_else_or_twice(council):
    council.held()
    council.made(chair=council.bel, **LATER)
    (one,) = requests_for(council.live, council.account)
    for account in (council.bel, council.cal):
        with pytest.raises(Refused, match="found"):
            answer(council.live, account, one.id, give=True)
    answer(council.live, council.account, one.id, give=True)
    with pytest.raises(Refused):
        answer(council.live, council.account, one.id, give=False)


def test_whoever_was_given_them_is_one_of_the_family_from_then_on(council):
    council.held()
    second = council.held(text="Later.", chair=council.bel, **LATER)
    assert council.on_desk(second) == []
    council.made(chair=council.bel, date="2026-04-03")
    for one in requests_for(council.live, council.account):
        answer(council.live, council.account, one.id, give=True)
    third = council.made(date="2026-05-01")
    assert asks(council, council.bel) == [third]
    answers(council, council.bel)
    assert {point.text for one in council.on_desk(third) for point in one.points} == {SAID, "Later."}


def test_they_stay_given_for_four_weeks_after_the_day_of_the_meeting(council, monkeypatch):
    council.held()
    council.made(chair=council.bel, **LATER)
    answers(council, council.account)
    assert council.on_desk(council.made(chair=council.bel, date="2026-04-20"))
    day = 24 * 60 * 60 * 1000
    now = council.live.clock()
    monkeypatch.setattr(council.live, "clock", lambda: now + 700 * day)
    assert council.on_desk(council.made(chair=council.bel, date="2026-05-20")) == []


def test_whoever_runs_the_server_gives_them_where_nobody_can_answer(council):
    first = council.held()
    second = council.made(chair=council.bel, **LATER)
    give_by_reference(council.live, " fam 1", " BEL@council.example", "Asha has left the council.")
    assert [one.id for one in council.on_desk(second)] == [first]
    assert asks(council, council.account) == []
    for asked, code in (
        (("FAM 9", "bel@council.example", "Why."), "no_family"), (("FAM 1", "no@council.example", "Why."), "no_account"),
        (("FAM 1", "bel@council.example", " "), "no_why"),
    ):  # fmt: skip
        with pytest.raises(Refused) as refused:
            give_by_reference(council.live, *asked)
        assert refused.value.code == code


def test_all_of_it_is_in_the_log_that_whoever_had_a_place_reads(council):
    council.held()
    second = council.made(chair=council.bel, **LATER)
    family = answers(council, council.account, give=False)
    give_by_reference(council.live, "FAM 1", "bel@council.example", "Asha was in court.")
    assert my_families(council.live, council.account.id) == [(family, "FAM 1")]
    found = family_log(council.live, council.account.id, family)
    said = {(one.what, one.who, one.words) for one in found.entries}
    assert {
        ("asked", "Bel Otherside", ""), ("refused", "Asha Chairperson", ""), ("earlier", "Bel Otherside", ""),
        ("given_by_server", "Bel Otherside", "Asha was in court."),
    } <= said  # fmt: skip
    assert family_log(council.live, council.bel.id, family) is None
    with council.live.database.reading() as connection:
        rows = connection.execute(sa.select(read_log).where(read_log.c.meeting == second)).all()
    assert {(row.action, row.account) for row in rows} >= {
        ("asked", council.bel.id), ("refused", council.account.id), ("given", council.bel.id),
    }  # fmt: skip


def test_whoever_names_another_as_the_chair_learns_nothing_of_their_families(council):
    """Anybody can make a meeting, or a sitting, and choose for its chair whoever knows the family."""
    council.held()
    made = council.made(made_by=council.bel, **LATER)
    assert council.on_desk(made) == []
    sitting = make_sitting(
        council.live, PlannedSitting("", council.bel, council.account, None, council.bel, DAY, "09:30", 25, "")
    )
    meeting = add_family(council.live, council.bel, sitting, family("Alder", {}), "FAM 1", {})
    assert council.on_desk(meeting) == []
    council.opens_the_board(meeting)
    read_into_next(council.live, meeting)
    view = sitting_for(council.live, council.bel, sitting)
    assert [one.last_rating for one in view.families] == [None]


def test_the_order_by_risk_and_the_last_rating_are_told_by_what_the_reader_may_know(council):
    sitting = make_sitting(
        council.live, PlannedSitting("", council.account, council.account, council.bel, None, DAY, "09:30", 25, "")
    )
    assert rolled_order(council.live, council.bel, sitting) == []


def test_a_place_is_had_by_who_was_let_in_and_not_removed():
    meeting = room(only=("ines", "kit", "marla"))
    kit = next(
        one
        for one in given(meeting).meeting.room.each(type(attendee_of(meeting, person("kit"))))
        if one.person == person("kit")
    )
    assert had_a_place(meeting, kit.id)
    assert not had_a_place(given(meeting).when("ines", RemoveAttendee(kit.id)).ok().meeting, kit.id)
    assert not had_a_place(after(meeting, [To(ROOM, AttendanceStated(kit.id, "apologies"))]), kit.id)
    assert not had_a_place(meeting, person("kit"))


def page_without_ids(staff):
    """A page, its ids and tokens left out."""
    return re.sub(r"[0-9a-f]{64}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", "", staff.page)


def test_a_stranger_is_answered_alike_for_every_reference_over_http_and_a_holder_answers_on_a_page(tmp_path):
    with council_in(tmp_path) as council:
        council.held(reference="FAM 20741", child="Wren")
    served = Served(tmp_path).start()
    bel, asha = Staff(served.url), Staff(served.url)
    bel.sign_in("bel@council.example")
    asha.sign_in("asha@council.example")
    pages = {}
    for reference in ("FAM 20741", "FAM 20742"):
        makes(bel, reference=reference)
        assert "If there are earlier meetings, whoever can give them has been asked." in bel.page
        pages[reference] = page_without_ids(bel).replace(reference, "")
    assert pages["FAM 20741"] == pages["FAM 20742"]
    assert "Somebody asks" not in bel.get("/meetings").text
    assert "Somebody asks for earlier meetings." in asha.get("/meetings").text
    page = asha.get("/families").text
    assert "Wren, 11" in page
    assert "Marla Quillfeather, Mum of Wren" in page
    (do,) = re.findall(r'name="do" value="(give-[^"]+)"', page)
    bel.get("/families")
    assert bel.press(do, "/families").status_code == 404
    assert asha.press(do, "/families").status_code == 200
    assert "Nobody asks you now." in asha.page
    (family,) = re.findall(r'href="(/families/[^"]+)"', asha.page)
    log = asha.get(family).text
    assert "Bel Otherside asked" in log
    assert "Asha Chairperson gave" in log
    assert bel.get(family).status_code == 404
    assert served.stop() == 0
    assert "Wren" not in served.log
