"""Read it to me: the desk and the one who asked know, and no one else."""

from meeting_server.domain.audiences import DESK
from meeting_server.domain.people.requests import AnswerRequest, Request
from meeting_server.domain.points.ask_to_read import AskToRead
from tests.scenes.builders import attendee, given, new, person, room
from tests.scenes.points import boards, point


def request(outcome, id):
    return outcome.meeting.board(DESK).get(Request, id)


def test_what_is_to_be_read_to_somebody_is_known_to_the_desk_and_to_them_alone():
    said = given(room()).when("kit", point("asked", "Will you keep the feeding chart?", "next")).ok()
    asked = said.when("marla", AskToRead(item=new("asked"))).ok()
    assert request(asked, f"{attendee('marla')}:read").said == new("asked")
    for who in ("kit", "odile"):
        assert boards(asked.meeting, who) == boards(said.meeting, who)
    done = asked.when("tolly", AnswerRequest(f"{attendee('marla')}:read")).ok()
    assert request(done, f"{attendee('marla')}:read").answered
    assert request(said.when("odile", AskToRead(child=person("pip"))).ok(), f"{attendee('odile')}:read").said == person(
        "pip"
    )


def test_only_one_thing_that_is_there_is_read_at_once():
    said = given(room()).when("kit", point("asked", "Will you keep the feeding chart?", "next")).ok()
    for wrong in (
        AskToRead(),
        AskToRead(item=new("nothing")),
        AskToRead(child=person("marla")),
        AskToRead(new("asked"), person("pip")),
    ):
        assert said.when("marla", wrong).code == "not_found"
