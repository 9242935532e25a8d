"""What comes in is read strictly: every doubt is refused, field by field, in a sentence."""

from dataclasses import dataclass
from typing import Annotated, Literal
from uuid import uuid4

import pytest
from marshmallow import ValidationError

from meeting_server.domain.ending.ending import EndMeeting, Reason
from meeting_server.domain.kinds import Id, Key, Kind, Line, Name, Ten, Text, tidied
from meeting_server.domain.numbers.save_number import SaveNumber
from meeting_server.domain.people.add_person import AddPerson
from meeting_server.domain.points.actions import SetAction
from meeting_server.domain.points.items import AddItem, ChangeItem
from meeting_server.schemas import MOST_IN_A_LIST, load, schema_of
from tests.scenes.pasted import EMPTY, PASTED

A, B = "00000000-0000-4000-8000-00000000000a", "00000000-0000-4000-8000-00000000000b"
POINT = {"item": A, "column": "worries", "text": "Pip slept in his clothes."}


def wrong(cls, data):
    """The sentences for each field that is refused."""
    with pytest.raises(ValidationError) as refused:
        load(cls, data)
    return refused.value.messages


def text_of(said):
    return load(AddItem, {**POINT, "text": said}).text


def test_a_command_is_read_with_its_defaults():
    assert load(AddItem, POINT) == AddItem(A, "worries", "Pip slept in his clothes.")


def test_what_is_missing_is_named():
    assert wrong(AddItem, {"item": A}) == {"column": ["This is missing."], "text": ["This is missing."]}


def test_what_is_unknown_is_named_and_never_ignored():
    assert wrong(AddItem, {**POINT, "audince": "everyone"}) == {"audince": ["Unknown field."]}


def test_a_command_that_is_no_object_is_refused():
    for data in ([], "text", 3, None, [POINT]):
        with pytest.raises(ValidationError):
            load(AddItem, data)


@pytest.mark.parametrize("said", [7, True, None, ["text"], {"text": "text"}])
def test_what_is_no_text_is_refused(said):
    assert "text" in wrong(AddItem, {**POINT, "text": said})


def test_a_field_that_may_be_empty_takes_null_and_others_do_not():
    assert load(AddItem, {**POINT, "speaker": None}).speaker is None
    assert wrong(AddItem, {**POINT, "source": None}) == {"source": ["This can't be empty."]}
    assert wrong(AddItem, {**POINT, "column": None}) == {"column": ["This is missing."]}


def test_text_is_trimmed_composed_and_its_lines_end_alike():
    assert text_of("  one\r\ntwo\ttabs \n") == "one\ntwo\ttabs"
    assert text_of("\ufeffcafe\u0301") == "café"


@pytest.mark.parametrize("said", ["   ", "\n\t\n", *EMPTY])
def test_a_point_without_words_is_refused(said):
    assert wrong(AddItem, {**POINT, "text": said}) == {"text": ["Please write something here."]}


@pytest.mark.parametrize(
    "unseen", [0, 7, 8, 0x0B, 0x0D, 0x1B, 0x7F, 0x85, 0x9F, 0x202A, 0x202E, 0x2066, 0x2069, 0xD800, 0xDFFF]
)
def test_what_cannot_be_seen_or_turns_writing_round_is_refused(unseen):
    assert wrong(AddItem, {**POINT, "text": f"a{chr(unseen)}b"}) == {
        "text": ["This has a character that can't be shown. Please type it again."]
    }


@pytest.mark.parametrize("said", EMPTY)
def test_a_line_of_which_nothing_can_be_seen_is_empty(said):
    assert load(AddItem, {**POINT, "source": said}).source == ""


@pytest.mark.parametrize(("pasted", "sent"), PASTED.items())
def test_what_is_pasted_can_be_sent_once_it_is_tidied(pasted, sent):
    assert tidied(pasted) == sent
    assert text_of(sent) == sent


@pytest.mark.parametrize("said", ["👨‍👩‍👧 <b>&amp;", "ھێلین", "Zoë's ‘view’ — 5 > 3", "=1+1", "a\u200db"])
def test_every_language_and_sign_people_write_comes_through(said):
    assert text_of(said) == said


def test_lengths_are_counted_in_characters_after_trimming():
    assert text_of(" " + "é" * 2000 + " ") == "é" * 2000
    assert wrong(AddItem, {**POINT, "text": "é" * 2001}) == {
        "text": ["This is too long: 2,001 characters. At most 2,000 fit."]
    }
    assert "source" in wrong(AddItem, {**POINT, "source": "x" * 301})


@pytest.mark.parametrize("id", ["", "1", A.upper(), A + "0", A[:-1], A.replace("-", ""), "{" + A + "}", f"own:{A}"])
def test_an_id_is_a_uuid_in_lower_case(id):
    assert wrong(AddItem, {**POINT, "item": id}) == {"item": ["This must be a UUID in lower case."]}


