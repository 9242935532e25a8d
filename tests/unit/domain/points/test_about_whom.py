"""What is plainly of one child is about that child where nobody chose: it never stands in every brother's and sister's part."""

from dataclasses import replace

import pytest

from meeting_server.domain.audiences import DESK, ROOM
from meeting_server.domain.earlier.bring_forward import BringForward, BringPoint
from meeting_server.domain.earlier.desk import EarlierMeeting
from meeting_server.domain.people.add_person import AddPerson
from meeting_server.domain.points.items import AddItem, Item
from meeting_server.domain.points.private_points import PrivateItem
from meeting_server.domain.points.release import ReleaseItem
from meeting_server.domain.points.write_privately import WritePrivately
from meeting_server.domain.record.record import record_of
from tests.scenes.builders import attendee, given, new, person, room
from tests.scenes.earlier import matched, on_desk
from tests.scenes.points import item, with_juniper

PIP, JUNIPER, SORREL = person("pip"), person("juniper"), person("sorrel")
ALL = (JUNIPER, PIP, SORREL)
HIDES = "When it gets loud I hide."


def words(**more) -> AddItem:
    """Pip's words, about nobody in particular."""
    return AddItem(new("words"), "worries", HIDES, speaker=PIP, obtained="talk", **more)


def shown(said, **more):
    """The words once the chair has found them safe to show."""
    return said.ok().when("ines", ReleaseItem(new("words"), new("shown"), **more)).ok()


def parts_with(meeting, text: str) -> list[str]:
    """In whose parts of the record a text stands."""
    whole = record_of(meeting, (ROOM,))
    return [
        part.child.name.split()[0]
        for part in whole.parts
        if any(one.text == text for column in part.columns for kind in column.categories for one in kind.points)
    ]


def test_a_childs_words_are_about_the_child_who_said_them_and_stand_in_no_other_part():
    said = shown(given(room()).when("kit", words()))
    assert item(said.meeting, new("shown")).children == (PIP,)
    assert parts_with(said.meeting, HIDES) == ["Pip"]


def test_whoever_means_several_children_or_all_of_them_says_so():
    for chosen in ((PIP, JUNIPER), ALL):
        said = shown(given(room()).when("kit", words(children=chosen)))
        assert item(said.meeting, new("shown")).children == chosen


def test_a_child_who_types_their_own_words_speaks_of_themselves():
    said = given(with_juniper()).when("juniper", AddItem(new("words"), "worries", HIDES)).ok()
    (held,) = said.meeting.desk.each(Item)
    assert held.children == (JUNIPER,)


def test_so_do_words_written_apart_or_for_oneself_first():
    private = WritePrivately(new("private"), "worries", HIDES, speaker=PIP, obtained="talk")
    said = given(room()).when("kit", private).ok()
    (found,) = said.meeting.board(f"own:{attendee('kit')}").each(PrivateItem)
    assert found.children == (PIP,)


def test_an_adults_point_is_about_all_of_them_as_before():
    said = given(room()).when("marla", AddItem(new("a"), "worries", "They hear shouting.")).ok()
    assert item(said.meeting, new("a")).children == ()


def test_a_child_whom_the_meeting_is_not_about_speaks_of_all_of_them_unless_somebody_chooses():
    cousin = new("cousin")
    said = given(room()).when("kit", AddPerson(cousin, "Robin Quillfeather", "Cousin", child=True)).ok()
    said = said.when("kit", AddItem(new("words"), "worries", HIDES, speaker=cousin, obtained="talk")).ok()
    (held,) = said.meeting.desk.each(Item)
    assert held.children == ()


@pytest.mark.parametrize("about", [(JUNIPER,), (PIP, SORREL), ()])
def test_the_safety_check_changes_about_whom_it_is_before_it_is_shown(about):
    said = shown(given(room()).when("kit", words()), children=about)
    assert item(said.meeting, new("shown")).children == about


def test_the_safety_check_knows_only_the_children_of_this_meeting():
    said = given(room()).when("kit", words()).ok()
    assert said.when("ines", ReleaseItem(new("words"), new("shown"), (new("nobody"),))).code == "unknown_child"


def test_words_of_an_older_record_for_which_nobody_chose_come_forward_about_the_child_who_said_them():
    """Pip's words of the conference, as records of before had them: about all the children."""
    said = matched()
    earlier = on_desk(said.meeting)
    points = tuple(replace(one, children=()) if one.text == "I hide." else one for one in earlier.points)
    board = said.meeting.desk
    kinds = board.kinds.insert(
        EarlierMeeting.KIND, board.kinds[EarlierMeeting.KIND].insert(earlier.id, replace(earlier, points=points))
    )
    old = replace(said, meeting=said.meeting.with_board(DESK, replace(board, kinds=kinds)))
    brought = old.when("ines", BringForward(earlier.id, (BringPoint(new("aloud"), new("here")),))).ok()
    assert item(brought.meeting, new("here")).children == (PIP,)
