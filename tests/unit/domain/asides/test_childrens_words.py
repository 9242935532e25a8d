"""Which of a child's words a person who comes in later would read, each named as it is put aside."""

from meeting_server.domain.asides.childrens_words import childrens_words_for
from meeting_server.domain.audiences import ROOM, To
from meeting_server.domain.board import Change
from meeting_server.domain.people.persons import find_attendee
from meeting_server.domain.points.release import ReleaseItem
from meeting_server.domain.points.views import View
from tests.scenes.builders import START, after, attendee, given, new, person, room
from tests.scenes.points import childs_words, point


class ViewOfAChild:
    """A view that stands in a child's name, as in meetings of earlier releases."""

    def changes(self, board, when):
        view = View(new("view"), new("point"), person("pip"), attendee("kit"), "I did not.", when.time, when.n)
        yield Change("views", view.id, view)


def test_every_place_of_a_childs_words_is_named_and_nobody_elses():
    said = given(room(absent=("caspian",))).when("kit", childs_words()).ok().when("kit", point()).ok()
    shown = said.when("ines", ReleaseItem(new("words"), new("shown"))).ok()
    meeting = after(shown.meeting, [To(ROOM, ViewOfAChild())], START)
    found = childrens_words_for(meeting, find_attendee(meeting, attendee("caspian")))
    pip = person("pip")
    assert set(found) == {("items", new("shown"), None, pip), ("views", new("view"), None, pip)}
    assert childrens_words_for(meeting, find_attendee(meeting, attendee("saffron"))) == []
