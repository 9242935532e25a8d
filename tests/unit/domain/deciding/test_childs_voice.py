"""An impact statement is about the child, and never in words made up for the child (D10)."""

import pytest

from meeting_server.domain.deciding.childs_voice import childs_voice
from tests.scenes.childs_voice import NAMES, SPEAKS_ABOUT_THE_CHILD, SPEAKS_AS_THE_CHILD


@pytest.mark.parametrize("text", SPEAKS_AS_THE_CHILD)
def test_a_first_person_outside_quotation_marks_is_the_childs_voice(text: str) -> None:
    assert childs_voice(text, NAMES)


@pytest.mark.parametrize("text", SPEAKS_ABOUT_THE_CHILD)
def test_plain_words_about_the_child_and_real_words_in_quotation_marks_are_not(text: str) -> None:
    assert not childs_voice(text, NAMES)


def test_a_word_is_somebodys_name_only_where_somebody_is_called_so() -> None:
    assert childs_voice("For My, mornings are hungry.")
    assert childs_voice("My bed is cold.", ["Pip"])
    assert childs_voice("I hide.", ["Ines I. Hart"])


@pytest.mark.parametrize("mark", ["“", "„", "«", '"', "‘", "'", " 'a", "‘a’b", "(i) ", "i.a ", "Mr I ", "a “'‘"])
def test_a_text_full_of_marks_takes_no_longer_than_another(mark: str) -> None:
    """It runs where every command waits its turn. A rule that goes over the text once for each mark would be at this one
    for hours, until the time of the test is up."""
    assert childs_voice(mark * 100_000 + "\n me")
