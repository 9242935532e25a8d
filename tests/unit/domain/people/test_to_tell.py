"""Whom to tell of a change stands on the chair's desk until somebody has told them."""

from meeting_server.domain.audiences import DESK, To
from meeting_server.domain.people.to_tell import PersonTold, TellingOwed, ToTell
from tests.scenes.builders import START, after, person, prepared

ONLY = ("ines", "marla", "odile", "pip")


def owed(meeting):
    """Who has to be told of what."""
    return {one.id: one.what for one in meeting.desk.each(ToTell)}


def test_each_stays_until_they_were_told():
    meeting = after(prepared(only=ONLY), [To(DESK, TellingOwed("moved", (person("marla"), person("odile"))))])
    assert owed(meeting) == {person("marla"): "moved", person("odile"): "moved"}
    meeting = after(meeting, [To(DESK, PersonTold(person("marla"), START))])
    assert owed(meeting) == {person("odile"): "moved"}


def test_a_later_change_is_told_too():
    meeting = after(prepared(only=ONLY), [To(DESK, TellingOwed("moved", (person("marla"),)))])
    meeting = after(meeting, [To(DESK, TellingOwed("cancelled", (person("marla"),)))], START + 1)
    assert owed(after(meeting, [To(DESK, PersonTold(person("marla"), START))])) == {person("marla"): "cancelled"}
    assert owed(after(meeting, [To(DESK, PersonTold(person("marla"), START + 1))])) == {}
