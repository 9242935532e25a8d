"""What every command, event and thing owes to the rest of the house."""

import ast
import importlib
import inspect
import json
import pkgutil
import re
from pathlib import Path
from typing import get_args, get_type_hints

import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from marshmallow import ValidationError

from meeting_server import domain
from meeting_server.domain import replay, rules
from meeting_server.domain.board import Board, When, patch_of, snapshot_of
from meeting_server.domain.kinds import Kind, built, plain
from meeting_server.domain.permissions import PERMISSIONS
from meeting_server.schemas import load, schema_of
from meeting_server.sockets import send_queue
from tests.scenes import made_up
from tools import protocol
from tools.refusals import refusals

ROOT = Path(__file__).parents[2]
NOUNS = [
    importlib.import_module(one.name)
    for one in pkgutil.walk_packages(domain.__path__, domain.__name__ + ".")
    if one.name.rpartition(".")[2] not in ("board", "replay")
]
COMMANDS, EVENTS, THINGS = (list(one.items()) for one in (replay.COMMANDS, replay.EVENTS, replay.THINGS))
few = settings(max_examples=12, deadline=None)


def ours():
    """Every class written in the domain, but the protocols that only say what others look like."""
    found = {(noun, cls) for noun in NOUNS for cls in vars(noun).values() if inspect.isclass(cls)}
    return {cls for noun, cls in found if cls.__module__ == noun.__name__ and not getattr(cls, "_is_protocol", False)}


def classes_with(name):
    return {cls for cls in ours() if hasattr(cls, name)}


def as_json(value):
    return json.loads(json.dumps(plain(value), allow_nan=False))


def test_every_command_event_and_thing_written_is_registered():
    assert classes_with("decide") == set(replay.COMMANDS.values())
    assert classes_with("changes") == set(replay.EVENTS.values())
    assert classes_with("KIND") == set(replay.THINGS.values())


@pytest.mark.parametrize(("method", "table"), [("decide", "COMMANDS"), ("changes", "EVENTS"), ("KIND", "THINGS")])
def test_each_room_lists_what_stands_in_it_and_nothing_else(method, table):
    rooms = {cls.__module__.rpartition(".")[0] for cls in classes_with(method)} - {domain.__name__}
    assert len(rooms) > 8
    for room in rooms:
        own = {cls for cls in classes_with(method) if cls.__module__.startswith(room + ".")}
        assert set(getattr(importlib.import_module(room), table)) == own, f"{room}/__init__.py: {table}"


def test_a_class_that_two_rooms_list_is_an_error():
    with pytest.raises(ValueError, match="Two rooms list int"):
        rules.joined({int: 1}, {str: 2}, {int: 1})


@pytest.mark.parametrize(("name", "command"), COMMANDS)
def test_every_command_has_a_schema_a_permission_a_docstring_and_a_section(name, command):
    assert schema_of(command).fields.keys() == set(command.__dataclass_fields__)
    assert command in PERMISSIONS
    assert PERMISSIONS[command].states
    assert protocol.says(command)
    assert f"\n### {name}\n" in (ROOT / "docs" / "protocol.md").read_text("utf-8")


@pytest.mark.parametrize(("name", "command"), COMMANDS)
@given(data=st.data())
@few
def test_whatever_a_command_may_say_comes_through_its_schema_unchanged(name, command, data):
    said = data.draw(made_up.of(command))
    assert load(command, as_json(said)) == said


@pytest.mark.parametrize(("name", "command"), COMMANDS)
def test_a_command_with_an_unknown_field_is_refused(name, command):
    with pytest.raises(ValidationError) as refused:
        load(command, {"and_also": 1})
    assert refused.value.messages["and_also"] == ["Unknown field."]


@pytest.mark.parametrize(("name", "cls"), EVENTS + THINGS)
@given(data=st.data())
@few
def test_every_event_and_thing_survives_json(name, cls, data):
    one = data.draw(made_up.of(cls))
    assert built(cls, as_json(one)) == one


any_event = st.one_of([made_up.of(cls) for _, cls in EVENTS])


@pytest.mark.parametrize(("name", "cls"), EVENTS)
@given(before=st.lists(any_event, max_size=6), data=st.data())
@few
def test_every_event_applies_whatever_went_before_and_its_patch_is_what_changed(name, cls, before, data):
    board = Board()
    for n, event in enumerate([*before, data.draw(made_up.of(cls))], start=1):
        was, old = board, plain(snapshot_of(board)["things"])
        board, changed = board.after(event, When(n, 1000 + n, made_up.FEW_IDS[0]))
        patch = json.loads(json.dumps(patch_of("everyone", n, changed, was)))
        held = {kind: dict(things) for kind, things in old.items()}
        for kind, things in patch["put"].items():
            held.setdefault(kind, {}).update(things)
        for kind, ids in patch["gone"].items():
            for id in ids:
                assert id in held[kind], "the id of a thing that was never seen"
                held[kind].pop(id)
        # As a browser is told it: the writer of JSON reads the things as they stand on the board.
        whole = orjson.loads(send_queue.event("snapshot", snapshot_of(board)).packet[1:])[1]
        assert {kind: things for kind, things in held.items() if things} == whole["things"]
        assert board.n == n


