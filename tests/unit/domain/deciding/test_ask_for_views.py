"""The chair asks people for their view on a child: they and the desk know, and no one else."""

import pytest

from meeting_server.domain.audiences import DESK
from meeting_server.domain.deciding.ask_for_views import AskForViews, ViewAsk
from tests.scenes.builders import attendee, given, person, room
from tests.scenes.points import boards

PIP = person("pip")


def ask(*people, child=PIP):
    return AskForViews(child, tuple(person(one) for one in people))


def test_each_of_them_is_asked_in_a_stream_of_their_own_and_the_desk_knows_of_all():
    asked = given(room()).when("ines", ask("ivo", "odile", "ivo")).ok()
    assert asked.streams == [DESK, f"own:{attendee('ivo')}", f"own:{attendee('odile')}"]
    assert {one.person for one in asked.meeting.desk.each(ViewAsk)} == {person("ivo"), person("odile")}
    (mine,) = boards(asked.meeting, "ivo")["own"]["things"]["view_asks"].values()
    assert (mine["child"], mine["person"]) == (PIP, person("ivo"))


def test_no_one_else_learns_who_was_asked():
    asked = given(room()).when("ines", ask("ivo")).ok()
    for who in ("kit", "marla", "odile"):
        assert boards(asked.meeting, who) == boards(room(), who)


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (ask("ivo", child=person("marla")), "unknown_child"),
        (ask(), "not_asked"),
        (ask("juniper"), "not_asked"),
        (ask("tolly"), "not_asked"),
    ],
)
def test_what_can_not_be_asked_is_refused(command, code):
    assert given(room()).when("ines", command).code == code


def test_a_person_who_is_not_here_is_not_asked_on_their_screen():
    assert given(room(absent=("ivo",))).when("ines", ask("ivo")).code == "away"
