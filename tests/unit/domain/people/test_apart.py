"""People who must never be let in together."""

from meeting_server.domain.audiences import DESK, To
from meeting_server.domain.board import snapshot_of
from meeting_server.domain.people.apart import KeptApart, apart_from, pairs_apart
from tests.scenes.builders import after, person, prepared

ONLY = ("ines", "tolly", "marla", "odile", "caspian", "pip")


def apart(*pairs, meeting=None, still=True):
    """The meeting once these are kept apart, or no longer."""
    said = (KeptApart(person(one), person(other), still) for one, other in pairs)
    return after(meeting or prepared(only=ONLY), (To(DESK, one) for one in said))


def test_being_kept_apart_holds_both_ways_and_with_several():
    meeting = apart(("marla", "caspian"), ("odile", "marla"))
    assert set(apart_from(meeting, person("marla"))) == {person("caspian"), person("odile")}
    assert apart_from(meeting, person("caspian")) == (person("marla"),)
    assert apart_from(meeting, person("tolly")) == ()
    assert pairs_apart(meeting) == {
        frozenset({person("marla"), person("caspian")}),
        frozenset({person("marla"), person("odile")}),
    }


def test_it_is_taken_back_for_one_pair_alone_and_twice_is_once():
    meeting = apart(("marla", "caspian"), ("marla", "caspian"), ("odile", "marla"))
    meeting = apart(("caspian", "marla"), meeting=meeting, still=False)
    assert pairs_apart(meeting) == {frozenset({person("marla"), person("odile")})}
    assert apart_from(meeting, person("caspian")) == ()


def test_a_meeting_in_which_nobody_is_kept_apart_has_none():
    assert pairs_apart(prepared(only=ONLY)) == set()
    assert pairs_apart(apart(("marla", "marla"))) == set()


def test_only_the_chairs_desk_is_told():
    meeting = apart(("marla", "caspian"))
    assert "apart" in snapshot_of(meeting.desk)["things"]
    others = [board for stream, board in meeting.boards.items() if stream != DESK]
    assert others
    assert not any("apart" in snapshot_of(board)["things"] for board in others)
