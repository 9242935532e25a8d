"""For which children somebody of the family comes."""

from meeting_server.domain.audiences import DESK, To
from meeting_server.domain.people.about_children import AboutChildrenStated, children_of
from tests.scenes.builders import after, person, prepared

ONLY = ("ines", "marla", "caspian", "juniper", "pip")


def stated(*children, meeting=None):
    """The meeting once it was said for whom Caspian comes."""
    said = AboutChildrenStated(person("caspian"), tuple(person(one) for one in children))
    return after(meeting or prepared(only=ONLY), [To(DESK, said)])


def test_it_is_said_in_the_order_of_the_meeting_and_can_be_changed():
    meeting = stated("pip", "juniper")
    assert children_of(meeting, person("caspian")) == (person("juniper"), person("pip"))
    assert children_of(stated("juniper", meeting=meeting), person("caspian")) == (person("juniper"),)


def test_not_said_is_told_apart_from_a_choice():
    assert children_of(prepared(only=ONLY), person("caspian")) is None
    assert children_of(stated(meeting=stated("pip")), person("caspian")) is None