@pytest.mark.parametrize("key", ["", "Worries", "a b", "-a", "a.b", "ä", "a" * 41, "__class__"])
def test_a_key_is_made_of_plain_small_letters(key):
    assert "column" in wrong(AddItem, {**POINT, "column": key})


@pytest.mark.parametrize("version", ["1", 1.0, True, -1, 2**53 + 1, None])
def test_a_number_is_a_whole_number_and_nothing_that_looks_like_one(version):
    assert "version" in wrong(ChangeItem, {"item": A, "version": version, "text": "x"})


@pytest.mark.parametrize("value", [-1, 11, 2.5, "5", False])
def test_a_number_on_the_line_is_a_whole_number_from_0_to_10(value):
    asked = {"round": A, "child": B, "answer": "number", "value": value}
    assert wrong(SaveNumber, asked) == {"value": ["This must be a whole number from 0 to 10."]}


@pytest.mark.parametrize("value", [0, 10, None])
def test_both_ends_of_the_line_and_no_number_are_read(value):
    assert load(SaveNumber, {"round": A, "child": B, "answer": "dont_know", "value": value}).value == value


@pytest.mark.parametrize("exact", [0, 1, "true", "", None])
def test_only_true_and_false_are_true_and_false(exact):
    assert "exact" in wrong(AddItem, {**POINT, "exact": exact})


def test_one_of_a_few_words_is_one_of_them():
    assert load(AddItem, {**POINT, "basis": "seen"}).basis == "seen"
    assert wrong(AddItem, {**POINT, "basis": "heard"}) == {
        "basis": ["This must be one of: proof, seen, said, view, guess."]
    }


def test_true_is_not_the_number_1_among_given_numbers():
    @dataclass(frozen=True)
    class Sided:
        left: Literal[1, 10]

    assert load(Sided, {"left": 1}).left == 1
    assert "left" in wrong(Sided, {"left": True})


@pytest.mark.parametrize("by", ["2026-13-01", "2026-00-10", "2026-1-5", "26-01-05", "2026-01-32", "tomorrow", ""])
def test_a_date_is_written_as_year_month_and_day(by):
    assert "by" in wrong(SetAction, {"item": A, "owners": [], "by": by})


@pytest.mark.parametrize("by", ["2026-02-30", "2026-02-31", "2026-04-31", "2025-02-29"])
def test_a_date_is_a_day_that_exists(by):
    assert "by" in wrong(SetAction, {"item": A, "owners": [], "by": by})


def test_a_list_becomes_a_tuple_and_holds_at_most_sixty():
    assert load(AddItem, {**POINT, "children": [A, B]}).children == (A, B)
    assert len(load(AddItem, {**POINT, "children": [A] * MOST_IN_A_LIST}).children) == MOST_IN_A_LIST == 60
    assert "children" in wrong(AddItem, {**POINT, "children": [A] * 61})


def test_what_is_wrong_inside_a_list_is_named_by_its_place():
    assert wrong(AddItem, {**POINT, "children": [A, "pip"]}) == {
        "children": {1: ["This must be a UUID in lower case."]}
    }
    assert "children" in wrong(AddItem, {**POINT, "children": A})


def test_what_stands_inside_another_thing_is_read_as_strictly():
    assert load(EndMeeting, {"reasons": [{"check": "rating_missing", "reason": "Too early."}]}) == EndMeeting(
        (Reason("rating_missing", "Too early."),)
    )
    assert wrong(EndMeeting, {"reasons": [{"check": "rating_missing", "reason": "x", "more": 1}]}) == {
        "reasons": {0: {"more": ["Unknown field."]}}
    }


def test_the_first_type_that_takes_a_value_reads_it():
    @dataclass(frozen=True)
    class Said:
        text: Text | Literal[""]
        n: Annotated[Ten | None, "words about a field change nothing"] = None

    assert load(Said, {"text": ""}) == Said("")
    assert load(Said, {"text": " x ", "n": 3}) == Said("x", 3)
    assert wrong(Said, {"text": "\u202e"})["text"] == [
        "This has a character that can't be shown. Please type it again."
    ]


def test_a_schema_is_made_once():
    assert schema_of(AddItem) is schema_of(AddItem)
    assert schema_of(AddItem, 5) is not schema_of(AddItem)


def test_every_named_kind_says_what_it_is():
    for hint in (Id, Key, Text, Line, Name, Ten):
        kind = next(one for one in hint.__metadata__ if isinstance(one, Kind))
        assert kind.says
        assert kind.pattern or kind.most


def test_a_name_and_a_line_stay_on_one_line_and_a_text_keeps_its_breaks():
    person = load(AddPerson, {"person": str(uuid4()), "name": "Nana\nOdile", "relationship": "nana\tand friend"})

    assert (person.name, person.relationship) == ("Nana Odile", "nana and friend")
    assert load(AddItem, {"item": str(uuid4()), "column": "well", "text": "one\ntwo"}).text == "one\ntwo"