def test_the_events_that_change_who_may_hear_say_so():
    marked = {name for name, cls in EVENTS if getattr(cls, "MEMBERSHIP", False)}
    assert marked == {"device_moved", "attendance_stated", "meeting_opened", "meeting_ended", "meeting_finished",
                      "deputy_named", "controls_moved", "minutes_handed", "slot_given", "family_called", "meeting_moved",
                      "meeting_cancelled", "meeting_put_back", "attendee_uninvited"}  # fmt: skip


def kind_names(cls, field):
    """The names of the kinds of value that stand in a field, in a list or alone."""
    found, left = set(), [get_type_hints(cls, include_extras=True)[field]]
    while left:
        hint = left.pop()
        found |= {one.name for one in getattr(hint, "__metadata__", ()) if isinstance(one, Kind)}
        left += get_args(hint)
    return found


IS_A = {
    "person": "PersonId", "speaker": "PersonId", "child": "PersonId", "children": "PersonId", "owners": "PersonId",
    "monitors": "PersonId", "adult": "PersonId", "whose": "PersonId",
    "attendee": "AttendeeId", "recorded_by": "AttendeeId", "typed_by": "AttendeeId", "typists": "AttendeeId",
    "changed_by": "AttendeeId", "deputy": "AttendeeId", "holder": "AttendeeId",
}  # fmt: skip


@pytest.mark.parametrize(("name", "cls"), COMMANDS + EVENTS + THINGS)
def test_an_id_of_a_person_is_never_mixed_up_with_one_of_an_attendee(name, cls):
    for field in set(IS_A) & set(cls.__dataclass_fields__):
        assert kind_names(cls, field) in ({IS_A[field]}, set()), f"{name}.{field}"


def test_names_of_people_are_kept_out_of_the_chain():
    apart = {name: cls.KEPT_APART for name, cls in EVENTS if hasattr(cls, "KEPT_APART")}
    assert apart == {
        "person_added": ("name", "relationship", "age", "called"), "earlier_person_named": ("name", "relationship", "age", "called"),
        "person_corrected": ("name", "relationship", "age", "called"),
    }  # fmt: skip


def test_every_refusal_is_documented_with_a_sentence():
    page = (ROOT / "docs" / "protocol.md").read_text("utf-8")
    assert len(refusals()) > 30
    for code, sentences in refusals().items():
        assert f"\n| `{code}` | " in page
        assert any(sentence != "…" for sentence in sentences), f"{code} says nothing to the person"


def test_every_refusal_a_command_promises_is_one_it_can_give():
    given_somewhere = set(refusals())
    for name, command in COMMANDS:
        promised = re.findall(r"`(\w+)`", command.__doc__.partition("Refused:")[2])
        unknown = [
            word for word in promised if word not in given_somewhere | set(command.__dataclass_fields__) | {"fields"}
        ]
        assert not unknown, f"{name} promises {unknown}, which nothing raises"


def test_refusals_are_found_wherever_they_are_raised(tmp_path):
    (tmp_path / "rules.py").write_text(
        'WORD = "FINISH"\nSAYS = {"a": sentence("One."), "b": sentence("Two.")}\n'
        'def rule(a):\n    raise Refused("plain", "A sentence.")\n'
        '    raise Refused("named", "Type %(word)s now.", values={"word": WORD})\n'
        '    raise Refused("either", sentence("This.") if a else sentence("That."))\n'
        '    raise Refused("table", SAYS[a])\n'
        '    raise Refused("varies", "Wait %(time)s seconds.", values={"time": a})\n'
    )
    assert refusals(tmp_path) == {
        "plain": ["A sentence."], "named": ["Type FINISH now."], "either": ["That.", "This."],
        "table": ["One.", "Two."], "varies": ["Wait … seconds."],
    }  # fmt: skip


def imports(source):
    """What a module takes from others: (module, name), and (module, None) where it takes all of it."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ImportFrom):
            yield from (((node.module or "").split(".")[0], alias.name) for alias in node.names)
        elif isinstance(node, ast.Import):
            yield from ((alias.name.split(".")[0], None) for alias in node.names)


def asked_of_a_clock(source):
    """What a module calls by an attribute, or takes from a day: `date.today` and `clock.now()`, not a field called `now`."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            yield node.func.attr
        elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "date":
            yield node.attr


def test_a_rule_reads_neither_clock_nor_chance():
    for noun in NOUNS:
        source = inspect.getsource(noun)
        # A day can be counted from; only what is asked of a clock is not in the log.
        named = set(imports(source)) - {("datetime", "date"), ("datetime", "timedelta")}
        assert not {module for module, _ in named} & {"time", "datetime", "random", "secrets", "uuid", "os"}
        assert not set(asked_of_a_clock(source)) & {"today", "now", "utcnow"}
