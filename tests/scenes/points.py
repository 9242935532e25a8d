"""What the tests of the domain share beside `builders`: points ready to be said, and what somebody's screen holds."""

import json
from typing import Any

from meeting_server.domain import replay
from meeting_server.domain.audiences import ROOM, To
from meeting_server.domain.kinds import plain
from meeting_server.domain.meeting import Meeting
from meeting_server.domain.people.attendance import AttendeeInvited
from meeting_server.domain.points.items import AddItem, Item
from tests.scenes.builders import actor, after, attendee, let_in, new, person, room

WORDS = "Pip was still asleep in his clothes when the bell went."


def point(name: str = "point", text: str = WORDS, column: str = "worries", **more: Any) -> AddItem:
    """A point ready to be said."""
    return AddItem(new(name), column, text, **more)


def childs_words(
    name: str = "words", text: str = "When it gets loud I go to the airing cupboard.", **more: Any
) -> AddItem:
    """Pip's own words, as an adult hands them on."""
    return point(name, text, children=(person("pip"),), speaker=person("pip"), obtained="drawing", **more)


def with_juniper(meeting: Meeting | None = None) -> Meeting:
    """A room in which Juniper, a child of the family, sits with a device of her own."""
    invited = AttendeeInvited(attendee("juniper"), person("juniper"), "child_attending", "child")
    return let_in(after(meeting or room(), [To(ROOM, invited)]), "juniper")


def boards(meeting: Meeting, who: str) -> dict[str, Any]:
    """What this attendee's browser holds."""
    return plain(replay.boards(meeting, actor(meeting, who)))


def on_screen(meeting: Meeting, who: str, text: str) -> bool:
    """Whether these words are anywhere in what this attendee's browser holds."""
    return json.dumps(text)[1:-1] in json.dumps(boards(meeting, who))


def item(meeting: Meeting, id: str, stream: str = ROOM) -> Item:
    """The point with this id on a board; fails if it is not there."""
    found = meeting.board(stream).get(Item, id)
    assert found is not None, "there is no such point"
    return found
