"""What is added to a locked record."""

from dataclasses import replace

from meeting_server.domain.audiences import DESK, ROOM
from meeting_server.domain.ending.addenda import AddAddendum, Addendum
from tests.scenes.builders import attendee, given, new, person
from tests.scenes.ending import finished, laptop, signs_in, start
from tests.scenes.points import point


def test_a_finished_record_is_only_added_to_with_a_reason():
    outcome = given(signs_in(finished(start().when("kit", point()).ok()).meeting, "tolly"))
    more = AddAddendum(new("more"), "It was Tuesday.", "A date was wrong.", person("marla"))
    assert outcome.when("tolly", more).code == "not_here", "their link ended with the lock"
    assert outcome.when("tolly", replace(more, reason=" "), on=laptop("tolly")).code == "reason_missing"
    added = outcome.when("tolly", more, on=laptop("tolly")).ok()
    one = added.meeting.room.get(Addendum, new("more"))
    assert (one.person, one.by, one.reason, one.text) == (
        person("marla"), attendee("tolly"), "A date was wrong.", "It was Tuesday.",
    )  # fmt: skip
    assert added.when("ines", AddAddendum(new("more"), "Again.", "Why not.")).code == "id_taken"
    everyone = added.meeting.room
    assert list(everyone.kinds["items"].values()) == list(outcome.meeting.room.kinds["items"].values())
    assert DESK not in added.streams
    assert added.streams == [ROOM]
