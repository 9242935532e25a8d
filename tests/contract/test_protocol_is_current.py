"""docs/protocol.md, the browser's typedefs and its limits are what the code would write now."""

from dataclasses import dataclass, fields

import pytest

from tools import protocol


def test_the_page_is_current():
    says = "Out of date. Run: python tools/protocol.py"
    assert protocol.DOCS.read_text("utf-8") == protocol.protocol(), says
    assert protocol.TYPES.read_text("utf-8") == protocol.typedefs(), says
    assert protocol.LIMITS.read_text("utf-8") == protocol.limits(), says
    assert protocol.SPEAKING.read_text("utf-8") == protocol.speaking(), says
    assert protocol.SAID_FIELDS.read_text("utf-8") == protocol.said_fields(), says


@pytest.fixture
def elsewhere(tmp_path, monkeypatch):
    monkeypatch.setattr(protocol, "ROOT", tmp_path)
    monkeypatch.setattr(protocol, "DOCS", tmp_path / "docs" / "protocol.md")
    monkeypatch.setattr(protocol, "TYPES", tmp_path / "wire.js")
    monkeypatch.setattr(protocol, "LIMITS", tmp_path / "limits.js")
    monkeypatch.setattr(protocol, "SPEAKING", tmp_path / "speaking_table.js")
    monkeypatch.setattr(protocol, "SAID_FIELDS", tmp_path / "said_fields.js")
    return tmp_path


def test_the_check_fails_on_a_stale_file_in_a_sentence_and_writes_nothing(elsewhere, capsys):
    protocol.main([])
    assert protocol.main(["--check"]) == 0
    protocol.DOCS.write_text("old", "utf-8")
    assert protocol.main(["--check"]) == 1
    assert capsys.readouterr().err == "docs/protocol.md: not what the code says now. Run: python tools/protocol.py\n"
    assert protocol.DOCS.read_text("utf-8") == "old"


def test_what_is_written_is_then_current(elsewhere):
    assert protocol.main([]) == 0
    assert protocol.main(["--check"]) == 0


def test_a_command_field_with_a_default_is_optional_in_the_browser_and_a_thing_is_whole():
    types = protocol.typedefs()
    assert "@typedef {Object} AddItem\n" in types
    assert " * @property {string} text what was said" in types
    assert ' * @property {"proof" | "seen" | "said" | "view" | "guess" | null} [basis]' in types
    assert " * @property {string[]} [children]" in types
    assert " * @property {TakenBack | null} taken_back" in types


def test_two_classes_of_one_name_are_told_apart():
    names = [protocol.named(cls) for cls in (*protocol.COMMANDS, *protocol.THINGS, *protocol.THING_PARTS,
                                             *protocol.COMMAND_PARTS, *protocol.TEMPLATE)]  # fmt: skip
    assert len(names) == len(set(names))
    assert {"Rating", "TemplateRating"} <= set(names)


def test_a_default_is_written_as_json_writes_it() -> None:
    @dataclass
    class Asked:
        count: int = 0
        first: int = 1
        tick: bool = False
        word: str = "first"
        none: str | None = None
        several: tuple[str, ...] = ()

    assert [protocol.default(one) for one in fields(Asked)] == ["`0`", "`1`", "`false`", '`"first"`', "`null`", "`[]`"]
