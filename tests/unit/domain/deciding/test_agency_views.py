"""What each agency and the family answer to the question the chair decides, for each child alone."""

from dataclasses import replace

import pytest

from meeting_server.domain.audiences import ROOM
from meeting_server.domain.deciding.agency_views import AgencyView, ClearAgencyView, GiveAgencyView
from meeting_server.domain.kinds import CLEARED
from tests.scenes.builders import Given, attendee, given, new, person, room, templates, without_device
from tests.scenes.points import with_juniper

PIP, JUNIPER = person("pip"), person("juniper")


def view(answer="yes", why="", child=PIP, who=None):
    return GiveAgencyView(child, answer, why, person(who) if who else None)


def of(outcome, who, child=PIP):
    return outcome.meeting.room.get(AgencyView, f"{child}:{person(who)}")


def test_a_view_stands_on_everyones_board_with_its_name_and_reason():
    said = given(room()).when("ivo", view("no", "Choir, pastoral help and a calm second home.", JUNIPER)).ok()
    one = of(said, "ivo", JUNIPER)
    assert said.streams == [ROOM]
    assert (one.child, one.person, one.answer, one.why, one.at, one.recorded_by) == (
        JUNIPER, person("ivo"), "no", "Choir, pastoral help and a calm second home.", said.time, attendee("ivo"),
    )  # fmt: skip


def test_each_child_is_answered_for_alone():
    both = given(room()).when("kit", view("yes")).ok().when("kit", view("unsure", child=JUNIPER)).ok()
    assert (of(both, "kit").answer, of(both, "kit", JUNIPER).answer) == ("yes", "unsure")
    assert of(both, "kit", person("sorrel")) is None


def test_whoever_answers_again_leaves_what_stood_before():
    said = given(room()).when("kit", view("unsure", "I have seen him twice.")).ok()
    again = said.when("kit", view("yes", "After what Ivo said.")).ok()
    one = of(again, "kit")
    assert (one.answer, one.why, len(one.earlier)) == ("yes", "After what Ivo said.", 1)
    assert (one.earlier[0].answer, one.earlier[0].why, one.earlier[0].at) == (
        "unsure", "I have seen him twice.", said.time,
    )  # fmt: skip


def test_the_family_is_asked_too():
    said = given(room()).when("marla", view("no", "I accept Pip and Sorrel, not Juniper.", JUNIPER)).ok()
    assert of(said, "marla", JUNIPER).why == "I accept Pip and Sorrel, not Juniper."


def test_the_family_is_offered_the_answers_that_make_sense_to_them():
    assert given(room()).when("marla", view("cannot_say")).code == "unknown_answer"
    aloud = given(without_device(room(), "marla"))
    assert aloud.when("tolly", view("cannot_say", who="marla")).code == "unknown_answer"
    assert given(room()).when("ivo", view("cannot_say")).code is None
    template = templates()["three-column-map"]
    same = replace(template, decision=replace(template.decision, family_answers=()))
    assert given(room(same)).when("marla", view("cannot_say")).code is None


def test_a_view_is_typed_for_somebody_without_a_device_who_says_it_aloud():
    typed = given(without_device(room(), "marla")).when("tolly", view("yes", who="marla")).ok()
    assert (of(typed, "marla").person, of(typed, "marla").recorded_by) == (person("marla"), attendee("tolly"))
    assert given(room()).when("marla", view("yes", who="odile")).code == "may_not_type_for"
    assert given(room()).when("tolly", view("yes", who="marla")).code == "own_device"


def test_the_view_of_somebody_who_sent_it_is_typed_with_where_it_came_from():
    sent = view("yes", "Nobody has seen Pip for weeks.", who="lark")
    assert given(room()).when("tolly", sent).code == "source_due"
    said = given(room()).when("tolly", replace(sent, source="Report of 10 March")).ok()
    assert (of(said, "lark").answer, of(said, "lark").source) == ("yes", "Report of 10 March")
    assert given(room()).when("kit", replace(sent, source="Report of 10 March")).code == "may_not_type_for"


@pytest.mark.parametrize("who", ["ines", "tolly"])
def test_whoever_chairs_or_writes_it_down_gives_no_view_of_their_own(who):
    assert given(room()).when(who, view()).code == "not_asked"


def test_a_child_is_not_asked_here_because_a_childs_words_go_by_the_desk():
    assert given(with_juniper()).when("juniper", view(child=JUNIPER)).code == "not_asked"
    assert given(room()).when("tolly", view(who="pip")).code == "not_asked"


def test_an_observer_gives_no_view():
    assert given(room()).when("juno", view()).code == "may_not"


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (view("perhaps"), "unknown_answer"),
        (view(child=person("marla")), "unknown_child"),
        (GiveAgencyView(new("nobody"), "yes"), "unknown_child"),
        (GiveAgencyView(PIP, "yes", person=new("nobody")), "not_found"),
    ],
)
def test_an_answer_or_child_that_is_not_there_is_refused(command, code):
    assert given(room()).when("kit", command).code == code


def test_where_nothing_is_decided_nobody_is_asked():
    template = replace(templates()["three-column-map"], decision=None)
    assert given(room(template)).when("kit", view()).code == "no_decision"


def test_words_of_a_view_go_for_good_and_the_answers_stay():
    said = given(room()).when("kit", view("unsure", "4 Mill Lane.")).ok().when("kit", view("yes", "")).ok()
    one = of(said, "kit")
    cleared = said.when("kit", ClearAgencyView(PIP)).ok()
    left = of(cleared, "kit")
    assert (left.answer, left.why, left.earlier[0].answer, left.earlier[0].why) == ("yes", "", "unsure", CLEARED)
    assert cleared.said[0].redacts == one.sources
    assert len(one.sources) == 2
    assert cleared.when("kit", view("no", "Other words.")).ok().meeting.room.get(AgencyView, left.id).sources != ()


def test_words_of_a_view_are_taken_back_by_whose_they_are_or_by_whoever_typed_them_all():
    typed = given(without_device(room(), "marla")).when("tolly", view("yes", "She said so.", who="marla")).ok()
    assert typed.when("tolly", ClearAgencyView(PIP, person("marla"))).code is None
    for who in ("ines", "saffron"):
        assert typed.when(who, ClearAgencyView(PIP, person("marla"))).code == "not_yours"


def test_nothing_somebody_wrote_on_their_own_device_is_taken_back_by_another():
    own = given(room()).when("marla", view("yes", "I want help.")).ok()
    for who in ("kit", "ines", "tolly"):
        assert own.when(who, ClearAgencyView(PIP, person("marla"))).code == "not_yours"
        assert own.when(who, view("no", "She does not.", who="marla")).code in ("own_device", "may_not_type_for")
    flat = Given(without_device(own.meeting, "marla"), own.time).when("tolly", view("unsure", who="marla")).ok()
    assert flat.when("tolly", ClearAgencyView(PIP, person("marla"))).code == "not_yours", "half of it is hers"
    assert given(room()).when("kit", view("yes")).ok().when("kit", ClearAgencyView(PIP)).code == "not_found"
    assert given(room()).when("kit", ClearAgencyView(PIP)).code == "not_found"
