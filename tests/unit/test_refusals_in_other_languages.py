"""What the server refuses can be said in another language: every sentence is collected, with what varies in it apart."""

import ast
import re

import pytest
from marshmallow import ValidationError

from meeting_server.domain.ending.ending import CONFIRMATION
from meeting_server.domain.refused import Refused, Sentence, sentence
from meeting_server.domain.replay import COMMANDS
from meeting_server.schemas import MOST_IN_A_LIST, load
from meeting_server.sockets.commands import refusal
from meeting_server.sockets.schemas import Envelope
from tests.servers.served import ROOT
from tests.tools.collected import collected
from tools.protocol import COMMAND_PARTS, TEMPLATE
from tools.refusals import UNKNOWN, said

PACKAGES = (ROOT / "meeting_server", ROOT / "facilitator_ui")
ODD = (
    None, [], {}, 1, -(10**20), 1.5, True, "", "x" * 3000, "\u202e", "2026-02-31", [None], [[]], [{}], {"x": 1},
    ["x"] * (MOST_IN_A_LIST + 1),
)  # fmt: skip


def calls(name):
    """Every call of a function by this name in our code, with where it stands."""
    for package in PACKAGES:
        for file in sorted(package.rglob("*.py")):
            for node in ast.walk(ast.parse(file.read_text("utf-8"))):
                if isinstance(node, ast.Call) and getattr(node.func, "id", "") == name:
                    yield f"{file.relative_to(ROOT)}:{node.lineno}", node


def given(call, name):
    """What a call is given by this name, or None."""
    return next((one.value for one in call.keywords if one.arg == name), None)


def test_every_sentence_of_a_refusal_is_collected_for_translators():
    found = [(code, text) for package in PACKAGES for code, text, _ in said(package)]
    assert len(found) > 130
    # A command's fields are refused in their own sentences, passed on by the line: those are asked for below.
    assert [one for one in found if one[1] not in collected()] == [("bad_data", UNKNOWN)]


@pytest.mark.parametrize(
    "written", ['f"Wait {n} seconds."', '"Wait " + n', '"Wait {}.".format(n)', "words", "words[n]", "sentence(words)"]
)
def test_a_sentence_that_is_not_written_out_is_not_taken_for_one(tmp_path, written):
    (tmp_path / "rule.py").write_text(f'def rule(n, words):\n    raise Refused("code", {written})\n', "utf-8")
    assert [text for _, text, _ in said(tmp_path)] == [UNKNOWN]


def test_every_value_has_its_place_in_the_sentence_and_every_place_its_value():
    for where, call in calls("Refused"):
        values = given(call, "values")
        names = {key.value for key in values.keys} if values else set()
        if isinstance(call.args[1], ast.Constant):
            assert set(re.findall(r"%\((\w+)\)s", call.args[1].value)) == names, where


def test_what_is_said_at_a_field_is_marked_to_be_collected():
    for where, call in calls("Refused"):
        fields = given(call, "fields")
        if isinstance(fields, ast.Dict):
            bare = [one for value in fields.values for one in value.elts if isinstance(one, ast.Constant)]
            assert not bare, f"{where}: sentence(...)"


def test_a_marked_sentence_is_written_out_where_it_is_marked():
    marked = [(where, call) for where, call in calls("sentence") if "domain/refused.py" not in where]
    assert len(marked) > 30
    for where, call in marked:
        text = call.args[0]
        assert isinstance(text, ast.Constant), f"{where}: write the text itself"
        assert text.value in collected(), where
        assert set(re.findall(r"%\((\w+)\)s", text.value)) == {one.arg for one in call.keywords}, where


def leaves(messages):
    """marshmallow's nested messages, each by itself."""
    if isinstance(messages, str):
        return [messages]
    inner = messages.values() if isinstance(messages, dict) else messages
    return [leaf for one in inner for leaf in leaves(one)]


@pytest.mark.parametrize("cls", [*COMMANDS.values(), *COMMAND_PARTS, *TEMPLATE, Envelope], ids=lambda cls: cls.__name__)
def test_whatever_is_wrong_with_a_field_is_said_in_a_sentence_that_is_collected(cls):
    wrong = [[], {"nobody": 1}, *({name: odd} for name in cls.__dataclass_fields__ for odd in ODD)]
    texts = set()
    for data in wrong:
        try:
            load(cls, data)
        except ValidationError as error:
            texts |= {one.text if isinstance(one, Sentence) else one for one in leaves(error.messages)}
    assert texts
    assert texts <= collected()


def test_a_sentence_without_values_is_said_as_it_is_written():
    assert sentence("This is 100% sure.") == "This is 100% sure."
    error = refusal(Refused("sure", "This is 100% sure."))["error"]
    assert error == {"code": "sure", "message": "This is 100% sure."}


def test_a_refusal_with_values_carries_them_beside_the_english_sentence():
    text, values = "Type the word %(word)s to lock the record.", {"word": CONFIRMATION}
    assert refusal(Refused("not_confirmed", text, values=values))["error"] == {
        "code": "not_confirmed", "message": "Type the word FINISH to lock the record.",
        "says": {"text": text, "values": values},
    }  # fmt: skip
