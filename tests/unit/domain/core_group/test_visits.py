"""Who has seen each child: one visit, one child; when, announced or not, alone or not."""

from meeting_server.domain.core_group.visits import TakeBackVisit, Visit
from meeting_server.domain.ending.checks import gaps
from tests.scenes.builders import given, new, person, room
from tests.scenes.core_group import SEEN, SORREL, core, visit
from tests.scenes.points import on_screen


def test_a_worker_says_when_they_saw_a_child_announced_or_not_alone_or_not():
    said = given(core()).when("kit", visit()).ok()
    (one,) = said.meeting.room.each(Visit)
    assert (one.child, one.person, one.day, one.announced, one.alone) == (
        SORREL,
        person("kit"),
        "2026-03-18",
        "no",
        "yes",
    )
    assert on_screen(said.meeting, "marla", SEEN)


def test_a_visit_of_somebody_who_is_not_at_the_meeting_is_typed_with_where_it_came_from():
    assert given(core()).when("tolly", visit(person=person("lark"))).code == "source_due"
    assert given(core()).when("tolly", visit(person=person("nell"))).code == "own_device"
    said = given(core()).when("tolly", visit(person=person("lark"), source="Letter of 12 March")).ok()
    (one,) = said.meeting.room.each(Visit)
    assert one.person == person("lark")


def test_a_day_to_come_an_unknown_child_and_a_childs_own_visit_are_refused():
    start = given(core())
    assert start.when("kit", visit(day="2026-03-20")).code == "not_yet"
    assert start.when("kit", visit(child=person("kit"))).code == "unknown_child"
    assert start.when("kit", visit(person=person("pip"))).code == "childs_words"
    assert start.when("marla", visit()).code == "may_not"
    assert start.when("kit", visit()).when("kit", visit()).code == "id_taken"


def test_a_meeting_whose_template_does_not_ask_takes_no_visits():
    assert given(room()).when("kit", visit()).code == "no_visits"


def test_a_visit_that_should_not_be_there_goes_for_good_and_the_mark_stays():
    said = given(core()).when("kit", visit()).ok()
    for who in ("nell", "tolly", "ines"):
        assert said.when(who, TakeBackVisit(new("visit"))).code == "not_yours"
    said = said.when("kit", TakeBackVisit(new("visit"), "The wrong child.")).ok()
    assert said.said[0].redacts == (1 + given(core()).meeting.room.n,)
    assert not on_screen(said.meeting, "kit", SEEN)
    (one,) = said.meeting.room.each(Visit)
    assert one.taken_back is not None
    assert said.when("kit", TakeBackVisit(new("visit"))).code == "not_found"


def test_a_child_whom_nobody_saw_is_missed_at_the_end():
    def missing(meeting):
        return next((gap.things for gap in gaps(meeting) if gap.check == "visits_missing"), ())

    said = given(core()).when("kit", visit()).ok()
    assert missing(core()) == (person("juniper"), person("pip"), SORREL)
    assert missing(said.meeting) == (person("juniper"), person("pip"))
    back = said.when("kit", TakeBackVisit(new("visit"))).ok()
    assert SORREL in missing(back.meeting)
